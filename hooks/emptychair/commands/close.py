"""`emptychair close`: what became of an action, for one of its cases or for all that are left."""

import argparse

from emptychair.commands.block_form import add_words_options, changes_of, fill, form_of, page_texts, which
from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out
from emptychair.commands.common import FOUND, Commands
from emptychair.commands.disk import Changes
from emptychair.commands.sources import add_ask
from emptychair.text.strings import Strings

OUTCOMES = ("closed", "closed-positive")


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "close")
    words = Strings(say.language, "editing")
    parser.add_argument("action", nargs="?", help=words("action"))
    parser.add_argument("--outcome", choices=OUTCOMES, default="", help=words("flag-outcome"))
    parser.add_argument("--text", default="", help=words("flag-outcome-text"))
    add_words_options(parser, "outcome", say.language)
    parser.add_argument("--case", action="append", default=[], metavar="CASE", help=words("flag-case"))
    parser.add_argument("--date", default="", help=words("flag-outcome-date"))
    parser.add_argument("--source", action="append", default=[], metavar="ID", help=words("flag-source"))
    add_ask(parser, words)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the outcome."""
    return carry_out(options, options.action or "", _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, action = session.action(which(session, options, "actions"))
    closed = {outcome.case for outcome in action.outcomes}
    if not options.case and closed >= set(action.cases):
        raise StoppedError(FOUND, session.say("all-closed"))
    page = page_texts(session, entry)
    form = form_of(session, "outcome", page, entry, "close")
    fill(session, form, options, ("outcome", "text"))
    return changes_of(page, form)
