"""The text of one file of a content folder -> what it says, as far as it stands alone, and its faults. No disk."""

from dataclasses import replace

from emptychair.front_matter.document import Document, parse_page, parse_register
from emptychair.load.check import outside_of
from emptychair.load.content_tree import Location
from emptychair.record.campaign import FOLDERS
from emptychair.record.field_types import SLUG
from emptychair.record.models import Recipient, Settings, SourcePage, TranslationPage
from emptychair.record.salvage import read_partly
from emptychair.record.validation import validate
from emptychair.record.withdrawn_names import Withdrawn
from emptychair.rules.index import Entry
from emptychair.text.problems import Problem

KEY_BEGINNING = b"-----BEGIN PGP PUBLIC KEY BLOCK-----"
KEY_LIMIT = 100 * 1024
ParsedRegister = tuple[Document, list[Problem]]


def decoded(data: bytes, limit: int) -> tuple[str, str]:
    """The text of a file with its own line ends, and the code of what is wrong with it, or ""."""
    if len(data) > limit:
        return "", "file-too-large"
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return "", "not-utf8"


def entry_at(location: Location, document: Document) -> Entry:
    """The entry of a document that stands there, before it is validated."""
    return Entry(location.path, location.kind, location.language, document)


def parse_entry(location: Location, text: str) -> tuple[Entry, list[Problem]]:
    """The text of a page -> its entry, validated as far as it stands alone, and its faults."""
    document, faults = parse_page(location.shown, text)
    entry = entry_at(location, document)
    if entry.role == "refused":
        return entry, faults
    entry, found = _validated(entry)
    return entry, faults + outside_of(faults, found)


def parse_data(location: Location, data: bytes, limit: int) -> tuple[Entry, list[Problem]]:
    """The bytes of a page -> its entry and its faults; one that cannot be read is an entry without front matter."""
    text, code = decoded(data, limit)
    if not code:
        return parse_entry(location, text)
    document, faults = _refused(location.shown, code, limit)
    return entry_at(location, document), faults


def parse_register_data(path: str, data: bytes, limit: int) -> ParsedRegister:
    """The bytes of a whole YAML file -> its document and its faults."""
    text, code = decoded(data, limit)
    return _refused(path, code, limit) if code else parse_register(path, text)


def _refused(path: str, code: str, limit: int) -> ParsedRegister:
    return Document.unread(path), [Problem(path, 1, "", code, {"limit": str(limit // 1024)})]


def settings_in(document: Document, faults: list[Problem]) -> tuple[Settings | None, list[Problem]]:
    """The settings of campaign.yml, or None where anything in it is wrong; and its faults, those of its text too."""
    if faults and not document.meta:
        return None, faults
    settings, found = validate(Settings, document)
    faults = faults + outside_of(faults, found)
    return None if faults else settings, faults


def recipients_in(document: Document, faults: list[Problem]) -> tuple[dict[str, Recipient], list[Problem]]:
    """The recipients of recipients.yml that are right, by their ids; and its faults, those of its text too."""
    recipients: dict[str, Recipient] = {}
    found: list[Problem] = []
    for key in document.meta:
        recipient, wrong = validate(Recipient, document, (key,))
        if not SLUG.fullmatch(key):
            wrong.append(document.problem((key,), "bad-slug", found=key))
        elif recipient:
            recipients[key] = recipient
        found += wrong
    return recipients, faults + outside_of(faults, found)


def withdrawn_in(document: Document, faults: list[Problem]) -> tuple[Withdrawn | None, list[Problem]]:
    """The names of withdrawn.yml, or None where anything in it is wrong; and its faults, those of its text too."""
    return (None, faults) if faults else validate(Withdrawn, document)


def key_fault(data: bytes) -> str:
    """What is wrong with the file of a PGP key, as a code, or "": a secret one is never published (RFC 9580, 6.2)."""
    if b"PRIVATE KEY" in data:
        return "key-secret"
    return "" if data.startswith(KEY_BEGINNING) and len(data) <= KEY_LIMIT else "key-unreadable"


def _validated(entry: Entry) -> tuple[Entry, list[Problem]]:
    document = entry.document
    if entry.role == "source":
        source, problems = validate(SourcePage, document)
        values, lost = (source, frozenset[str]()) if source else read_partly(document)
        return replace(entry, page=source, values=values, lost=lost), problems
    # Facts in a translation are one fault, not an unknown key each.
    facts = [key for key in FOLDERS.values() if key in document.meta]
    page, problems = validate(TranslationPage, document)
    others = [problem for problem in problems if not (problem.code == "unknown-key" and problem.field in facts)]
    found = others + [document.problem((key,), "facts-in-translation", found=key) for key in facts]
    return replace(entry, page=page), found
