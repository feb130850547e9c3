"""Lists: the status index, one list per term, actions, the archive, updates, reports. Paginated by routes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.routes import FACETS, address_of
from emptychair.as_of.snapshot import update_day
from emptychair.as_of.status import UNKNOWN
from emptychair.record.campaign import Record, Text
from emptychair.record.reserved_urls import STATUS_DATA
from emptychair.text import vocabulary
from emptychair.views.charts.deadline_strip import DeadlineStrip, deadline_strip
from emptychair.views.charts.people import PeopleCharts, people_charts
from emptychair.views.context import Context, Link
from emptychair.views.deadlines import deadline_end, deadline_line, state_label
from emptychair.views.entered import entered_on
from emptychair.views.links import links_to_cases
from emptychair.views.status import CaseCard, card_of

Row = TypeVar("Row")


@dataclass(frozen=True)
class Pager:
    """Where a page stands in a list of several: links to all of them, and which one this is."""

    page: int
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Group:
    """A part of a list below a heading; `shape` for classes of status."""

    id: str
    heading: Text
    shape: str
    note: Text
    href: str
    cards: tuple[CaseCard, ...]
    groups: tuple["Group", ...] = ()


@dataclass(frozen=True)
class StatusIndexView:
    """The status index: classes, in each its statuses; the legend says what the shapes mean, with counts.

    `data` is the address of what the filter reads.
    """

    groups: tuple[Group, ...]
    legend: tuple[tuple[str, Text, Text, int], ...]
    empty: tuple[Text, ...]
    terms: tuple[tuple[Text, tuple[tuple[Link, int], ...]], ...]
    data: str
    pager: Pager
    charts: PeopleCharts | None = None


@dataclass(frozen=True)
class FacetView:
    """The cases of one term."""

    facet: Text
    term: Text
    cards: tuple[CaseCard, ...]
    count: Text
    pager: Pager


@dataclass(frozen=True)
class ActionCard:
    """An action in a list."""

    title: Link
    description: Text
    state: Text
    code: str
    line: Text
    ends: str
    people: tuple[Link, ...]
    outcome: Text


@dataclass(frozen=True)
class ActionListView:
    """Open actions, or past ones by year."""

    years: tuple[tuple[str, tuple[ActionCard, ...]], ...]
    pager: Pager
    strip: DeadlineStrip | None = None


@dataclass(frozen=True)
class NewsCard:
    """An update or a report in a list; `entered` says when it entered the site, where that was long after its day."""

    title: Link
    description: Text
    date: str
    kind: Text | None
    entered: str


@dataclass(frozen=True)
class NewsListView:
    """Updates or reports, the newest first."""

    cards: tuple[NewsCard, ...]
    pager: Pager


def pager(context: Context) -> Pager:
    """The pages of the list to which this page belongs."""
    route = context.route
    paths = [route.first if page == 1 else f"{route.first}-{page}" for page in range(1, route.pages + 1)]
    links = tuple(Link(Text(str(number), context.language), context.href(path)) for number, path in enumerate(paths, 1))
    return Pager(route.page, links)


def rows_of(context: Context, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of this page of the list."""
    size = context.snapshot.campaign.settings.page_size
    return rows[(context.route.page - 1) * size : context.route.page * size]


def status_index_view(context: Context) -> StatusIndexView:
    """The status index: grouped by class, the faded under "not known", in each class by status."""
    cases = context.snapshot.listed_cases
    order = {code: number for number, code in enumerate(vocabulary.terms("classes"))}
    codes = {code: number for number, code in enumerate(vocabulary.terms("statuses"))}

    def place(case: CaseAsOf) -> tuple[int, int]:
        standing = case.known_standing
        return order[standing.class_code], codes[standing.code]

    # A stable sort: within a status the order of lists stays, newest event first.
    rows = rows_of(context, sorted(cases, key=place))
    classes = {code: list(found) for code, found in groupby(rows, key=_class)}
    counts = {code: sum(1 for case in cases if _class(case) == code) for code in order}
    return StatusIndexView(
        groups=tuple(_class_group(context, code, found) for code, found in classes.items()),
        legend=tuple(_legend(context, code, counts[code]) for code in order),
        empty=tuple(context.words("class-empty", label=context.label("classes", c)) for c in order if not counts[c]),
        terms=_terms(context) if context.route.page == 1 else (),
        data=context.up + STATUS_DATA,
        pager=pager(context),
        charts=people_charts(context) if context.route.page == 1 else None,
    )


def _class(case: CaseAsOf) -> str:
    return case.known_standing.class_code


def _status(case: CaseAsOf) -> str:
    return case.known_standing.code


def _legend(context: Context, code: str, count: int) -> tuple[str, Text, Text, int]:
    row = vocabulary.term("classes", code)
    note = Text(row.get(f"note_{context.language}"), context.language)
    return row.get("shape"), context.label("classes", code), note, count


def _class_group(context: Context, code: str, cases: list[CaseAsOf]) -> Group:
    row = vocabulary.term("classes", code)
    groups = []
    for status, found in groupby(cases, key=_status):
        label = context.label("statuses", status)
        heading = context.words("last-known-as", status=label) if code == UNKNOWN and status != UNKNOWN else label
        cards = tuple(card_of(context, case) for case in found)
        href = context.href(f"cases/by/status/{status}")
        groups.append(Group(f"status-{code}-{status}", heading, "", Text("", context.language), href, cards))
    note = Text(row.get(f"note_{context.language}"), context.language)
    return Group(f"class-{code}", context.label("classes", code), row.get("shape"), note, "", (), tuple(groups))


def _terms(context: Context) -> tuple[tuple[Text, tuple[tuple[Link, int], ...]], ...]:
    """Every list of cases with its length, by facet: the filter for readers without scripts."""
    found: dict[str, list[tuple[Link, int]]] = {facet: [] for facet in FACETS}
    for (facet, term), cases in context.routes.facets.items():
        href = context.href(f"cases/by/{facet}/{address_of(term)}")
        found[facet].append((Link(term_label(context, facet, term), href), len(cases)))
    return tuple((context.words(f"facet-{facet}"), tuple(links)) for facet, links in found.items() if links)


def term_label(context: Context, facet: str, term: str) -> Text:
    """A facet's term in words; a charge in quotation marks, because it is the State's word."""
    if not FACETS[facet]:
        return Text(term, context.language)
    label = context.label(FACETS[facet], term)
    return context.words("quoted", text=label) if facet == "charge" else label


def facet_view(context: Context) -> FacetView:
    """The list of one term; a list per status keeps the last known status of what has faded."""
    route = context.route
    cases = context.routes.facets[(route.facet, route.term)]
    return FacetView(
        facet=context.words(f"facet-{route.facet}"),
        term=term_label(context, route.facet, route.term),
        cards=tuple(card_of(context, case) for case in rows_of(context, cases)),
        count=Text(context.say.plural("cases-count", len(cases)), context.language),
        pager=pager(context),
    )


def action_card(context: Context, action: ActionAsOf) -> ActionCard:
    """One action in a list, with what became of it where an editor said so."""
    record, language = action.record, context.language
    outcomes = [
        record.words(language, outcome.text, "outcomes", outcome.id, "text") for outcome in action.facts.outcomes
    ]
    return ActionCard(
        title=Link(record.title(language), context.href(record.path)),
        description=record.description(language),
        state=state_label(context, action),
        code=action.state,
        line=deadline_line(context, action),
        ends=deadline_end(context, action) if action.open else "",
        people=links_to_cases(context, action.facts.cases),
        outcome=outcomes[-1] if outcomes else Text("", language),
    )


def open_actions_view(context: Context) -> ActionListView:
    """Open actions, the nearest deadline first."""
    cards = tuple(action_card(context, action) for action in rows_of(context, context.snapshot.open_actions))
    strip = deadline_strip(context, context.snapshot.open_actions) if context.route.page == 1 else None
    return ActionListView((("", cards),) if cards else (), pager(context), strip)


def archive_view(context: Context) -> ActionListView:
    """Past actions by the year in which they ended."""
    rows = rows_of(context, context.snapshot.past_actions)
    years = [
        (str(year), tuple(action_card(context, action) for action in found))
        for year, found in groupby(rows, key=lambda action: (action.past_since or context.snapshot.today).year)
    ]
    return ActionListView(tuple(years), pager(context))


def news_card(context: Context, record: Record[Any]) -> NewsCard:
    """An update or a report in a list."""
    update = record.kind == "update"
    day = update_day(record) if update else record.facts.published
    return NewsCard(
        title=Link(record.title(context.language), context.href(record.path)),
        description=record.description(context.language),
        date=context.day(day),
        kind=context.label("update_kinds", record.facts.kind) if update else None,
        entered=entered_on(context, day, record.added),
    )


def updates_view(context: Context) -> NewsListView:
    """All updates, the newest first."""
    rows = rows_of(context, context.snapshot.updates)
    return NewsListView(tuple(news_card(context, record) for record in rows), pager(context))


def reports_view(context: Context) -> NewsListView:
    """All reports, the newest first."""
    known = [record for record in context.snapshot.campaign.reports.values() if context.snapshot.is_out(record)]
    known.sort(key=lambda record: record.slug)
    known.sort(key=lambda record: record.facts.published.latest, reverse=True)
    return NewsListView(tuple(news_card(context, record) for record in rows_of(context, known)), pager(context))
