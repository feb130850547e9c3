"""What a search finds: a page as a document for the index, made of its article.

The index is Pagefind's (the extended build). It cuts Chinese by a dictionary, while the reader's browser cuts what is
searched by another one: of six pages with a name of three characters such an index found one, and no action by its
number (37.19), which it cuts too. So Chinese is cut here, every character a word, and the script of the search page
(overrides/assets/scripts/search.js) asks for rows of them: a page is found by any part of what it says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from emptychair.as_of.routes import Route, terms_of
from emptychair.record.campaign import Record
from emptychair.record.reserved_urls import SEARCHED
from emptychair.text.html_elements import TEXT_TAGS
from emptychair.text.locales import without_isolates
from emptychair.text.vocabulary import is_joined
from emptychair.views.language_site import LanguageSite
from emptychair.views.search import SEARCH_FACETS

# Parts of an article that are the same on many pages, or that only repeat what it says (CSS selectors). What tells the
# day of the build is among them: a document is the same until somebody changes its page, or its status or a deadline
# changes with time.
LEFT_OUT = (
    ".ec-banner",
    ".ec-as-of",
    ".ec-warnings",
    "template",
    ".ec-choice a",
    ".ec-start",
    ".ec-share",
    ".ec-ref",
    ".ec-shape",
    ".ec-print-only",
    ".ec-keys",
    "#feed",
    ".ec-act",
    ".ec-chart",
    ".ec-contents",
    "address",
    "[hidden]",
)
# The outermost of them alone: taking away one takes away what is in it.
OUTERMOST = "{0}:not({0} *)".format(f":is({','.join(LEFT_OUT)})")
# How much a word counts in a page of each kind (Pagefind: from 0 to 10, a step up more than linear).
WEIGHTS = dict(zip(SEARCHED, ("2", "1.5", "1", "1", "0.5"), strict=True))
# What Pagefind is told where words are cut here: it would ask its dictionary (BCP 47: undetermined).
UNDETERMINED = "und"
# Ideographs, and the signs of full width, behind which the next word begins without a blank.
WIDE = "[\u2014\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
# Elements within a line; every other is a block.
INLINE = f"(?:{'|'.join(sorted(TEXT_TAGS - {'br'} | {'a', 'cite', 'img', 'small', 'sub', 'sup'}))})"
# A row of wide characters, and whether a block ends behind it.
ROW = re.compile(f"({WIDE}+)(?=((?:</{INLINE}>)*\\s*</(?!{INLINE}>))?)")
# Where a block begins or ends right beside words or another block: Pagefind knows some blocks, and joins the words of
# others, as of dt and dd.
BEGINS = re.compile(f"(?<=[^\\s>])(?=<(?!{INLINE}[\\s>])[a-z])")
ENDS = re.compile(f"(</(?!{INLINE}>)[a-z0-9]+>)(?=[^\\s<]|<[a-z])")


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page as it is searched: the beginning of its HTML, its article without what is left out, its terms.

    The terms are what a search can be narrowed to in order to find it: "status:bail".
    """

    head: str
    article: str
    terms: tuple[str, ...]

    @property
    def html(self) -> str:
        """The page as Pagefind reads it, every wide character a word."""
        return f"{self.head}{_one_by_one(self.article)}</body></html>"


def create_search_document(site: LanguageSite, route: Route, article: str) -> SearchDocument | None:
    """The document of a page: its language, title, weight and article. None for a page that no search finds.

    Found are the pages that somebody wrote in this language and that have something to tell on this day: no lists, no
    page that stands in for a missing translation, nobody who is not shown.
    """
    record = site.record(route)
    if record is None or route.kind not in SEARCHED or site.is_fallback(route) or not site.snapshot.is_out(record):
        return None
    language = UNDETERMINED if is_joined(site.language) else site.language
    head = (
        f'<html lang="{language}"><body data-pagefind-weight="{WEIGHTS[route.kind]}">'
        f'<meta data-pagefind-meta="title[content]" content="{escape(without_isolates(site.title(route).value))}">'
    )
    terms = tuple(f"{name}:{code}" for name, code in _terms(site, route, record))
    return SearchDocument(head, without_isolates(_searched(article)) + _respelt(site, route, article), terms)


def _respelt(site: LanguageSite, route: Route, article: str) -> str:
    """The names that a converted page leaves as they are printed, as its readers type them; "" on any other page."""
    conversion = site.conversion(route)
    names = conversion.convert.respelt(article) if conversion else ()
    return f"<p>{escape(' '.join(names))}</p>" if names else ""


def _searched(article: str) -> str:
    """The HTML of an article without what is left out."""
    tree = LexborHTMLParser(article)
    for part in tree.css(OUTERMOST):
        part.decompose()
    return tree.body.inner_html or "" if tree.body else ""


def _terms(site: LanguageSite, route: Route, record: Record[Any]) -> Iterator[tuple[str, str]]:
    """The kind of the page, and the terms of the people whom it is about."""
    yield "kind", route.kind
    slugs = [record.slug] if route.kind == "case" else getattr(record.facts, "cases", ())
    cases = [site.snapshot.cases[slug] for slug in slugs if site.snapshot.cases[slug].listed]
    terms = dict.fromkeys(term for case in cases for term in terms_of(case))
    yield from (term for term in terms if term[0] in SEARCH_FACETS)


def _one_by_one(html: str) -> str:
    """Blanks between blocks, and around every wide character but at the end of a block: there Pagefind ends a sentence.

    It does so behind a letter alone.
    """
    apart = ENDS.sub(r"\1 ", BEGINS.sub(" ", html))
    return ROW.sub(lambda found: f" {' '.join(found[1])}{'' if found[2] else ' '}", apart)
