"""Feeds as files: RSS 2.0 and JSON Feed 1.1."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from emptychair.outputs.feed_items import Feed, FeedBuilder, Item
from emptychair.text.strings import catalogue
from emptychair.views.language_site import LanguageSite

ATOM = "http://www.w3.org/2005/Atom"


def create_rss(feed: Feed, site: LanguageSite) -> bytes:
    """A feed as RSS 2.0, with the URL of the feed itself; dates are midnights of the site's time zone."""
    ET.register_namespace("atom", ATOM)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", site.url(feed.home))
    _add(channel, "description", site.say("feed-description"))
    _add(channel, "language", catalogue("languages")[site.language]["rss"])
    ET.SubElement(channel, f"{{{ATOM}}}link", href=site.root_url + feed.file, rel="self", type="application/rss+xml")
    zone = ZoneInfo(site.snapshot.campaign.settings.timezone)
    for item in feed.items:
        node = ET.SubElement(channel, "item")
        _add(node, "title", item.title)
        _add(node, "link", _link(item, site))
        _add(node, "guid", item.id).set("isPermaLink", "false")
        _add(node, "pubDate", format_datetime(_midnight(item.day, zone)))
        _add(node, "description", item.html)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


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
            "language": site.language,
        }
        for item in feed.items
    ]
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.url(feed.home),
        "feed_url": f"{site.root_url}feed.json",
        "description": site.say("feed-description"),
        "language": site.language,
        "items": items,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def create_feeds(builder: FeedBuilder) -> Iterator[tuple[str, bytes]]:
    """(file in the folder of the language, its bytes) of every feed."""
    for feed in builder.feeds():
        yield feed.file, create_rss(feed, builder.site)
        if feed.file == "feed.xml":
            yield "feed.json", create_json_feed(feed, builder.site)
