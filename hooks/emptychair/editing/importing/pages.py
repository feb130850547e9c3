"""Converted posts -> the pages of a campaign: where each stands, and its text with front matter as editors write it."""

from collections.abc import Collection, Sequence
from datetime import date

from emptychair.editing.importing.posts import OldSite, Post, slug_of, text_of, texts_of
from emptychair.front_matter.yaml_writer import Value, block
from emptychair.record.field_types import SLUG_LIMIT, safe_link
from emptychair.text.dates import parse_day, suggest_date

KIND = "news"
SOURCE = "original"


def path_of(group: Sequence[Post], taken: Collection[str]) -> str:
    """The path of a page by the names of its posts, the source page's first; a number is added to one that is taken."""
    names = (text for post in group for text in (text_of(post.meta, "slug"), post.name, *_last_steps(post)))
    first = group[0]
    if first.kind == "update":
        limit = SLUG_LIMIT - len("2020-01-01--99")
        base = f"updates/{first.day}-{next(filter(None, (slug_of(one, limit) for one in names)), 'post')}"
    else:
        base = next(filter(None, map(slug_of, names)), "page")
    path, number = base, 1
    while path in taken:
        number += 1
        path = f"{base}-{number}"
    return path


def _last_steps(post: Post) -> list[str]:
    """What the old addresses of a post end with."""
    return [url.rstrip("/").rpartition("/")[2].removesuffix(".html") for url in post.urls if url]


def page_texts(group: Sequence[Post], site: OldSite, publisher: str, today: date) -> dict[str, str]:
    """The pages of one record, the source page first -> `<language>/<path>.md` with its text."""
    source = group[0]
    updated = _updated(source, today)
    texts = {source.new_file: _text(_source_page(source, site, publisher, updated), source.body)}
    for post in group[1:]:
        texts[post.new_file] = _text(_translation(post, source, updated, today), post.body)
    return texts


def _text(meta: dict[str, Value], body: str) -> str:
    return "\n".join(["---", *block(meta), "---", *_tidy(body), ""])


def _tidy(body: str) -> list[str]:
    """The lines of a body without runs of empty ones, which were left where something was left out."""
    kept: list[str] = []
    for line in body.strip("\n").split("\n"):
        if line.strip() or (kept and kept[-1].strip()):
            # Two blanks at its end break a line; one was left where something was left out.
            kept.append(line if line.endswith("  ") and line.strip() else line.rstrip())
    return kept


def _words(post: Post) -> dict[str, Value]:
    words: dict[str, Value] = {"title": post.title}
    description = text_of(post.meta, "description", "summary", "excerpt", "subtitle")
    return words | ({"description": description} if description else {})


def _source_page(post: Post, site: OldSite, publisher: str, updated: date) -> dict[str, Value]:
    meta = _words(post)
    if post.day:
        # The day of the post and not that of the import: feeds date their items by it, and tell nobody of old posts.
        meta["added"] = post.day.isoformat()
    meta["updated"] = updated.isoformat()
    if post.kind == "update":
        update: dict[str, Value] = {"kind": KIND}
        if byline := _byline(post):
            update["byline"] = byline
        meta["update"] = {**update, "sources": {SOURCE: _original(post, site, publisher)}}
    return meta


def _byline(post: Post) -> str:
    return ", ".join(texts_of(post.meta, "author", "authors"))


def _original(post: Post, site: OldSite, publisher: str) -> dict[str, Value]:
    """The post itself as the source of what it tells: where and when it was published."""
    source: dict[str, Value] = {"title": post.title}
    if publisher:
        source["publisher"] = publisher
    source |= {"language": post.language, "date": str(post.day)}
    own = post.urls[0] if post.urls else ""
    url = site.url.removesuffix(site.base) + own
    return source | ({"url": url} if own and safe_link(url) and url.isascii() else {})


def _translation(post: Post, source: Post, updated: date, today: date) -> dict[str, Value]:
    meta = _words(post)
    meta["updated"] = max(_updated(post, today), updated).isoformat()
    meta["translates"] = updated.isoformat()
    byline = _byline(post)
    if post.kind == "update" and byline and _byline(source):
        meta["words"] = {"byline": byline}
    return meta


def _updated(post: Post, today: date) -> date:
    """The day of the last change as the front matter has it, else that of the post; of a page without a day, today."""
    found = text_of(post.meta, "updated", "lastmod", "last_modified_at")[: len("2020-01-01")]
    try:
        changed = parse_day(suggest_date(found) or found)
    except ValueError:
        changed = None
    return max(filter(None, (changed, post.day)), default=today)
