"""Posts of Hexo: source/_posts/, pages below source/, `permalink` of _config.yml, and its tags."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial

from emptychair.editing.importing import tags
from emptychair.editing.importing.addresses import base_of, filled, parts_of_name, with_index
from emptychair.editing.importing.generator import Generator
from emptychair.editing.importing.posts import OldSite, Place, Tree, language_code, read_yaml, text_of, texts_of
from emptychair.editing.importing.tags import TagSyntax, Words

SETTINGS = ("_config.yml",)
SOURCE, POSTS, DRAFTS = "source/", "source/_posts/", "source/_drafts/"
PERMALINK = ":year/:month/:day/:title/"
DATED_NAMES = ":year-:month-:day-"
DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-(.+)")
SIZE = re.compile(r"[0-9]+(?:px|%)?")


def old_site(texts: Mapping[str, str], others: frozenset[str]) -> OldSite:
    """The tree of a Hexo site with its settings. Raises ValueError where these cannot be read."""
    settings = read_yaml(texts.get(SETTINGS[0], ""))
    url = text_of(settings, "url").rstrip("/")
    return OldSite(texts, others, settings, url, base_of(text_of(settings, "root") or url))


def places(site: OldSite, languages: tuple[str, ...]) -> Iterator[Place]:
    """Every post and page, in the order of paths."""
    for file in sorted(site.texts):
        if not file.startswith(SOURCE) or not file.endswith((".md", ".markdown")):
            continue
        post = file.startswith((POSTS, DRAFTS))
        rest = file.removeprefix(POSTS).removeprefix(DRAFTS).removeprefix(SOURCE)
        folders, name, language = parts_of_name(rest, languages)
        match = DATED.fullmatch(name)
        written = match[1] if match and post else ""
        yield Place(file, post, match[2] if match and post else name, language, written, folders)


def is_draft(place: Place, meta: Tree) -> bool:
    """Is it not published by Hexo?"""
    return place.file.startswith(DRAFTS) or text_of(meta, "published") == "false"


def urls(site: OldSite, place: Place, meta: Tree, written: datetime | None, language: str) -> tuple[str, ...]:
    """The paths at which it stood: the first is its own, "" where that cannot be known."""
    own = text_of(meta, "permalink")
    folder, _, title = posixpath.splitext(place.file.removeprefix(POSTS))[0].rpartition("/")
    # Without this setting Hexo takes the day in a file name for a part of the title.
    if place.written and site.setting("new_post_name").startswith(DATED_NAMES):
        title = title[len("2020-01-01-") :]
    title = posixpath.join(folder, title)
    if own:
        path = own
    elif place.post and written:
        parts = {"title": title, "name": posixpath.basename(title), "post_title": title, "lang": language}
        parts["category"] = "/".join(texts_of(meta, "categories", "category")) or (
            site.setting("default_category") or "uncategorized"
        )
        path = filled(site.setting("permalink") or PERMALINK, written, parts)
    else:
        path = posixpath.splitext(place.file.removeprefix(SOURCE))[0] + ".html"
    return tuple(f"{site.base}{with_index(one)}" if one else "" for one in (path, *texts_of(meta, "alias", "aliases")))


def default_language(site: OldSite, languages: tuple[str, ...]) -> str:
    """The language of posts that do not name theirs, or ""."""
    return next((code for one in texts_of(site.settings, "language") if (code := language_code(one, languages))), "")


def _asset_img(words: Words) -> str | None:
    """`{% asset_img [class] file [width] [height] ["title" ["alt"]] %}`"""
    found = next((number for number, one in enumerate(words.plain) if "." in one), None)
    if found is None:
        return None
    rest = [one for one in words.plain[found + 1 :] if not SIZE.fullmatch(one)]
    alt = re.sub(r"^[\"']|[\"']$", "", rest[-1].split("' '")[-1].split('" "')[-1]) if rest else ""
    return tags.picture(alt, words.plain[found])


def _link(words: Words) -> str | None:
    """`{% post_link file [title] %}`, `{% asset_link file [title] %}`"""
    return f"[{' '.join(words.plain[1:])}](<post:{words.at(0)}>)" if words.plain else None


def _path(words: Words, scheme: str = "post:") -> str | None:
    return f"{scheme}{words.at(0)}" if words.plain else None


TAGS = TagSyntax(
    tags.LIQUID,
    tags.LIQUID_CODE,
    tags.LIQUID_CODE_END,
    {
        "asset_img": _asset_img,
        "img": _asset_img,
        "image": _asset_img,
        "asset_link": _link,
        "asset_path": partial(_path, scheme=""),
        "post_link": _link,
        "post_path": _path,
    },
    tags.no_expression,
    tags.liquid_parts,
)
HEXO = Generator(SETTINGS, old_site, places, is_draft, urls, default_language, TAGS)
