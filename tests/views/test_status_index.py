"""The index of statuses: groups in the order of the word lists, a legend, no death beside a release."""

from __future__ import annotations

from datetime import date
from typing import Any

from campaign_outputs import (
    LANGUAGES,
    TODAY,
    article,
    article_of,
    by_class,
    elements,
    pages_of,
    routes,
    snapshot,
    words,
)
from content_factory import Content
from emptychair.text import vocabulary
from emptychair.views.lists import status_index_view
from for_each import for_each
from views.list_pages import pages_of_list


def groups(html: str) -> dict[str, list[str]]:
    """Class -> the statuses below it."""
    found = {}
    for section in by_class(html, "ec-class"):
        (heading,) = section.iter("h2")
        found[heading.get("id", "")] = [one.get("id", "") for one in section.iter("h3")]
    return found


def test_the_faded_stand_under_not_known() -> None:
    """Under the class unknown, with what was last known; nowhere else."""
    for html in pages_of_list("status"):
        for section in by_class(html, "ec-class"):
            unknown = next(section.iter("h2")).get("id") == "class-unknown"
            for one in by_class_in(section, "ec-card"):
                slug = next(one.iter("a")).get("href", "").removeprefix("cases/").removesuffix(".html")
                standing = snapshot().cases[slug].known_standing
                assert (standing.class_code == "unknown") is unknown
                assert ("Last known:" in words(one)) is standing.faded
            for heading in section.iter("h3"):
                assert not unknown or words(heading).startswith("Last known:") or "not known" in words(heading).lower()


def by_class_in(element: Any, name: str) -> list[Any]:
    """The elements of a class inside another."""
    return [one for one in element.iter() if name in one.get("class", "").split()]


def test_classes_and_statuses_stand_in_the_order_of_the_word_lists() -> None:
    """Class by class, status by status, over all pages."""
    classes, statuses = list(vocabulary.terms("classes")), list(vocabulary.terms("statuses"))
    found: list[tuple[int, int]] = []
    for html in pages_of_list("status"):
        for name, inner in groups(html).items():
            code = name.removeprefix("class-")
            found += [(classes.index(code), statuses.index(one.removeprefix(f"status-{code}-"))) for one in inner]
    assert found == sorted(found)
    assert len(found) > 8


@for_each("language", LANGUAGES)
def test_the_legend_explains_every_shape(language: str) -> None:
    """A shape and words for each class, on every page of the index."""
    for html in pages_of_list("status", language):
        (legend,) = by_class(html, "ec-legend")
        shapes = [words(one) for one in by_class_in(legend, "ec-shape")]
        assert shapes == [row.get("shape") for row in vocabulary.terms("classes").values()]
        assert len(set(shapes)) == len(shapes)
        assert all(words(one) for one in legend.iter("dd"))


def test_an_empty_class_says_that_it_is_empty() -> None:
    """In words, on every page; a class with a case does not."""
    for day in (TODAY, date(2025, 1, 1)):
        on_day = {case.known_standing.class_code for case in snapshot(day).listed_cases}
        for html in pages_of_list("status", "en", day):
            empty = {words(one) for one in by_class(html, "ec-empty")}
            assert empty == {
                f"{row.label('en')}: no entry."
                for code, row in vocabulary.terms("classes").items()
                if code not in on_day
            }


def test_deaths_stand_in_no_group_with_releases() -> None:
    """A class of its own, with a shape of its own."""
    html = "".join(pages_of_list("status"))
    assert 'id="class-died"' in html
    assert 'id="class-free"' in html
    section = html[html.index('id="class-died"') :]
    assert "straw-cloak" in section[: section.index("</section>")]


def test_every_list_of_terms_is_led_to_from_the_first_page() -> None:
    """The filter for readers without scripts, with the length of each list."""
    html = article("status")
    found = {one.get("href"): words(one) for one in elements(html, "a")}
    for facet, term in routes().facets:
        assert f"cases/by/{facet}/{term.lower()}.html" in found
    assert 'id="lists"' not in article("status-2")


def test_the_view_of_an_empty_record(content: Content) -> None:
    """Before the first event nobody is in the index, and every class says so."""
    own = pages_of(content.snapshot("1990-01-01"), "en")
    view = status_index_view(own.context(own.routes.by_path["status"]))
    assert view.groups == ()
    assert len(view.empty) == len(view.legend) == len(vocabulary.terms("classes"))
    for path in ("actions", "archive", "updates", "reports", "status", "index", "follow", "data"):
        html = article_of(own, path)
        assert by_class(html, "ec-empty") or path in ("index", "follow", "data")
        assert all(words(one) for one in elements(html, "ul"))
