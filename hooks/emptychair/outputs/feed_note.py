"""What a browser shows of a feed's file: what a feed is, its address to copy, and what is new, as links.

XHTML inside the channel, which feed readers pass over; assets/feed.css hides the rest of the file.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from emptychair.text.locales import direction
from emptychair.views.language_site import LanguageSite

XHTML = "http://www.w3.org/1999/xhtml"


def create_note(site: LanguageSite, home: str, url: str, links: Iterable[tuple[str, str]]) -> ET.Element:
    """The note of a feed: `home` is the path of its page, `url` its own, `links` the (title, URL) of its items."""
    ET.register_namespace("h", XHTML)
    say = site.say
    note = _element(None, "div", lang=site.language, dir=direction(site.language))
    _element(note, "p", say("feed-note"))
    _element(_element(note, "p", say("feed-note-copy")), "code", url, dir="ltr")
    ways = _element(note, "p")
    _element(ways, "a", say("feed-note-page"), href=site.url(home))
    if "follow" in site.routes.by_path:
        # Two links in a row, apart as words are.
        _element(ways, "a", say("feed-note-follow"), href=site.url("follow"))
    if links := list(links):
        _element(note, "h2", say("feed-note-new"))
        rows = _element(note, "ul")
        for title, address in links:
            _element(_element(rows, "li"), "a", title, href=address)
    return note


def _element(parent: ET.Element | None, name: str, text: str = "", **attributes: str) -> ET.Element:
    tag = f"{{{XHTML}}}{name}"
    node = ET.Element(tag, attributes) if parent is None else ET.SubElement(parent, tag, attributes)
    node.text = text or None
    return node
