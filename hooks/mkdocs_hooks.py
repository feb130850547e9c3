"""The adapter: MkDocs' events -> the core. The only file that imports mkdocs.

Each language is one build of MkDocs: the default one, then, inside static-i18n's on_post_build, the others on the same
objects. The record is read and checked once, before the first.
"""

import gc
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from platformdirs import user_cache_path

from emptychair.as_of.routes import Route, Routes
from emptychair.as_of.snapshot import snapshot_of
from emptychair.as_of.stale import check_stale
from emptychair.html.head import create_error_head, create_head, sitemap
from emptychair.html.header_footer import create_header_footer
from emptychair.html.link_preview import create_preview
from emptychair.html.page_set import Pages, not_found
from emptychair.html.sanitise import sanitise
from emptychair.html.theme import main_stylesheet, without_leftovers
from emptychair.images.build_cache import SEARCH, Cache
from emptychair.load.content_tree import ASSETS
from emptychair.load.load import load, read_picture
from emptychair.outputs.manifest import (
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
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import errors, one_line
from emptychair.text.strings import Strings

SAY = Strings("en", "commands")
# So many objects are made before the collector looks for rings: those of a few pages.
YOUNG_OBJECTS = 20_000
# Strict mode counts what is logged below "mkdocs.": errors go there, warnings about what is old do not.
error_log = get_plugin_logger("emptychair")
warning_log = logging.getLogger("emptychair")


@dataclass
class Build:
    """One run over all languages.

    Of the one that is being built, `stories` holds the safe HTML of each page, `making` makes the files that are no
    pages, one after the other, and `early` holds those that were made before they were asked for.
    `searched` takes up the pages of each language, until the end.
    """

    pages: dict[str, Pages]
    site_url: str
    kept: Cache
    searched: dict[str, SearchIndex]
    language: str = ""
    stories: dict[str, str] = field(default_factory=dict)
    making: Iterator[tuple[str, bytes]] = field(default_factory=lambda: iter(()))
    early: dict[str, bytes] = field(default_factory=dict)

    @property
    def now(self) -> Pages:
        """The pages of the language that is being built."""
        return self.pages[self.language]

    @property
    def first(self) -> bool:
        """Is it the default language, with which everything is made that all languages share?"""
        return self.language == self.now.snapshot.campaign.default_language

    def made(self, path: str) -> bytes:
        """The bytes of a file that was announced."""
        while path not in self.early:
            name, data = next(self.making, ("", b""))
            if not name:
                raise PluginError(SAY("not-made", path=path))
            self.early[name] = data
        return self.early.pop(path)

    def route(self, page: Page) -> Route:
        """The route of a page: its source path without language and ending."""
        return self.now.routes.by_path[page.file.src_uri.partition("/")[2].removesuffix(".md")]


class Output(File):
    """A file that is made when it is copied: the feeds and data of ten thousand cases would fill the memory."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - nothing tells whether it is up to date
        """Make the bytes, write them, let them go."""
        self.content_bytes = builds[0].made(self.src_uri)
        super().copy_file()
        self.content_bytes = b""


# Made anew by each build: `mkdocs serve` keeps this module for all of them.
builds: list[Build] = []


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check the record before the first language; a nested failure would leave MkDocs patched."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        gc.unfreeze()
        gc.disable()
        try:
            builds[:] = [_start(config, tuple(i18n.build_languages))]
        finally:
            gc.enable()
        # What is kept until the end: the collector walks it neither while it grows nor again for each few pages. The
        # rubbish of a page (its Markdown parser is a ring) is far less than what it would be asked to look through.
        gc.freeze()
        gc.set_threshold(YOUNG_OBJECTS)
    build = builds[0]
    build.language, build.stories = i18n.current_language, {}
    config.site_name = build.now.site_name()


def _start(config: MkDocsConfig, languages: tuple[str, ...]) -> Build:
    loaded = load(Path(config.docs_dir))
    wrong = errors(loaded.problems)
    for problem in wrong:
        error_log.error(one_line(problem, "en"))
    if wrong or loaded.campaign is None:
        raise PluginError(SAY("not-published", errors=len(wrong), folder=Path(config.docs_dir).name))
    if languages != loaded.campaign.languages:
        raise PluginError(SAY("other-languages", built=languages, found=loaded.campaign.languages))
    try:
        day = today(loaded.campaign.settings.timezone, os.environ)
    except ValueError:
        raise PluginError(SAY("no-epoch", found=os.environ[EPOCH])) from None
    snapshot = snapshot_of(loaded.campaign, day)
    for problem in [*loaded.problems, *check_stale(snapshot, loaded.index)]:
        warning_log.warning(one_line(problem, "en"))
    routes = Routes(snapshot)
    site_url = f"{(config.site_url or '').rstrip('/')}/"
    pages = {language: Pages(snapshot, routes, language, site_url) for language in languages}
    # Outside the repository, for all builds of a user (on Linux below XDG_CACHE_HOME).
    kept = Cache(user_cache_path("emptychair", appauthor=False))
    return Build(pages, site_url, kept, {language: SearchIndex(os.environ) for language in languages})


# Before static-i18n (-100), which takes what it finds here for files of content/.
@event_priority(50)
def _add_pages(files: Files, config: MkDocsConfig) -> Files:
    """A file for every route in every language that nobody has written; no photo as it was given, see create_photos."""
    for name in builds[0].now.snapshot.photo_files:
        if picture := files.get_file_from_path(f"{ASSETS}/{name}"):
            files.remove(picture)
    known = {file.src_uri for file in files}
    for language, pages in builds[0].pages.items():
        for path in pages.routes.by_path:
            name = f"{language}/{path}.md"
            if name not in known:
                files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


# After static-i18n, which asks of every file where it lies on the disk.
@event_priority(-120)
def _dress(files: Files, config: MkDocsConfig) -> Files:
    """Of the theme's assets, its main stylesheet without the rules that no page of ours needs, and nothing else."""
    own = "".join(Path(config.theme.dirs[0], name).read_text(encoding="utf-8") for name in config.extra_css)
    for file in [file for file in files if file.src_uri.startswith("assets/")]:
        source = Path(file.abs_src_path or "")
        if any(source.is_relative_to(folder) for folder in config.theme.dirs[1:]):
            if source.match("main.*.css"):
                css, blocks = source.read_text(encoding="utf-8"), tuple(config.extra["theme_classes"])
                file.content_string = main_stylesheet(css, blocks, own)
            else:
                files.remove(file)
    return files


# After static-i18n, which knows generated files for pages only. Shared files are made with the first language.
@event_priority(-150)
def _add_outputs(files: Files, config: MkDocsConfig) -> Files:
    """Feeds, calendar, data, letters: their addresses now, their bytes once the stories are rendered."""
    build = builds[0]
    shared = shared_paths(build.now.snapshot) if build.first else []
    for path in [*language_paths(build.now), *shared]:
        files.append(Output.generated(config, path, content=b""))
    return files


on_files = CombinedEvent(_add_pages, _dress, _add_outputs)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The body that the core holds. MkDocs never sees front matter, so it neither guesses nor publishes it."""
    build = builds[0]
    # An empty first line ends what MkDocs takes for front matter: a body may begin with dashes, or with "Note: ".
    return "\n" + build.now.body(build.route(page))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The title, escaped: the theme escapes nothing."""
    build = builds[0]
    page.title = str(escape(build.now.title(build.route(page)).value))
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The article around the story, its table of contents, and its ids for the check of anchors."""
    build = builds[0]
    route = build.route(page)
    story = sanitise(html)
    build.stories[route.path] = story
    article = build.now.article(route, story)
    if document := create_search_document(build.now, route, article.html):
        build.searched[build.language].add(page.file.dest_uri, document)
    page.toc = get_toc(article.contents)
    page.present_anchor_ids = article.ids
    return article.html


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Begin to make what is no page: now every story of the language is rendered. MkDocs copies files next."""
    build = builds[0]
    making = [
        create_for_language(build.now, build.stories, build.site_url),
        create_drawn(build.now, build.site_url, build.kept),
    ]
    if build.first:
        making.append(create_shared(build.now.snapshot, build.site_url))
        assets = Path(config.docs_dir, ASSETS)
        making.append(create_photos(build.now.snapshot, lambda name: read_picture(assets / name), build.kept))
    build.making = chain(*making)


# After static-i18n (50), whose own links in the head are relative and lack x-default.
def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """What stands around the article: the head, the header, the footer."""
    build = builds[0]
    route = build.route(page)
    head = (create_head(build.now, route, build.site_url), create_preview(build.now, route, build.site_url))
    context["head"] = "".join(head)
    context["header"], context["footer"] = _header_footer(build.now, config, route.path, build.now.context(route).root)
    return context


def _header_footer(pages: Pages, config: MkDocsConfig, path: str, root: str) -> tuple[str, str]:
    """The header and the footer, with the menu and the languages of mkdocs.yml."""
    menu = [name.removesuffix(".md") for name in config.nav or () if isinstance(name, str)]
    names = {one.locale: one.name for one in config.plugins["i18n"].config.languages}
    return create_header_footer(pages, path, root, menu, names)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Without what the theme's base has for its script. What is written is let go of: it would fill the memory."""
    page.content = page.markdown = None
    page.toc = get_toc([])
    return without_leftovers(output)


# Before static-i18n (-100) builds the next language in the same event.
@event_priority(0)
def _finish_language(config: MkDocsConfig) -> None:
    """Let go of a language that is finished, and fail where something was made that nobody announced."""
    build = builds[0]
    unknown = [*build.early, *(path for path, _ in build.making)]
    if unknown:
        raise PluginError(SAY("not-announced", paths=", ".join(unknown)))
    build.stories = {}
    # MkDocs keeps the pages of this language, see on_pre_build.
    gc.freeze()


# After static-i18n, when it has built every language: in a nested build a failure would leave MkDocs patched. Here and
# not in the Makefile, where `mkdocs serve` and `mkdocs build` would do without it, and too late for MkDocs to copy it.
@event_priority(-150)
def _write_search_index(config: MkDocsConfig) -> None:
    """The index of each language for its search page."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        build = builds[0]
        kept = Cache(build.kept.folder, SEARCH)
        try:
            for language, index in build.searched.items():
                folder = Path(config.site_dir, SEARCH_FOLDER, language)
                index.write(folder, kept, f"{build.now.snapshot.campaign.settings.id} {language}")
        except NotIndexedError as error:
            raise PluginError(SAY("not-indexed", found=error)) from error


on_post_build = CombinedEvent(_finish_language, _write_search_index)


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """The error page in all languages, and the sitemap of all of them."""
    build = builds[0]
    pages = build.now
    if template_name == "sitemap.xml":
        context["sitemap"] = list(sitemap(pages.snapshot, pages.routes, build.site_url)) if build.first else []
        return context
    root = f"{context['base_url'].rstrip('/')}/"
    context["head"] = create_error_head(pages, root)
    context["header"], context["footer"] = _header_footer(pages, config, "index", root)
    context["not_found"] = not_found(pages.snapshot, root)
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Both templates tell of all languages and are written once, with the first."""
    build = builds[0]
    return without_leftovers(output) if build.first else ""
