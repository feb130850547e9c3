"""Minimal cases: what families asked us not to tell is in no page, list, feed, calendar or file."""

from __future__ import annotations

import json

import pytest

from campaign_outputs import LANGUAGES, article, files, pages, visible
from emptychair.html.head import head_of
from for_each import for_each
from silence import holding, json_case, list_pages

# c-0042 is minimal: name, status, charge, sources. c-0043 is paused: nothing.
MINIMAL_NAMES = ("Plain Door", "素门")


MINIMAL_TOLD = (
    "A resident of Elsewhere Bridge",
    "别处桥",
    "Elsewhere Bridge",
    "doorbells",
    "门铃",
    "draught in a corridor",
    "Doctor",
    "医生",
)


# --- minimal


@for_each("language", LANGUAGES)
def test_a_minimal_page_has_name_status_charge_and_sources(language: str) -> None:
    """These are there, and the words that say that no more is told."""
    text = visible(article("cases/c-0042", language))
    assert MINIMAL_NAMES[LANGUAGES.index(language)] in text
    assert {"en": "Formally arrested", "zh": "逮捕"}[language] in text
    assert {"en": "fabricating false information", "zh": "编造有关穿堂风的虚假信息"}[language] in text
    assert {"en": "Notice of 5 March 2026", "zh": "2026年3月5日通知"}[language] in text
    assert {"en": "only what is needed", "zh": "只列出必要的信息"}[language] in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", MINIMAL_TOLD)
def test_a_minimal_page_has_nothing_else(language: str, told: str) -> None:
    """No description, place, role, event or story."""
    assert told not in article("cases/c-0042", language)
    head = head_of(pages(language), pages(language).routes.by_path["cases/c-0042"])
    assert told not in head.description
    assert told not in head.title


@for_each("told", ["doorbells", "门铃", "draught in a corridor", "A resident of Elsewhere Bridge, "])
def test_no_list_and_no_file_tells_more_of_a_minimal_case(told: str) -> None:
    """Neither do lists, feeds, the calendar and the data."""
    assert holding(told) == []
    assert not [key for key, html in list_pages().items() if told in html]


@for_each("told", ["A resident of Elsewhere Bridge", "别处桥的一位居民"])
def test_the_description_of_a_minimal_case_is_in_no_feed(told: str) -> None:
    """A description is part of the story."""
    assert holding(told) == []


def test_the_data_of_a_minimal_case_are_empty_where_nothing_is_told() -> None:
    """No roles, rights, regions, events, flags, sentences or description."""
    found = json_case("c-0042")
    for name in ("roles", "rights", "regions", "events", "flags", "sentences", "description"):
        assert not found[name], name
    assert found["charges"]


def test_the_data_of_a_minimal_case_have_no_stage() -> None:
    """What the page does not tell, the data do not either."""
    assert json_case("c-0042")["status"]["stage"] is None


def test_a_minimal_case_has_one_feed_item() -> None:
    """That it was added: no event."""
    found = json.loads(files()["feed.json"])["items"]
    assert [one["id"].partition(":c-0042:")[2] for one in found if "c-0042" in one["id"]] == ["added"]


def test_a_minimal_case_stands_in_lists_of_status_and_charge_only() -> None:
    """A list per role, right, region or year would tell what its page does not."""
    holders = {
        path for (path, _), html in list_pages().items() if "cases/c-0042.html" in html or "../../c-0042" in html
    }
    facets = {path.split("/")[2] for path in holders if path.startswith("cases/by/")}
    assert facets <= {"status", "charge"}
