"""Views -> HTML: the article of every page of a language."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from emptychair.as_of.routes import Route
from emptychair.as_of.snapshot import Snapshot
from emptychair.editing.explanation import whole_pages
from emptychair.editing.web_editor import WebEditor, web_editor
from emptychair.html.article import Article
from emptychair.html.environment import environment, render
from emptychair.record.campaign import Record
from emptychair.text.strings import Strings
from emptychair.views.action import action_view
from emptychair.views.age import age_of, newest_news
from emptychair.views.case import case_view
from emptychair.views.contact import CONTRIBUTE, WITHOUT_ACCOUNT, prose_view
from emptychair.views.context import Context
from emptychair.views.follow import follow_view
from emptychair.views.home import home_view
from emptychair.views.language_site import LIST_KINDS, LanguageSite
from emptychair.views.letter_page import letter_page
from emptychair.views.lists import (
    archive_view,
    facet_view,
    open_actions_view,
    reports_view,
    status_index_view,
    updates_view,
)
from emptychair.views.news import report_view, update_view
from emptychair.views.search import search_view
from emptychair.views.status import CaseCard
from emptychair.views.tools import coverage_of, data_view, translations_view

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
# Pages of the whole width: a table of contents would stand where they have their second column.
WITHOUT_CONTENTS = {"home", "status"}


class PageSet:
    """The articles of a snapshot in one language."""

    def __init__(self, site: LanguageSite) -> None:
        self.site = site
        # Once for all pages: an import in each template would run the macros' module for each page.
        values = {"say": site.say, "remembered": _remembering()}
        self._macros: Any = environment().get_template("macros.html").make_module(values)

    def article(self, route: Route, story: str) -> Article:
        """The article of a page: `story` is its body as safe HTML. Raises LookupError for a page without a record."""
        site = self.site
        record, context = site.record(route), site.context(route)
        page = record.page(site.language) if record else None
        values = {
            "view": self._view(context, record),
            "context": context,
            "say": site.say,
            "macros": self._macros,
            "title": site.title(route),
            "story": Markup(story),  # noqa: S704 - sanitised by the caller, as the name of the parameter says
            "story_language": page.language if page else site.language,
            "notices": self._notices(context, record),
            "without_account": WITHOUT_ACCOUNT,
            "web_editor": self._web_editor() if route.path == CONTRIBUTE else None,
            "whole_pages": whole_pages(site.language) if route.path == CONTRIBUTE else None,
            "today": context.day(site.snapshot.today),
            "newest": newest_news(context, route),
            "age": age_of(context),
            "sample": site.snapshot.campaign.settings.sample,
        }
        kind = route.kind if route.kind != "index" else "home"
        return Article(render(f"{kind}.html", values), listed=kind not in WITHOUT_CONTENTS)

    def card(self, card: CaseCard, up: str) -> str:
        """A case in a list, as HTML; `up` leads from the list to the root of the language."""
        return str(self._macros.card(card, up))

    def _view(self, context: Context, record: Record[Any] | None) -> Any:
        kind, snapshot = context.route.kind, self.site.snapshot
        if kind in LIST_VIEWS:
            return LIST_VIEWS[kind](context)
        if context.route.letter:
            return letter_page(context, context.route.letter)
        if record is None:
            raise LookupError(context.route.path)
        if kind == "case":
            return case_view(context, snapshot.cases[record.slug])
        if kind == "action":
            return action_view(context, snapshot.actions[record.slug])
        views: Mapping[str, Callable[[Context, Record[Any]], Any]] = {
            "update": update_view,
            "report": report_view,
            "page": prose_view,
        }
        return views[kind](context, record)

    def _web_editor(self) -> WebEditor | None:
        snapshot, campaign = self.site.snapshot, self.site.snapshot.campaign
        repository = campaign.settings.repo
        return web_editor(repository, self.site.language, campaign.languages, campaign.cases, snapshot.today)

    def _notices(self, context: Context, record: Record[Any] | None) -> list[tuple[str, str, str]]:
        """(sentence, address of another page, words of the link to it) about how the page was translated."""
        conversion, language = self.site.conversion(context.route), context.language
        notices = []
        if conversion:
            path = f"{self.site.folder_of(conversion.source)}{context.route.path}.html"
            notices = [(context.say("notice-converted"), context.root + path, context.say("see-simplified"))]
            language = conversion.source
        if record is None or (context.route.kind in LIST_KINDS and record.is_fallback(language)):
            return notices
        return notices + self._translation_notices(context, record, language)

    def _translation_notices(self, context: Context, record: Record[Any], language: str) -> list[tuple[str, str, str]]:
        """The same about a translation that is missing, partial or old."""
        found = coverage_of(context, record, language)
        if found.state in ("source", "complete"):
            return []
        words = context.say.plural(
            f"notice-{found.state}",
            len(found.missing),
            language=Strings(context.language, "languages")(record.source),
            date=context.day(record.page(language).translates or record.added),
            updated=context.day(record.source_page.updated),
        )
        original = f"{context.root}{self.site.folder_of(record.source)}{record.path}.html"
        return [(words, original, context.say("see-original"))]


def not_found(snapshot: Snapshot, base: str) -> str:
    """The article of the one error page, in every language; `base` is the address of the site's root."""
    sayings = [(language, Strings(language)) for language in snapshot.campaign.languages]
    return render("not_found.html", {"sayings": sayings, "base": base, "sample": snapshot.campaign.settings.sample})


def _remembering() -> Callable[[Callable[[CaseCard, str], Markup], CaseCard, str], Markup]:
    """A function that renders the card of a case once for each depth of folders: it stands in many lists."""
    known: dict[tuple[str, str], Markup] = {}

    def remembered(macro: Callable[[CaseCard, str], Markup], card: CaseCard, up: str) -> Markup:
        key = (card.path, up)
        if key not in known:
            known[key] = macro(card, up)
        return known[key]

    return remembered
