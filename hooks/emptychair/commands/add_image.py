"""`emptychair add-image`: a picture without anything but its pixels, and its words on both pages of a case."""

import argparse
from pathlib import Path

from emptychair.amendments import in_step, with_photo, with_words_of_photo
from emptychair.commands.changing import Desk, StoppedError, add_changing, carry_out, complete, edited, plain
from emptychair.commands.common import FOUND, USAGE, Commands
from emptychair.commands.disk import Changes, read_some
from emptychair.model import Case
from emptychair.picture_files import INPUT_BYTES_LIMIT, PictureError, cleaned
from emptychair.places import ASSETS
from emptychair.problems import one_line
from emptychair.rules.entries import Entry
from emptychair.strings import Strings
from emptychair.withdrawal import file_of
from emptychair.yaml_lines import Value


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


def _changes(desk: Desk, options: argparse.Namespace) -> Changes:
    entry, case = desk.case(options.case)
    _allow(desk, case)
    twins = desk.twins(entry)
    complete(options, desk.say, ("credit", "licence", "alt", *(["translated_alt"] if twins else [])), ("caption",))
    picture = _picture(desk, options.file)
    name = f"{entry.path.rpartition('/')[2]}.jpg"
    if name in desk.loaded.index.pictures:
        raise StoppedError(FOUND, desk.say("picture-exists", name=name))
    changes: dict[str, bytes | None] = {f"{ASSETS}/{name}": picture, file_of(entry): _page(desk, entry, name, options)}
    for twin in twins:
        changes[file_of(twin)] = _twin(desk, entry, twin, options)
    return changes


def _allow(desk: Desk, case: Case) -> None:
    """A photo needs consent of its own, and a case has one."""
    if "photo" not in case.consent.scope:
        raise StoppedError(FOUND, desk.say("photo-not-agreed"))
    if case.photo:
        raise StoppedError(FOUND, desk.say("photo-exists", name=case.photo.file))


def _picture(desk: Desk, file: Path) -> bytes:
    try:
        data = read_some(file, INPUT_BYTES_LIMIT + 1)
    except OSError as error:
        raise StoppedError(USAGE, desk.say("not-read", found=str(error))) from error
    try:
        return cleaned(data)
    except PictureError as error:
        raise StoppedError(FOUND, one_line(error.problem(str(file)), desk.say.language)) from error


def _page(desk: Desk, entry: Entry, name: str, options: argparse.Namespace) -> bytes:
    given = {field: plain(getattr(options, field)) for field in ("credit", "licence", "alt", "caption")}
    photo: dict[str, Value] = {"file": name, **{field: value for field, value in given.items() if value}}
    return edited(file_of(entry), lambda: with_photo(desk.text(entry), photo, desk.today))


def _twin(desk: Desk, entry: Entry, twin: Entry, options: argparse.Namespace) -> bytes:
    """The translation with its words, as current as it was: the photo is all that is new in the source page."""
    given = {"alt": plain(options.translated_alt), "caption": plain(options.translated_caption)}
    words: dict[str, Value] = {field: value for field, value in given.items() if value}

    def edit() -> str:
        return with_words_of_photo(in_step(desk.text(twin), entry.page, desk.today), words, desk.today)

    return edited(file_of(twin), edit)
