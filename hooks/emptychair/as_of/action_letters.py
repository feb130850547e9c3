"""Which letters an action has: for each recipient, in which languages, with which body."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from emptychair.as_of.action_states import ActionAsOf
from emptychair.record.campaign import Campaign, Record
from emptychair.record.models import Action, Addressee, Recipient
from emptychair.text import vocabulary
from emptychair.text.letter_sections import LETTER, split_letters


@dataclass(frozen=True, slots=True)
class LetterKey:
    """One letter: the slug of its action, the id of its recipient, the code of its language."""

    action: str
    recipient: str
    language: str


def letter_keys(campaign: Campaign, action: ActionAsOf) -> Iterator[LetterKey]:
    """The letters of an action that have pages, on whatever day: links must not break."""
    for addressee in action.facts.recipients:
        for language, _ in letter_bodies(campaign, action.record, addressee):
            yield LetterKey(action.record.slug, addressee.recipient, language)


def letter_bodies(campaign: Campaign, action: Record[Action], addressee: Addressee) -> Iterator[tuple[str, str]]:
    """(language, body) of the letters to one recipient: those of the page's languages, the recipient's order first.

    Who gets a copy only gets a letter where the page has one for this kind of recipient. A letter that was converted
    is for those who read its script alone: to an office in the mainland goes what somebody wrote.
    """
    recipient = campaign.recipients.get(addressee.recipient)
    order = [*action.facts.languages, *campaign.languages]
    for language in sorted(action.pages, key=order.index) if recipient else ():
        if recipient and action.is_converted(language) and not _reads(recipient, action, language):
            continue
        letters = _sections(action.pages[language].body)
        own = letters.get(f"{LETTER}-{recipient.kind}") if recipient else None
        body = own or ("" if addressee.cc else letters.get(LETTER, ""))
        if body:
            yield language, body


def _reads(recipient: Recipient, action: Record[Action], language: str) -> bool:
    """Does a recipient read a script: does the action say so, or is it the one of the recipient's country?"""
    own = vocabulary.term("countries", recipient.country).get("local")
    return language == own or language in action.facts.languages


@lru_cache(maxsize=1024)
def _sections(body: str) -> dict[str, str]:
    return split_letters(body)[1]
