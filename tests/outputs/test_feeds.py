"""Feeds: well formed, complete, in both languages and both formats."""

from __future__ import annotations

import json
import posixpath
import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

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
    pages,
    snapshot,
    text_file,
    visible,
)
from emptychair.outputs.feed_items import LIMIT
from emptychair.outputs.manifest import language_paths
from for_each import for_each
from outputs.invented_feeds import entries, parsed
from safe_html import assert_safe

FEEDS = [path for one in LANGUAGES for path in language_paths(pages(one)) if path.endswith(".xml")]


XHTML = "{http://www.w3.org/1999/xhtml}"
JSON_FEEDS = ("feed.json", "zh/feed.json")


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


@for_each("language", LANGUAGES)
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


@for_each("path", ["feed.xml", "actions.xml", "zh/feed.xml", "zh/actions.xml"])
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


@for_each("path", JSON_FEEDS)
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


@for_each("folder", ["", "zh/"])
def test_both_formats_have_the_same_items(folder: str) -> None:
    """RSS and JSON Feed tell the same, in the same order."""
    rss, other = entries(f"{folder}feed.xml"), json.loads(files()[f"{folder}feed.json"])["items"]
    assert [(one.id, one.title, one.link, one.summary) for one in rss] == [
        (one["id"], one["title"], one["url"], one["content_html"]) for one in other
    ]


@for_each("path", FEEDS)
def test_a_channel_says_when_it_changed_and_of_which_kind_its_items_are(path: str) -> None:
    """Last built on the day of its newest item, whatever the day of the build; categories in words; a picture."""
    found = parsed(files()[path])
    if found.entries:
        assert found.feed.updated == found.entries[0].published
    assert all(one.tags and all(tag.term for tag in one.tags) for one in found.entries)
    assert found.feed.image.href.endswith("cards/site.png")
    assert found.feed.image.link == found.feed.link


@for_each("path", FEEDS)
def test_a_browser_shows_a_feed_as_a_page(path: str) -> None:
    """By a stylesheet that is there, and not by XSLT: what a feed is, its own address, links that are whole."""
    text = text_file(path)
    (style,) = re.findall(r'<\?xml-stylesheet type="text/css" href="([^"]+)"\?>', text)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(path), style)) == "assets/feed.css"
    (note,) = ET.fromstring(files()[path]).iter(f"{XHTML}div")  # noqa: S314 - our own
    assert [one.text for one in note.iter(f"{XHTML}code")] == [SITE + path]
    found = [one.get("href", "") for one in note.iter(f"{XHTML}a")]
    assert all(one.startswith(SITE) for one in found)
    assert f"{SITE}{note.get('lang')}/follow.html".replace("/en/", "/") in found
    listed = [one.link for one in entries(path)] if "cases/" not in path else []
    assert found[2:] == listed


@for_each("language", LANGUAGES)
def test_all_feeds_are_in_one_list(language: str) -> None:
    """OPML 2.0: each feed once with its title, its address and that of its page."""
    folder = "" if language == "en" else "zh/"
    root = ET.fromstring(files()[f"{folder}feeds.opml"])  # noqa: S314 - our own
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert root.findtext("head/title")
    feeds = [one for one in root.iter("outline") if one.get("type") == "rss"]
    own = [path for path in FEEDS if path.startswith("zh/") is (language == "zh")]
    assert sorted(one.get("xmlUrl", "") for one in feeds) == sorted(SITE + path for path in own)
    for one in feeds:
        channel = parsed(files()[one.get("xmlUrl", "").removeprefix(SITE)]).feed
        assert (one.get("text"), one.get("htmlUrl")) == (channel.title, channel.link)


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
