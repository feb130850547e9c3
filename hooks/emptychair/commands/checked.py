"""`emptychair checked`: an editor looked for news of a case and found nothing newer."""

import argparse

from emptychair.commands.block_form import which
from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out, edited
from emptychair.commands.common import USAGE, Commands
from emptychair.commands.confirm import translations_in_step
from emptychair.commands.disk import Changes
from emptychair.editing.record_changes import with_look
from emptychair.editing.withdrawal import file_of
from emptychair.text.dates import parse_day
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "checked")
    words = Strings(say.language, "editing")
    parser.add_argument("case", nargs="?", help=words("case"))
    parser.add_argument("--on", default="", metavar="DAY", help=words("flag-on"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Set the day of the look."""
    return carry_out(options, options.case or "", _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    name = which(session, options, "cases")
    entry, case = session.case(name)
    try:
        looked = parse_day(options.on) if options.on else session.today
    except ValueError:
        raise StoppedError(USAGE, Strings(session.say.language, "commands")("no-day", found=options.on)) from None
    path = file_of(entry)
    new = edited(path, lambda: with_look(session.text(entry), case, looked, session.today))
    return {path: new, **translations_in_step(session, name)}
