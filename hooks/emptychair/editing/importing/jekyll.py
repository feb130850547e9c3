"""Posts of Jekyll: _posts/ in any folder, pages beside them, `permalink` of _config.yml, Liquid."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from emptychair.editing.importing import tags
from emptychair.editing.importing.addresses import base_of, filled, parts_of_name, with_index
from emptychair.editing.importing.generator import Generator
from emptychair.editing.importing.posts import OldSite, Place, Tree, language_code, read_yaml, text_of, texts_of
from emptychair.editing.importing.tags import TagSyntax, Words

SETTINGS = ("_config.yml",)
POSTS, DRAFTS = "_posts", "_drafts"
STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
DATED = re.compile(r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})-(.+)")
# Files of a repository, which no generator shows.
NO_PAGES = frozenset({"readme", "changelog", "contributing", "license", "code_of_conduct", "security"})
QUOTED = re.compile(r"""["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:.*)""")


def old_site(texts: Mapping[str, str], others: frozenset[str]) -> OldSite:
    """The tree of a Jekyll site with its settings. Raises ValueError where these cannot be read."""
    settings = read_yaml(texts.get(SETTINGS[0], ""))
    base = base_of(text_of(settings, "baseurl"))
    url = text_of(settings, "url").rstrip("/")
    return OldSite(texts, others, settings, url + base if url else "", base)


def places(site: OldSite, languages: tuple[str, ...]) -> Iterator[Place]:
    """Every post and page, in the order of paths."""
    for file in sorted(site.texts):
        folders = file.split("/")[:-1]
        post = POSTS in folders or DRAFTS in folders
        if not file.endswith((".md", ".markdown")) or any(
            one.startswith((".", "_")) for one in folders if one not in (POSTS, DRAFTS)
        ):
            continue
        # Folders before _posts are categories, and so are part of the address.
        above = [one for one in folders if one not in (POSTS, DRAFTS)]
        kept, name, language = parts_of_name("/".join([*above, file.rpartition("/")[2]]), languages)
        match = DATED.fullmatch(name) if post else None
        if not post and name.lower() in NO_PAGES:
            continue
        yield Place(file, post, match[2] if match else name, language, match[1] if match else "", kept)


def is_draft(place: Place, meta: Tree) -> bool:
    """Is it not published by Jekyll?"""
    return DRAFTS in place.file.split("/") or text_of(meta, "published") == "false"


def urls(site: OldSite, place: Place, meta: Tree, written: datetime | None, _language: str) -> tuple[str, ...]:
    """The paths at which it stood: the first is its own, "" where that cannot be known."""
    own, style = text_of(meta, "permalink"), site.setting("permalink") or "date"
    pattern = own or STYLES.get(style, style)
    if place.post and written:
        listed = meta.get("categories", meta.get("category", ""))
        categories = listed.split() if isinstance(listed, str) else texts_of(meta, "categories", "category")
        above = [one for one in place.file.split("/")[:-1] if one not in (POSTS, DRAFTS)]
        joined = "/".join(one.lower().replace(" ", "-") for one in [*above, *categories])
        slug = text_of(meta, "slug") or place.name
        parts = {"title": slug, "slug": slug, "categories": joined, "output_ext": ".html"}
        path = filled(pattern, written, parts)
    elif own:
        path = own if ":" not in own else ""
    else:
        stem = posixpath.splitext(place.file)[0]
        folder = style == "pretty" or style.endswith("/")
        path = stem + ("/" if folder and stem.rpartition("/")[2] != "index" else ".html")
    every = (path, *texts_of(meta, "redirect_from", "aliases"))
    return tuple(f"{site.base}{with_index(one)}" if one else "" for one in every)


def default_language(site: OldSite, languages: tuple[str, ...]) -> str:
    """The language of posts that do not name theirs, or ""."""
    return language_code(site.setting("lang", "language", "locale", "default_lang"), languages)


def _expression(text: str) -> str | None:
    """`site.baseurl`, `site.url`, and a path with a filter that puts them before it."""
    if text in ("site.baseurl", "site.url"):
        return ""
    match = QUOTED.fullmatch(text)
    return match[1] if match else None


def _path(words: Words) -> str | None:
    return f"post:{words.at(0)}" if words.plain else None


TAGS = TagSyntax(
    tags.LIQUID,
    tags.LIQUID_CODE,
    tags.LIQUID_CODE_END,
    {"post_url": _path, "link": _path},
    _expression,
    tags.liquid_parts,
)
JEKYLL = Generator(SETTINGS, old_site, places, is_draft, urls, default_language, TAGS)
