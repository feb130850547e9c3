"""Everything that is no page: {path below the site's root: bytes}."""

from collections.abc import Iterator, Mapping

from emptychair.addresses import STATUS_DATA, calendar_address
from emptychair.agenda import actions_with_deadline, create_calendar, create_deadline
from emptychair.dataset import DATA_FILES
from emptychair.edition import Edition
from emptychair.exports import Exporter
from emptychair.feeds import FeedBuilder, create_feeds
from emptychair.letter_files import letter_files, letter_paths
from emptychair.pages import Pages
from emptychair.status_data import create_status_data
from emptychair.views.tools import FEEDS


def create_shared(edition: Edition, site_url: str) -> Iterator[tuple[str, bytes]]:
    """What is made once for all languages, at the root of the site: data and letters."""
    yield from Exporter(edition, site_url).files()
    yield from letter_files(edition)


def create_for_language(pages: Pages, stories: Mapping[str, str], site_url: str) -> Iterator[tuple[str, bytes]]:
    """What is made for each language: feeds, calendar, what the filter of the status index reads.

    `stories`: path of a page -> its safe HTML.
    """
    for file, data in create_feeds(FeedBuilder(pages, stories, site_url)):
        yield pages.folder + file, data
    yield pages.folder + "calendar.ics", create_calendar(pages, site_url)
    for action in actions_with_deadline(pages.edition):
        yield pages.folder + calendar_address(action.record.slug), create_deadline(pages, action, site_url)
    yield pages.folder + STATUS_DATA, create_status_data(pages)


def shared_paths(edition: Edition) -> list[str]:
    """The paths of `create_shared`, known before anything is made; in its order, so that none has to wait."""
    cases = [f"data/v1/{case.record.path}.json" for case in edition.listed_cases]
    data = [f"data/v1/{name}" for name in DATA_FILES.values()]
    return [*cases, *data, *letter_paths(edition)]


def language_paths(pages: Pages) -> list[str]:
    """The paths of `create_for_language`, in its order."""
    cases = [f"{case.record.path}.xml" for case in pages.edition.listed_cases]
    deadlines = [calendar_address(action.record.slug) for action in actions_with_deadline(pages.edition)]
    return [pages.folder + file for file in [*cases, *FEEDS, *deadlines, STATUS_DATA]]
