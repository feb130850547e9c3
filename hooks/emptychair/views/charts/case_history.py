"""What the time line of a case tells: its events on days of their own, runs of one situation, silence, legal limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.status import class_of
from emptychair.record.models import Event
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate, Span

MARKS = "timeline_marks"
DIED, FREE = "died", "free"
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class DatedMark:
    """An event on the line: its day, the first and last day that it may mean, its code in `timeline_marks`, or ""."""

    day: date
    earliest: date
    latest: date
    exact: bool
    word: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days in one class of status, told of by the record, or `silent`: without news."""

    start: date
    end: date
    class_code: str
    silent: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """The day on which the longest length of a status ended or ends, by the law as it was when the status began."""

    day: date
    status: str
    span: Span


def dated_marks(case: CaseAsOf, today: date) -> tuple[DatedMark, ...]:
    """The events of a case in the order of the file, which decides between partial dates: none before the last one."""
    found: list[DatedMark] = []
    status = stage = said = ""
    for event in case.facts.events:
        before = found[-1].day if found else date.min
        earliest, latest = _meant(event.date, before, today)
        middle = earliest + (latest - earliest) // 2 if event.date.earliest else latest
        day = min(max(before, middle), today)
        word = _word(event, status, stage)
        # What was said of the change before is not said again.
        found.append(DatedMark(day, earliest, latest, event.date.exact, "" if word == said else word))
        status, stage, said = event.status or status, event.stage or stage, word or said
    return tuple(found)


def _meant(day: PartialDate, before: date, today: date) -> tuple[date, date]:
    """The first and last day that a date may mean; "by then" reaches back to the event before it, at most a year."""
    latest = min(day.latest, today)
    earliest = day.earliest or max(before, latest - A_YEAR)
    return min(earliest, latest), latest


def _word(event: Event, status: str, stage: str) -> str:
    """The word for what changed with an event; of two changes that which stands first in the word list."""
    statuses, stages = _words("statuses"), _words("stages")
    found = [statuses[event.status]] if event.status != status and event.status in statuses else []
    found += [stages[event.stage]] if event.stage != stage and event.stage in stages else []
    return min(found)[1] if found else ""


@cache
def _words(key: str) -> Mapping[str | None, tuple[int, str]]:
    """The row of each status or stage in `timeline_marks`: its place in the list and its code."""
    rows = enumerate(vocabulary.terms(MARKS).values())
    return {code: (place, row.code) for place, row in rows for code in row.row.get(key, ())}


def stretches(case: CaseAsOf, marks: tuple[DatedMark, ...], today: date) -> Iterator[Stretch]:
    """Each stretch between two events, and that from the last to today; after a death there is none.

    News stands as long as its status may stand without further news; the rest is silent. Behind the newest news of
    all, everything is, but for who is free and of whom that is still told as a fact.
    """
    status = ""
    days = [mark.day for mark in marks[1:]]
    for event, mark, following in zip(case.facts.events, marks, [*days, None], strict=True):
        status = event.status or status
        class_code = class_of(status) if status else ""
        if not class_code or class_code == DIED:
            continue
        end = following or today
        silence = _told_until(status, mark.day, end) if following else _newest_news(case, class_code, mark.day, end)
        if silence > mark.day:
            yield Stretch(mark.day, silence, class_code, silent=False)
        if end > silence:
            yield Stretch(silence, end, class_code, silent=True)


def _told_until(status: str, day: date, end: date) -> date:
    """Until when a status is told of after an event, at most to the next event."""
    if class_of(status) == FREE or vocabulary.never_fades("statuses", status):
        return end
    fresh = vocabulary.fresh_for("statuses", status)
    return min(fresh.after(day), end) if fresh else end


def _newest_news(case: CaseAsOf, class_code: str, day: date, today: date) -> date:
    """The day of the newest news behind the last event."""
    if class_code == FREE and not case.known_standing.faded:
        return today
    return min(max(case.facts.as_of.latest, day), today)


def silent_since(case: CaseAsOf, today: date) -> PartialDate | None:
    """The day of the newest news, where what followed on it is silence on the line, or None."""
    standing = case.known_standing
    told = standing.last_class == DIED or (standing.last_class == FREE and not standing.faded)
    return None if told or case.facts.as_of.latest >= today else case.facts.as_of


def limits(case: CaseAsOf) -> Iterator[Limit]:
    """The legal limits that the person had reached, or has not yet: one that ended before its status did, none else.

    A limit runs from the event that began the status; to be told of again renews nothing. It is cited only where the
    word list has the text of the law that was in force then.
    """
    events = [event for event in case.facts.events if event.status]
    for number, event in enumerate(events):
        code = str(event.status)
        span, begun = vocabulary.legal_maximum(code), event.date.latest
        again = number > 0 and events[number - 1].status == code
        if again or span is None or not vocabulary.limit_applies(code, begun):
            continue
        other = next((one for one in events[number:] if one.status != code), None)
        if other is None or other.date.latest >= span.after(begun):
            yield Limit(span.after(begun), code, span)
