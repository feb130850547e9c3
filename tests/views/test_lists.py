"""Lists: spread over pages, the same rows as the edition, one for each term."""

from __future__ import annotations

import pytest

from campaign_outputs import LANGUAGES, article, by_class, campaign, elements, routes, snapshot, visible, words
from emptychair.text import vocabulary
from for_each import for_each
from views.list_pages import hrefs, pages_of_list

SIZE = campaign().settings.page_size


PAGED = ["status", "actions", "archive", "updates", "translations"]


def rows_of(html: str, path: str) -> list[str]:
    """The addresses of the rows of one page of a list."""
    if path == "translations":
        (table,) = elements(html, "tbody")
        return [words(next(iter(row))) for row in table]
    name = {"updates": "ec-news", "actions": "ec-action__title", "archive": "ec-action__title"}.get(path, "ec-card")
    if name == "ec-news":
        return [next(row.iter("a")).get("href", "") for found in by_class(html, name) for row in found]
    return hrefs(html, name)


def test_pages_of_the_invented_campaign_are_short() -> None:
    """Three rows to a page, so that every list is tried with several."""
    assert SIZE == 3
    assert all(routes().by_path[path].pages > 1 for path in PAGED)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGED)
def test_a_list_is_spread_over_pages(path: str, language: str) -> None:
    """At most page_size rows to a page, every row once, links to all pages, and which one this is."""
    made = pages_of_list(path, language)
    rows = [rows_of(html, path) for html in made]
    assert all(0 < len(one) <= SIZE for one in rows)
    assert all(len(one) == SIZE for one in rows[:-1])
    every = [row for one in rows for row in one]
    assert len(set(every)) == len(every)
    for number, html in enumerate(made, 1):
        (nav,) = by_class(html, "ec-pager")
        assert nav.get("aria-label")
        assert [words(one) for one in nav.iter("li")] == [str(one) for one in range(1, len(made) + 1)]
        (here,) = [one for one in nav.iter("span") if one.get("aria-current") == "page"]
        assert words(here) == str(number)
        assert [one.get("href") for one in nav.iter("a")] == [
            f"{path}.html" if other == 1 else f"{path}-{other}.html"
            for other in range(1, len(made) + 1)
            if other != number
        ]


def test_rows_are_those_of_the_edition() -> None:
    """Open actions by deadline, past ones from the newest, updates from the newest, every listed case."""
    made = {path: [row for html in pages_of_list(path) for row in rows_of(html, path)] for path in PAGED}
    assert made["actions"] == [f"{one.record.path}.html" for one in snapshot().open_actions]
    assert made["archive"] == [f"{one.record.path}.html" for one in snapshot().past_actions]
    assert made["updates"] == [f"{one.path}.html" for one in snapshot().updates]
    assert sorted(made["status"]) == sorted(f"{one.record.path}.html" for one in snapshot().listed_cases)
    days = [one.facts.deadline for one in snapshot().open_actions if one.facts.until != "ongoing"]
    assert days == sorted(days)


@for_each("path", [path for path, route in routes().by_path.items() if route.kind == "facet"])
def test_the_list_of_a_term(path: str) -> None:
    """The same rows in the same order in both languages, newest event first; an empty list says so."""
    english, chinese = (rows_of(article(path, language), "facet") for language in LANGUAGES)
    assert english == chinese
    assert len(english) <= SIZE
    route = routes().by_path[path]
    cases = routes().facets[(route.facet, route.term)]
    assert english == [
        f"../../../{case.record.path}.html" for case in cases[(route.page - 1) * SIZE : route.page * SIZE]
    ]
    newest = [max(event.known_from for event in case.facts.events) for case in cases]
    assert newest == sorted(newest, reverse=True)
    count = f"{len(cases)} record{'s' if len(cases) != 1 else ''}."
    assert count in visible(article(path))
    assert ("No record stands in this list." in article(path)) is (not cases)


def test_every_status_has_a_list_even_an_empty_one() -> None:
    """A reader without scripts can ask for each."""
    assert all(f"cases/by/status/{code}" in routes().by_path for code in vocabulary.terms("statuses"))


def test_the_list_of_a_status_keeps_who_has_faded() -> None:
    """The address per status has the last known one, marked as such."""
    html = "".join(pages_of_list("cases/by/status/imprisoned"))
    assert "../../../cases/copper-bell.html" in html
    assert "Last known: " in html
