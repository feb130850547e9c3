"""The files of another generator -> posts, each with its language, day, name and old addresses, or why it is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from emptychair.editing.importing.generator import Generator
from emptychair.editing.importing.post_dates import read_moment
from emptychair.editing.importing.posts import (
    Dated,
    Note,
    OldSite,
    Place,
    Post,
    Tree,
    language_code,
    read_front_matter,
    text_of,
)
from emptychair.rules.index import Index

# What themes and plugins call the name that a post has in all its languages.
KEYS = ("translationKey", "translationkey", "translation_key", "translation_id", "page_id", "ref")
LANGUAGE = ("lang", "language", "locale")
DATES = ("date", "publishDate", "publishdate")
ZONES = ("timezone", "timeZone")
WORDS = ("title", "description", "summary", "excerpt", "subtitle", "author", "authors")
ADDRESS = ("slug", "permalink", "url", "alias", "aliases", "redirect_from")
# What an import reads of front matter, and what only said how or whether the old site showed a page.
USED = frozenset((*KEYS, *LANGUAGE, *DATES, *WORDS, *ADDRESS, "updated", "lastmod", "last_modified_at")) | {
    *("published", "draft", "layout", "type", "comments")
}
# Pages that only list others, or that a server shows in the place of a missing one.
NO_PAGES = ("_index", "404")


@dataclass(frozen=True)
class Setting:
    """What an import is told: the campaign's languages and zone, its pages, the language of posts without one, today.

    `refused` are the files that the checks of the campaign refused as pages, with the reason.
    """

    languages: tuple[str, ...]
    timezone: str
    index: Index
    language: str
    today: date
    refused: Mapping[str, Note] = field(default_factory=dict)


class NotReadError(Exception):
    """A file that does not become a page: the note that says why."""

    def __init__(self, place: Place, code: str, found: str = "") -> None:
        super().__init__(code)
        self.note = Note(place.file, 1, code, {"found": found})


def read_posts(generator: Generator, site: OldSite, setting: Setting) -> Iterator[Post | Note]:
    """Every post of a tree, or in its place the note that says why it is not taken in, in the order of paths."""
    default = setting.language or generator.default_language(site, setting.languages)
    for place in generator.places(site, setting.languages):
        try:
            yield setting.refused.get(place.file) or _read(generator, place, site, setting, default)
        except NotReadError as error:
            yield error.note


def notes_of(post: Post) -> Iterator[Note]:
    """What is left out of the front matter of a post, and whether its old address is unknown."""
    if dropped := [key for key in post.meta if key not in USED]:
        yield Note(post.file, 1, "front-matter", {"found": ", ".join(dropped)})
    if not post.urls[0]:
        yield Note(post.file, 1, "no-address")


def _read(generator: Generator, place: Place, site: OldSite, setting: Setting, default: str) -> Post:
    meta, body, line = _parts(place, site)
    if generator.is_draft(place, meta):
        raise NotReadError(place, "draft")
    if place.name in NO_PAGES:
        raise NotReadError(place, "list-page")
    named = text_of(meta, *LANGUAGE)
    language = language_code(named, setting.languages) if named else place.language or default
    if not language:
        raise NotReadError(place, "other-language" if named else "no-language", named)
    dated = _dated(generator, place, meta, site, setting)
    update = place.post and dated is not None
    # A page of prose stands in no folder: those of the old one are in its name.
    name = place.name if update else "-".join([*place.sections, place.name])
    post = Post(place.file, "update" if update else "page", language, name, meta, body, line, key=text_of(meta, *KEYS))
    post.day = dated.day if dated else None
    post.urls = generator.urls(site, place, meta, dated.written if dated else None, language)
    return post


def _parts(place: Place, site: OldSite) -> tuple[Tree, str, int]:
    try:
        read = read_front_matter(site.texts[place.file])
    except ValueError:
        raise NotReadError(place, "bad-front-matter") from None
    if read is None:
        raise NotReadError(place, "no-front-matter")
    return read


def _dated(generator: Generator, place: Place, meta: Tree, site: OldSite, setting: Setting) -> Dated | None:
    """When a post was written, by its front matter, else by its file name; None for a page without a day."""
    found = text_of(meta, *DATES) or place.written
    if not found:
        if place.post and generator.day_needed:
            raise NotReadError(place, "no-date")
        return None
    try:
        return read_moment(found, setting.timezone, site.setting(*ZONES))
    except ValueError:
        raise NotReadError(place, "bad-date", found) from None
