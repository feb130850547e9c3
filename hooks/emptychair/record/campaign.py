"""The record as a whole: every case, action, update, report and page of prose, in every language it exists in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from emptychair.record.models import WORDS, Action, Case, Recipient, Report, Settings, Update
from emptychair.text.further_languages import FurtherLanguage
from emptychair.text.traditional import SIMPLIFIED, Converter

FOLDERS = {"cases": "case", "actions": "action", "updates": "update", "reports": "report"}
Facts = TypeVar("Facts", Case, Action, Update, Report, None)


@dataclass(frozen=True, slots=True)
class Text:
    """Words and the language in which they stand: the other one where a translation is missing."""

    value: str
    language: str

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in content/assets/, with its size in pixels as it is looked at, and a digest of its bytes."""

    file: str
    width: int
    height: int
    digest: str = ""


@dataclass(frozen=True)
class Page:
    """One page in one language, as an editor wrote it, or as it was `converted` from the page in another one.

    `words` is empty in a source page, and in one that was converted (Record.words); `because` in a translation: the
    reasons that answer checks, by their rules. `keywords` are words by which the search leads to the page.
    """

    path: str
    language: str
    title: str | None
    description: str | None
    updated: date
    body: str
    body_line: int = 1
    translates: date | None = None
    words: Mapping[str, Any] = field(default_factory=dict)
    because: Mapping[str, str] = field(default_factory=dict)
    converted: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversion:
    """How texts of a language are made from those of another, its `source`, where nobody wrote them."""

    source: str
    convert: Converter


@dataclass(frozen=True)
class Record(Generic[Facts]):
    """One set of facts and its pages: `path` is that of the page without language and ending (`cases/wei-zhili`)."""

    kind: str
    path: str
    source: str
    facts: Facts
    pages: Mapping[str, Page]
    added: date
    # Language -> how its texts are made: none of them is part of what was written.
    conversions: Mapping[str, Conversion] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def source_page(self) -> Page:
        """The page that holds the facts."""
        return self.pages[self.source]

    def page(self, language: str) -> Page:
        """The page in `language`, else the source page."""
        return self.pages.get(language, self.source_page)

    def is_fallback(self, language: str) -> bool:
        """Is there no page in `language`, so that the source page stands in for it?"""
        return language not in self.pages

    def is_converted(self, language: str) -> bool:
        """Is the page in `language` made from that in another one, as no translator wrote it?"""
        page = self.pages.get(language)
        return page is not None and bool(page.converted)

    @cached_property
    def as_written(self) -> "Record[Facts]":
        """The record as editors wrote it, without what was converted."""
        pages = {language: page for language, page in self.pages.items() if not page.converted}
        return replace(self, pages=pages, conversions={}) if self.conversions else self

    def title(self, language: str) -> Text:
        """The title as an editor wrote it. Cases have names instead."""
        page = self.page(language)
        return Text(page.title or "", page.language)

    def description(self, language: str) -> Text:
        """The description, in the source language where the translation has none."""
        page = self.page(language)
        if page.description:
            return Text(page.description, page.language)
        if conversion := self.conversions.get(language):
            return _converted(self.description(conversion.source), language, conversion)
        return Text(self.source_page.description or "", self.source)

    def words(self, language: str, default: str | None, *path: str) -> Text:
        """A text of the facts in `language`: `default` is what the source page says, `path` leads to the word.

        The path is that of the front matter, a list item by its id: `("events", "taken", "text")`, `("place",)`.
        A word that the translation lacks is converted where it can be, else given in the source language.
        """
        if default is not None and language != self.source and language in self.pages:
            found = self._translated(self.pages[language].words, path)
            if found:
                return Text(found, language)
        conversion = self.conversions.get(language)
        if conversion is None or language == self.source:
            return Text(default or "", self.source)
        words = self.words(conversion.source, default, *path)
        return words if self._is_printed(path) else _converted(words, language, conversion)

    def _is_printed(self, path: tuple[str, ...]) -> bool:
        """Does it stand as it is printed: the name of an author, or the title of a document in simplified Chinese?"""
        if path[-1] in ("byline", "author"):
            return True
        source = getattr(self.facts, "sources", {}).get(path[1]) if path[0] == "sources" else None
        return source is not None and (source.language or self.source) == SIMPLIFIED

    def _translated(self, words: Mapping[str, Any], path: tuple[str, ...]) -> str:
        here: Any = words
        for number, step in enumerate(path):
            if isinstance(here, str):
                # An item's only word, or its first, may be written without its name.
                named = WORDS[self.kind].get(path[0], ())[:1]
                return here if path[number:] == named else ""
            here = here.get(step) if isinstance(here, Mapping) else None
        return here if isinstance(here, str) else ""


def _converted(text: Text, language: str, conversion: Conversion) -> Text:
    """A text in the language that it is converted into; one that is not in the language it is converted from stays."""
    return Text(conversion.convert(text.value), language) if text.language == conversion.source else text


@dataclass(frozen=True)
class Campaign:
    """Everything in `content/`, checked; the maps go from slug (prose: path) to record, in the order of paths."""

    settings: Settings
    languages: tuple[str, ...]
    recipients: Mapping[str, Recipient]
    cases: Mapping[str, Record[Case]]
    actions: Mapping[str, Record[Action]]
    updates: Mapping[str, Record[Update]]
    reports: Mapping[str, Record[Report]]
    prose: Mapping[str, Record[None]]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    # Those whose texts the campaign brings along, whether or not the site has them.
    further: tuple[FurtherLanguage, ...] = ()
    conversions: Mapping[str, Conversion] = field(default_factory=dict)

    @property
    def default_language(self) -> str:
        """The language at the root of the site."""
        return self.languages[0]

    def folder_of(self, language: str) -> str:
        """The folder of a language below the root of the site: "" for the default language."""
        return "" if language == self.default_language else f"{language}/"

    def text_in(self, language: str, texts: Mapping[str, str]) -> Text:
        """One of the texts of settings and registers: that in `language`, else a converted one, else the first."""
        conversion = self.conversions.get(language)
        if language not in texts and conversion and conversion.source in texts:
            return _converted(Text(texts[conversion.source], conversion.source), language, conversion)
        own = language if language in texts else next(iter(texts))
        return Text(texts[own], own)

    def records(self) -> Iterator[Record[Any]]:
        """Every record, prose first."""
        for group in (self.prose, self.cases, self.actions, self.updates, self.reports):
            yield from group.values()

    def record_at(self, path: str) -> Record[Any] | None:
        """The record at this path (`cases/wei-zhili`, `about`), or None."""
        folder, _, slug = path.rpartition("/")
        if folder in FOLDERS:
            return getattr(self, folder).get(slug)  # type: ignore[no-any-return]
        return self.prose.get(path)
