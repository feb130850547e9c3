"""Rules about facts and the sources on which they rest: what cannot be, or hardly can.

Each is switched off for a page by a reason in words (reasons.py).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import Case, Event, Source
from emptychair.rules.case_facts import class_of, is_release, may_be_told, whole_case, with_status
from emptychair.rules.index import Entry, Index
from emptychair.text.dates import PartialDate
from emptychair.text.problems import Problem

SIGNS = 2
# East of the date line it is already tomorrow.
TIME_ZONES = timedelta(days=1)


def sources_are_not_older(entry: Entry, index: Index) -> Iterator[Problem]:
    """A source does not tell of what happened after it was published; where accounts differ, one may say less."""
    case = whole_case(entry)
    for number, event in enumerate(case.events if case else ()):
        named = _named(case, event) if case else {}
        older = {name: source for name, source in named.items() if _older(source, event.date)}
        at: Path = ("case", "events", number, "sources")
        for name, source in older.items():
            values = {"source": name, "found": str(source.date), "date": str(event.date)}
            if len(older) == len(named):
                yield entry.document.problem(at, "event-after-its-sources", **values)
                break
            if event.verification != "disputed":
                yield entry.document.problem(at, "source-older-than-event", **values)


def _named(case: Case, event: Event) -> dict[str, Source]:
    """The sources of an event by their ids: where a case has one source, its events need not name it."""
    return {name: case.sources[name] for name in event.sources or tuple(case.sources) if name in case.sources}


def _older(source: Source, day: PartialDate) -> bool:
    """Was a source certainly published before a day?"""
    if source.date is None or day.earliest is None or not source.date.certainly_before(day):
        return False
    return source.date.latest + TIME_ZONES < day.earliest


def news_rests_on_a_source(entry: Entry, index: Index) -> Iterator[Problem]:
    """`as_of` is the date of the newest news, so some source or event is as new."""
    case = whole_case(entry)
    if case is None or any(source.date is None for source in case.sources.values()):
        return
    known = [source.date for source in case.sources.values() if source.date]
    known += [event.reported or event.date for event in case.events]
    if all(day.certainly_before(case.as_of) for day in known):
        newest = max(known, key=lambda day: day.latest)
        values = {"found": str(case.as_of), "newest": str(newest)}
        yield entry.document.problem(("case", "as_of"), "news-without-source", **values)


def a_release_has_two_signs(entry: Entry, index: Index) -> Iterator[Problem]:
    """A release that stands rests on two published signs that do not depend on each other, or the person's own word."""
    yield from _signs(entry, "release-on-one-source", lambda event: is_release(event.status) and may_be_told(event))


def a_death_has_two_signs(entry: Entry, index: Index) -> Iterator[Problem]:
    """A death rests on two published signs that do not depend on each other, and is never told here first."""
    yield from _signs(entry, "death-on-one-source", lambda event: class_of(event.status) == "died")


def _signs(entry: Entry, code: str, concerned: Callable[[Event], bool]) -> Iterator[Problem]:
    case = whole_case(entry)
    # What was overtaken by a new detention is told in the past tense, and asks nobody to stop writing.
    for number, event in with_status(case)[-1:] if case else ():
        if case and concerned(event) and _independent(_named(case, event).values()) < SIGNS:
            yield entry.document.problem(("case", "events", number), code)


def _independent(sources: Iterable[Source]) -> int:
    """How many sources do not come from one publisher: those without one count by address or title."""
    return len({(source.publisher or source.url or source.title).casefold() for source in sources})


RULES = (
    sources_are_not_older,
    news_rests_on_a_source,
    a_release_has_two_signs,
    a_death_has_two_signs,
)
