"""Feeds as files: RSS 2.0 and JSON Feed 1.1, and the list of them as OPML 2.0."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from emptychair.outputs.feed_items import Feed, FeedBuilder, Item
from emptychair.outputs.feed_note import create_note
from emptychair.record.reserved_urls import FEED_LIST
from emptychair.text.strings import catalogue
from emptychair.views.language_site import LanguageSite
from emptychair.views.look import icon_of
from emptychair.views.share_cards import card_path, has_card

ATOM = "http://www.w3.org/2005/Atom"
# How a browser shows the file of a feed. Not by XSLT, which browsers give up (Chrome from version 158): this stays.
STYLESHEET = "assets/feed.css"
# Those that are shown with what is new, because no page of the site has the same list.
LISTED = ("feed.xml", "actions.xml")
PICTURE = "feed picture"


def create_rss(feed: Feed, site: LanguageSite) -> bytes:
    """A feed as RSS 2.0, with the URL of the feed itself; dates are midnights of the site's time zone.

    A browser that is asked for it shows it as a page: `feed_note`, by the stylesheet.
    """
    ET.register_namespace("atom", ATOM)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    for name, text in _channel(feed, site):
        _add(channel, name, text)
    url = site.root_url + feed.file
    ET.SubElement(channel, f"{{{ATOM}}}link", href=url, rel="self", type="application/rss+xml")
    if picture := picture_of(site):
        image = ET.SubElement(channel, "image")
        # RSS 2.0: its title and link are those of the channel.
        for name, text in (("url", picture), ("title", feed.title), ("link", site.url(feed.home))):
            _add(image, name, text)
    links = [(item.title, _link(item, site)) for item in feed.items] if feed.file in LISTED else []
    channel.append(create_note(site, feed.home, url, links))
    zone = ZoneInfo(site.snapshot.campaign.settings.timezone)
    for item in feed.items:
        _add_item(channel, item, site, zone)
    ET.indent(root)
    return _document(root, f"{'../' * feed.file.count('/')}{'../' if site.folder else ''}{STYLESHEET}")


def _channel(feed: Feed, site: LanguageSite) -> Iterator[tuple[str, str]]:
    """(element, text) of what a channel says of itself.

    It was last built when something last came into it: the day of the build would make each file another one each day.
    """
    yield "title", feed.title
    yield "link", site.url(feed.home)
    yield "description", _description(site)
    yield "language", catalogue("languages")[site.language]["rss"]
    if feed.items:
        newest = max(item.day for item in feed.items)
        zone = ZoneInfo(site.snapshot.campaign.settings.timezone)
        yield "lastBuildDate", format_datetime(_midnight(newest, zone))


def _add_item(channel: ET.Element, item: Item, site: LanguageSite, zone: ZoneInfo) -> None:
    node = ET.SubElement(channel, "item")
    _add(node, "title", item.title)
    _add(node, "link", _link(item, site))
    _add(node, "guid", item.id).set("isPermaLink", "false")
    _add(node, "pubDate", format_datetime(_midnight(item.day, zone)))
    for category in item.categories:
        _add(node, "category", category)
    _add(node, "description", item.html)


def _description(site: LanguageSite) -> str:
    """What a feed is; that of a sample says so."""
    sample = site.snapshot.campaign.settings.sample
    return site.say("banner-sample") if sample else site.say("feed-description")


def _document(root: ET.Element, stylesheet: str = "") -> bytes:
    """An XML document as bytes, with the address of its stylesheet seen from it."""
    style = f'<?xml-stylesheet type="text/css" href="{stylesheet}"?>\n' if stylesheet else ""
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{style}{text}\n'.encode()


def picture_of(site: LanguageSite) -> str:
    """The URL of a picture of the site in pixels, as RSS asks: the campaign's own mark, else its card, else ""."""
    # Found once: each case has a feed.
    if PICTURE not in site.memory:
        look = site.snapshot.campaign.settings.look
        own = next((file for file in (look.favicon, look.mark) if file and file.endswith(".png")), None)
        there = has_card(site.context(site.routes.by_path["index"]), None)
        card = site.root_url + card_path(None) if there else ""
        site.memory[PICTURE] = f"{site.site_url}assets/{own}" if own else card
    return str(site.memory[PICTURE])


def _link(item: Item, site: LanguageSite) -> str:
    """The absolute URL of an item."""
    return site.url(item.path) + (f"#{item.anchor}" if item.anchor else "")


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    node = ET.SubElement(parent, name)
    node.text = text
    return node


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def create_json_feed(feed: Feed, site: LanguageSite) -> bytes:
    """A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    zone = ZoneInfo(site.snapshot.campaign.settings.timezone)
    items = [
        {
            "id": item.id,
            "url": _link(item, site),
            "title": item.title,
            "content_html": item.html,
            "date_published": _midnight(item.day, zone).isoformat(),
            "tags": list(item.categories),
            "language": site.language,
        }
        for item in feed.items
    ]
    picture = picture_of(site)
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.url(feed.home),
        "feed_url": f"{site.root_url}feed.json",
        "description": _description(site),
        **({"icon": picture} if picture else {}),
        "favicon": site.site_url + icon_of(site.snapshot.campaign.settings).path,
        "language": site.language,
        "items": items,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def create_opml(feeds: Iterable[Feed], site: LanguageSite) -> bytes:
    """The feeds of a language as OPML 2.0, which feed readers take in at once; those of cases are a group."""
    root = ET.Element("opml", version="2.0")
    _add(ET.SubElement(root, "head"), "title", site.site_name())
    group = ET.SubElement(ET.SubElement(root, "body"), "outline", text=site.site_name())
    cases = ET.Element("outline", text=site.say("heading-case-feeds"))
    for feed in feeds:
        parent = group if feed.file in LISTED else cases
        values = {"text": feed.title, "title": feed.title, "type": "rss", "language": site.language}
        urls = {"xmlUrl": site.root_url + feed.file, "htmlUrl": site.url(feed.home)}
        ET.SubElement(parent, "outline", {**values, **urls})
    if len(cases):
        group.append(cases)
    ET.indent(root)
    return _document(root)


def create_feeds(builder: FeedBuilder) -> Iterator[tuple[str, bytes]]:
    """(file in the folder of the language, its bytes) of every feed, and of the list of them."""
    listed = []
    for feed in builder.feeds():
        yield feed.file, create_rss(feed, builder.site)
        if feed.file == "feed.xml":
            yield "feed.json", create_json_feed(feed, builder.site)
        listed.append(Feed(feed.file, feed.title, feed.home, ()))
    yield FEED_LIST, create_opml(listed, builder.site)
