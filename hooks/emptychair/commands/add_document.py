"""`emptychair add-document`: a judgment or a notice as pictures of its pages, without anything but their pixels."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out, complete, edited, plain
from emptychair.commands.common import FOUND, USAGE, Commands
from emptychair.commands.disk import Changes, read_some
from emptychair.editing.record_changes import free_id, in_step, with_item, with_reason, with_words
from emptychair.editing.withdrawal import file_of
from emptychair.front_matter.yaml_writer import Value
from emptychair.images.metadata import INPUT_BYTES_LIMIT, PictureError
from emptychair.images.scans import PAGES_LIMIT, pages_of
from emptychair.load.content_tree import ASSETS
from emptychair.record.models import Case
from emptychair.rules.index import Entry
from emptychair.text.problems import one_line
from emptychair.text.strings import Strings

BLOCK, RULE = "documents", "document-shows-others"
WORDS = ("title", "issuer", "text")


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "add-document")
    words = Strings(say.language, "editing")
    parser.add_argument("files", nargs="+", type=Path, metavar="file", help=words("document-files"))
    parser.add_argument("case", help=words("case"))
    translated = [f"translated-{name}" for name in WORDS]
    for flag in ("title", "issuer", "date", "language", "id", "text", "source", *translated, "blacked-out"):
        parser.add_argument(f"--{flag}", default="", help=words(f"flag-document-{flag}"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the pages anew and add them."""
    return carry_out(options, options.case, _changes, "look-at-pages")


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, case = session.case(options.case)
    translations = session.translations(entry)
    needed = ("title", "language", "blacked_out", *(["translated_title"] if translations else []))
    complete(options, session.say, needed, ("issuer", "date", *(["translated_issuer"] if translations else [])))
    pages = [page for file in options.files for page in _pages(session, file)]
    if len(pages) > PAGES_LIMIT:
        raise StoppedError(USAGE, session.say("document-pages", limit=PAGES_LIMIT, found=len(pages)))
    document_id = free_id(options.id or "document", [one.id for one in case.documents])
    names = list(_names(session, entry, document_id, len(pages)))
    item = _item(options, document_id, names)
    changes: dict[str, bytes | None] = {f"{ASSETS}/{name}": page for name, page in zip(names, pages, strict=True)}
    changes[file_of(entry)] = edited(file_of(entry), lambda: _page(session, entry, case, item, options))
    for translation in translations:
        changes[file_of(translation)] = _in_translation(session, entry, translation, document_id, options)
    return changes


def _pages(session: Session, file: Path) -> list[bytes]:
    try:
        return pages_of(read_some(file, INPUT_BYTES_LIMIT + 1))
    except OSError as error:
        raise StoppedError(USAGE, session.say("not-read", found=str(error))) from error
    except PictureError as error:
        raise StoppedError(FOUND, one_line(error.problem(str(file)), session.say.language)) from error


def _names(session: Session, entry: Entry, document_id: str, count: int) -> Iterator[str]:
    """The files of the pages: that of the case, the id of the document, the number of the page."""
    for number in range(1, count + 1):
        name = f"{entry.path.rpartition('/')[2]}-{document_id}-{number}.jpg"
        if name in session.loaded.index.pictures:
            raise StoppedError(FOUND, session.say("picture-exists", name=name))
        yield name


def _item(options: argparse.Namespace, document_id: str, names: list[str]) -> dict[str, Value]:
    given = {name: plain(getattr(options, name)) for name in ("title", "issuer", "date", "language", "text")}
    item: dict[str, Value] = {"id": document_id, **{name: text for name, text in given.items() if text}, "pages": names}
    # As the models have them: text is behind pages.
    text = item.pop("text", "")
    sources = {"sources": [options.source]} if options.source else {}
    return {**item, **({"text": text} if text else {}), **sources}


def _page(session: Session, entry: Entry, case: Case, item: Mapping[str, Value], options: argparse.Namespace) -> str:
    text = with_item(session.text(entry), BLOCK, item, len(case.documents), session.today)
    return with_reason(text, RULE, plain(options.blacked_out))


def _in_translation(
    session: Session, entry: Entry, translation: Entry, document_id: str, options: argparse.Namespace
) -> bytes:
    """The translation with its words, as current as it was."""
    given = {name: plain(getattr(options, f"translated_{name}")) for name in WORDS}
    words = {name: text for name, text in given.items() if text}

    def edit() -> str:
        return with_words(in_step(session.text(translation), entry.page, session.today), (BLOCK, document_id), words)

    return edited(file_of(translation), edit)
