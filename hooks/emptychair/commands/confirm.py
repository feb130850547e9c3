"""`emptychair confirm`: a newer source says that what the record tells of a case is still so."""

import argparse

from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out, edited, plain
from emptychair.commands.common import FOUND, USAGE, Commands
from emptychair.commands.disk import Changes
from emptychair.commands.sources import add_source_flags, put_source
from emptychair.editing.record_changes import in_step, is_newer, with_news
from emptychair.editing.withdrawal import file_of
from emptychair.record.models import Case
from emptychair.text.dates import PartialDate, parse_partial_date
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "confirm")
    words = Strings(say.language, "editing")
    parser.add_argument("case", help=words("case"))
    add_source_flags(parser, words)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Set the date of the newest news to that of the source."""
    return carry_out(options, options.case, _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, case = session.case(options.case)
    if len(options.source) != 1:
        raise StoppedError(USAGE, session.say("one-source"))
    newest = _date_of(options, case, session.say)
    if not is_newer(newest, case):
        values = {"source": options.source[0], "date": newest, "as_of": case.as_of}
        raise StoppedError(FOUND, session.say("source-not-newer", **values))

    def edit() -> str:
        return with_news(put_source(session.text(entry), options, case, session.say), newest, session.today)

    return {file_of(entry): edited(file_of(entry), edit), **translations_in_step(session, options.case)}


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


def _date_of(options: argparse.Namespace, case: Case, say: Strings) -> PartialDate:
    (source_id,) = options.source
    known = case.sources.get(source_id)
    if known and known.date:
        return known.date
    if known or not options.source_date:
        raise StoppedError(FOUND, say("source-without-date", source=source_id))
    try:
        return parse_partial_date(plain(options.source_date))
    except ValueError:
        raise StoppedError(FOUND, say("bad-source-date", found=options.source_date)) from None
