"""The routes of a site: which pages exist, in every language. Nothing else decides it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil

from emptychair.as_of.action_letters import LetterKey, letter_keys
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.models import Event
from emptychair.record.reserved_urls import GENERATED, letter_page
from emptychair.text import vocabulary

# A facet's name in addresses -> its vocabulary; years have none.
FACETS = {
    "status": "statuses",
    "charge": "charges",
    "role": "roles",
    "right": "rights",
    "region": "regions",
    "year": "",
}


@dataclass(frozen=True, slots=True)
class Route:
    """One page in every language: `path` is without language and ending.

    `kind` is index, status, actions, archive, updates, reports, search, follow, data, translations, facet, letter, or
    that of a record: page, case, action, update, report. `page` of `pages` counts from 1; only lists have more than
    one. `letter` is what the page of a letter shows.
    """

    path: str
    kind: str
    facet: str = ""
    term: str = ""
    page: int = 1
    pages: int = 1
    letter: LetterKey | None = None

    @property
    def first(self) -> str:
        """The path of the first page of the list."""
        return self.path if self.page == 1 else self.path.removesuffix(f"-{self.page}")


class Routes:
    """All routes of a snapshot, and the cases that each facet's term lists."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.by_path = {route.path: route for route in self._all()}

    def _all(self) -> Iterator[Route]:
        for record in self.snapshot.campaign.records():
            if record.path not in GENERATED:
                yield Route(record.path, record.kind)
        for name in filter(self.snapshot.campaign.settings.has, GENERATED):
            yield from self._paged(name, name, self._length(name))
        for (facet, term), cases in self.facets.items():
            path = f"cases/by/{facet}/{address_of(term)}"
            yield from self._paged(path, "facet", len(cases), facet, term)
        for action in self.snapshot.actions.values():
            for key in letter_keys(self.snapshot.campaign, action):
                yield Route(letter_page(key.action, key.recipient, key.language), "letter", letter=key)

    def _paged(self, path: str, kind: str, rows: int, facet: str = "", term: str = "") -> Iterator[Route]:
        pages = max(1, ceil(rows / self.snapshot.campaign.settings.page_size))
        for page in range(1, pages + 1):
            yield Route(path if page == 1 else f"{path}-{page}", kind, facet, term, page, pages)

    def _length(self, name: str) -> int:
        snapshot = self.snapshot
        lengths = {
            "status": len(snapshot.listed_cases),
            "actions": len(snapshot.open_actions),
            "archive": len(snapshot.past_actions),
            "updates": len(snapshot.updates),
            "reports": sum(1 for record in snapshot.records_out if record.kind == "report"),
            "translations": len(snapshot.records_out),
        }
        return lengths.get(name, 0)

    @cached_property
    def facets(self) -> dict[tuple[str, str], list[CaseAsOf]]:
        """(facet, term) -> its cases in the order of lists.

        Every status has a list, even an empty one; other terms where the record uses them, whether or not on this
        day, because links must not break.
        """
        found: dict[tuple[str, str], list[CaseAsOf]] = {("status", code): [] for code in vocabulary.terms("statuses")}
        for case in self.snapshot.cases.values():
            for key in terms_of(case, ever=True) if case.visibility != "paused" else ():
                found.setdefault(key, [])
        for case in self.snapshot.listed_cases:
            for key in terms_of(case):
                found[key].append(case)
        return dict(sorted(found.items(), key=_order))


def _order(item: tuple[tuple[str, str], list[CaseAsOf]]) -> tuple[int, int, str]:
    (facet, term), _ = item
    codes = list(vocabulary.terms(FACETS[facet])) if FACETS[facet] else []
    return list(FACETS).index(facet), codes.index(term) if term in codes else 0, term


def terms_of(case: CaseAsOf, ever: bool = False) -> Iterator[tuple[str, str]]:
    """(facet, term) for each list that a case belongs to: as it stood, or `ever`, at any time in its file."""
    facts = case.record.facts if ever else case.facts
    if case.standing and not ever:
        yield "status", case.standing.code
    for charge in dict.fromkeys(one.charge for one in facts.charges):
        yield "charge", charge
    full = (case.record.facts.visibility if ever else case.visibility) == "full"
    if full:
        for role in dict.fromkeys(facts.roles):
            yield "role", role
        for right in dict.fromkeys(facts.rights):
            yield "right", right
        regions = (facts.regions.held, facts.regions.home, facts.regions.handled)
        for region in dict.fromkeys(region for region in regions if region):
            yield "region", region
    if full:
        firsts = _ever_first(facts.events) if ever else facts.events[:1]
        yield from (("year", str(event.date.latest.year)) for event in firsts)


def _ever_first(events: tuple[Event, ...]) -> Iterator[Event]:
    """The events that are the first known one on some day: what happened earlier may become known later."""
    known: date | None = None
    for event in events:
        if known is None or event.known_from < known:
            known = event.known_from
            yield event


def address_of(term: str) -> str:
    """A term -> the part of a path that stands for it: CN-GD -> cn-gd."""
    return term.lower()
