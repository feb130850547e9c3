"""The home page, the archive, updates and reports."""

from __future__ import annotations

import re
from datetime import date

from campaign_outputs import LANGUAGES, article, by_class, campaign, elements, snapshot, visible, words
from for_each import for_each
from views.list_pages import hrefs, pages_of_list


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
