"""`emptychair add-image`: a picture without anything but its pixels, and its words on both pages of a case."""

import argparse
from pathlib import Path

from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out, complete, edited, plain
from emptychair.commands.common import FOUND, USAGE, Commands
from emptychair.commands.disk import Changes, read_some
from emptychair.editing.record_changes import in_step, with_photo, with_words_of_photo
from emptychair.editing.withdrawal import file_of
from emptychair.front_matter.yaml_writer import Value
from emptychair.images.metadata import INPUT_BYTES_LIMIT, PictureError, cleaned
from emptychair.load.content_tree import ASSETS
from emptychair.record.models import Case
from emptychair.rules.index import Entry
from emptychair.text.problems import one_line
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "add-image")
    words = Strings(say.language, "editing")
    parser.add_argument("file", type=Path, help=words("file"))
    parser.add_argument("case", help=words("case"))
    for flag in ("credit", "licence", "alt", "translated-alt", "caption", "translated-caption"):
        parser.add_argument(f"--{flag}", default="", help=words(f"flag-{flag}"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the picture anew and add it."""
    return carry_out(options, options.case, _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, case = session.case(options.case)
    _allow(session, case)
    translations = session.translations(entry)
    complete(
        options, session.say, ("credit", "licence", "alt", *(["translated_alt"] if translations else [])), ("caption",)
    )
    picture = _picture(session, options.file)
    name = f"{entry.path.rpartition('/')[2]}.jpg"
    if name in session.loaded.index.pictures:
        raise StoppedError(FOUND, session.say("picture-exists", name=name))
    changes: dict[str, bytes | None] = {
        f"{ASSETS}/{name}": picture,
        file_of(entry): _page(session, entry, name, options),
    }
    for translation in translations:
        changes[file_of(translation)] = _in_translation(session, entry, translation, options)
    return changes


def _allow(session: Session, case: Case) -> None:
    """A photo needs consent of its own, and a case has one."""
    if "photo" not in case.consent.scope:
        raise StoppedError(FOUND, session.say("photo-not-agreed"))
    if case.photo:
        raise StoppedError(FOUND, session.say("photo-exists", name=case.photo.file))


def _picture(session: Session, file: Path) -> bytes:
    try:
        data = read_some(file, INPUT_BYTES_LIMIT + 1)
    except OSError as error:
        raise StoppedError(USAGE, session.say("not-read", found=str(error))) from error
    try:
        return cleaned(data)
    except PictureError as error:
        raise StoppedError(FOUND, one_line(error.problem(str(file)), session.say.language)) from error


def _page(session: Session, entry: Entry, name: str, options: argparse.Namespace) -> bytes:
    given = {field: plain(getattr(options, field)) for field in ("credit", "licence", "alt", "caption")}
    photo: dict[str, Value] = {"file": name, **{field: value for field, value in given.items() if value}}
    return edited(file_of(entry), lambda: with_photo(session.text(entry), photo, session.today))


def _in_translation(session: Session, entry: Entry, translation: Entry, options: argparse.Namespace) -> bytes:
    """The translation with its words, as current as it was: the photo is all that is new in the source page."""
    given = {"alt": plain(options.translated_alt), "caption": plain(options.translated_caption)}
    words: dict[str, Value] = {field: value for field, value in given.items() if value}

    def edit() -> str:
        return with_words_of_photo(in_step(session.text(translation), entry.page, session.today), words, session.today)

    return edited(file_of(translation), edit)
