"""A few pages that stand for all: every kind of page, and every part that a page of its kind may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whole_site.site_reader import Site

ERROR_PAGE = "404.html"
# The number at the end of a list's second and later pages.
PAGE_NUMBER = re.compile(r"-\d+$")
RECORDS = {"cases": "case", "actions": "action", "updates": "update", "reports": "report"}


def kind_of(path: str) -> str:
    """The kind of page at an address, by the table of addresses: case, facet, index, status, ..."""
    name = path.removeprefix("zh/").removesuffix(".html")
    if name.startswith("cases/by/"):
        return "facet"
    folder, slash, _ = name.partition("/")
    return RECORDS[folder] if slash else PAGE_NUMBER.sub("", name)


def varied(site: Site, language: str = "en") -> list[str]:
    """The fewest pages, by a greedy choice, that have between them every kind with every class of its pages."""
    parts = {path: _parts(site, path) for path in site.pages if site.language_of(path) == language}
    missing = set().union(*parts.values())
    chosen = []
    while missing:
        best = max(parts, key=lambda path: (len(parts[path] & missing), path))
        chosen.append(best)
        missing -= parts[best]
    return chosen


def one_of_each(site: Site, language: str = "en") -> list[str]:
    """For each kind the first of the varied pages, which has the most parts."""
    first: dict[str, str] = {}
    for path in varied(site, language):
        first.setdefault(kind_of(path), path)
    return list(first.values())


def _parts(site: Site, path: str) -> set[tuple[str, str]]:
    kind = kind_of(path)
    return {(kind, ""), *((kind, name) for name in site.pages[path].classes if name.startswith("ec-"))}
