"""Everything that is no page: {path below the site's root: bytes}."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from emptychair.as_of.snapshot import Snapshot
from emptychair.html.head import canonical
from emptychair.html.page_set import Pages
from emptychair.images.build_cache import Cache
from emptychair.images.card import create_card, is_card
from emptychair.images.copies import copies_of, create_copy, is_copy
from emptychair.images.qr_codes import create_code, is_code
from emptychair.outputs.feeds import FeedBuilder, create_feeds
from emptychair.outputs.icalendar_files import actions_with_deadline, create_calendar, create_deadline
from emptychair.outputs.letter_files import letter_files, letter_paths
from emptychair.outputs.open_data import Exporter
from emptychair.outputs.status_filter import create_status_data
from emptychair.record.campaign import Record
from emptychair.record.reserved_urls import DATA_FILES, STATUS_DATA, calendar_address
from emptychair.views.context import Context
from emptychair.views.links import code_path, has_code
from emptychair.views.share_cards import card_path, card_text, has_card
from emptychair.views.tools import FEEDS


def create_shared(snapshot: Snapshot, site_url: str) -> Iterator[tuple[str, bytes]]:
    """What is made once for all languages, at the root of the site: data and letters."""
    yield from Exporter(snapshot, site_url).files()
    yield from letter_files(snapshot)


def create_for_language(pages: Pages, stories: Mapping[str, str], site_url: str) -> Iterator[tuple[str, bytes]]:
    """What is made for each language: feeds, calendar, what the filter of the status index reads.

    `stories`: path of a page -> its safe HTML.
    """
    for file, data in create_feeds(FeedBuilder(pages, stories, site_url)):
        yield pages.folder + file, data
    yield pages.folder + "calendar.ics", create_calendar(pages, site_url)
    for action in actions_with_deadline(pages.snapshot):
        yield pages.folder + calendar_address(action.record.slug), create_deadline(pages, action, site_url)
    yield pages.folder + STATUS_DATA, create_status_data(pages)


def create_photos(snapshot: Snapshot, read: Callable[[str], bytes], kept: Cache) -> Iterator[tuple[str, bytes]]:
    """The copies of photos, once for all languages; `read` gives the bytes of a picture by its name."""
    for picture in snapshot.shown_photos:
        data = read(picture.file)
        for copy in copies_of(picture):
            yield copy.path, kept.get(f"photo {copy}".encode() + data, partial(create_copy, data, copy), is_copy)


def create_drawn(pages: Pages, site_url: str, kept: Cache) -> Iterator[tuple[str, bytes]]:
    """The share cards and QR codes of a language."""
    folder, context = pages.folder, pages.context(pages.routes.by_path["index"])
    for record in _with_card(context):
        text = card_text(context, record)
        yield folder + card_path(record), kept.get(f"card {text}".encode(), partial(create_card, text), is_card)
    for record in _with_code(context):
        address = canonical(pages, pages.routes.by_path[record.path], site_url)
        yield folder + code_path(record), kept.get(f"code {address}".encode(), partial(create_code, address), is_code)


def _with_card(context: Context) -> list[Record[Any] | None]:
    campaign = context.snapshot.campaign
    every = (None, *campaign.cases.values(), *campaign.actions.values())
    return [record for record in every if has_card(context, record)]


def _with_code(context: Context) -> list[Record[Any]]:
    campaign = context.snapshot.campaign
    every: tuple[Record[Any], ...] = (*campaign.cases.values(), *campaign.actions.values())
    return [record for record in every if has_code(context, record)]


def shared_paths(snapshot: Snapshot) -> list[str]:
    """The paths of `create_shared` and `create_photos`, known before anything is made, in their order: none waits."""
    cases = [f"data/v1/{case.record.path}.json" for case in snapshot.listed_cases]
    data = [f"data/v1/{name}" for name in DATA_FILES.values()]
    photos = [copy.path for picture in snapshot.shown_photos for copy in copies_of(picture)]
    return [*cases, *data, *letter_paths(snapshot), *photos]


def language_paths(pages: Pages) -> list[str]:
    """The paths of `create_for_language` and `create_drawn`, in their order."""
    context = pages.context(pages.routes.by_path["index"])
    cases = [f"{case.record.path}.xml" for case in pages.snapshot.listed_cases]
    deadlines = [calendar_address(action.record.slug) for action in actions_with_deadline(pages.snapshot)]
    drawn = [*map(card_path, _with_card(context)), *map(code_path, _with_code(context))]
    return [pages.folder + file for file in [*cases, *FEEDS, *deadlines, STATUS_DATA, *drawn]]
