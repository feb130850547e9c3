"""What a summary must not repeat: the names, addresses and earlier words of people who are withdrawn or shown less."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.models import Case
from emptychair.record.withdrawn_names import Withdrawn, name_pattern, normalised
from emptychair.review.page_text import SHOWN
from emptychair.review.withdrawn_search import WithdrawnSearch

# A shorter name in Latin letters, without its blanks, stands within other words.
SHORTEST = 5


@dataclass(frozen=True)
class Withheld:
    """What is not repeated: `gone` names in no column, `less` names in nothing that was said before.

    Of the pages at `locations`, which are about these people, nothing that was said before is repeated. `search` knows
    who was withdrawn earlier.
    """

    gone: frozenset[str] = frozenset()
    less: frozenset[str] = frozenset()
    locations: frozenset[str] = frozenset()
    search: WithdrawnSearch | None = None
    _gone: re.Pattern[str] | None = field(init=False, compare=False)
    _all: re.Pattern[str] | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Each pattern is made once: there may be thousands of lines."""
        object.__setattr__(self, "_gone", _pattern(self.gone))
        object.__setattr__(self, "_all", _pattern(self.gone | self.less))

    def hides(self, location: str, words: str) -> bool:
        """May these words, which a page said before, not be repeated?"""
        if location in self.locations or (self._all and self._all.search(words)):
            return True
        told = normalised(words) if self._all else ""
        if any(name in told for name in map(normalised, self.gone | self.less) if _is_distinct(name)):
            return True
        return self.search is not None and self.search.finds(words)

    def redacted(self, words: str, mark: str) -> str:
        """Words of which something may be seen, with a mark in the place of each name that may not."""
        words = self._gone.sub(lambda _: mark, words) if self._gone else words
        earlier = _pattern(self.search.found) if self.search else None
        return earlier.sub(lambda _: mark, words) if earlier else words


def withheld(before: Snapshot, after: Snapshot, register: Withdrawn | None = None) -> Withheld:
    """Two snapshots -> what of the people who go, or of whom less is shown, must not be repeated.

    `register` has the names that were withdrawn earlier.
    """
    gone: set[str] = set()
    less: set[str] = set()
    people: set[str] = set()
    for slug, case in before.cases.items():
        now = after.cases.get(slug)
        lost = set(_names(case.record.facts)) - (set(_names(now.record.facts)) if now else set())
        if now is None:
            gone |= {slug, *lost}
        elif _is_less(case, now):
            less |= {slug, *_names(now.record.facts)}
            gone |= lost
        elif _has_fewer_names(case, now):
            gone |= lost
            continue
        else:
            continue
        people.add(slug)
    kept = {normalised(name) for slug, case in after.cases.items() for name in (slug, *_names(case.record.facts))}
    hidden = frozenset(name for name in gone if normalised(name) not in kept)
    search = WithdrawnSearch(register) if register else None
    return Withheld(hidden, frozenset(less), frozenset(_about(before, people)), search)


def _is_less(before: CaseAsOf, after: CaseAsOf) -> bool:
    """Is less of a person shown than before, or does the consent cover less?"""
    narrower = set(before.record.facts.consent.scope) - set(after.record.facts.consent.scope)
    return bool(narrower) or SHOWN.index(after.visibility) > SHOWN.index(before.visibility)


def _has_fewer_names(before: CaseAsOf, after: CaseAsOf) -> bool:
    """Was a name taken away? One in the place of another is a correction, which reviewers compare."""
    return len(list(_names(after.record.facts))) < len(list(_names(before.record.facts)))


def _names(case: Case) -> Iterator[str]:
    yield from case.names.values()
    yield from (alias.name for alias in case.aliases)


def _about(snapshot: Snapshot, slugs: set[str]) -> Iterator[str]:
    """The locations of these people's pages, and of the actions, updates and reports about them."""
    campaign = snapshot.campaign
    yield from (campaign.cases[slug].path for slug in slugs)
    for group in (campaign.actions, campaign.updates, campaign.reports):
        for record in group.values():
            if slugs & set(record.facts.cases):
                yield record.path


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """The longest name first: of Li Si Guang nothing stays."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(name_pattern, ordered)), re.IGNORECASE) if ordered else None


def _is_distinct(name: str) -> bool:
    """Is a name, in its form for comparison, long enough to be looked for within words?"""
    return len(name) >= SHORTEST if name.isascii() else len(name) > 1
