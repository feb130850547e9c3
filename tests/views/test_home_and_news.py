"""The home page, the archive, updates and reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from campaign_outputs import (
    LANGUAGES,
    TODAY,
    article,
    article_of,
    by_class,
    campaign,
    elements,
    pages_of,
    snapshot,
    visible,
    words,
)
from content_factory import Content
from emptychair.as_of.status import confirmed_within
from emptychair.text import vocabulary
from for_each import for_each
from views.list_pages import pages_of_list


def test_the_archive_is_by_year_with_what_became_of_each() -> None:
    """Past actions under the year in which they ended."""
    text = " ".join(visible(html) for html in pages_of_list("archive"))
    assert "Glass Comb was released on 10 February 2026 after a decision not to prosecute." in text
    years = [one.get("id") for html in pages_of_list("archive") for one in elements(html, "h2")]
    assert "year-2026" in years
    assert "year-2025" in years


def test_a_closing_action_says_so() -> None:
    """The state stands in words."""
    assert "Closing soon · Write by 15 June 2026" in visible(article("actions"))


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


@for_each("language", LANGUAGES)
def test_the_home_page_begins_with_what_can_be_done(language: str) -> None:
    """The campaign's sentence, the most urgent action with one button, then people, then updates."""
    html = article("index", language)
    assert html.index("ec-number") < html.index('id="actions"') < html.index('id="people"') < html.index('id="updates"')
    (heading,) = elements(html, "h1")
    record = campaign().record_at("index")
    assert record
    assert words(heading) == record.description(language).value
    first, *more = snapshot().open_actions
    (button,) = by_class(html, "ec-button--main")
    assert button.get("href") == f"{first.record.path}.html"
    assert str(len(more)) in visible(html).partition(first.record.title(language).value)[2]
    assert len(by_class(html, "ec-card")) == 8
    assert len(by_class(html, "ec-date")) == 3


def test_without_an_open_action_the_button_leads_to_what_can_be_done() -> None:
    """To follow, first of all; the other pages stand below it as links."""
    html = article("index", "en", date(2027, 6, 15))
    assert snapshot(date(2027, 6, 15)).open_actions == []
    (button,) = by_class(html, "ec-button--main")
    assert (button.get("href"), words(button)) == ("follow.html", "Follow, to know when letters are needed")
    assert html.index("ec-button--main") < html.index('href="archive.html"') < html.index('id="people"')


def table(html: str) -> dict[str, tuple[str, str]]:
    """The situation of people: the sign of a class with its words -> how many, how many of them confirmed."""
    (found,) = elements(html, "table")
    rows = [[words(cell) for cell in row] for row in found.iter("tr")]
    return {name: (count, confirmed) for name, count, confirmed in rows[1:]}


def test_home_and_index_count_the_same_people_in_the_same_way() -> None:
    """By last known class, and how many of those are confirmed; the dead apart, and groups once."""
    total: Counter[str] = Counter()
    confirmed: Counter[str] = Counter()
    for case in snapshot().listed_cases:
        standing = case.known_standing
        total[standing.last_class] += 1
        confirmed[standing.last_class] += not standing.faded and confirmed_within(
            standing, snapshot().campaign.settings, TODAY
        )
    for language in LANGUAGES:
        found = table(article("index", language))
        assert found == {
            f"{row.get('shape')} {row.label(language)}": (
                str(total[code]),
                "–" if code == "unknown" else str(confirmed[code]),
            )
            for code, row in vocabulary.terms("classes").items()
            if total[code] and code != "died"
        }
        assert all(table(html) == found for html in pages_of_list("status", language))
    text = visible(article("index"))
    assert f"{total['custody']} in custody as last known, {confirmed['custody']} of them confirmed" in text
    assert 0 < confirmed["custody"] < total["custody"]
    assert "1 person in this record has died." in text
    assert sum(total.values()) == len(snapshot().listed_cases)


def test_the_row_has_a_chair_for_each_person_and_the_bar_a_part_for_each_class() -> None:
    """In the order of the table, the dead in none; what the row shows is said in words."""
    html = article("index")
    rows = [(name, int(count)) for name, (count, _) in table(html).items()]
    (row,) = by_class(html, "ec-chairs")
    assert len(list(row)) == sum(count for _, count in rows)
    label = row.get("aria-label", "")
    assert label.startswith("One chair for each person or group: In custody 8, Disappeared ")
    (bar,) = by_class(html, "ec-bar")
    groups = list(bar.iter("{http://www.w3.org/2000/svg}g")) or list(bar.iter("g"))
    assert len(groups) == len(rows)
    # Beside the whole of each class lies its confirmed part, and nothing reaches beyond the end.
    widths = [float(next(iter(one)).get("width", "").rstrip("%")) for one in groups]
    assert sum(widths) == pytest.approx(100, abs=0.1)


def test_beyond_sixty_one_chair_stands_for_several(content: Content) -> None:
    """And the words say so."""
    made = content.snapshot("2020-06-10")
    (case,) = made.listed_cases
    many = replace(made, cases={"li-si": case} | {str(number): case for number in range(129)})
    html = article_of(pages_of(many, "en"), "index")
    (row,) = by_class(html, "ec-chairs")
    assert len(list(row)) == 44
    assert row.get("aria-label", "").startswith("One chair for up to 3 people or groups: ")
    assert "One chair stands for up to 3 people or groups." in visible(html)


def test_nothing_is_counted_on_a_day_without_a_record() -> None:
    """No line of noughts, no empty bar."""
    html = article("index", "en", date(1990, 1, 1))
    assert [*by_class(html, "ec-number"), *by_class(html, "ec-bar"), *elements(html, "table")] == []
