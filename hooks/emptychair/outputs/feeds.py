"""What is new: the items of a snapshot in one language, as RSS 2.0 and as JSON Feed 1.1."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from markupsafe import escape

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.routes import Route
from emptychair.as_of.snapshot import Snapshot, update_day
from emptychair.html.page_set import Pages
from emptychair.html.sanitise import absolute
from emptychair.record.campaign import Record, Text
from emptychair.record.models import Event
from emptychair.views.context import Context, name_of
from emptychair.views.deadlines import deadline_line

LIMIT = 50
ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Item:
    """One item: `id` never changes and does not depend on its address; `html` is the full text with absolute links."""

    id: str
    title: str
    path: str
    day: date
    html: str
    anchor: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed: its file in the folder of the language, its title, the page that it belongs to, its items."""

    file: str
    title: str
    home: str
    items: tuple[Item, ...]


class FeedBuilder:
    """The feeds of a snapshot in one language.

    `stories` holds the safe HTML of each page of this language by its path, `site_url` ends in a slash.
    """

    def __init__(self, pages: Pages, stories: Mapping[str, str], site_url: str) -> None:
        self.pages, self.stories = pages, stories
        self.snapshot: Snapshot = pages.snapshot
        self.language, self.say = pages.language, pages.say
        default = self.snapshot.campaign.default_language
        self.base = site_url + ("" if self.language == default else f"{self.language}/")

    def feeds(self) -> Iterator[Feed]:
        """One feed for each case that is out, then everything, and actions.

        Of the cases' items only the newest are kept for the feed of everything: ten thousand cases have many.
        """
        site = self.pages.site_name()
        actions = self._action_items()
        updates = (update for update in self.snapshot.updates if not update.is_fallback(self.language))
        every = _newest([*actions, *map(self._update, updates)])
        for case in self.snapshot.listed_cases:
            items = self._case_items(case)
            name = name_of(case.record, self.language)
            title = self.say("feed-title-case", site=site, name=name)
            yield Feed(f"{case.record.path}.xml", title, case.record.path, _newest(items))
            # What somebody wrote in this language: a fallback page is no news in it.
            if not case.record.is_fallback(self.language):
                every = _newest([*every, *items])
        yield Feed("feed.xml", self.say("feed-title", site=site), "index", every)
        yield Feed("actions.xml", self.say("feed-title-actions", site=site), "actions", _newest(actions))

    def _context(self, path: str) -> Context:
        return self.pages.context(Route(path, ""))

    def _id(self, *parts: str) -> str:
        """A tag URI (RFC 4151) below the setting `id`, with the language: no address is in it."""
        return ":".join([self.snapshot.campaign.settings.id, self.language, *parts])

    def _day(self, happened: date, added: date) -> date:
        """The latest of when it happened or was reported and when it was added.

        An addition after the snapshot's own day does not count: the record is told as it stood.
        """
        return max(happened, added) if added <= self.snapshot.today else happened

    def _story(self, record: Record[Any]) -> str:
        """The body of a page; in the feed of a case that nobody has translated it says its language."""
        story = absolute(self.stories.get(record.path, ""), f"{self.base}{record.path}.html")
        own = record.page(self.language).language
        return story if own == self.language or not story else f'<div lang="{own}">{story}</div>'

    def _case_items(self, case: CaseAsOf) -> list[Item]:
        """The items of a case, which stand in its own feed and in that of everything."""
        record = case.record
        first = case.facts.events[0].known_from
        name = name_of(record, self.language)
        full = case.visibility == "full"
        added = Item(
            id=self._id("case", record.slug, "added"),
            title=self.say("feed-case-added", name=name),
            path=record.path,
            day=self._day(first, record.added),
            html=_paragraph(record.description(self.language)) + self._story(record) if full else "",
        )
        if not full:
            return [added]
        return [added, *(self._event(case, event) for event in case.facts.events)]

    def _event(self, case: CaseAsOf, event: Event) -> Item:
        record, context = case.record, self._context(case.record.path)
        name = name_of(record, self.language)
        codes = [("statuses", event.status), ("stages", event.stage)]
        what = self.say("list-join").join(context.label(kind, code).value for kind, code in codes if code)
        when = context.day(event.date)
        title = self.say("feed-event", name=name, what=what) if what else ""
        text = record.words(self.language, event.text, "events", event.id, "text")
        verified = context.label("verification", event.verification)
        return Item(
            id=self._id("case", record.slug, "event", event.id),
            title=title or self.say("feed-event-plain", name=name, date=when),
            path=record.path,
            day=self._day(event.known_from, event.added or record.added),
            html=_paragraph(Text(when, self.language)) + _paragraph(text) + _paragraph(verified),
            anchor=f"event-{event.id}",
        )

    def _action_items(self) -> list[Item]:
        items = []
        for action in self.snapshot.actions.values():
            if action.listed and not action.record.is_fallback(self.language):
                items += list(self._action(action))
        return items

    def _action(self, action: ActionAsOf) -> Iterator[Item]:
        """An action opened, closing soon, ended: each from the day on which it is so."""
        today, issued = self.snapshot.today, action.facts.known_from
        yield self._action_item(action, "opened", self._day(issued, action.record.added))
        if action.state == "paused":
            # A pause is quiet, and has no day of its own.
            return
        closing, past = action.closing_from, action.past_since
        if closing and closing <= today and not (past and past <= closing):
            yield self._action_item(action, "closing", max(closing, issued))
        if past:
            yield self._action_item(action, "ended", past)

    def _action_item(self, action: ActionAsOf, what: str, day: date) -> Item:
        record = action.record
        context = self._context(record.path)
        texts = [record.description(self.language), deadline_line(context, action)]
        demands = (record.words(self.language, one.text, "demands", one.id, "text") for one in action.facts.demands)
        listed = "".join(f"<li>{_words(one, self.language)}</li>" for one in demands)
        return Item(
            id=self._id("action", record.slug, what),
            title=self.say(f"feed-action-{what}", title=record.title(self.language)),
            path=record.path,
            day=day,
            html="".join(map(_paragraph, texts)) + self._story(record) + f"<ol>{listed}</ol>",
        )

    def _update(self, update: Record[Any]) -> Item:
        return Item(
            id=self._id("update", update.slug),
            title=update.title(self.language).value,
            path=update.path,
            day=self._day(update_day(update), update.added),
            html=_paragraph(update.description(self.language)) + self._story(update),
        )

    def link(self, item: Item) -> str:
        """The absolute address of an item."""
        return f"{self.base}{item.path}.html" + (f"#{item.anchor}" if item.anchor else "")


def _newest(items: list[Item]) -> tuple[Item, ...]:
    """At most 50, the newest first; of one day by id, so that the order never depends on the build."""
    items = sorted(items, key=lambda item: item.id)
    return tuple(sorted(items, key=lambda item: item.day, reverse=True)[:LIMIT])


def _paragraph(text: Text) -> str:
    return f'<p lang="{text.language}">{escape(text.value)}</p>' if text else ""


def _words(text: Text, language: str) -> str:
    return (
        str(escape(text.value)) if text.language == language else f'<span lang="{text.language}">{escape(text)}</span>'
    )


def create_rss(feed: Feed, builder: FeedBuilder) -> bytes:
    """RSS 2.0 with the address of the feed itself; dates are midnights of the site's time zone."""
    ET.register_namespace("atom", ATOM)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", f"{builder.base}{feed.home}.html")
    _add(channel, "description", builder.say("feed-description"))
    _add(channel, "language", "zh-cn" if builder.language == "zh" else builder.language)
    ET.SubElement(channel, f"{{{ATOM}}}link", href=builder.base + feed.file, rel="self", type="application/rss+xml")
    zone = ZoneInfo(builder.snapshot.campaign.settings.timezone)
    for item in feed.items:
        node = ET.SubElement(channel, "item")
        _add(node, "title", item.title)
        _add(node, "link", builder.link(item))
        _add(node, "guid", item.id).set("isPermaLink", "false")
        _add(node, "pubDate", format_datetime(_midnight(item.day, zone)))
        _add(node, "description", item.html)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    node = ET.SubElement(parent, name)
    node.text = text
    return node


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def create_json_feed(feed: Feed, builder: FeedBuilder) -> bytes:
    """The same items as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    zone = ZoneInfo(builder.snapshot.campaign.settings.timezone)
    items = [
        {
            "id": item.id,
            "url": builder.link(item),
            "title": item.title,
            "content_html": item.html,
            "date_published": _midnight(item.day, zone).isoformat(),
            "language": builder.language,
        }
        for item in feed.items
    ]
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{builder.base}{feed.home}.html",
        "feed_url": f"{builder.base}feed.json",
        "description": builder.say("feed-description"),
        "language": builder.language,
        "items": items,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def create_feeds(builder: FeedBuilder) -> Iterator[tuple[str, bytes]]:
    """(file in the folder of the language, its bytes) of every feed."""
    for feed in builder.feeds():
        yield feed.file, create_rss(feed, builder)
        if feed.file == "feed.xml":
            yield "feed.json", create_json_feed(feed, builder)
