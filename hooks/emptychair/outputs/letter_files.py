"""The letters as files: plain text, and a document that a word processor opens."""

from collections.abc import Iterator

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.snapshot import Snapshot
from emptychair.as_of.stale import recipient_is_checked
from emptychair.outputs.letter_document import create_document
from emptychair.record.reserved_urls import letter_address
from emptychair.text.strings import Strings
from emptychair.views.letters import Letter, letters_of


def letter_paths(snapshot: Snapshot) -> list[str]:
    """The addresses of `letter_files`, in its order."""
    return [path for action, letter in _published(snapshot) for path in _paths(action, letter)]


def letter_files(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of every letter. A past action keeps the addresses and asks for no letter any more."""
    for action, letter in _published(snapshot):
        asked = usable(snapshot, action, letter)
        text = letter.text if asked else _past(snapshot, action)
        as_text, as_document = _paths(action, letter)
        # With a byte order mark: a host that names no encoding for .txt makes a browser guess, and guess wrongly.
        yield as_text, text.encode("utf-8-sig")
        yield as_document, create_document(text, letter.language, end_at_right=asked and not letter.date_first)


def _published(snapshot: Snapshot) -> Iterator[tuple[ActionAsOf, Letter]]:
    for action in snapshot.actions.values():
        for addressee in () if action.state == "draft" else action.facts.recipients:
            for letter in letters_of(snapshot, action.record, addressee):
                yield action, letter


def _paths(action: ActionAsOf, letter: Letter) -> tuple[str, str]:
    place = (action.record.slug, letter.recipient, letter.language)
    return letter_address(*place), letter_address(*place, "docx")


def usable(snapshot: Snapshot, action: ActionAsOf, letter: Letter) -> bool:
    """Is the letter asked for, and was its address checked within a year?"""
    recipient = snapshot.campaign.recipients[letter.recipient]
    return action.open and recipient_is_checked(snapshot.today, recipient.checked)


def _past(snapshot: Snapshot, action: ActionAsOf) -> str:
    """What stands in the place of a letter that is not asked for, in every language of the site."""
    quiet = action.silent or action.state == "paused"
    key = "unchecked" if action.open else "paused" if quiet else "past"
    blocks = []
    for language in snapshot.campaign.languages:
        title = action.record.title(language)
        blocks.append(Strings(language, "letters")(key, title=title))
    return "\n\n".join([*blocks, f"../{action.record.slug}.html"]) + "\n"
