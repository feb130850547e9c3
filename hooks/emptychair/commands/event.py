"""`emptychair event`: a dated event of a case, put where it belongs."""

import argparse

from emptychair.commands.changing import Session, add_changing, carry_out, complete, edited, plain
from emptychair.commands.common import Commands
from emptychair.commands.disk import Changes
from emptychair.commands.sources import add_source_flags, complete_source, put_source
from emptychair.editing.record_changes import free_id, with_event
from emptychair.editing.withdrawal import file_of
from emptychair.front_matter.yaml_writer import Value
from emptychair.record.models import Case
from emptychair.text.strings import Strings

# The fields of an event in the order in which they are written.
FIELDS = ("date", "reported", "status", "stage", "release_type", "how", "text", "verification")


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "event")
    words = Strings(say.language, "editing")
    parser.add_argument("case", help=words("case"))
    for field in FIELDS:
        parser.add_argument(f"--{field.replace('_', '-')}", default="", help=words(f"flag-{field.replace('_', '-')}"))
    parser.add_argument("--id", default="", help=words("flag-id"))
    add_source_flags(parser, words)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the event."""
    return carry_out(options, options.case, _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, case = session.case(options.case)
    complete(options, session.say, ("date", "text"), ("status", "stage"))
    complete_source(options, case, session.say)
    event, path = _event(options, case), file_of(entry)

    def edit() -> str:
        text = put_source(session.text(entry), options, case, session.say)
        return with_event(text, case, event, session.today)

    return {path: edited(path, edit)}


def _event(options: argparse.Namespace, case: Case) -> dict[str, Value]:
    wanted = options.id or options.status or options.stage or "event"
    taken = [] if options.id else [event.id for event in case.events]
    given = {field: plain(getattr(options, field)) for field in FIELDS}
    fields: dict[str, Value] = {field: value for field, value in given.items() if value}
    sources: dict[str, Value] = {"sources": options.source} if options.source else {}
    return {"id": free_id(wanted, taken), **fields, **sources}
