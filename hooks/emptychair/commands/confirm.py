"""`emptychair confirm`: a newer source says that what the record tells of a case is still so."""

import argparse

from emptychair.commands.block_form import BlockForm, changes_of, fill, form_of, page_texts, which
from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out
from emptychair.commands.common import FOUND, USAGE, Commands
from emptychair.commands.disk import Changes
from emptychair.commands.prompt import can_ask
from emptychair.commands.sources import add_source_flags
from emptychair.editing.record_changes import in_step, is_newer
from emptychair.editing.withdrawal import file_of
from emptychair.record.models import Case
from emptychair.text.dates import PartialDate, parse_partial_date
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "confirm")
    words = Strings(say.language, "editing")
    parser.add_argument("case", nargs="?", help=words("case"))
    add_source_flags(parser, words)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Set the date of the newest news to that of the source."""
    return carry_out(options, options.case or "", _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, case = session.case(which(session, options, "cases"))
    if len(options.source) != 1 and not (can_ask() and not options.source):
        raise StoppedError(USAGE, session.say("one-source"))
    page = page_texts(session, entry)
    form = form_of(session, "news", page, entry, "confirm")
    if not fill(session, form, options, ("source",)):
        _refuse_what_is_not_newer(form, options, case, session.say)
    return changes_of(page, form)


def translations_in_step(session: Session, name: str) -> Changes:
    """The translations of a case that gets no new word, as current as they were."""
    entry, _ = session.case(name)
    found: dict[str, bytes | None] = {}
    for translation in session.translations(entry):
        old = session.text(translation)
        new = in_step(old, entry.page, session.today)
        if new != old:
            found[file_of(translation)] = new.encode()
    return found


def _refuse_what_is_not_newer(form: BlockForm, options: argparse.Namespace, case: Case, say: Strings) -> None:
    """Stop where the one source that was given has no date, or none that is certainly newer than the newest news."""
    (source_id,) = options.source
    newest = _date_of(form, source_id, case, say)
    if not is_newer(newest, case):
        values = {"source": source_id, "date": newest, "as_of": case.as_of}
        raise StoppedError(FOUND, say("source-not-newer", **values))


def _date_of(form: BlockForm, source_id: str, case: Case, say: Strings) -> PartialDate:
    known, typed = case.sources.get(source_id), form.answers.get("source-date", "")
    if known and known.date:
        return known.date
    if known or not typed:
        raise StoppedError(FOUND, say("source-without-date", source=source_id))
    try:
        return parse_partial_date(typed)
    except ValueError:
        raise StoppedError(FOUND, say("bad-source-date", found=typed)) from None
