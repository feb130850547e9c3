"""`emptychair add-mark`: the mark or the favicon of a campaign, without anything but its shapes or pixels."""

import argparse
from pathlib import Path

from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out, edited
from emptychair.commands.common import FOUND, USAGE, Commands
from emptychair.commands.disk import Changes, read_some
from emptychair.editing.look import with_mark
from emptychair.images.marks import taken_in
from emptychair.images.metadata import INPUT_BYTES_LIMIT, PictureError
from emptychair.load.content_tree import ASSETS, SETTINGS
from emptychair.load.load import read_page
from emptychair.rules.index import Index
from emptychair.rules.pictures import shown_by
from emptychair.text.problems import one_line
from emptychair.text.strings import Strings

# The key in `look` by the name of the file that it gets.
ROLES = {"mark": "mark", "favicon": "favicon", "mark-on-cards": "mark_on_cards"}


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "add-mark")
    words = Strings(say.language, "editing")
    parser.add_argument("file", type=Path, help=words("mark-file"))
    parser.add_argument("--as", dest="name", choices=ROLES, default="mark", help=words("flag-as"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the mark anew and name it in the settings."""
    return carry_out(options, "", _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    suffix, data = _mark(session, options.file)
    name, role = f"{options.name}{suffix}", ROLES[options.name]
    index = session.loaded.index
    before = index.settings.text_at(("look", role))
    if name in index.pictures and name != before:
        raise StoppedError(FOUND, session.say("picture-exists", name=name))
    text = read_page(session.content, SETTINGS)
    changes: dict[str, bytes | None] = {
        f"{ASSETS}/{name}": data,
        SETTINGS: edited(SETTINGS, lambda: with_mark(text, role, name)),
    }
    if before != name and _is_shown_no_more(index, before, role):
        changes[f"{ASSETS}/{before}"] = None
    return changes


def _is_shown_no_more(index: Index, file: str, role: str) -> bool:
    """Is a file that was the mark there, and shown by no page and in no other role of the look?"""
    others = {index.settings.text_at(("look", one)) for one in ROLES.values() if one != role}
    return file in index.pictures.difference(others, *map(shown_by, index))


def _mark(session: Session, file: Path) -> tuple[str, bytes]:
    try:
        data = read_some(file, INPUT_BYTES_LIMIT + 1)
    except OSError as error:
        raise StoppedError(USAGE, session.say("not-read", found=str(error))) from error
    try:
        return taken_in(data)
    except PictureError as error:
        raise StoppedError(FOUND, one_line(error.problem(str(file)), session.say.language)) from error
