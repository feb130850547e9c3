"""The snapshot in one language: what each of its pages is called, holds and belongs to, for pages and files alike."""

from typing import Any

from emptychair.as_of.routes import Route, Routes
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.campaign import Conversion, Record, Text
from emptychair.record.reserved_urls import GENERATED
from emptychair.text.letter_sections import split_letters
from emptychair.text.strings import Strings
from emptychair.views.context import Context, name_of
from emptychair.views.home import site_name
from emptychair.views.letter_page import letter_title
from emptychair.views.lists import term_label
from emptychair.views.urls import page_url

# The kinds of pages that the generator makes in every language, whoever has introduced them.
LIST_KINDS = frozenset({*GENERATED, "facet"})


class LanguageSite:
    """A snapshot in one language; `site_url` is the public URL of the site's root and ends in a slash."""

    def __init__(self, snapshot: Snapshot, routes: Routes, language: str, site_url: str = "") -> None:
        self.snapshot, self.routes, self.language, self.site_url = snapshot, routes, language, site_url
        self.say = Strings(language)
        # What is the same on many pages of the language, by whoever made it first.
        self.memory: dict[str, Any] = {}

    def context(self, route: Route) -> Context:
        """What the view of a page needs."""
        return Context(self.snapshot, self.routes, self.language, route, self.say, self.memory, self.site_url)

    def record(self, route: Route) -> Record[Any] | None:
        """The record that an editor wrote for this address; of a list only its first page has one."""
        return self.snapshot.campaign.record_at(route.path)

    def body(self, route: Route) -> str:
        """The Markdown of a page: its own, else the source language's, without the letters, or ""."""
        record = self.record(route)
        if record is None or self._silent(record):
            return ""
        return split_letters(record.page(self.language).body)[0]

    def _silent(self, record: Record[Any]) -> bool:
        """Does a person's wish, or a release, keep the words of an editor off the page?"""
        if record.kind == "action":
            return self.snapshot.actions[record.slug].silent
        return record.kind == "case" and self.snapshot.cases[record.slug].visibility != "full"

    def is_fallback(self, route: Route) -> bool:
        """Does the source language stand in, because nobody has translated the page?

        A list is made in each language, whoever has introduced it.
        """
        record = self.record(route)
        return record is not None and route.kind not in LIST_KINDS and record.is_fallback(self.language)

    def conversion(self, route: Route) -> Conversion | None:
        """How the words of a page were made from those in another script, or None: a translator's page has its own.

        The words of a list are converted too, but for an introduction that somebody wrote.
        """
        record = self.record(route)
        made = record is None or (route.kind in LIST_KINDS and record.is_fallback(self.language))
        converted = made or (record is not None and record.is_converted(self.language))
        return self.snapshot.campaign.conversions.get(self.language) if converted else None

    def title(self, route: Route) -> Text:
        """The title of a page, as plain text."""
        context, record = self.context(route), self.record(route)
        if route.kind == "facet":
            facet = self.say(f"facet-{route.facet}")
            term = term_label(context, route.facet, route.term)
            return self._numbered(context.words("facet-title", facet=facet, term=term), route)
        if route.letter:
            return letter_title(context, route.letter)
        if record and record.kind == "case":
            return name_of(record, self.language)
        if record and (route.kind not in LIST_KINDS or not record.is_fallback(self.language)):
            return record.title(self.language)
        return self._numbered(context.words(f"title-{route.kind}"), route)

    def _numbered(self, title: Text, route: Route) -> Text:
        if route.page == 1:
            return title
        return Text(self.say("title-page", title=title, page=route.page), self.language)

    def description(self, route: Route) -> Text:
        """The description of a page, or "" where nobody wrote one or the person asked for silence."""
        record = self.record(route)
        if record is None or self._silent(record) or (route.kind in LIST_KINDS and record.is_fallback(self.language)):
            return Text("", self.language)
        return record.description(self.language)

    def canonical(self, route: Route) -> str:
        """The absolute URL of a page; of a fallback page that of its original."""
        record = self.record(route)
        own = record.source if record and self.is_fallback(route) else self.language
        return self.url(route.path, own)

    def url(self, path: str, language: str = "") -> str:
        """The absolute URL of the page at a path, in this language or another one."""
        return page_url(self.site_url, self.snapshot.campaign, language or self.language, path)

    def site_name(self) -> str:
        """The name of the site."""
        return site_name(self.context(self.routes.by_path["index"]))

    @property
    def contact_email(self) -> str:
        """The e-mail address of those who speak, or ""."""
        contact = self.snapshot.campaign.settings.contact
        return contact.email or "" if contact else ""

    @property
    def root_url(self) -> str:
        """The public URL of the root of this language; it ends in a slash."""
        return self.site_url + self.folder

    @property
    def folder(self) -> str:
        """The folder of the language below the root of the site: "" for the default language."""
        return self.folder_of(self.language)

    def folder_of(self, language: str) -> str:
        """The folder of any language."""
        return self.snapshot.campaign.folder_of(language)
