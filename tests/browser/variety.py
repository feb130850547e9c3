"""A few pages that stand for all: every kind of page, and every part that a page of its kind may have.

`make test` finds each kind and each part in one language, in the two by turns, because a page is built alike in both;
`make test-browsers` finds each in both (`--both-languages`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whole_site.site_reader import Site

ERROR_PAGE = "404.html"
# The number at the end of a list's second and later pages.
PAGE_NUMBER = re.compile(r"-\d+$")
LANGUAGES = ("en", "zh")
RECORDS = {"cases": "case", "actions": "action", "updates": "update", "reports": "report"}


@dataclass(frozen=True)
class Variety:
    """The pages of a site that browsers open: by turns in one of two languages, or in both."""

    site: Site
    both: bool

    @cached_property
    def parts(self) -> list[str]:
        """The fewest pages that have between them every kind with every part of its pages."""
        return [path for languages in self._searches for path in varied(self.site, *languages)]

    @cached_property
    def kinds(self) -> list[str]:
        """For each kind the first of these, which has the most parts."""
        return [path for languages in self._searches for path in one_of_each(self.site, *languages)]

    @property
    def _searches(self) -> list[tuple[str, ...]]:
        return [(language,) for language in LANGUAGES] if self.both else [LANGUAGES]


def kind_of(path: str) -> str:
    """The kind of page at an address, by the table of addresses: case, facet, index, status, ..."""
    name = path.removeprefix("zh/").removesuffix(".html")
    if name.startswith("cases/by/"):
        return "facet"
    folder, slash, rest = name.partition("/")
    if "/letter-" in rest:
        return "letter"
    return RECORDS[folder] if slash else PAGE_NUMBER.sub("", name)


def varied(site: Site, *languages: str) -> list[str]:
    """The fewest pages that have every kind with every class between them: a greedy choice in each language in turn.

    A part that only the pages of one language have is found there, whosever turn it is.
    """
    parts: dict[str, dict[str, set[tuple[str, str]]]] = {language: {} for language in languages or LANGUAGES[:1]}
    for path in site.pages:
        if (language := site.language_of(path)) in parts:
            parts[language][path] = _parts(site, path)
    missing = set().union(*(found for pages in parts.values() for found in pages.values()))
    turns, chosen = list(parts.values()), []
    while missing:
        best = max(turns[0], key=lambda path: (len(turns[0][path] & missing), path))
        if turns[0][best] & missing:
            chosen.append(best)
            missing -= turns[0][best]
        turns.append(turns.pop(0))
    return chosen


def one_of_each(site: Site, *languages: str) -> list[str]:
    """For each kind the first of the varied pages, which has the most parts."""
    first: dict[str, str] = {}
    for path in varied(site, *languages):
        first.setdefault(kind_of(path), path)
    return list(first.values())


def _parts(site: Site, path: str) -> set[tuple[str, str]]:
    kind = kind_of(path)
    return {(kind, ""), *((kind, name) for name in site.pages[path].classes if name.startswith("ec-"))}
