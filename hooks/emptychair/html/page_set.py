"""View -> HTML: the article of a page, through templates/ with autoescape on and undefined names an error."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup, escape

from emptychair.as_of.routes import Route, Routes
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.campaign import Record, Text
from emptychair.text.letter_sections import split_letters
from emptychair.text.strings import Strings
from emptychair.views.action import action_view
from emptychair.views.case import case_view
from emptychair.views.context import Context, name_of
from emptychair.views.home import home_view, site_name
from emptychair.views.lists import (
    archive_view,
    facet_view,
    open_actions_view,
    reports_view,
    status_index_view,
    term_label,
    updates_view,
)
from emptychair.views.news import report_view, update_view
from emptychair.views.search import search_view
from emptychair.views.status import CaseCard
from emptychair.views.tools import coverage_of, data_view, follow_view, translations_view

HEADING = re.compile(r"<h([23])(?: [^>]*?)? id=\"([^\"]+)\"[^>]*>(.*?)</h\1>", re.DOTALL)
# What stands behind it ends a tag: in a text, > is written as a reference.
ID = re.compile(r" id=\"([^\"]+)\"(?=[^<>]*>)")
TAG = re.compile(r"<[^>]+>")

LIST_VIEWS: Mapping[str, Callable[[Context], Any]] = {
    "index": home_view,
    "status": status_index_view,
    "facet": facet_view,
    "actions": open_actions_view,
    "archive": archive_view,
    "updates": updates_view,
    "reports": reports_view,
    "search": search_view,
    "follow": follow_view,
    "data": data_view,
    "translations": translations_view,
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of an article, for the table of contents: its level, id and words as HTML without tags."""

    level: int
    id: str
    name: str


@dataclass(frozen=True)
class Article:
    """The finished article of a page."""

    html: str

    @property
    def sections(self) -> list[Section]:
        """Its headings of the second and third level."""
        return [Section(int(level), anchor, TAG.sub("", words)) for level, anchor, words in HEADING.findall(self.html)]

    @property
    def contents(self) -> list[Any]:
        """The table of contents as Markdown's toc gives it: {level, id, name, children}, the third level in the second.

        Above the first heading of the second level, headings of the third stand for themselves.
        """
        tokens: list[Any] = []
        for one in self.sections:
            siblings = tokens[-1]["children"] if tokens and one.level == 3 else tokens
            siblings.append({"level": one.level, "id": one.id, "name": one.name, "children": []})
        return tokens

    @property
    def ids(self) -> set[str]:
        """Every id to which a link may lead; most stand on every page, so each is kept once."""
        return {sys.intern(anchor) for anchor in ID.findall(self.html)}


class Pages:
    """The pages of a snapshot in one language."""

    def __init__(self, snapshot: Snapshot, routes: Routes, language: str, site_url: str = "") -> None:
        self.snapshot, self.routes, self.language, self.site_url = snapshot, routes, language, site_url
        self.say = Strings(language)
        # What is the same on many pages of the language, by whoever made it first.
        self.memory: dict[str, Any] = {}
        # Once for all pages: an import in each template would run the macros' module for each page.
        values = {"say": self.say, "remembered": _remembering()}
        self.macros = _environment().get_template("macros.html").make_module(values)

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
        return record is not None and route.kind not in LIST_VIEWS and record.is_fallback(self.language)

    def title(self, route: Route) -> Text:
        """The title of a page, as plain text."""
        context, record = self.context(route), self.record(route)
        if route.kind == "facet":
            facet = self.say(f"facet-{route.facet}")
            term = term_label(context, route.facet, route.term)
            return self._numbered(context.words("facet-title", facet=facet, term=term), route)
        if record and record.kind == "case":
            return name_of(record, self.language)
        if record and (route.kind not in LIST_VIEWS or not record.is_fallback(self.language)):
            return record.title(self.language)
        return self._numbered(context.words(f"title-{route.kind}"), route)

    def _numbered(self, title: Text, route: Route) -> Text:
        if route.page == 1:
            return title
        return Text(self.say("title-page", title=title, page=route.page), self.language)

    def description(self, route: Route) -> Text:
        """The description of a page, or "" where nobody wrote one or the person asked for silence."""
        record = self.record(route)
        if record is None or self._silent(record) or (route.kind in LIST_VIEWS and record.is_fallback(self.language)):
            return Text("", self.language)
        return record.description(self.language)

    def article(self, route: Route, story: str) -> Article:
        """The article of a page: `story` is its body as safe HTML."""
        record, context = self.record(route), self.context(route)
        page = record.page(self.language) if record else None
        values = {
            "view": self._view(context, record),
            "context": context,
            "say": self.say,
            "macros": self.macros,
            "title": self.title(route),
            "story": Markup(story),  # noqa: S704 - sanitised by the caller, as the name of the parameter says
            "story_language": page.language if page else self.language,
            "notices": self._notices(context, record),
            "today": context.day(self.snapshot.today),
            "sample": self.snapshot.campaign.settings.sample,
        }
        kind = route.kind if route.kind != "index" else "home"
        return Article(_environment().get_template(f"{kind}.html").render(values))

    def _view(self, context: Context, record: Record[Any] | None) -> Any:
        kind = context.route.kind
        if kind in LIST_VIEWS:
            return LIST_VIEWS[kind](context)
        if record is None:
            raise LookupError(context.route.path)
        if kind == "case":
            return case_view(context, self.snapshot.cases[record.slug])
        if kind == "action":
            return action_view(context, self.snapshot.actions[record.slug])
        views: Mapping[str, Callable[[Context, Record[Any]], Any]] = {"update": update_view, "report": report_view}
        return views[kind](context, record) if kind in views else None

    def _notices(self, context: Context, record: Record[Any] | None) -> list[tuple[str, str]]:
        """(sentence, address of the original or "") about a translation that is missing, partial or old."""
        if record is None or (context.route.kind in LIST_VIEWS and record.is_fallback(self.language)):
            return []
        found = coverage_of(context, record, self.language)
        if found.state in ("source", "complete"):
            return []
        other = Strings(self.language, "languages")(record.source)
        words = self.say(
            f"notice-{found.state}",
            language=other,
            count=len(found.missing),
            date=context.day(record.page(self.language).translates or record.added),
            updated=context.day(record.source_page.updated),
        )
        default = self.snapshot.campaign.default_language
        source = "" if record.source == default else f"{record.source}/"
        return [(words, f"{context.root}{source}{record.path}.html")]

    def site_name(self) -> str:
        """The name of the site."""
        return site_name(self.context(self.routes.by_path["index"]))

    @property
    def folder(self) -> str:
        """The folder of the language below the root of the site: "" for the default language."""
        return self.folder_of(self.language)

    def folder_of(self, language: str) -> str:
        """The folder of any language."""
        return self.snapshot.campaign.folder_of(language)


def not_found(snapshot: Snapshot, base: str) -> str:
    """The article of the one error page, in every language; `base` is the address of the site's root."""
    sayings = [(language, Strings(language)) for language in snapshot.campaign.languages]
    values = {"sayings": sayings, "base": base, "sample": snapshot.campaign.settings.sample}
    return _environment().get_template("not_found.html").render(values)


def render(template: str, values: Mapping[str, object]) -> str:
    """A template of templates/ that is no article, as HTML."""
    return _environment().get_template(template).render(values)


def _remembering() -> Callable[[Callable[[CaseCard, str], Markup], CaseCard, str], Markup]:
    """A function that renders the card of a case once for each depth of folders: it stands in many lists."""
    known: dict[tuple[str, str], Markup] = {}

    def remembered(macro: Callable[[CaseCard, str], Markup], card: CaseCard, up: str) -> Markup:
        key = (card.path, up)
        if key not in known:
            known[key] = macro(card, up)
        return known[key]

    return remembered


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("emptychair.html", "templates"),
        autoescape=True,
        # As the theme's: each of a thousand pages would ask whether a template has changed.
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["words"] = _words
    environment.filters["lines"] = _lines
    environment.filters["joined"] = _joined
    return environment


@pass_context
def _words(context: TemplateContext, text: Text | str) -> Markup:
    """Words, marked with their language where it is not the page's."""
    if isinstance(text, str):
        return escape(text)
    say: Strings = context["say"]
    if text.language == say.language or not text.value:
        return escape(text.value)
    direction = ' dir="rtl"' if text.language == "ug" else ""
    return Markup(f'<span lang="{text.language}"{direction}>{escape(text.value)}</span>')  # noqa: S704 - escaped


@pass_context
def _joined(context: TemplateContext, texts: tuple[Text, ...]) -> Markup:
    """Short texts in one line, a dot between them."""
    return Markup(" · ".join([_words(context, text) for text in texts]))  # noqa: S704 - escaped, each


def _lines(lines: tuple[str, ...]) -> Markup:
    """Lines of an address or a letter, one below the other."""
    return Markup("<br>".join([escape(line) for line in lines]))  # noqa: S704 - escaped, each
