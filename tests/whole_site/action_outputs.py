"""What every output tells of one action on one day, so that the outputs can be compared with a table and each other."""

import csv
import io
import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import yaml
from icalendar import Calendar

from campaign_outputs import text_of
from emptychair.as_of.routes import Routes
from emptychair.as_of.snapshot import snapshot_of
from emptychair.html.page_set import PageSet
from emptychair.html.sanitise import absolute
from emptychair.outputs.manifest import create_for_language, create_shared
from emptychair.record.campaign import Campaign
from emptychair.text import vocabulary
from emptychair.views.language_site import LanguageSite
from whole_site.page_reader import Html, read_html

ASKED = ("open", "closing-soon")
NAMELESS = ("[YOUR NAME]", "[署名]")
SITE_URL = "https://site.example/"


@dataclass(frozen=True)
class Told:
    """One action in one language. `words` is the state on its page, `table` and `data` are those of the open data."""

    words: str
    banner: bool
    warnings: bool
    letters: bool
    mail: bool
    home: bool
    listed: bool
    archived: bool
    feed: tuple[str, ...]
    calendar: str
    data: str
    table: str
    files: str


@dataclass(frozen=True)
class Ways:
    """How a letter may go on a day, whatever the state of its action: was an address checked, and an e-mail address?

    `first`: is its action, of those that ask for letters, the one that ends first? Home has that one's button alone.
    """

    post: bool
    mail: bool
    written: bool
    silent: bool
    first: bool


def expected(was: tuple[str, ...], deadline: str, ways: Ways) -> Told:
    """What must be told of the last of the states in which an action was, in a language in which somebody wrote it."""
    state = was[-1]
    asked, drafted = state in ASKED, state == "draft"
    past = not asked and not drafted
    feed = ["closing"] if "closing-soon" in was else []
    # A pause is quiet, and a page that nobody has translated is no news.
    feed += ["ended"] if past and state != "paused" else []
    return Told(
        words=state,
        banner=not asked,
        warnings=asked,
        letters=asked,
        mail=asked and ways.mail,
        home=asked and ways.first,
        listed=asked,
        archived=past and not ways.silent,
        feed=() if drafted or ways.silent or not ways.written else (*feed, "opened"),
        calendar=deadline if asked else "",
        data="" if drafted or ways.silent else state,
        table="" if drafted or ways.silent else state,
        files="" if drafted else "letter" if asked and ways.post else "notice",
    )


@dataclass(frozen=True)
class Texts(Mapping[str, str]):
    """What a person reads in files, read when it is asked for: opening every letter takes longer than making it."""

    data: Mapping[str, bytes]
    known: dict[str, str] = field(default_factory=dict, repr=False)

    def __getitem__(self, path: str) -> str:
        if path not in self.known:
            self.known[path] = text_of(self.data[path])
        return self.known[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


@dataclass(frozen=True)
class Day:
    """The outputs of a day that speak of actions, by their path below the root of the site."""

    files: Mapping[str, str]

    def told(self, slug: str, language: str) -> Told:
        """What they tell of an action in a language."""
        folder = "" if language == "en" else f"{language}/"
        page = self.html(f"{folder}actions/{slug}.html")
        state = self._state(page, language)
        return Told(
            words=state,
            banner=f"ec-banner--{state}" in page.classes,
            warnings="ec-warnings" in page.classes,
            letters="ec-letter" in page.classes,
            mail=any(one.href.startswith("mailto:") for one in page.anchors if "ec-buttons" in one.near),
            home=slug == self.button(language),
            listed=slug in self.cards(language, "actions"),
            archived=slug in self.cards(language, "archive"),
            feed=self._feed(slug, language),
            calendar=self.deadlines(language).get(slug, ""),
            data=self._data.get(slug, ""),
            table=self._table.get(slug, ""),
            files=self._letters(slug),
        )

    def html(self, path: str) -> Html:
        """A page, read back."""
        return read_html(self.files[path])

    @staticmethod
    def _state(page: Html, language: str) -> str:
        """The code of the state whose words stand on the page."""
        labels = {term.label(language): code for code, term in vocabulary.terms("action_states").items()}
        found = [labels[words] for words, _, near, _ in page.words if near == "ec-state"]
        assert len(found) == 1, found
        return found[0]

    def button(self, language: str) -> str:
        """The action to which the button of the home page leads, or "" where it leads elsewhere."""
        page = self.html("index.html" if language == "en" else f"{language}/index.html")
        (href,) = [one.href for one in page.anchors if one.near == "ec-home__button"]
        folder, _, name = href.rpartition("/")
        return name.removesuffix(".html") if folder == "actions" else ""

    def cards(self, language: str, name: str) -> list[str]:
        """The actions of a list, in the order of its pages."""
        folder = "" if language == "en" else f"{language}/"
        found, number = [], 1
        while (path := f"{folder}{name}{'' if number == 1 else f'-{number}'}.html") in self.files:
            links = [one.href for one in self.html(path).anchors if one.near == "ec-action__title"]
            found += [posixpath.basename(href).removesuffix(".html") for href in links]
            number += 1
        return found

    def items(self, file: str, language: str) -> dict[str, str]:
        """The guids of a feed that speak of actions -> their days."""
        folder = "" if language == "en" else f"{language}/"
        channel = ET.fromstring(self.files[f"{folder}{file}"])  # noqa: S314 - our own output
        found = {str(item.findtext("guid")): str(item.findtext("pubDate")) for item in channel.iter("item")}
        return {guid: day for guid, day in found.items() if f":{language}:action:" in guid}

    def _feed(self, slug: str, language: str) -> tuple[str, ...]:
        guids = [guid.rsplit(":", 2) for guid in self.items("actions.xml", language)]
        return tuple(sorted(what for _, name, what in guids if name == slug))

    def deadlines(self, language: str) -> dict[str, str]:
        """The deadlines of the calendar: action -> day."""
        folder = "" if language == "en" else f"{language}/"
        calendar = Calendar.from_ical(self.files[f"{folder}calendar.ics"])
        found = {}
        for event in calendar.walk("VEVENT"):
            what, slug, *rest = str(event["uid"]).partition("@")[0].split(".")
            if what == "deadline":
                assert rest == [language]
                found[slug] = event.decoded("dtstart").isoformat()
        return found

    @cached_property
    def _data(self) -> dict[str, str]:
        actions = json.loads(self.files["data/v1/actions.json"])["actions"]
        return {one["slug"]: one["state"]["code"] for one in actions}

    @cached_property
    def _table(self) -> dict[str, str]:
        rows = csv.DictReader(io.StringIO(self.files["data/v1/actions.csv"].removeprefix("\ufeff")))
        return {row["slug"]: row["state"] for row in rows}

    def _letters(self, slug: str) -> str:
        """`letter` where at least one file can be printed and posted, `notice` where none can, "" without files."""
        found = [path for path in self.files if path.startswith(f"actions/{slug}/letter-")]
        texts = [self.files[path] for path in found if not path.endswith(".html")]
        if not texts:
            return ""
        return "letter" if any(name in text for text in texts for name in NAMELESS) else "notice"


def create_day(campaign: Campaign, today: date) -> Day:
    """The outputs of a day from the core alone, without MkDocs and without stories."""
    snapshot = snapshot_of(campaign, today)
    routes = Routes(snapshot)
    files = dict(create_shared(snapshot, SITE_URL))
    for language in campaign.languages:
        pages = PageSet(LanguageSite(snapshot, routes, language, SITE_URL))
        files |= dict(create_for_language(pages.site, {}, absolute, pages.card))
        folder = "" if language == campaign.default_language else f"{language}/"
        for path, route in routes.by_path.items():
            if route.kind in ("index", "action", "actions", "archive"):
                files[f"{folder}{path}.html"] = pages.article(route, "").html.encode()
    return Day(Texts(files))


def read_day(files: Mapping[str, bytes]) -> Day:
    """The outputs of a built site."""
    wanted = (".html", ".xml", ".ics", ".json", ".csv", ".txt", ".docx")
    return Day(Texts({path: data for path, data in files.items() if path.endswith(wanted)}))


@dataclass(frozen=True)
class Expectation:
    """A row of the table: an action, its deadline, and (first day, state) in order."""

    slug: str
    deadline: str
    states: tuple[tuple[str, str], ...]

    def state(self, day: date) -> str:
        """Its state on a day."""
        return self._was(day)[-1]

    def told(self, day: date, ways: Ways) -> Told:
        """What must be told on a day."""
        return expected(self._was(day), self.deadline, ways)

    def _was(self, day: date) -> tuple[str, ...]:
        return ("draft", *(state for first, state in self.states if first <= day.isoformat()))


def read_expectations(file: Path) -> Iterator[Expectation]:
    """The table of states, which people wrote and no code derived."""
    rows: dict[str, dict[str, Any]] = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    for slug, row in rows.items():
        states = tuple((first, state) for first, state in row["states"].items())
        yield Expectation(slug, row.get("deadline", ""), states)
