"""The adapter: MkDocs' events -> SiteBuild. The only file that imports mkdocs; ProperDocs answers to that name too.

Each language is a build of MkDocs, all but the first inside static-i18n's on_post_build, on the same objects.
"""

import logging
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from emptychair.hosts.machine import disk_path, page_path, site_path, theme_dirs
from emptychair.hosts.start import start_site
from emptychair.html.theme_css import MAIN_STYLESHEET, without_leftovers
from emptychair.site_build import SiteBuild, SiteBuildError
from emptychair.site_config import SAY

# Strict mode counts what is logged below "mkdocs.", and nothing else.
STRICT, LENIENT = get_plugin_logger("emptychair"), logging.getLogger("emptychair")
# The build that runs, made anew each time: `mkdocs serve` keeps this module for all of them.
builds: list[SiteBuild] = []
# The command of MkDocs that runs: `build` or `serve`.
commands: list[str] = []


def on_startup(command: str, **_: Any) -> None:
    """Only `mkdocs serve` shows problems in the pages."""
    commands[:] = [command]


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check the record before the first language: a failure in a nested one would leave MkDocs patched."""
    i18n: Any = config.plugins.get("i18n")
    if not i18n:
        raise PluginError(SAY("no-i18n"))
    if not i18n.building:
        start = start_site(config, i18n.config.languages, commands == ["serve"], STRICT, LENIENT)
        if start.build is None:
            raise PluginError(start.refusal)
        builds[:] = [start.build]
    builds[0].begin(i18n.current_language)
    config.site_name, config.nav = builds[0].site_name, builds[0].menu
    config.theme.dirs = theme_dirs(config.theme.custom_dir, config.theme.dirs)


# Before static-i18n (-100), which takes what it finds here for files of content/.
@event_priority(50)
def _add_pages(files: Files, config: MkDocsConfig) -> None:
    for file in filter(None, map(files.get_file_from_path, builds[0].withheld)):
        files.remove(file)
    for name in [name for name in builds[0].sources if not files.get_file_from_path(name)]:
        files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))


class _Output(File):
    """A file that is made when it is copied: the feeds and data of ten thousand cases would fill the memory."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - nothing tells whether it is up to date
        self.content_bytes = builds[0].make(site_path(self.src_uri))
        super().copy_file()
        self.content_bytes = b""


# After static-i18n, which asks of every file where it lies on the disk, and knows generated files for pages only.
@event_priority(-150)
def _add_outputs(files: Files, config: MkDocsConfig) -> None:
    """Of the assets of Material and MkDocs (the last folders), one stylesheet without needless rules; our own files."""
    own = "".join(file.content_string for file in map(files.get_file_from_path, config.extra_css) if file)
    for file in [file for file in files if file.src_uri.startswith("assets/")]:
        if Path(file.src_uri).match(MAIN_STYLESHEET):
            file.content_string = builds[0].theme_stylesheet(file.content_string, config.extra["theme_classes"], own)
        elif any(Path(file.abs_src_path or "").is_relative_to(folder) for folder in config.theme.dirs[-2:]):
            files.remove(file)
    for name in map(disk_path, builds[0].files()):
        files.append(_Output.generated(config, name, content=b"", inclusion=InclusionLevel.INCLUDED))


on_files = CombinedEvent(_add_pages, _add_outputs)


def on_env(env: Any, **_: Any) -> None:
    """Compile no template that an earlier build has compiled."""
    env.bytecode_cache = builds[0].template_cache


def on_page_read_source(page: Page, **_: Any) -> str:
    """The body that the core holds. MkDocs never sees front matter, so it neither guesses nor publishes it."""
    page.title = str(escape(builds[0].title(page_path(page.file.src_uri))))  # the theme escapes nothing
    # An empty first line ends what MkDocs takes for front matter: a body may begin with dashes, or with "Note: ".
    return "\n" + builds[0].body(page_path(page.file.src_uri))


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """The article around the body, its table of contents, and its ids for the check of anchors."""
    article = builds[0].page(page_path(page.file.src_uri), html)
    page.toc, page.present_anchor_ids = get_toc(article.contents), article.ids
    return article.html


def on_page_context(context: Any, page: Page, **_: Any) -> Any:
    """Head, header, footer: after static-i18n (50), whose own links in the head are relative and lack x-default."""
    return context | vars(builds[0].frame(page_path(page.file.src_uri)))


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Without what the theme's base has for its script. What is written is let go of: it would fill the memory."""
    page.content, page.markdown, page.toc = None, None, get_toc([])
    return without_leftovers(output)


def on_template_context(context: Any, template_name: str, **_: Any) -> Any:
    """The sitemap of all languages, and the error page in all of them."""
    if template_name == "sitemap.xml":
        return context | {"sitemap": list(builds[0].sitemap())}
    return context | vars(builds[0].error_page(f"{context['base_url'].rstrip('/')}/"))


def on_post_template(output: str, **_: Any) -> str:
    """Both templates tell of all languages and are written once, with the first."""
    return without_leftovers(output) if builds[0].is_first else ""


# Before static-i18n (-100) builds the next language in the same event.
@event_priority(0)
def _end_language(config: MkDocsConfig) -> None:  # noqa: ARG001 - each handler of an event has it
    builds[0].end_language()


# After static-i18n, when every language is built, too late for MkDocs to copy the index; `mkdocs serve` has it too.
@event_priority(-150)
def _end(config: Any) -> None:
    if not config.plugins["i18n"].building and (failure := builds[0].end(Path(config.site_dir))):
        raise PluginError(failure)


on_post_build = CombinedEvent(_end_language, _end)


def on_build_error(error: Exception, **_: Any) -> None:
    """Where the host did not do what the core asks, the reason is a line."""
    if isinstance(error, SiteBuildError):
        raise Abort(str(error)) from error
