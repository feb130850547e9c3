"""The build for an editor's own machine (`make serve`): problems stand in the pages. It is never published."""

from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

from markupsafe import Markup

from emptychair.html.article import Article
from emptychair.html.environment import render
from emptychair.html.head import SitemapRow
from emptychair.html.header_footer import theme_words
from emptychair.html.problem_notes import HOME, ProblemNotes
from emptychair.load.content_tree import RECIPIENTS, SETTINGS, WITHDRAWN, paths_of_systems
from emptychair.record.reserved_urls import GENERATED
from emptychair.site_build import ErrorPage, Frame, Machine, SiteBuild, Start
from emptychair.site_config import SiteConfig
from emptychair.text.strings import Strings


def start_preview(content: Path, config: SiteConfig, machine: Machine) -> Start:
    """As SiteBuild.start, but each problem stands in its page, and errors are shown at the address of every page.

    Where the configuration is wrong there is no build, as ever.
    """
    start = PreviewBuild.start(content, config, machine)
    notes = ProblemNotes(content.name, start.problems)
    if isinstance(start.build, PreviewBuild):
        start.build.notes = notes
    elif start.problems:
        return Start(UnbuiltSite(config, notes), start.problems)
    return start


class PreviewBuild(SiteBuild):
    """The site with a note above each page that has problems, and on the first page those of every other file."""

    notes: ProblemNotes

    def page(self, path: str, html: str) -> Article:
        """The article of a page below the note."""
        article, conversion = super().page(path, html), self._site.conversion(self._route(path))
        note = self.notes.block(self._site.say, path, written=conversion.source if conversion else "")
        return Article(note + article.html)


class UnbuiltSite(SiteBuild):
    """What stands in place of a site with errors: at the address of each page its problems, then all others.

    A campaign that cannot be read whole has no letters and no statuses, and a part of it would tell something else.
    """

    def __init__(self, config: SiteConfig, notes: ProblemNotes) -> None:
        self._config, self._notes = config, notes
        self._say = Strings(config.codes[0])

    @property
    def language(self) -> str:
        """The language that is being built."""
        return self._say.language

    @property
    def is_first(self) -> bool:
        """Is it the default language?"""
        return self.language == self._config.codes[0]

    @property
    def site_name(self) -> str:
        """The words that every title has."""
        return self._say("unbuilt-title")

    @property
    def menu(self) -> list[str]:
        """The first page alone."""
        return [f"{HOME}.md"]

    @property
    def sources(self) -> Iterator[str]:
        """The source of every page that the generator makes, in every language; a host finds those that are written."""
        return (f"{language}/{path}.md" for language, path in product(self._config.codes, GENERATED))

    @property
    def withheld(self) -> Iterator[str]:
        """The registers, and what systems leave."""
        return chain((SETTINGS, RECIPIENTS, WITHDRAWN), paths_of_systems(self._config.codes))

    def begin(self, language: str) -> None:
        """Begin the next language."""
        self._say = Strings(language)

    def body(self, path: str) -> str:  # noqa: ARG002 - no page has one
        """Nothing."""
        return ""

    def title(self, path: str) -> str:  # noqa: ARG002 - the same for each page
        """The title of every page."""
        return self.site_name

    def page(self, path: str, html: str) -> Article:  # noqa: ARG002 - there is no body
        """The problems of the page, then all others."""
        return Article(self._article(path))

    def _article(self, path: str) -> str:
        problems = Markup(self._notes.block(self._say, path, everywhere=True))  # noqa: S704 - a template escaped it
        return render("unbuilt.html", {"say": self._say, "problems": problems})

    def frame(self, path: str) -> Frame:  # noqa: ARG002 - the same for each page
        """A title, and neither header nor footer."""
        return Frame(theme_words(self._say), render("unbuilt_head.html", {"say": self._say}), "", "")

    def error_page(self, root: str) -> ErrorPage:  # noqa: ARG002 - it leads nowhere
        """All problems, for every other address."""
        return ErrorPage(**vars(self.frame(HOME)), not_found=self._article(HOME))

    def sitemap(self) -> Iterator[SitemapRow]:
        """Nothing that anybody should find."""
        return iter(())

    def files(self) -> list[str]:
        """No file besides the pages."""
        return []

    def end_language(self) -> None:
        """Nothing is kept."""

    def end(self, folder: Path) -> str:  # noqa: ARG002 - no index is written
        """No search."""
        return ""
