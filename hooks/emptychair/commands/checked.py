"""`emptychair checked`: an editor looked for news of a case and found nothing newer."""

import argparse

from emptychair.amendments import with_look
from emptychair.commands.changing import Desk, StoppedError, add_changing, carry_out, edited
from emptychair.commands.common import USAGE, Commands
from emptychair.commands.confirm import twins_in_step
from emptychair.commands.disk import Changes
from emptychair.dates import parse_day
from emptychair.strings import Strings
from emptychair.withdrawal import file_of


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "checked")
    words = Strings(say.language, "editing")
    parser.add_argument("case", help=words("case"))
    parser.add_argument("--on", default="", metavar="DAY", help=words("flag-on"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Set the day of the look."""
    return carry_out(options, options.case, _changes)


def _changes(desk: Desk, options: argparse.Namespace) -> Changes:
    entry, case = desk.case(options.case)
    try:
        looked = parse_day(options.on) if options.on else desk.today
    except ValueError:
        raise StoppedError(USAGE, Strings(desk.say.language, "commands")("no-day", found=options.on)) from None
    path = file_of(entry)
    new = edited(path, lambda: with_look(desk.text(entry), case, looked, desk.today))
    return {path: new, **twins_in_step(desk, options.case)}
