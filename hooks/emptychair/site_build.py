"""The build without a host: a folder of content in, the pages and files of its site out, language by language.

A host (hosts/) asks for them in its own order and writes what it is given. Nothing here knows a host, reads the clock
or prints.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from emptychair.as_of.routes import Route, Routes
from emptychair.as_of.snapshot import snapshot_of
from emptychair.as_of.stale import check_stale
from emptychair.html.article import Article
from emptychair.html.environment import environment
from emptychair.html.head import SitemapRow, create_error_head, create_head, sitemap
from emptychair.html.header_footer import create_header_footer, theme_words
from emptychair.html.link_preview import create_preview
from emptychair.html.look import create_look, look_paths
from emptychair.html.page_set import PageSet, not_found
from emptychair.html.redirects import create_redirects, redirect_paths
from emptychair.html.sanitise import absolute, directed, sanitise
from emptychair.html.template_cache import TemplateCache
from emptychair.html.theme_css import main_stylesheet
from emptychair.images.build_cache import SEARCH, STYLESHEET, TEMPLATES, Cache
from emptychair.load.content_tree import ASSETS, RECIPIENTS, SETTINGS, WITHDRAWN, paths_of_systems
from emptychair.load.garbage_collector import collector_at_rest
from emptychair.load.language_files import LANGUAGES, SUFFIX
from emptychair.load.load import load, read_picture
from emptychair.load.traditional_pages import with_traditional
from emptychair.outputs.manifest import (
    card_look,
    create_drawn,
    create_for_language,
    create_photos,
    create_shared,
    language_paths,
    shared_paths,
)
from emptychair.outputs.search_documents import create_search_document
from emptychair.outputs.search_index import NotIndexedError, SearchIndex
from emptychair.record.reserved_urls import SEARCH_FOLDER
from emptychair.site_config import SAY, SiteConfig
from emptychair.text.problems import Problem, errors
from emptychair.views.language_site import LanguageSite


class SiteBuildError(RuntimeError):
    """A host asked for something out of order, or a part of the core did not keep its word."""


@dataclass(frozen=True)
class Machine:
    """What a build takes from the machine that it runs on.

    `environment` is its variables; `today` gives the day in a time zone, or raises ValueError with the reason; `cache`
    is the folder of what is kept from one build to the next.
    """

    environment: Mapping[str, str]
    today: Callable[[str], date]
    cache: Path


@dataclass(frozen=True)
class Frame:
    """What stands around an article, as HTML.

    `theme_words` are the few words that the theme asks for by its own keys: it has a file of them for sixty languages.
    """

    theme_words: Mapping[str, str]
    head: str
    header: str
    footer: str


@dataclass(frozen=True)
class ErrorPage(Frame):
    """The page for an address that the site does not have: its frame and its article, as HTML."""

    not_found: str


@dataclass(frozen=True)
class Start:
    """A build that can begin, with the warnings about its content; or none, with the errors, and why in a line."""

    build: SiteBuild | None
    problems: Sequence[Problem]
    refusal: str = ""


class SiteBuild:
    """One run over all languages: `begin`, pages, files, `end_language` for each, `end` after the last.

    A page is named by its path without language and ending (cases/dana), a file by its path below the site's root.
    """

    def __init__(self, sites: Mapping[str, LanguageSite], config: SiteConfig, content: Path, machine: Machine) -> None:
        self._sites, self._config, self._assets = sites, config, content / ASSETS
        self._cache = Cache(machine.cache)
        templates = Cache(machine.cache, TEMPLATES)
        environment().bytecode_cache = TemplateCache(templates, "core")
        # For the environment of a host, in which the templates of the theme are.
        self.template_cache = TemplateCache(templates, "host")
        # The documents of each language, until the end.
        self._searched = {language: SearchIndex(machine.environment) for language in sites}
        self._waiting = list(sites)
        # Of the language that is being built: its pages, the safe HTML of their bodies, its files in their order, what
        # makes them, and those that it made before they were asked for.
        self._pages: PageSet
        self._stories: dict[str, str] = {}
        self._files: dict[str, None] = {}
        self._making: Iterator[tuple[str, bytes]] | None = None
        self._early: dict[str, bytes] = {}

    @classmethod
    def start(cls, content: Path, config: SiteConfig, machine: Machine) -> Start:
        """Read and check the content, for all languages at once. Every reason not to build is in the result."""
        with collector_at_rest():
            loaded = load(content, config.codes)
            wrong, campaign = errors(loaded.problems), loaded.campaign
            if wrong or campaign is None:
                return Start(None, wrong, SAY("not-published", errors=len(wrong), folder=content.name))
            try:
                day = machine.today(campaign.settings.timezone)
            except ValueError as error:
                return Start(None, (), str(error))
            snapshot = snapshot_of(with_traditional(campaign), day)
            routes, url = Routes(snapshot), f"{config.url.rstrip('/')}/"
            if refusal := config.refusal(campaign, routes.by_path):
                return Start(None, (), refusal)
            sites = {language: LanguageSite(snapshot, routes, language, url) for language in campaign.languages}
            return Start(cls(sites, config, content, machine), [*loaded.problems, *check_stale(snapshot, loaded.index)])

    @property
    def _site(self) -> LanguageSite:
        return self._pages.site

    @property
    def language(self) -> str:
        """The language that is being built."""
        return self._site.language

    @property
    def is_first(self) -> bool:
        """Is it the default language, with which everything is made that all languages share?"""
        return self.language == self._site.snapshot.campaign.default_language

    @property
    def site_name(self) -> str:
        """The name of the site in the language that is being built."""
        return self._site.site_name()

    @property
    def menu(self) -> list[str]:
        """The entries of the host's menu as files below a language, without the pages that are switched off."""
        return [f"{path}.md" for path in self._config.menu if path in self._site.routes.by_path]

    @property
    def sources(self) -> Iterator[str]:
        """The source of every page in every language, below the content, whether or not an editor wrote it."""
        return (f"{language}/{path}.md" for language in self._sites for path in self._site.routes.by_path)

    @property
    def withheld(self) -> Iterator[str]:
        """Files not published as they are: registers, words, leftovers of systems; photos, marks (made anew)."""
        campaign = self._site.snapshot.campaign
        names = sorted(self._site.snapshot.photo_files | campaign.settings.look.files)
        pictures = (f"{ASSETS}/{name}" for name in names)
        words = (f"{LANGUAGES}/{one.code}{SUFFIX}" for one in campaign.further)
        return chain((SETTINGS, RECIPIENTS, WITHDRAWN), pictures, words, paths_of_systems(self._sites))

    def begin(self, language: str) -> None:
        """Begin the next language. Raises SiteBuildError for another one: what all share is made with the first."""
        if [language] != self._waiting[:1]:
            raise SiteBuildError(SAY("other-order", language=language, waiting=", ".join(self._waiting)))
        self._waiting.pop(0)
        self._pages = PageSet(self._sites[language])
        self._stories, self._making, self._early = {}, None, {}
        snapshot, settings = self._site.snapshot, self._site.snapshot.campaign.settings
        shared = [*shared_paths(snapshot), *look_paths(settings), *redirect_paths(settings)] if self.is_first else []
        self._files = dict.fromkeys([*language_paths(self._site), *shared])

    def _route(self, path: str) -> Route:
        return self._site.routes.by_path[path]

    def body(self, path: str) -> str:
        """The Markdown of a page. This and what follows raises LookupError for a path that the site does not have."""
        return self._site.body(self._route(path))

    def title(self, path: str) -> str:
        """The title of a page, as plain text."""
        return self._site.title(self._route(path)).value

    def page(self, path: str, html: str) -> Article:
        """The article of a page around its body, which the host has rendered; the body is sanitised first."""
        route, site = self._route(path), self._site
        record = site.record(route)
        language = record.page(site.language).language if record else site.language
        self._stories[path] = story = directed(sanitise(html, site.contact_email), language)
        article = self._pages.article(route, story)
        if document := create_search_document(self._site, route, article.html):
            self._searched[self.language].add(f"{self._site.folder}{path}.html", document)
        return article

    def frame(self, path: str) -> Frame:
        """What stands around the article of a page."""
        site, route = self._site, self._route(path)
        return self._frame(create_head(site, route) + create_preview(site, route), path, site.context(route).root)

    def _frame(self, head: str, path: str, root: str) -> Frame:
        words = theme_words(self._site.say)
        return Frame(words, head, *create_header_footer(self._site, path, root, self._config.menu, self._config.names))

    def error_page(self, root: str) -> ErrorPage:
        """The one error page, which speaks every language; `root` leads to the root of the site."""
        frame = self._frame(create_error_head(self._site, root), "index", root)
        return ErrorPage(**vars(frame), not_found=not_found(self._site.snapshot, root))

    def sitemap(self) -> Iterator[SitemapRow]:
        """Every page of every language, with the first; with the others none."""
        return sitemap(self._site.snapshot, self._site.routes, self._site.site_url) if self.is_first else iter(())

    def theme_stylesheet(self, css: str, blocks: Sequence[str], own: str) -> str:
        """The stylesheet of the theme for pages with these classes, beside our `own`: see `main_stylesheet`."""
        facts, kept = "\0".join((css, *blocks, own)).encode(), Cache(self._cache.folder, STYLESHEET)
        return kept.get(facts, lambda: main_stylesheet(css, tuple(blocks), own).encode(), bool).decode()

    def files(self) -> list[str]:
        """The paths of what is no page, in the order in which it is made best; with the first language the shared."""
        return list(self._files)

    def make(self, path: str) -> bytes:
        """The bytes of a file, once. Raises SiteBuildError before every page of the language is made."""
        if path not in self._files:
            raise LookupError(path)
        if self._making is None:
            self._making = self._make()
        while path not in self._early:
            name, data = next(self._making, ("", b""))
            if not name:
                raise SiteBuildError(SAY("not-made", path=path))
            self._early[name] = data
        return self._early.pop(path)

    def _make(self) -> Iterator[tuple[str, bytes]]:
        """What makes the files, one after the other: all of them would fill the memory."""
        site, snapshot = self._site, self._site.snapshot
        if missing := site.routes.by_path.keys() - self._stories.keys():
            raise SiteBuildError(SAY("pages-missing", paths=", ".join(sorted(missing))))
        at_home = partial(absolute, mail=site.contact_email)
        of_language = create_for_language(site, self._stories, at_home, self._pages.card)
        settings = snapshot.campaign.settings
        making = [of_language, create_drawn(site, self._cache, card_look(settings, self._read))]
        if self.is_first:
            making.append(create_shared(snapshot, site.site_url))
            making.append(create_photos(snapshot, self._read, self._cache))
            making.append(create_look(settings, self._read))
            making.append(create_redirects(settings, self._sites))
        return chain(*making)

    def _read(self, name: str) -> bytes:
        """The bytes of a picture in assets/, by its name."""
        return read_picture(self._assets / name)

    def end_language(self) -> None:
        """Let go of a language. Raises SiteBuildError where something was made that `files` does not name."""
        if unknown := [*self._early, *(path for path, _ in self._making or ())]:
            raise SiteBuildError(SAY("not-announced", paths=", ".join(unknown)))
        self._stories, self._files, self._making, self._early = {}, {}, None, {}
        # A host may keep its pages of this language, see collector_at_rest.
        gc.freeze()

    def end(self, folder: Path) -> str:
        """Write the index of each language for its search page below the site in `folder`. Returns why not, or ""."""
        kept = Cache(self._cache.folder, SEARCH)
        try:
            for language, index in self._searched.items():
                slot = f"{self._site.snapshot.campaign.settings.id} {language}"
                index.write(folder / SEARCH_FOLDER / language, kept, slot)
        except NotIndexedError as error:
            return SAY("not-indexed", found=error)
        return ""
