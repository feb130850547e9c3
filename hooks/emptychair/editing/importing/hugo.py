"""Posts of Hugo: content/ with sections and bundles, languages by ending or folder, `permalinks`, shortcodes."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from emptychair.editing.importing import tags
from emptychair.editing.importing.addresses import base_of, filled, parts_of_name, with_index
from emptychair.editing.importing.generator import Generator
from emptychair.editing.importing.posts import (
    OldSite,
    Place,
    Tree,
    language_code,
    read_toml,
    read_yaml,
    text_of,
    texts_of,
)
from emptychair.editing.importing.tags import TagSyntax, Words

STEMS = ("hugo", "config", "config/_default/hugo", "config/_default/config")
SETTINGS = tuple(f"{stem}.{ending}" for stem in STEMS for ending in ("toml", "yaml", "yml"))
CONTENT = "content/"
DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-(.+)")
NOT_IN_ADDRESS = re.compile(r"[^\w\u0080-\U0010ffff./~-]+")


def old_site(texts: Mapping[str, str], others: frozenset[str]) -> OldSite:
    """The tree of a Hugo site with its settings. Raises ValueError where these cannot be read."""
    file = next((one for one in SETTINGS if one in texts), "")
    read = read_toml if file.endswith(".toml") else read_yaml
    settings = {name.lower(): value for name, value in read(texts.get(file, "")).items()}
    url = text_of(settings, "baseurl").rstrip("/")
    return OldSite(texts, others, settings, url, base_of(url))


def places(site: OldSite, languages: tuple[str, ...]) -> Iterator[Place]:
    """Every page, in the order of paths; in a section it is a post where it has a day."""
    for file in sorted(site.texts):
        if not file.startswith(CONTENT) or not file.endswith((".md", ".markdown")):
            continue
        folders, name, language = parts_of_name(file.removeprefix(CONTENT), languages)
        match = DATED.fullmatch(name) if folders else None
        yield Place(file, bool(folders), match[2] if match else name, language, match[1] if match else "", folders)


def is_draft(_place: Place, meta: Tree) -> bool:
    """Is it not published by Hugo?"""
    return text_of(meta, "draft") == "true"


def urls(site: OldSite, place: Place, meta: Tree, written: datetime | None, language: str) -> tuple[str, ...]:
    """The paths at which it stood: the first is its own, "" where that cannot be known."""
    first = default_language(site, (language,)) == language
    inside = site.setting("defaultcontentlanguageinsubdir") == "true"
    folder = "" if first and not inside else f"/{language}"
    aliases = (one if one.startswith("/") else f"{folder}/{one}" for one in texts_of(meta, "aliases"))
    every = (_own(site, place, meta, written, folder), *aliases)
    return tuple(f"{site.base}{with_index(one)}" if one else "" for one in every)


def _own(site: OldSite, place: Place, meta: Tree, written: datetime | None, folder: str) -> str:
    if own := text_of(meta, "url"):
        return own
    patterns = site.settings.get("permalinks", {})
    patterns = patterns.get("page", patterns) if isinstance(patterns, dict) else {}
    pattern = text_of(patterns, place.sections[0]) if place.sections and isinstance(patterns, dict) else ""
    name = posixpath.splitext(posixpath.basename(place.file))[0]
    stem = f"{place.written}-{place.name}" if place.written else place.name
    slug = text_of(meta, "slug") or stem
    if pattern and written:
        parts = {"slug": slug, "slugorfilename": slug, "filename": stem, "contentbasename": stem}
        parts |= {"title": text_of(meta, "title"), "section": place.sections[0], "sections": "/".join(place.sections)}
        path = filled(pattern, written, parts)
    elif name.split(".")[0] == "index" and not place.sections and place.name == "index":
        path = "/"
    else:
        path = posixpath.join("/", *place.sections, slug) + "/"
    if not path:
        return ""
    path = NOT_IN_ADDRESS.sub("", path.lower().replace(" ", "-"))
    ugly = site.setting("uglyurls") == "true" and path != "/"
    return folder + (path.rstrip("/") + ".html" if ugly else path)


def default_language(site: OldSite, languages: tuple[str, ...]) -> str:
    """The language of posts that do not name theirs, or "": Hugo's own default is English."""
    named = site.setting("defaultcontentlanguage", "languagecode", "locale")
    return language_code(named or "en", languages)


def _figure(words: Words) -> str | None:
    """`{{< figure src="" alt="" caption="" >}}`"""
    source = words.named.get("src") or words.at(0)
    alt, caption = words.named.get("alt", ""), words.named.get("caption") or words.named.get("title", "")
    # Without a text of its own the picture has the words below it.
    return tags.picture(alt or caption, source, caption if alt else "") if source else None


def _path(words: Words) -> str | None:
    found = words.at(0) or words.named.get("path", "")
    return f"post:{found}" if found else None


TAGS = TagSyntax(
    tags.SHORTCODE,
    tags.SHORTCODE_CODE,
    tags.SHORTCODE_CODE_END,
    {"figure": _figure, "ref": _path, "relref": _path},
    tags.no_expression,
    tags.shortcode_parts,
)
HUGO = Generator(SETTINGS, old_site, places, is_draft, urls, default_language, TAGS, day_needed=False)
