"""Files of gettext (PO), which translators' tools read: each text by its id, with its source text beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO, StringIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, unescape, write_po

FUZZY = "fuzzy"
# How a comment goes on that holds the source text of which a translation was made.
BEFORE = "|"
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: {project}\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


@dataclass(frozen=True)
class PoEntry:
    """One text of a PO file: its id (`msgctxt`), its source text, its translation, or "".

    `unsure`: is it marked as fuzzy? `notes` are for translators, `comments` are theirs, `before` is the source text of
    which it was made, where that is another one, `line` is where it stands, from 1.
    """

    id: str
    source: str
    text: str = ""
    unsure: bool = False
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    before: str = ""
    line: int = 1


def read_entries(text: str) -> tuple[list[PoEntry], int]:
    """The texts of a PO file, and the line at which it cannot be read, or 0."""
    try:
        catalog = read_po(StringIO(text), abort_invalid=True)
    except PoFileError as error:
        return [], error.lineno + 1
    # What Babel does not expect of a file raises whatever comes of it, and tells no line.
    except (ValueError, LookupError, TypeError, AttributeError):
        return [], 1
    return [_entry(message) for message in catalog if message.id], 0


def _entry(message: Message) -> PoEntry:
    source, text = (one if isinstance(one, str) else "" for one in (message.id, message.string))
    notes, line = tuple(message.auto_comments), message.lineno or 1
    # Babel takes the source text of before for a comment.
    comments = tuple(one for one in message.user_comments if not one.startswith(BEFORE))
    parts = (one.partition('"') for one in message.user_comments if one.startswith(BEFORE))
    before = "".join(unescape(f'"{rest}') for _, quote, rest in parts if quote)
    return PoEntry(message.context or "", source, text, message.fuzzy, notes, comments, before, line)


def po_text(project: str, language: str, about: str, entries: Iterable[PoEntry]) -> str:
    """A PO file: what it is as a comment (`about`), its head, and the texts in their order."""
    catalog = Catalog(fuzzy=False)
    for one in entries:
        flags = [FUZZY] if one.unsure else []
        before = [one.before] if one.before else []
        catalog.add(one.source, one.text, (), flags, one.notes, one.comments, before, context=one.id)
    written = BytesIO()
    # Lines are not broken: a changed word is a changed line.
    write_po(written, catalog, width=0, omit_header=True, include_previous=True)
    comments = "".join(f"# {line}\n" for line in about.splitlines())
    return f"{comments}{HEADER.format(project=project, language=language)}\n{written.getvalue().decode()}"
