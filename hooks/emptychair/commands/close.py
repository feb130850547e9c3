"""`emptychair close`: what became of an action, for one of its cases or for all that are left."""

import argparse

from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out, complete, edited, plain
from emptychair.commands.common import FOUND, Commands
from emptychair.commands.disk import Changes
from emptychair.editing.record_changes import free_id, with_outcome
from emptychair.editing.withdrawal import file_of
from emptychair.front_matter.yaml_writer import Value
from emptychair.record.models import Action
from emptychair.text.strings import Strings

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


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, action = session.action(options.action)
    complete(options, session.say, ("outcome", "text"))
    closed = [outcome.case for outcome in action.outcomes]
    cases = options.case or [case for case in action.cases if case not in closed]
    if not cases:
        raise StoppedError(FOUND, session.say("all-closed"))
    date = options.date or session.today.isoformat()

    def edit() -> str:
        text = session.text(entry)
        for number, case in enumerate(cases, len(action.outcomes)):
            text = with_outcome(text, _outcome(options, action, case, date), number, session.today)
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
