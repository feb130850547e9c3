"""Letters and recipients made up for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from campaign_outputs import campaign, snapshot
from emptychair.record.models import Recipient
from emptychair.text import vocabulary
from emptychair.views.letters import AddressBlock, Letter, envelope, letters_of

if TYPE_CHECKING:
    pass


POSTS = list(vocabulary.terms("posts"))


LATIN = {"surname": "Song", "given": "Yiyang"}


CHARACTERS = {"surname": "宋", "given": "一洋"}


def recipient(**fields: Any) -> Recipient:
    """A recipient with an address and nothing else that is not asked for."""
    plain: dict[str, Any] = {
        "kind": "police",
        "post": "police-director",
        "office": {"en": "Public Security Bureau", "zh": "公安局"},
        "address": {"latin": ["1 Long Road"], "local": ["长路1号"]},
        "country": "CN",
        "source": {"title": "A list"},
        "checked": "2020-05-01",
    }
    return Recipient.model_validate(plain | fields)


def letter(language: str = "en", **fields: Any) -> Letter:
    """A short letter."""
    plain: dict[str, Any] = {
        "recipient": "police",
        "language": language,
        "envelope": (AddressBlock("en", ("1 Long Road",)),),
        "date": "[DATE]",
        "salutation": "Dear Director,",
        "body": ("One.", "Two."),
        "close": ("Yours sincerely,",),
        "name": "[YOUR NAME]",
        "subject": "Li Si & others? 100%",
        "indent": "",
        "date_first": True,
    }
    return Letter(**(plain | fields))


def letters_to(action: str, recipient_id: str) -> dict[str, Letter]:
    """The letters of an action to one recipient by language, in their order."""
    record = campaign().actions[action]
    addressee = next(one for one in record.facts.recipients if one.recipient == recipient_id)
    return {one.language: one for one in letters_of(snapshot(), record, addressee)}


# --- the envelope


def blocks(of: Recipient) -> dict[str, list[str]]:
    """The blocks of an envelope by language."""
    return {block.language: list(block.lines) for block in envelope(of)}


def lines_of(one: Letter) -> list[str]:
    """Every line of the envelope of a letter."""
    return [line for block in one.envelope for line in block.lines]
