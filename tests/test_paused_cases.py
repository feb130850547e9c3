"""Paused cases, and what is not known yet: in no page, list, feed, calendar or file."""

from __future__ import annotations

import json

import pytest

from campaign_outputs import (
    LANGUAGES,
    article,
    article_of,
    files,
    files_of,
    on_day,
    pages,
    pages_of,
    snapshot,
    text_of,
)
from content_factory import CASE, Content, Edit
from emptychair.html.head import head_of
from for_each import for_each
from silence import holding, json_case, list_pages

PAUSED_NAMES = ("Folded Map", "折图")


PAUSED_TOLD = (
    "A resident of Drawn Town",
    "invented islands",
    "想象中的岛屿",
    "Held since 10 December 2025",
    "自2025年12月10日起被羁押",
    "Tried on 15 May 2026",
    "2026年5月15日开庭",
    "A map of nothing",
)


# --- paused


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", PAUSED_TOLD)
def test_a_paused_page_tells_nothing(language: str, told: str) -> None:
    """The page is there, because links must not break, and says that there is nothing to read."""
    html = article("cases/c-0043", language)
    assert told not in html
    assert {"en": "nothing to read here", "zh": "目前没有内容"}[language] in html
    head = head_of(pages(language), pages(language).routes.by_path["cases/c-0043"])
    assert head.noindex
    assert not head.description


@for_each("told", PAUSED_TOLD)
def test_no_list_and_no_file_tells_of_a_paused_case(told: str) -> None:
    """Nothing of its record is anywhere."""
    assert holding(told) == []
    assert [key for key, html in list_pages().items() if told in html] == []


@for_each("name", PAUSED_NAMES)
def test_a_paused_person_is_named_in_no_list(name: str) -> None:
    """Not among people, statuses, terms, updates, feeds or data files, in either language."""
    holders = {
        path.rpartition("-")[0] if path[-1].isdigit() else path
        for (path, _), html in list_pages().items()
        if name in html
    }
    assert holders <= {"archive", "translations"}


@for_each("name", PAUSED_NAMES)
def test_a_paused_person_is_named_in_no_list_at_all(name: str) -> None:
    """Neither by the title of an action, nor in the table of translations."""
    assert [key for key, html in list_pages().items() if name in html] == []


def test_a_paused_case_has_no_file() -> None:
    """No feed, no data of its own, no calendar entry, no row."""
    assert not [path for path in files() if "c-0043" in path]
    assert holding("c-0043", ("data/", "calendar", "zh/calendar", "feed", "zh/feed")) == []


@for_each("name", PAUSED_NAMES)
def test_a_paused_person_is_named_in_no_file(name: str) -> None:
    """Feeds, calendar, JSON, CSV, letters: a subscriber is not sent the name again."""
    assert holding(name) == []


def test_a_pause_is_no_news() -> None:
    """No feed item says that an action was paused: it would send the name to every reader once more."""
    found = json.loads(files()["feed.json"])["items"]
    assert not [one["id"] for one in found if one["id"].endswith("for-folded-map:ended")]


def paused(content: Content) -> None:
    """Pause the case of the small folder, beside one that is told."""
    other = str(content.files[CASE]).replace("Li Si", "Wang Wu").replace("李四", "王五")
    related = "  related:\n    - case: li-si\n      relation: colleague\n  sources:\n"
    content.put("en/cases/wang-wu.md", other.replace("  sources:\n", related))
    content.edit(Edit(CASE, "  as_of: 2020-05-01", "  visibility: paused\n  as_of: 2020-05-01"))


def test_a_page_does_not_name_a_related_case_that_is_paused(content: Content) -> None:
    """Who is paused is named on the page of nobody else."""
    paused(content)
    own = pages_of(on_day(content), "en")
    assert "Wang Wu" in article_of(own, "cases/wang-wu")
    assert "Li Si" not in article_of(own, "cases/wang-wu").replace("Police took Li Si", "")


def test_a_group_does_not_name_a_member_that_is_paused(content: Content) -> None:
    """The same for a member of a group."""
    paused(content)
    content.swap("en/cases/wang-wu.md", "  kind: person\n", "  kind: group\n  members: [li-si]\n")
    html = article_of(pages_of(on_day(content), "en"), "cases/wang-wu")
    assert "cases/li-si.html" not in html


def test_a_term_that_only_a_paused_case_uses_is_not_listed(content: Content) -> None:
    """A count of nought beside a charge or region tells that there was one."""
    content.swap(CASE, "  kind: person\n", "  kind: person\n  regions:\n    held: CN-GS\n")
    paused(content)
    content.swap("en/cases/wang-wu.md", "CN-GS", "CN-GD")
    assert "Gansu" not in article_of(pages_of(on_day(content), "en"), "status")


# --- not yet, and no more


@for_each("name", ["Early Plum", "早梅"])
def test_what_is_not_known_yet_is_in_no_list_and_no_file(name: str) -> None:
    """A case whose first event is still to come stands nowhere but on its page and among the translators' work."""
    assert "early-plum" not in {case.record.slug for case in snapshot().listed_cases}
    assert not [key for key, html in list_pages().items() if name in html and not key[0].startswith("translations")]
    assert holding(name) == []


def test_the_table_of_translations_tells_no_future() -> None:
    """The titles of what is not out on the day are not in it: a draft is in no list."""
    html = "".join(html for (path, _), html in list_pages().items() if path.startswith("translations"))
    assert "Wages at the window" not in html
    assert "Early Plum" not in html


def test_a_released_person_is_minimal_until_they_decide() -> None:
    """Consent ends at release: Felt Hat's page and data have no story, Glass Comb, who consented anew, has one."""
    assert "nine offices" not in article("cases/felt-hat")
    assert not json_case("felt-hat")["events"]
    assert json_case("glass-comb")["events"]


def test_an_action_for_two_goes_on_without_what_is_not_told(content: Content) -> None:
    """An action never shows a card of a case that is paused."""
    paused(content)
    shown = on_day(content)
    html = article_of(pages_of(shown, "en"), "actions/write")
    assert shown.actions["write"].state == "paused"
    assert "ec-card" not in html
    assert "mailto:" not in html
    assert "1 Long Road" not in html
    assert all("1 Long Road" not in text_of(data) for data in files_of(shown).values())
