"""Lists and tools: every row once, in one order, over as many pages as it takes."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from campaign_outputs import (
    LANGUAGES,
    SITE,
    TODAY,
    article,
    article_of,
    by_class,
    campaign,
    elements,
    files,
    on_day,
    pages,
    pages_of,
    routes,
    snapshot,
    visible,
    words,
)
from content_factory import UPDATE, Content
from emptychair.text import vocabulary
from emptychair.views.lists import status_index_view
from for_each import for_each

SIZE = campaign().settings.page_size
PAGED = ["status", "actions", "archive", "updates", "translations"]


def hrefs(html: str, name: str) -> list[str]:
    """Where the first link in each element of a class leads."""
    return [next(one.iter("a")).get("href", "") for one in by_class(html, name)]


def pages_of_list(path: str, language: str = "en", day: date = TODAY) -> list[str]:
    """The articles of a list, in order."""
    found = pages(language, day).routes.by_path
    count = found[path].pages
    return [article(path if number == 1 else f"{path}-{number}", language, day) for number in range(1, count + 1)]


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


# --- the status index


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_explains_every_shape(language: str) -> None:
    """A shape, words and a count for each class; the counts add up to all listed cases."""
    for html in pages_of_list("status", language):
        (legend,) = by_class(html, "ec-legend")
        shapes = [words(one) for one in by_class_in(legend, "ec-shape")]
        assert shapes == [row.get("shape") for row in vocabulary.terms("classes").values()]
        assert len(set(shapes)) == len(shapes)
        counts = [int(re.findall(r"\((\d+)\)", words(one))[-1]) for one in legend.iter("dt")]
        assert sum(counts) == len(snapshot().listed_cases)


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


# --- actions, updates, reports


def test_the_archive_is_by_year_with_what_became_of_each() -> None:
    """Past actions under the year in which they ended."""
    text = " ".join(visible(html) for html in pages_of_list("archive"))
    assert "Glass Comb was released on 10 February 2026 after a decision not to prosecute." in text
    years = [one.get("id") for html in pages_of_list("archive") for one in elements(html, "h2")]
    assert "year-2026" in years
    assert "year-2025" in years


def test_a_closing_action_says_so() -> None:
    """The state stands in words."""
    assert "Closing soon · Write until 15 June 2026" in visible(article("actions"))


def test_an_update_has_its_people_actions_and_kind() -> None:
    """With their links; a public event with its day, hour and place."""
    text = visible(article("updates/2026-06-10-reading-on-the-landing"))
    assert "10 July 2026, 19:00 (local time)" in text
    assert "Rue de Nulle Part" in text
    html = article("updates/2026-05-25-blue-lantern")
    assert "../cases/blue-lantern.html" in html


def test_a_report_has_its_figures_as_of_their_dates() -> None:
    """A table with heads, in each language's way of writing numbers."""
    html = article("reports/chairs-in-2025")
    (table,) = by_class(html, "ec-statistics")
    assert all(one.get("scope") == "col" for one in table.iter("th"))
    numbers = [words(next(iter(row))) for row in next(table.iter("tbody"))]
    facts = campaign().reports["chairs-in-2025"].facts.statistics
    assert len(numbers) == len(facts)
    assert all(
        number.removesuffix("%").replace(",", "") == one.number for number, one in zip(numbers, facts, strict=True)
    )


# --- home


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_begins_with_what_can_be_done(language: str) -> None:
    """Open actions by deadline, then people, then updates."""
    html = article("index", language)
    assert html.index('id="actions"') < html.index('id="people"') < html.index('id="updates"')
    assert hrefs(html, "ec-action__title") == [f"{one.record.path}.html" for one in snapshot().open_actions]
    assert len(by_class(html, "ec-card")) == 12


def test_the_counts_of_the_home_page() -> None:
    """Records by last known class, and how many of those are confirmed; the dead without; groups once."""
    (found,) = by_class(article("index"), "ec-counts")
    lines = [words(one) for one in found]
    total: dict[str, int] = {}
    confirmed: dict[str, int] = {}
    for case in snapshot().listed_cases:
        standing = case.known_standing
        total[standing.last_class] = total.get(standing.last_class, 0) + 1
        confirmed[standing.last_class] = confirmed.get(standing.last_class, 0) + (not standing.faded)
    assert f"■ {total['custody']} records whose last known situation is: In custody." in lines[0]
    numbers = [int(one) for one in re.findall(r"\d+", lines[0])]
    assert numbers[0] == total["custody"]
    assert numbers[1] <= confirmed["custody"] < total["custody"]
    (died,) = [line for line in lines if "died" in line]
    assert died == "▬ 1 record of a person who has died."
    assert sum(int(re.findall(r"\d+", line)[0]) for line in lines) == len(snapshot().listed_cases)


def test_nothing_is_counted_on_a_day_without_a_record() -> None:
    """No line of noughts."""
    assert by_class(article("index", "en", date(1990, 1, 1)), "ec-counts") == []


# --- tools


def test_follow_and_data_lead_to_files_that_are_there() -> None:
    """Every feed, the calendar, every file of data, and one of each for each listed case."""
    for language in LANGUAGES:
        prefix = "zh/" if language == "zh" else ""
        follow = [one.get("href", "") for one in elements(article("follow", language), "a")]
        own = [one for one in follow if one.endswith((".xml", ".json", ".ics"))]
        assert len(own) == 4 + len(snapshot().listed_cases)
        assert all(prefix + one in files() for one in own)
        data = [one.get("href", "") for one in elements(article("data", language), "a")]
        shared = [one for one in data if "data/v1/" in one]
        assert len(shared) == 5 + len(snapshot().listed_cases)
        assert all(one.removeprefix("../") in files() for one in shared)
    assert SITE not in article("follow")


def test_the_table_of_translations_counts_every_page_in_every_language() -> None:
    """Whole pages of all pages that are out; a row for each with its state."""
    text = " ".join(visible(html) for html in pages_of_list("translations"))
    count = len(snapshot().records_out) * len(LANGUAGES)
    assert f"of {count} pages are written or fully translated." in text
    for words_ in ("not translated", "complete", "older than its source page", "Cloud Ladder"):
        assert words_ in text


def test_what_is_out_on_the_day() -> None:
    """Neither a draft nor a later update, neither a case without an event nor who asked to wait, nor their action."""
    every = {record.path for record in campaign().records()}
    assert every - {record.path for record in snapshot().records_out} == {
        "actions/wages-at-the-window",
        "actions/for-folded-map",
        "cases/c-0043",
        "cases/early-plum",
        "updates/2026-07-01-early-plum",
    }
    later = {record.path for record in snapshot(date(2026, 7, 1)).records_out}
    assert {"updates/2026-07-01-early-plum"} <= later
    early = {record.path for record in snapshot(date(1990, 1, 1)).records_out}
    assert early == {record.path for record in campaign().prose.values()}


@pytest.mark.parametrize("day", [TODAY, date(2025, 9, 1), date(2026, 7, 1), date(1990, 1, 1)], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_translations_has_a_row_for_all_that_is_out(language: str, day: date) -> None:
    """Each with its link, in the order of the records, and nothing that is not out."""
    found = [
        row.get("href")
        for html in pages_of_list("translations", language, day)
        for table in elements(html, "tbody")
        for row in table.iter("a")
    ]
    assert found == [f"{record.path}.html" for record in snapshot(day).records_out]


REPORT = """\
---
title: "A report"
added: 2020-06-01
updated: 2020-06-01
report:
  published: {}
  sources:
    paper:
      title: "A published source"
---
Words.
"""


def test_a_list_of_reports_has_no_page_for_what_is_not_out(content: Content) -> None:
    """Two of three reports are out, and two stand on a page: there is one page."""
    for number, day in enumerate(("2020-05-01", "2020-05-02", "2020-07-01")):
        content.put(f"en/reports/r{number}.md", REPORT.format(day))
    own = pages_of(on_day(content), "en")
    assert "reports/r1.html" in article_of(own, "reports")
    assert "reports/r2.html" not in article_of(own, "reports")
    assert "reports-2" not in own.routes.by_path


def test_an_update_cites_no_later_source(content: Content) -> None:
    """On a day of the past, a source that was published later is not told."""
    content.swap(UPDATE, "    paper:\n", '    late:\n      title: "Much later"\n      date: 2020-07-01\n    paper:\n')
    assert "Much later" not in article_of(pages_of(on_day(content), "en"), "updates/2020-05-20-news")


def test_an_update_names_nobody_who_is_not_known_yet() -> None:
    """A case without an event yet stands in no list of people."""
    own = pages("en", date(2025, 1, 15))
    early = [
        (record.path, slug)
        for record in campaign().updates.values()
        for slug in record.facts.cases
        if not snapshot(date(2025, 1, 15)).cases[slug].listed
    ]
    assert early
    for path, slug in early:
        html = article_of(own, path)
        people = html[html.index('id="people"') :] if 'id="people"' in html else ""
        assert f"cases/{slug}.html" not in people
