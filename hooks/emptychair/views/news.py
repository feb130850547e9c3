"""An update, a report."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from emptychair.as_of.snapshot import update_day
from emptychair.record.campaign import Record, Text
from emptychair.record.models import Statistic
from emptychair.views.context import Context, Link, SourceView, numbers_of, sources_of
from emptychair.views.deadlines import deadline_end, ended_line, ended_words
from emptychair.views.entered import entered_on
from emptychair.views.formatting import number_in_words
from emptychair.views.links import link_to_action, links_to_cases


@dataclass(frozen=True)
class UpdateView:
    """News, a statement, an event."""

    title: Text
    description: Text
    date: str
    kind: Text
    byline: Text
    when: str
    place: Text
    people: tuple[Link, ...]
    actions: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    # That an action to which it invites is past, with the day, for each of them.
    ended: tuple[Text, ...]
    # The same of open ones, for a reader who comes later: from which moment (UTC, ISO 8601), and the sentence.
    ending: tuple[tuple[str, Text], ...]
    # The day on which it entered this site, where that is long after its own, or "".
    entered: str


@dataclass(frozen=True)
class StatisticView:
    """A figure with what it counts, and the length of its bar, of 100: of all for a percentage, else of the largest."""

    id: str
    number: str
    length: int
    text: Text
    as_of: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class ReportView:
    """A long document: its figures, its people, where the original is."""

    title: Text
    description: Text
    published: str
    publisher: Text
    download: str
    statistics: tuple[StatisticView, ...]
    people: tuple[Link, ...]
    sources: tuple[SourceView, ...]


def update_view(context: Context, record: Record[Any]) -> UpdateView:
    """The page of an update."""
    facts, language = record.facts, context.language
    event = facts.event
    when = context.day(event.date) if event else ""
    actions = [one for slug in facts.actions if (one := context.snapshot.actions[slug]).listed]
    return UpdateView(
        title=record.title(language),
        description=record.description(language),
        date=context.day(update_day(record)),
        kind=context.label("update_kinds", facts.kind),
        byline=record.words(language, facts.byline, "byline"),
        when=context.say("date-and-time", date=when, time=event.time) if event and event.time else when,
        place=record.words(language, facts.place, "place"),
        people=links_to_cases(context, facts.cases),
        actions=tuple(link_to_action(context, action) for action in actions),
        sources=sources_of(context, record, facts.sources),
        ended=tuple(ended_line(context, action) for action in actions if action.past),
        ending=tuple(
            (deadline_end(context, action), ended_words(context, action)) for action in actions if action.open
        ),
        entered=entered_on(context, update_day(record), record.added),
    )


def report_view(context: Context, record: Record[Any]) -> ReportView:
    """The page of a report."""
    facts, language = record.facts, context.language
    sources = sources_of(context, record, facts.sources)
    return ReportView(
        title=record.title(language),
        description=record.description(language),
        published=context.day(facts.published),
        publisher=record.words(language, facts.publisher, "publisher"),
        download=facts.download or "",
        statistics=tuple(
            StatisticView(
                one.id,
                number_in_words(one.number, one.unit, language),
                _bar(one, facts.statistics),
                record.words(language, one.text, "statistics", one.id, "text"),
                context.day(one.as_of) if one.as_of else "",
                numbers_of(sources, one.sources),
            )
            for one in facts.statistics
        ),
        people=links_to_cases(context, facts.cases),
        sources=sources,
    )


def _bar(one: Statistic, every: Iterable[Statistic]) -> int:
    """The length of the bar of a figure, of 100; what is above nothing is seen."""
    number = float(one.number)
    largest = 100.0 if one.unit == "percent" else max(float(other.number) for other in every if other.unit == one.unit)
    return min(100, max(1, round(100 * number / largest))) if number else 0
