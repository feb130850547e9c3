"""Everything that is no page: {path below the site's root: bytes}."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from emptychair.as_of.snapshot import Snapshot
from emptychair.images.build_cache import Cache
from emptychair.images.card import OUR_LOOK, CardLook, create_card, is_card
from emptychair.images.copies import copies_of, create_copy, is_copy
from emptychair.images.qr_codes import create_code, is_code
from emptychair.outputs.feed_formats import create_feeds
from emptychair.outputs.feed_items import FeedBuilder
from emptychair.outputs.icalendar_files import actions_with_deadline, create_calendar, create_deadline
from emptychair.outputs.letter_files import letter_files, letter_paths
from emptychair.outputs.open_data import Exporter
from emptychair.outputs.site_files import create_site_files, site_file_paths
from emptychair.outputs.status_filter import create_status_data
from emptychair.record.campaign import Record
from emptychair.record.models import Settings
from emptychair.record.reserved_urls import DATA_FILES, FEED_LIST, STATUS_DATA, calendar_address
from emptychair.views.context import Context
from emptychair.views.follow import FEEDS
from emptychair.views.language_site import LanguageSite
from emptychair.views.links import code_path, has_code
from emptychair.views.share_cards import card_path, card_text, has_card
from emptychair.views.status import CaseCard


def create_shared(snapshot: Snapshot, site_url: str) -> Iterator[tuple[str, bytes]]:
    """What is made once for all languages, at the root of the site: data, letters, what tells programs of the site."""
    if snapshot.campaign.settings.has("data"):
        yield from Exporter(snapshot, site_url).files()
    yield from letter_files(snapshot)
    yield from create_site_files(snapshot, site_url)


def create_for_language(
    site: LanguageSite,
    stories: Mapping[str, str],
    absolute: Callable[[str, str], str],
    card: Callable[[CaseCard, str], str],
) -> Iterator[tuple[str, bytes]]:
    """What is made for each language: feeds, calendar, what the filter of the status index reads.

    `stories`: path of a page -> its safe HTML. `absolute` and `card` are what feeds and the filter ask of HTML.
    """
    for file, data in create_feeds(FeedBuilder(site, stories, absolute)):
        yield site.folder + file, data
    yield site.folder + "calendar.ics", create_calendar(site)
    for action in actions_with_deadline(site.snapshot):
        yield site.folder + calendar_address(action.record.slug), create_deadline(site, action)
    yield site.folder + STATUS_DATA, create_status_data(site, card)


def create_photos(snapshot: Snapshot, read: Callable[[str], bytes], kept: Cache) -> Iterator[tuple[str, bytes]]:
    """The copies of photos, once for all languages; `read` gives the bytes of a picture by its name."""
    for picture in snapshot.shown_photos:
        data = read(picture.file)
        for copy in copies_of(picture):
            yield copy.path, kept.get(f"photo {copy}".encode() + data, partial(create_copy, data, copy), is_copy)


def card_look(settings: Settings, read: Callable[[str], bytes]) -> CardLook:
    """What share cards have of the look of a campaign; `read` gives the bytes of a mark by its file.

    A campaign with a mark in shapes alone has no mark there, and never our chair in its place.
    """
    look, file = settings.look, settings.look.card_mark
    accent = look.accents[0] if look.accents else OUR_LOOK.accent
    return CardLook(accent, not (look.mark or file), read(file) if file else b"")


def create_drawn(site: LanguageSite, kept: Cache, look: CardLook = OUR_LOOK) -> Iterator[tuple[str, bytes]]:
    """The share cards and QR codes of a language."""
    folder, context = site.folder, site.context(site.routes.by_path["index"])
    for record in _with_card(context):
        text = card_text(context, record)
        facts = f"card {text} {look}".encode()
        yield folder + card_path(record), kept.get(facts, partial(create_card, text, look), is_card)
    for record in _with_code(context):
        url = site.canonical(site.routes.by_path[record.path])
        yield folder + code_path(record), kept.get(f"code {url}".encode(), partial(create_code, url), is_code)


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
    settings = snapshot.campaign.settings
    cases = [f"data/v1/{case.record.path}.json" for case in snapshot.listed_cases]
    data = [*cases, *(f"data/v1/{name}" for name in DATA_FILES.values())] if settings.has("data") else []
    photos = [copy.path for picture in snapshot.shown_photos for copy in copies_of(picture)]
    return [*data, *letter_paths(snapshot), *site_file_paths(settings), *photos]


def language_paths(site: LanguageSite) -> list[str]:
    """The paths of `create_for_language` and `create_drawn`, in their order."""
    context = site.context(site.routes.by_path["index"])
    cases = [f"{case.record.path}.xml" for case in site.snapshot.listed_cases]
    deadlines = [calendar_address(action.record.slug) for action in actions_with_deadline(site.snapshot)]
    drawn = [*map(card_path, _with_card(context)), *map(code_path, _with_code(context))]
    return [site.folder + file for file in [*cases, *FEEDS, FEED_LIST, *deadlines, STATUS_DATA, *drawn]]
