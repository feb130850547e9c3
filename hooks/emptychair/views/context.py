"""What every view needs: the snapshot, the language, where the page stands, and how to speak of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from emptychair.as_of.case_as_of import known_by
from emptychair.as_of.routes import Route, Routes, address_of
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.campaign import Record, Text
from emptychair.record.models import Case, Source
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate
from emptychair.text.further_languages import language_of
from emptychair.text.strings import Strings
from emptychair.text.traditional import nearest_script
from emptychair.views.formatting import day_in_words, limit_in_words
from emptychair.views.urls import page_url


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `href` is relative to the page, or an address outside."""

    text: Text
    href: str


@dataclass(frozen=True)
class Context:
    """One page of one language in the making."""

    snapshot: Snapshot
    routes: Routes
    language: str
    route: Route
    say: Strings
    # What is the same on every page of the language: filled by the views.
    memory: dict[str, Any] = field(default_factory=dict)
    # The public address of the site, with a slash at its end, for what leaves the page: a link to share.
    site_url: str = ""

    @property
    def up(self) -> str:
        """From the page to the root of its language: `../` for each folder."""
        return "../" * self.route.path.count("/")

    @property
    def root(self) -> str:
        """From the page to the root of the site."""
        return self.up + ("../" if self.snapshot.campaign.folder_of(self.language) else "")

    @property
    def address(self) -> str:
        """The public address of the page, the same on every mirror."""
        return page_url(self.site_url, self.snapshot.campaign, self.language, self.route.path)

    def has(self, path: str) -> bool:
        """Is there such a page? Some that the generator makes can be switched off."""
        return path in self.routes.by_path

    def href(self, path: str, anchor: str = "") -> str:
        """A page of the same language, seen from this page."""
        return f"{self.up}{path}.html" + (f"#{anchor}" if anchor else "")

    def label(self, name: str, code: str) -> Text:
        """A term of a word list, in the reader's language."""
        label = vocabulary.term(name, code).label(self.language)
        return Text(label, language_of(label, self.language))

    def day(self, day: PartialDate | date) -> str:
        """A date in words."""
        return day_in_words(day, self.language)

    def limit(self, day: PartialDate | date | None) -> str:
        """A date in words behind "since" or "until", or ""."""
        return limit_in_words(day, self.language) if day else ""

    def words(self, key: str, **values: object) -> Text:
        """A sentence of the site, as Text."""
        words = self.say(key, **values)
        return Text(words, language_of(words, self.language))

    def plural(self, key: str, count: int, **values: object) -> Text:
        """A sentence of the site for a number, as Text."""
        words = self.say.plural(key, count, **values)
        return Text(words, language_of(words, self.language))

    def facet(self, facet: str, name: str, code: str) -> Link:
        """A term that leads to the list of its cases."""
        return Link(self.label(name, code), self.href(f"cases/by/{facet}/{address_of(code)}"))


def name_of(case: Record[Case], language: str) -> Text:
    """The name in the reader's language, else in the first that there is.

    No person's name is converted: in traditional Chinese it is the one in simplified characters, if that is what is
    known. What a group is called are the words of an editor.
    """
    names = case.facts.names
    own = next((one for one in (language, nearest_script(language)) if one in names), next(iter(names)))
    conversion = case.conversions.get(language)
    if case.facts.kind == "group" and conversion and conversion.source == own:
        return Text(conversion.convert(names[own]), language)
    return Text(names[own], own)


def other_names(case: Record[Case], language: str) -> tuple[Text, ...]:
    """The names in other languages and scripts, as the person writes them."""
    shown, names = name_of(case, language), case.facts.names
    # One that was converted stands in the place of what it was made from.
    told = shown.language if shown.language in names else nearest_script(shown.language)
    return tuple(Text(name, own) for own, name in names.items() if own != told)


@dataclass(frozen=True)
class SourceView:
    """A numbered source: its title and publisher in the language that there is, its date, its links."""

    number: int
    id: str
    title: Text
    publisher: Text | None
    author: Text | None
    date: str
    url: str
    archived: str


def sources_of(context: Context, record: Record[Any], sources: Mapping[str, Source]) -> tuple[SourceView, ...]:
    """The sources of a record as they are known on the day, numbered in the order of the file."""
    known = ((key, source) for key, source in sources.items() if known_by(source.date, context.snapshot.today))
    return tuple(
        _source(context, record, number, source_id, source) for number, (source_id, source) in enumerate(known, 1)
    )


def _source(context: Context, record: Record[Any], number: int, source_id: str, source: Source) -> SourceView:
    def words(field: str) -> Text | None:
        value = getattr(source, field)
        if not value:
            return None
        found = record.words(context.language, value, "sources", source_id, field)
        # What is not translated stands in the document's own language.
        own = source.language or found.language
        return found if found.value != value else Text(value, own)

    return SourceView(
        number=number,
        id=source_id,
        title=words("title") or Text("", record.source),
        publisher=words("publisher"),
        author=words("author"),
        date=context.day(source.date) if source.date else "",
        url=source.url or "",
        archived=source.archived or "",
    )


def numbers_of(sources: Iterable[SourceView], ids: Iterable[str]) -> tuple[int, ...]:
    """The numbers of some sources; all of them where a fact names none and there is only one."""
    known = {source.id: source.number for source in sources}
    named = [known[one] for one in ids if one in known]
    return tuple(named or (known.values() if len(known) == 1 else ()))
