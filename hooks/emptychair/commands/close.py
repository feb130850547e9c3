"""`emptychair close`: what became of an action, for one of its cases or for all that are left."""

import argparse

from emptychair.amendments import free_id, with_outcome
from emptychair.commands.changing import Desk, StoppedError, add_changing, carry_out, complete, edited, plain
from emptychair.commands.common import FOUND, Commands
from emptychair.commands.disk import Changes
from emptychair.model import Action
from emptychair.strings import Strings
from emptychair.withdrawal import file_of
from emptychair.yaml_lines import Value

OUTCOMES = ("closed", "closed-positive")


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "close")
    words = Strings(say.language, "editing")
    parser.add_argument("action", help=words("action"))
    parser.add_argument("--outcome", choices=OUTCOMES, default="", help=words("flag-outcome"))
    parser.add_argument("--text", default="", help=words("flag-outcome-text"))
    parser.add_argument("--case", action="append", default=[], metavar="CASE", help=words("flag-case"))
    parser.add_argument("--date", default="", help=words("flag-outcome-date"))
    parser.add_argument("--source", action="append", default=[], metavar="ID", help=words("flag-source"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the outcome."""
    return carry_out(options, options.action, _changes)


def _changes(desk: Desk, options: argparse.Namespace) -> Changes:
    entry, action = desk.action(options.action)
    complete(options, desk.say, ("outcome", "text"))
    told = [outcome.case for outcome in action.outcomes]
    cases = options.case or [case for case in action.cases if case not in told]
    if not cases:
        raise StoppedError(FOUND, desk.say("all-closed"))
    date = options.date or desk.today.isoformat()

    def edit() -> str:
        text = desk.text(entry)
        for number, case in enumerate(cases, len(action.outcomes)):
            text = with_outcome(text, _outcome(options, action, case, date), number, desk.today)
        return text

    return {file_of(entry): edited(file_of(entry), edit)}


def _outcome(options: argparse.Namespace, action: Action, case: str, date: str) -> dict[str, Value]:
    outcome: dict[str, Value] = {
        "id": free_id(case, [one.id for one in action.outcomes]),
        "case": case,
        "state": options.outcome,
        "date": date,
        "text": plain(options.text),
    }
    return {**outcome, "sources": options.source} if options.source else outcome
