"""An update, a report."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from emptychair.as_of.snapshot import update_day
from emptychair.record.campaign import Record, Text
from emptychair.record.models import Statistic
from emptychair.views.context import Context, Link, SourceView, numbers_of, sources_of
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
    publisher: str
    download: str
    statistics: tuple[StatisticView, ...]
    people: tuple[Link, ...]
    sources: tuple[SourceView, ...]


def update_view(context: Context, record: Record[Any]) -> UpdateView:
    """The page of an update."""
    facts, language = record.facts, context.language
    event = facts.event
    when = context.day(event.date) if event else ""
    return UpdateView(
        title=record.title(language),
        description=record.description(language),
        date=context.day(update_day(record)),
        kind=context.label("update_kinds", facts.kind),
        byline=record.words(language, facts.byline, "byline"),
        when=context.say("date-and-time", date=when, time=event.time) if event and event.time else when,
        place=record.words(language, facts.place, "place"),
        people=links_to_cases(context, facts.cases),
        actions=tuple(
            link_to_action(context, context.snapshot.actions[slug])
            for slug in facts.actions
            if context.snapshot.actions[slug].listed
        ),
        sources=sources_of(context, record, facts.sources),
    )


def report_view(context: Context, record: Record[Any]) -> ReportView:
    """The page of a report."""
    facts, language = record.facts, context.language
    sources = sources_of(context, record, facts.sources)
    return ReportView(
        title=record.title(language),
        description=record.description(language),
        published=context.day(facts.published),
        publisher=facts.publisher or "",
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
