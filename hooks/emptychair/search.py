"""What a search finds: a page as a document for the index, made of its article.

The index is Pagefind's, which cuts texts into words at blanks. Its extended build cuts Chinese by a dictionary, and the
reader's browser cuts what is searched by another one: of six pages with a name of three characters it found one, and no
action by its number (37.19). So every Chinese character is a word here, and overrides/assets/scripts/search.js asks for
rows of them: a page is found by any part of what it says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from emptychair.addresses import SEARCHED
from emptychair.campaign import Record
from emptychair.pages import Pages
from emptychair.routes import Route, terms_of
from emptychair.views.search import SEARCH_FACETS

# Parts of an article that are the same on many pages, or that only repeat what it says (CSS selectors). None may match
# an element without an end, such as a picture: Pagefind would leave out the rest of the page with it.
LEFT_OUT = (
    ".ec-banner",
    ".ec-as-of",
    ".ec-warnings",
    ".ec-letter",
    ".ec-buttons",
    ".ec-tool",
    ".ec-share",
    ".ec-ref",
    ".ec-print-only:not(img)",
    "address",
    "[hidden]",
)
# How much a word counts in a page of each kind (Pagefind: from 0 to 10, a step up more than linear).
WEIGHTS = dict(zip(SEARCHED, ("2", "1.5", "1", "1", "0.5"), strict=True))
# Ideographs, and the signs of full width, behind which the next word begins without a blank.
WIDE = "[\u2014\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
INLINE = "(?:a|b|cite|em|i|small|span|strong|sup)"
# A row of them, and whether a block ends behind it.
ROW = re.compile(f"({WIDE}+)(?=((?:</{INLINE}>)*\\s*</(?!{INLINE}>))?)")


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page as Pagefind reads it, and what a search can be narrowed to in order to find it: "status:bail"."""

    html: str
    terms: tuple[str, ...]


def create_search_document(pages: Pages, route: Route, article: str) -> SearchDocument | None:
    """The document of a page: its language, title, weight and article. None for a page that no search finds.

    Found are the pages that somebody wrote in this language and that have something to tell on this day: no lists, no
    page that stands in for a missing translation, nobody who is not shown.
    """
    record = pages.record(route)
    if record is None or route.kind not in SEARCHED or pages.is_fallback(route) or not pages.edition.is_out(record):
        return None
    html = (
        f'<html lang="{pages.language}"><body data-pagefind-weight="{WEIGHTS[route.kind]}">'
        f'<meta data-pagefind-meta="title[content]" content="{escape(pages.title(route).value)}">'
        f"{_one_by_one(article)}</body></html>"
    )
    return SearchDocument(html, tuple(f"{name}:{code}" for name, code in _terms(pages, route, record)))


def _terms(pages: Pages, route: Route, record: Record[Any]) -> Iterator[tuple[str, str]]:
    """The kind of the page, and the terms of the people whom it is about."""
    yield "kind", route.kind
    slugs = [record.slug] if route.kind == "case" else getattr(record.facts, "cases", ())
    cases = [pages.edition.cases[slug] for slug in slugs if pages.edition.cases[slug].listed]
    terms = dict.fromkeys(term for case in cases for term in terms_of(case))
    yield from (term for term in terms if term[0] in SEARCH_FACETS)


def _one_by_one(html: str) -> str:
    """Blanks around every wide character, except at the end of a block: behind a letter there, Pagefind stops it."""
    return ROW.sub(lambda found: f" {' '.join(found[1])}{'' if found[2] else ' '}", html)
