"""Minimal and paused cases: what families asked us not to tell is in no page, list, feed, calendar or file."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from campaign_outputs import (
    LANGUAGES,
    SITE,
    article,
    article_of,
    by_class,
    elements,
    files,
    files_of,
    on_day,
    pages,
    pages_of,
    snapshot,
    text_of,
    visible,
)
from content_factory import ACTION, CASE, CASE_ZH, UPDATE, Content, Edit
from emptychair.as_of.routes import Routes
from emptychair.html.head import head_of, sitemap
from emptychair.record.reserved_urls import GENERATED
from sample_images import picture

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
LIST_KINDS = (*GENERATED, "facet")


@cache
def list_pages() -> dict[tuple[str, str], str]:
    """Every list and tool in every language: (path, language) -> article."""
    return {
        (path, language): article(path, language)
        for language in LANGUAGES
        for path, route in pages(language).routes.by_path.items()
        if route.kind in LIST_KINDS
    }


def holding(text: str, paths: tuple[str, ...] = ("",)) -> list[str]:
    """The files that hold a text, as it is and as JSON would escape it."""
    return [
        path
        for path, data in files().items()
        if path.startswith(paths) and (text in text_of(data) or json.dumps(text)[1:-1] in text_of(data))
    ]


def json_case(slug: str) -> dict[str, Any]:
    """A case of cases.json."""
    found = json.loads(files()["data/v1/cases.json"])["cases"]
    return next(one for one in found if one["slug"] == slug)


# --- minimal


@pytest.mark.parametrize("language", LANGUAGES)
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


@pytest.mark.parametrize("told", ["doorbells", "门铃", "draught in a corridor", "A resident of Elsewhere Bridge, "])
def test_no_list_and_no_file_tells_more_of_a_minimal_case(told: str) -> None:
    """Neither do lists, feeds, the calendar and the data."""
    assert holding(told) == []
    assert not [key for key, html in list_pages().items() if told in html]


@pytest.mark.parametrize("told", ["A resident of Elsewhere Bridge", "别处桥的一位居民"])
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


@pytest.mark.parametrize("told", PAUSED_TOLD)
def test_no_list_and_no_file_tells_of_a_paused_case(told: str) -> None:
    """Nothing of its record is anywhere."""
    assert holding(told) == []
    assert [key for key, html in list_pages().items() if told in html] == []


@pytest.mark.parametrize("name", PAUSED_NAMES)
def test_a_paused_person_is_named_in_no_list(name: str) -> None:
    """Not among people, statuses, terms, updates, feeds or data files, in either language."""
    holders = {
        path.rpartition("-")[0] if path[-1].isdigit() else path
        for (path, _), html in list_pages().items()
        if name in html
    }
    assert holders <= {"archive", "translations"}


@pytest.mark.parametrize("name", PAUSED_NAMES)
def test_a_paused_person_is_named_in_no_list_at_all(name: str) -> None:
    """Neither by the title of an action, nor in the table of translations."""
    assert [key for key, html in list_pages().items() if name in html] == []


def test_a_paused_case_has_no_file() -> None:
    """No feed, no data of its own, no calendar entry, no row."""
    assert not [path for path in files() if "c-0043" in path]
    assert holding("c-0043", ("data/", "calendar", "zh/calendar", "feed", "zh/feed")) == []


@pytest.mark.parametrize("name", PAUSED_NAMES)
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


@pytest.mark.parametrize("name", ["Early Plum", "早梅"])
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


# --- the action of a person who asked to wait


def silent(content: Content, more: str = "") -> None:
    """Pause the case of the small folder, whose action then is silent; an update names that action."""
    content.edit(Edit(CASE, "  as_of: 2020-05-01", "  visibility: paused\n  as_of: 2020-05-01"))
    content.swap(UPDATE, "  cases: [li-si]", "  cases: [li-si]\n  actions: [write]").swap(
        UPDATE, "News of Li Si", "News"
    )
    if more:
        content.swap(ACTION, "  demands:", f"{more}  demands:")


OUTCOME = """\
  outcomes:
    - id: home
      case: li-si
      state: closed
      date: 2020-06-05
      text: "Li Si is at home."
      sources: [paper]
  sources:
    paper:
      title: "A talk with Li Si"
"""
# day, what stands in the action besides, state
STATES_OF_SILENCE = [
    ("2020-06-10", "", "paused"),
    ("2020-06-24", "", "paused"),
    ("2020-06-25", "", "ended"),
    ("2020-06-10", OUTCOME, "closed"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_silent_action_has_title_and_banner(language: str) -> None:
    """Links to it do not break: the title, the banner with the ways on, the dates; nothing of the person."""
    html = article("actions/for-folded-map", language)
    assert len(elements(html, "h1")) == 1
    assert by_class(html, "ec-banner--paused")
    assert elements(html, "h2") == elements(html, "h3") == []
    for name in ("ec-description", "ec-story", "ec-demands", "ec-card", "ec-entries", "ec-recipient", "ec-sources"):
        assert by_class(html, name) == [], name
    assert "../cases/" not in html
    head = head_of(pages(language), pages(language).routes.by_path["actions/for-folded-map"])
    assert head.noindex
    assert head.description == ""


@pytest.mark.parametrize(("day", "more", "state"), STATES_OF_SILENCE)
def test_a_silent_action_is_in_no_list(content: Content, day: str, more: str, state: str) -> None:
    """However it ended: it keeps its page, and no list, table, news or index of pages leads there."""
    silent(content, more)
    made = on_day(content, day)
    action = made.actions["write"]
    assert (action.state, action.silent, action.listed, action.open) == (state, True, False, False)
    assert made.open_actions == made.past_actions == made.actions_of("li-si") == []
    assert "actions/write" not in {record.path for record in made.records_out}
    for language in LANGUAGES:
        own = pages_of(made, language)
        assert "actions/write" in own.routes.by_path
        for path in own.routes.by_path.keys() - {"actions/write"}:
            assert "write.html" not in article_of(own, path), path
    assert not [row.loc for row in sitemap(made, Routes(made), SITE) if "write" in row.loc]


@pytest.mark.parametrize(("day", "more", "state"), STATES_OF_SILENCE)
def test_a_silent_action_is_in_no_file(content: Content, day: str, more: str, state: str) -> None:
    """No feed, calendar or data holds it: what is left are the addresses of its letters."""
    silent(content, more)
    found = {path: text_of(data) for path, data in files_of(on_day(content, day)).items()}
    assert [path for path, text in found.items() if "actions/write.html" in text] == []
    assert json.loads(found["data/v1/actions.json"])["actions"] == []
    others = {path: text for path, text in found.items() if not path.startswith("actions/write/letter-")}
    assert len(others) == len(found) - 4
    assert [path for path, text in others.items() if "Li Si" in text or "李四" in text] == []


@pytest.mark.parametrize(("day", "more", "state"), STATES_OF_SILENCE)
def test_the_letter_of_a_silent_action_names_nobody(content: Content, day: str, more: str, state: str) -> None:
    """What stands in the place of a letter has no title, whatever became of the action."""
    silent(content, more)
    made = files_of(on_day(content, day))
    for language in LANGUAGES:
        text = made[f"actions/write/letter-police-{language}.txt"].decode()
        assert "lease do not send this letter" in text
        assert "Li Si" not in text
        assert "李四" not in text


def test_an_outcome_of_a_silent_action_is_not_told(content: Content) -> None:
    """What became of a person who asked to wait stands nowhere."""
    silent(content, OUTCOME)
    html = article_of(pages_of(on_day(content), "en"), "actions/write")
    assert "Li Si is at home" not in html
    assert "#source-1" not in html


def series(content: Content, waits: str) -> str:
    """The page of an action that is told, in a series with one for a person who waits."""
    other = str(content.files[CASE]).replace("Li Si", "Wang Wu").replace("李四", "王五")
    content.put("en/cases/wang-wu.md", other)
    text = str(content.files[ACTION]).replace("Li Si", "Wang Wu").replace("[li-si]", "[wang-wu]")
    content.put("en/actions/later.md", text.replace("issued: 2020-05-10", "issued: 2020-05-20\n  follows: write"))
    file = {"li-si": CASE, "wang-wu": "en/cases/wang-wu.md"}[waits]
    content.swap(file, "  as_of: 2020-05-01", "  visibility: paused\n  as_of: 2020-05-01")
    return article_of(pages_of(on_day(content), "en"), "actions/later" if waits == "li-si" else "actions/write")


@pytest.mark.parametrize(("waits", "name"), [("wang-wu", "Wang Wu"), ("li-si", "Li Si")])
def test_a_series_does_not_name_a_silent_action(content: Content, waits: str, name: str) -> None:
    """Neither the successor nor the predecessor is told by its title, which is a name."""
    assert name not in series(content, waits)


def test_a_term_that_only_a_minimal_case_uses_is_not_listed(content: Content) -> None:
    """A count of nought beside a region tells where the one person who is there by name only is held."""
    content.swap(CASE, "  kind: person\n", "  kind: person\n  visibility: minimal\n  regions:\n    held: CN-GS\n")
    assert "Gansu" not in article_of(pages_of(on_day(content), "en"), "status")


@pytest.mark.parametrize("path", ["cases/li-si", "actions/write"])
@pytest.mark.parametrize("visibility", ["paused", "minimal"])
def test_a_page_that_waits_has_no_picture(content: Content, path: str, visibility: str) -> None:
    """A photo is shown on a full page only."""
    content.put("assets/li-si.png", picture()).swap(CASE, "scope: [name, story]", "scope: [name, story, photo]")
    rows = '  photo:\n    file: li-si.png\n    credit: "A"\n    licence: "B"\n    alt: "C"\n  sources:'
    content.swap(CASE, "  sources:", rows).swap(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "丙"\n')
    content.swap(CASE, "  as_of: 2020-05-01", f"  visibility: {visibility}\n  as_of: 2020-05-01")
    assert "li-si-png" not in article_of(pages_of(on_day(content), "en"), path)
    found = files_of(on_day(content))
    assert not [name for name, data in found.items() if "li-si-png" in name or b"li-si.png" in data or b"-png-" in data]
