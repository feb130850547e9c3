"""Feeds, read back with feedparser and json: valid, stable, absolute, and nothing that a page would not tell."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest

from campaign_outputs import (
    LANGUAGES,
    SITE,
    TODAY,
    article,
    campaign,
    elements,
    files,
    files_of,
    links,
    on_day,
    snapshot,
    text_file,
    visible,
    with_events,
)
from content_factory import ACTION, ACTION_ZH, CASE, SETTINGS, UPDATE, Content, Edit
from emptychair.outputs.feeds import LIMIT
from emptychair.text.problems import errors
from for_each import for_each
from safe_html import assert_safe

FEEDS = sorted(path for path in files() if path.endswith(".xml"))
JSON_FEEDS = ("feed.json", "zh/feed.json")


def entries(path: str, day: date = TODAY) -> list[Any]:
    """The items of an RSS feed as feedparser reads them, without its own cleaning."""
    return parsed(files(day)[path]).entries  # type: ignore[no-any-return]


def parsed(data: bytes) -> Any:
    """A feed as feedparser reads it."""
    return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)


def items(made: dict[str, bytes], path: str = "feed.json") -> dict[str, Any]:
    """The items of a JSON feed by the end of their ids."""
    return {one["id"].partition(":en:")[2]: one for one in json.loads(made[path])["items"]}


def day_of(item: Any) -> date:
    """The day on which an item is dated."""
    return datetime.fromisoformat(item["date_published"]).date()


def test_every_feed_is_there() -> None:
    """Everything, actions, and one feed for each listed case, in each language."""
    own = {f"{case.record.path}.xml" for case in snapshot().listed_cases} | {"feed.xml", "actions.xml"}
    assert set(FEEDS) == own | {f"zh/{path}" for path in own}


@for_each("path", FEEDS)
def test_a_feed_is_well_formed(path: str) -> None:
    """Nothing is wrong with it for feedparser, and the channel says what it is, in which language, and where."""
    found = parsed(files()[path])
    assert found.bozo is False
    assert found.version == "rss20"
    channel = found.feed
    assert channel.title
    assert channel.subtitle
    assert channel.language == ("zh-cn" if path.startswith("zh/") else "en")
    assert channel.link.startswith(SITE + ("zh/" if path.startswith("zh/") else ""))
    assert {one.href for one in channel.links if one.rel == "self"} == {SITE + path}


@for_each("path", FEEDS)
def test_items_are_unique_sorted_and_not_too_many(path: str) -> None:
    """Every item has an id of its own that is no address; the newest first; at most fifty."""
    found = entries(path)
    ids = [one.id for one in found]
    assert len(set(ids)) == len(ids) <= LIMIT == 50
    assert all(one.guidislink is False and one.id.startswith("tag:example.org,2026:test-campaign:") for one in found)
    days = [parsedate_to_datetime(one.published) for one in found]
    assert days == sorted(days, reverse=True)
    assert all(day.utcoffset() == timedelta(hours=8) and day.date() <= TODAY for day in days)
    assert all(one.title for one in found)


@for_each("path", FEEDS)
def test_every_address_in_a_feed_is_absolute(path: str) -> None:
    """An item is read far from the site: links and pictures lead there whole, and its HTML is as safe as a page's."""
    for one in entries(path):
        assert one.link.startswith(SITE)
        for address in links(one.summary):
            assert urlsplit(address).scheme in ("http", "https"), address
        assert_safe(one.summary)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_page(language: str) -> None:
    """The address of each item is a page, and its anchor an id on it."""
    folder = "" if language == "en" else "zh/"
    for one in entries(f"{folder}feed.xml"):
        page, _, anchor = one.link.removeprefix(SITE + folder).partition("#")
        assert page.endswith(".html")
        ids = {element.get("id") for element in elements(article(page.removesuffix(".html"), language))}
        assert not anchor or anchor in ids


def test_items_are_the_same_in_both_languages() -> None:
    """One record, two feeds: the ids differ by the language alone, but for pages that were written in one of them."""
    english, chinese = (
        {item.id.replace(f":{language}:", ":") for item in entries(path, date(2025, 9, 1))}
        for language, path in (("en", "feed.xml"), ("zh", "zh/feed.xml"))
    )
    assert len(english & chinese) > 5
    only = {record.slug for record in campaign().records() if len(record.pages) == 1}
    assert all(any(slug in one for slug in only) for one in english ^ chinese)


@pytest.mark.parametrize("path", ["feed.xml", "actions.xml", "zh/feed.xml", "zh/actions.xml"])
def test_a_page_that_nobody_translated_is_no_news_in_the_other_language(path: str) -> None:
    """Only what was written in the language of a feed is in it."""
    language = "zh" if path.startswith("zh/") else "en"
    missing = [record.slug for record in campaign().records() if record.is_fallback(language)]
    assert missing
    assert not [one.id for one in entries(path) for slug in missing if f":{slug}:" in f"{one.id}:"]


def test_the_feed_of_a_case_in_another_language_says_so() -> None:
    """Its own feed exists, with the language on the story and on the words."""
    (added,) = [one for one in entries("zh/cases/amber-thread.xml") if one.id.endswith(":added")]
    (story,) = elements(added.summary, "div")
    assert story.get("lang") == "en"
    assert "wove carpets" in visible(added.summary)


def test_ids_stay_the_same_from_day_to_day() -> None:
    """What a reader has seen does not come back as new on another day."""
    week = timedelta(days=7)
    before = {one.id: one.published for one in entries("actions.xml", TODAY - week)}
    after = {one.id: one.published for one in entries("actions.xml")}
    assert before.keys() <= after.keys()
    assert all(after[one] == when for one, when in before.items())


def test_the_bytes_depend_on_the_record_alone() -> None:
    """The same snapshot gives the same feeds."""
    again = files_of(snapshot())
    assert all(again[path] == files()[path] for path in (*FEEDS, *JSON_FEEDS))


@pytest.mark.parametrize("path", JSON_FEEDS)
def test_a_json_feed_has_what_the_format_requires(path: str) -> None:
    """JSON Feed 1.1: version, title, items, each with a string id and content; dates are RFC 3339."""
    found = json.loads(files()[path])
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["title"]
    assert found["feed_url"] == SITE + path
    assert found["home_page_url"] == SITE + path.replace("feed.json", "index.html")
    assert found["language"] in LANGUAGES
    for one in found["items"]:
        assert isinstance(one["id"], str)
        assert one["url"].startswith(SITE)
        # Of a minimal case the title says all that is told.
        assert one["content_html"] or one["id"].endswith((":c-0042:added", ":felt-hat:added"))
        assert datetime.fromisoformat(one["date_published"]).utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize("folder", ["", "zh/"])
def test_both_formats_have_the_same_items(folder: str) -> None:
    """RSS and JSON Feed tell the same, in the same order."""
    rss, other = entries(f"{folder}feed.xml"), json.loads(files()[f"{folder}feed.json"])["items"]
    assert [(one.id, one.title, one.link, one.summary) for one in rss] == [
        (one["id"], one["title"], one["url"], one["content_html"]) for one in other
    ]


def test_an_item_has_the_full_text() -> None:
    """A feed reader is a mirror: the story of a page is in its item, with its links."""
    (added,) = [one for one in entries("cases/blue-lantern.xml") if one.id.endswith(":added")]
    assert "The first sheet was pasted up in 2019." in visible(added.summary)
    opened = next(one for one in entries("actions.xml") if one.id.endswith("write-for-blue-lantern:opened"))
    assert f"{SITE}cases/blue-lantern.html" in list(links(opened.summary))
    assert "allow Blue Lantern to meet a lawyer" in visible(opened.summary)


def test_no_letter_and_no_address_is_in_a_feed() -> None:
    """Letters stand on their page only, below the warnings."""
    for path in (*FEEDS, *JSON_FEEDS):
        text = text_file(path)
        assert "mailto:" not in text
        assert "Thank you for your attention to this letter" not in text
        assert "感谢您阅读此信" not in text
        assert "nowhere-ferry.example.org" not in text


@pytest.mark.parametrize(
    ("added", "reported", "expected"),
    [("2020-06-01", "", "2020-06-01"), ("2020-01-01", "", "2020-05-01"), ("2020-01-01", "2020-05-20", "2020-05-20")],
)
def test_an_event_is_dated_by_the_latest_of_its_days(
    content: Content, added: str, reported: str, expected: str
) -> None:
    """When it happened, was reported, was added: the latest."""
    content.swap(CASE, "added: 2020-06-01", f"added: {added}")
    if reported:
        content.swap(CASE, "      status: taken-away", f"      status: taken-away\n      reported: {reported}")
        content.swap(CASE, "as_of: 2020-05-01", f"as_of: {reported}")
    found = items(files_of(content.snapshot("2020-06-10")))
    assert day_of(found["case:li-si:event:taken"]).isoformat() == expected


def test_an_event_that_was_added_later_is_dated_by_that(content: Content) -> None:
    """An old event that an editor adds today is new to the readers today."""
    content.swap(CASE, "      status: taken-away", "      status: taken-away\n      added: 2020-06-05")
    content.swap(CASE, "updated: 2020-06-01", "updated: 2020-06-05")
    content.remove("zh/cases/li-si.md")
    found = items(files_of(content.snapshot("2020-06-10")))
    assert day_of(found["case:li-si:event:taken"]) == date(2020, 6, 5)
    assert day_of(found["case:li-si:added"]) == date(2020, 6, 1)


def test_an_earlier_edition_has_earlier_items_only(content: Content) -> None:
    """On the day before it was issued an action is in no feed; nothing is dated after the day of the snapshot."""
    found = items(files_of(content.snapshot("2020-05-09")))
    assert set(found) == {"case:li-si:added", "case:li-si:event:taken"}
    assert all(day_of(one) <= date(2020, 5, 9) for one in found.values())


def test_an_action_is_new_when_it_opens_closes_soon_and_ends(content: Content) -> None:
    """Three items, each from its day on: issued, fourteen days before the deadline, the day after it."""
    content.swap(ACTION, "added: 2020-06-01", "added: 2020-05-10")
    last = date(2020, 6, 24)
    for day, kinds in (
        (last - timedelta(days=15), {"opened"}),
        (last - timedelta(days=14), {"opened", "closing"}),
        (last, {"opened", "closing"}),
        (last + timedelta(days=1), {"opened", "closing", "ended"}),
        (last + timedelta(days=99), {"opened", "closing", "ended"}),
    ):
        found = items(files_of(content.snapshot(day.isoformat())))
        own = {one.rpartition(":")[2]: item for one, item in found.items() if one.startswith("action:")}
        assert set(own) == kinds
        assert day_of(own["opened"]) == date(2020, 5, 10)
        if "closing" in own:
            assert day_of(own["closing"]) == last - timedelta(days=14)
        if "ended" in own:
            assert day_of(own["ended"]) == last + timedelta(days=1)


def test_an_action_that_was_closed_early_never_closed_soon() -> None:
    """An action that ended before its last fortnight has no item that says it closes."""
    found = {one.id.rpartition("both-mirrors:")[2] for one in entries("actions.xml") if "both-mirrors" in one.id}
    assert found == {"opened", "ended"}


def test_an_event_without_status_or_stage_is_titled_by_its_date(content: Content) -> None:
    """A title is never an empty place."""
    made = with_events(
        content, "2020-05-02", "id: taken, date: 2020-05", "id: more, date: 2020-05-02, status: taken-away"
    )
    found = items(files_of(made.snapshot("2020-06-10")))
    assert found["case:li-si:event:taken"]["title"] == "Li Si, May 2020"
    assert found["case:li-si:event:more"]["title"].startswith("Li Si: ")


def test_signs_of_html_in_a_title_are_words(content: Content) -> None:
    """& and < in a title are shown, never read as markup."""
    content.swap(UPDATE, "News of Li Si", "News & more, 1 > 0 ]]> &amp; “x”")
    made = files_of(content.snapshot("2020-06-10"))
    item = next(one for one in parsed(made["feed.xml"]).entries if ":update:" in one.id)
    assert item.title_detail.value == "News & more, 1 > 0 ]]> &amp; “x”"
    assert items(made)["update:2020-05-20-news"]["title"] == "News & more, 1 > 0 ]]> &amp; “x”"


def test_signs_of_html_in_words_are_words(content: Content) -> None:
    """Descriptions and demands are escaped once: what a reader sees is what an editor wrote."""
    content.swap(ACTION, "Letters for an organiser of workers.", "Letters & <b>more</b> for &amp; workers.")
    content.swap(ACTION, "Let Li Si see a lawyer.", "Let Li Si see a lawyer & a <i>doctor</i>.")
    made = files_of(on_day(content))
    (item,) = [one for one in parsed(made["feed.xml"]).entries if one.id.endswith("write:opened")]
    assert "Letters & <b>more</b> for &amp; workers." in visible(item.summary)
    assert "a lawyer & a <i>doctor</i>." in visible(item.summary)
    assert elements(item.summary, "b") == elements(item.summary, "i") == []


def test_words_in_another_language_say_so(content: Content) -> None:
    """A description or a demand that is not translated carries its language."""
    content.swap(ACTION_ZH, 'words:\n  demands:\n    lawyer: "让李四会见律师。"\n', "")
    made = files_of(on_day(content))
    (item,) = [one for one in parsed(made["zh/actions.xml"]).entries if one.id.endswith("write:opened")]
    paragraphs = [(one.get("lang"), "".join(one.itertext())) for one in elements(item.summary, "p")]
    assert paragraphs[0] == ("en", "Letters for an organiser of workers.")
    assert [(one.get("lang"), "".join(one.itertext())) for one in elements(item.summary, "span")] == [
        ("en", "Let Li Si see a lawyer.")
    ]


def test_fifty_items_are_enough(content: Content) -> None:
    """Above fifty the oldest go."""
    rows = [f"id: e{number}, date: 2020-05-{1 + number // 3:02}" for number in range(60)]
    with_events(content, "2020-05-20", *rows)
    found = parsed(files_of(content.snapshot("2020-06-10"))["cases/li-si.xml"]).entries
    assert len(found) == LIMIT


@pytest.mark.parametrize("sign", ["\x07", "\x0b", "\x1b", "\ufffe"])
def test_control_signs_do_not_break_a_feed(content: Content, sign: str) -> None:
    """A sign that XML does not know is refused with its file, or left out: the feed stays well-formed."""
    content.swap(CASE, "Li Si organised workers.\n", f"Li Si organised{sign} workers.\n")
    loaded = content.load()
    if not errors(loaded.problems):
        made = files_of(content.snapshot("2020-06-10"))
        assert ET.fromstring(made["feed.xml"]).tag == "rss"  # noqa: S314 - our own file


def test_escaped_control_signs_do_not_break_a_feed(content: Content) -> None:
    """The same for an escape in a quoted text."""
    content.swap(CASE, "An organiser of", "An \\x0b organiser of")
    if not errors(content.load().problems):
        made = files_of(content.snapshot("2020-06-10"))
        assert ET.fromstring(made["feed.xml"]).tag == "rss"  # noqa: S314 - our own file


def test_a_story_in_another_language_says_so_or_stays_out() -> None:
    """A feed in Chinese holds no English story that pretends to be Chinese."""
    for one in entries("zh/feed.xml"):
        if one.id.endswith("a-ticket-for-cloud-ladder:opened"):
            holders = [part for part in elements(one.summary) if "practised law above" in "".join(part.itertext())]
            assert any(part.get("lang") == "en" for part in holders)


def test_the_language_of_an_item_is_that_of_its_text() -> None:
    """JSON Feed 1.1, `language` of an item: the language in which it is."""
    found = {one["id"].partition(":zh:")[2]: one for one in json.loads(files()["zh/feed.json"])["items"]}
    item = found.get("action:a-ticket-for-cloud-ladder:opened")
    assert item is None or item["language"] == "en"


def test_the_feeds_of_another_site_id_have_other_ids(content: Content) -> None:
    """Ids hang on the setting `id`, not on an address: a mirror's items are the same items."""
    content.swap(SETTINGS, "tag:example.org,2026:test", "tag:example.org,2026:other")
    found = json.loads(files_of(content.snapshot("2020-06-10"))["feed.json"])
    assert all(one["id"].startswith("tag:example.org,2026:other:en:") for one in found["items"])


def test_an_item_for_an_update_without_words_is_still_one(content: Content) -> None:
    """An update with neither a description nor a body has its title."""
    content.edit(Edit(UPDATE, "There is news.\n", ""))
    assert items(files_of(content.snapshot("2020-06-10")))["update:2020-05-20-news"]["title"] == "News of Li Si"
