"""The lists of feeds, data and translations, and what is out on a day."""

from __future__ import annotations

from datetime import date

import pytest

from campaign_outputs import (
    LANGUAGES,
    SITE,
    TODAY,
    article,
    article_of,
    campaign,
    elements,
    files,
    on_day,
    pages,
    pages_of,
    snapshot,
    visible,
    words,
)
from content_factory import UPDATE, Content
from emptychair.views.follow import FEEDS
from views.list_pages import pages_of_list


def test_follow_and_data_lead_to_files_that_are_there() -> None:
    """Every feed, the calendar, every file of data, and one of each for each listed case."""
    for language in LANGUAGES:
        prefix = "zh/" if language == "zh" else ""
        follow = [one.get("href", "") for one in elements(article("follow", language), "a")]
        own = [one for one in follow if one.endswith((".xml", ".json", ".ics", ".opml")) and "://" not in one]
        assert len(own) == 5 + len(snapshot().listed_cases)
        assert all(prefix + one in files() for one in own)
        data = [one.get("href", "") for one in elements(article("data", language), "a")]
        shared = [one for one in data if "data/v1/" in one]
        assert len(shared) == 8 + len(snapshot().listed_cases)
        assert all(one.removeprefix("../") in files() for one in shared)
        (webcal,) = [one for one in follow if "://" in one]
        assert webcal.replace("webcal:", "https:") == f"{SITE}{prefix}calendar.ics"
        addresses = [words(one) for one in elements(article("follow", language), "code")]
        assert sorted(one.removeprefix(SITE + prefix) for one in addresses) == sorted(FEEDS)


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
