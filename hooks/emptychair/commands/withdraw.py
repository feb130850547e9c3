"""`emptychair withdraw`: the withdrawal of a person: their pages go, and what hangs on them."""

import argparse
import secrets
import sys

from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out
from emptychair.commands.common import USAGE, Commands
from emptychair.commands.disk import Changes
from emptychair.editing.withdrawal import Withdrawal, file_of, withdrawal_of
from emptychair.load.content_tree import RECIPIENTS, SETTINGS, WITHDRAWN
from emptychair.load.load import read_page
from emptychair.record import withdrawn_names
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "withdraw")
    words = Strings(say.language, "editing")
    parser.add_argument("case", help=words("case"))
    parser.add_argument("--yes", action="store_true", help=words("flag-yes"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Delete, and say what is left elsewhere."""
    return carry_out(options, options.case, _changes, "withdraw-elsewhere")


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, case = session.case(options.case)
    pages = [file_of(one) for one in session.loaded.index]
    read = {path: read_page(session.content, path) for path in (*pages, SETTINGS, RECIPIENTS)}
    plan = withdrawal_of(entry.path.rpartition("/")[2], case, session.loaded.index, read)
    _show(session, plan)
    if not options.yes:
        _ask(session.say)
    changes: dict[str, bytes | None] = {WITHDRAWN: _register(session, plan.names).encode()}
    changes |= {path: text.encode() for path, text in plan.changed.items()}
    return changes | dict.fromkeys(plan.gone)


def _show(session: Session, plan: Withdrawal) -> None:
    base = session.content.name
    print(session.say("withdraw-goes"), *(f"  {base}/{path}" for path in plan.gone), sep="\n")
    if plan.changed:
        print(session.say("withdraw-changes"), *(f"  {base}/{path}" for path in plan.changed), sep="\n")
    if plan.mentions:
        left = (f"  {base}/{one.path}:{one.line}" for one in plan.mentions)
        print(session.say("withdraw-mentions"), *left, sep="\n")


def _ask(say: Strings) -> None:
    if not sys.stdin.isatty():
        raise StoppedError(USAGE, say("withdraw-needs-yes"))
    if input(say("withdraw-ask", word=say("withdraw-word")) + " ").strip().lower() != say("withdraw-word"):
        raise StoppedError(USAGE, say("nothing-changed"))


def _register(session: Session, names: tuple[str, ...]) -> str:
    """content/withdrawn.yml with these names, explained in every language of the site."""
    salt = secrets.token_hex(withdrawn_names.SALT_BYTES)
    register = withdrawn_names.with_names(session.loaded.index.withdrawn, salt, names)
    comments = [Strings(language, "editing")("withdrawn-file") for language in session.loaded.index.languages]
    return withdrawn_names.text_of(register, comments)
