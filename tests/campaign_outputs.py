"""The invented campaign as its pages and files, made without MkDocs and kept for all tests of a run."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import html5lib
import markdown
from docx import Document

from content_factory import CASE, CASE_ZH, Content, events
from emptychair.as_of.routes import Route, Routes
from emptychair.as_of.snapshot import Snapshot, snapshot_of
from emptychair.html.page_set import PageSet
from emptychair.html.sanitise import absolute, sanitise
from emptychair.load.load import load
from emptychair.outputs.manifest import create_for_language, create_shared, language_paths, shared_paths
from emptychair.views.language_site import LanguageSite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from emptychair.record.campaign import Campaign

CAMPAIGN = Path(__file__).parent / "campaign" / "content"
TODAY = date(2026, 6, 15)
SITE = "https://example.org/chair/"
LANGUAGES = ("en", "zh")
EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "tables"]
# MkDocs turns a link to a page's source into one to the page.
SOURCE_LINK = re.compile(r'(href="[^":]*)\.md([#"])')


@cache
def campaign() -> Campaign:
    """The invented campaign, checked."""
    found = load(CAMPAIGN).campaign
    assert found
    return found


@cache
def snapshot(today: date = TODAY) -> Snapshot:
    """The invented campaign on a day."""
    return snapshot_of(campaign(), today)


@cache
def routes(today: date = TODAY) -> Routes:
    """Its routes."""
    return Routes(snapshot(today))


def pages_of(made: Snapshot, language: str) -> LanguageSite:
    """Any snapshot in a language."""
    return LanguageSite(made, Routes(made), language, SITE)


@cache
def pages(language: str, today: date = TODAY) -> LanguageSite:
    """The invented campaign in a language."""
    return LanguageSite(snapshot(today), routes(today), language, SITE)


def story_of(made: LanguageSite, route: Route) -> str:
    """The body of a page as the adapter hands it on."""
    return story(made.body(route), made.contact_email)


@cache
def story(body: str, mail: str = "") -> str:
    """A body rendered, its links led to pages, sanitised."""
    return sanitise(SOURCE_LINK.sub(r"\1.html\2", markdown.markdown(body, extensions=EXTENSIONS)), mail)


def stories_of(made: LanguageSite) -> dict[str, str]:
    """The story of every page."""
    return {path: story_of(made, route) for path, route in made.routes.by_path.items()}


@lru_cache(maxsize=8)
def page_set(made: LanguageSite) -> PageSet:
    """The articles of any snapshot in a language."""
    return PageSet(made)


def article_of(made: LanguageSite, path: str) -> str:
    """The article of a page of any snapshot."""
    route = made.routes.by_path[path]
    return page_set(made).article(route, story_of(made, route)).html


@cache
def article(path: str, language: str = "en", today: date = TODAY) -> str:
    """The article of a page of the invented campaign."""
    return article_of(pages(language, today), path)


def language_files(made: LanguageSite) -> dict[str, bytes]:
    """The files of a language that are no pages, and that nobody draws."""
    return dict(create_for_language(made, stories_of(made), absolute, page_set(made).card))


def files_of(made: Snapshot) -> dict[str, bytes]:
    """Every file of a snapshot that is no page."""
    found = dict(create_shared(made, SITE))
    for language in made.campaign.languages:
        found |= language_files(pages_of(made, language))
    return found


def drawn_paths(made: Snapshot) -> set[str]:
    """The paths of what is drawn for a snapshot, nothing of which is drawn for this: cards, codes, copies of photos."""
    every = {path for language in made.campaign.languages for path in language_paths(pages_of(made, language))}
    every |= set(shared_paths(made))
    return {path for path in every if path.removeprefix("zh/").startswith(("cards/", "codes/", "pictures/"))}


@cache
def drawn() -> set[str]:
    """Those of the invented campaign."""
    return drawn_paths(snapshot())


@cache
def files(today: date = TODAY) -> dict[str, bytes]:
    """Every file of the invented campaign that is no page."""
    return files_of(snapshot(today))


def text_file(path: str, today: date = TODAY) -> str:
    """One of these files as text."""
    return text_of(files(today)[path])


@lru_cache(maxsize=512)
def text_of(data: bytes) -> str:
    """What a person reads in a file: its text, or the paragraphs of a document for a word processor."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8").removeprefix("\ufeff")
    return "\n\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs) + "\n"


@lru_cache(maxsize=512)
def tree(html: str) -> ET.Element:
    """HTML as an independent parser sees it: a fragment, element names without a namespace. To be read only."""
    found: ET.Element = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return found


def elements(html: str, name: str = "") -> list[ET.Element]:
    """The elements of a name in the order of the document, all of them without one."""
    return [one for one in tree(html).iter() if isinstance(one.tag, str) and name in ("", one.tag)][not name :]


def words(element: ET.Element) -> str:
    """All words in an element, blanks folded."""
    return " ".join("".join(element.itertext()).split())


def visible(html: str) -> str:
    """What a person reads on a page."""
    return words(tree(html))


def by_class(html: str, name: str) -> list[ET.Element]:
    """The elements of a class."""
    return [one for one in elements(html) if name in one.get("class", "").split()]


def links(html: str) -> Iterator[str]:
    """Every address that an element leads to or loads."""
    for one in elements(html):
        yield from (one.attrib[name] for name in ("href", "src") if name in one.attrib)


def parents(html: str) -> dict[Any, ET.Element]:
    """Element -> the element that holds it."""
    return {child: one for one in tree(html).iter() for child in one}


def with_events(content: Content, as_of: str, *rows: str) -> Content:
    """The small folder with other events of its case, the newest of that day, and without the case's translation."""
    return content.swap(CASE, "as_of: 2020-05-01", f"as_of: {as_of}").edit(events(*rows)).remove(CASE_ZH)


def on_day(content: Content, today: str = "2020-06-10") -> Snapshot:
    """The snapshot of a small folder whatever its checks say: how it is shown is another question than if it may be."""
    found = content.load().campaign
    assert found
    return snapshot_of(found, date.fromisoformat(today))
