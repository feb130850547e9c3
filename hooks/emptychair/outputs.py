"""Everything that is no page: {path below the site's root: bytes}."""

from collections.abc import Iterator, Mapping

from emptychair.agenda import create_calendar
from emptychair.dataset import DATA_FILES
from emptychair.edition import Edition
from emptychair.exports import Exporter
from emptychair.feeds import FeedBuilder, create_feeds
from emptychair.letters import letter_files
from emptychair.pages import Pages
from emptychair.views.tools import FEEDS


def create_shared(edition: Edition, site_url: str) -> Iterator[tuple[str, bytes]]:
    """What is made once for all languages, at the root of the site: data and letters."""
    yield from Exporter(edition, site_url).files()
    for path, text in letter_files(edition):
        yield path, text.encode()


def create_for_language(pages: Pages, stories: Mapping[str, str], site_url: str) -> Iterator[tuple[str, bytes]]:
    """What is made for each language: feeds and calendar. `stories`: path of a page -> its safe HTML."""
    for file, data in create_feeds(FeedBuilder(pages, stories, site_url)):
        yield pages.folder + file, data
    yield pages.folder + "calendar.ics", create_calendar(pages, site_url)


def shared_paths(edition: Edition) -> list[str]:
    """The paths of `create_shared`, known before anything is made; in its order, so that none has to wait."""
    cases = [f"data/v1/{case.record.path}.json" for case in edition.listed_cases]
    data = [f"data/v1/{name}" for name in DATA_FILES.values()]
    return [*cases, *data, *(path for path, _ in letter_files(edition))]


def language_paths(pages: Pages) -> list[str]:
    """The paths of `create_for_language`, in its order."""
    cases = [f"{case.record.path}.xml" for case in pages.edition.listed_cases]
    return [pages.folder + file for file in [*cases, *FEEDS]]
