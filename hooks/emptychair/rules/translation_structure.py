"""Rules about a page and its translation."""

import re
from collections.abc import Iterator
from typing import Any

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import NAMED_WORDS, SOURCE_WORDS, WORDS
from emptychair.rules.index import Entry, Index, items
from emptychair.text.markdown_outline import has_text, untranslated_lines
from emptychair.text.problems import Problem
from emptychair.text.slips import nearest

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def has_source_page(entry: Entry, index: Index) -> Iterator[Problem]:
    """A translation has a source page at the same address in another language."""
    pages = index.entries[entry.path].values()
    if entry.role == "translation" and not any(page.role in ("source", "refused") for page in pages):
        yield entry.document.problem(("translates",), "translation-without-source")


def one_source_page(entry: Entry, index: Index) -> Iterator[Problem]:
    """Of two pages at the same address, one holds the facts and the other says that it translates it."""
    sources = [page for page in index.entries[entry.path].values() if page.role == "source"]
    if len(sources) > 1 and entry is max(sources, key=lambda page: page.language):
        other = min(sources, key=lambda page: page.language)
        yield entry.document.problem((), "two-source-pages", other=other.document.path)


def has_title(entry: Entry, index: Index) -> Iterator[Problem]:
    """Every page has a title, except a case, which has names."""
    if entry.kind == "case" and "title" in entry.document.meta:
        yield entry.document.problem(("title",), "title-of-case")
    elif entry.kind != "case" and not entry.document.meta.get("title"):
        yield entry.document.problem(("title",), "missing", found="title")


def holds_its_facts(entry: Entry, index: Index) -> Iterator[Problem]:
    """A source page in cases/ holds `case:`, in actions/ `action:`, and so on; a page of prose holds none of them."""
    if entry.role != "source":
        return
    meta = entry.document.meta
    if entry.kind != "page" and entry.kind not in meta:
        yield entry.document.problem((entry.kind,), "missing", found=entry.kind)
    for other in ("case", "action", "update", "report"):
        if other in meta and other != entry.kind:
            code = "facts-in-prose" if entry.kind == "page" else "facts-of-another-kind"
            yield entry.document.problem((other,), code, found=other, expected=entry.kind)


def translates_not_ahead(entry: Entry, index: Index) -> Iterator[Problem]:
    """A translation was not made from a source page that is newer than the one that is there, nor than itself."""
    source = index.source_of(entry.path)
    if entry.role != "translation":
        return
    translates, own = _day(entry, "translates"), _day(entry, "updated")
    updated = _day(source, "updated") if source else ""
    values = {"found": translates, "updated": updated, "path": source.document.path if source else ""}
    if translates and own and translates > own:
        yield entry.document.problem(("translates",), "later-than-updated", updated=own, found=translates)
    elif translates and updated and translates > updated:
        yield entry.document.problem(("translates",), "translates-ahead", **values)
    elif translates and updated and translates < updated:
        yield entry.document.problem(("translates",), "stale-translation", **values)


def _day(entry: Entry, name: str) -> str:
    """A day of the front matter, which compares as text, or ""."""
    text = entry.document.meta.get(name)
    return text if isinstance(text, str) and DAY.fullmatch(text) else ""


def equal_headings(entry: Entry, index: Index) -> Iterator[Problem]:
    """A translation has the headings of its source page, by their ids: a link to a section works in each language."""
    source = index.source_of(entry.path)
    if entry.role != "translation" or source is None:
        return
    path, first, other = entry.document.path, entry.document.body_line, source.document.path
    for missing in sorted(source.outline.ids - entry.outline.ids):
        line = source.document.body_line + source.sections[missing][0]
        yield Problem(path, first, "", "heading-missing", {"found": missing, "path": f"{other}:{line}"})
    for heading in entry.outline.headings:
        if heading.id and heading.id not in source.outline.ids:
            yield Problem(path, first + heading.line, "", "heading-added", {"found": heading.id, "path": other})


def body_is_translated(entry: Entry, index: Index) -> Iterator[Problem]:
    """The body of a translation tells what the body of its source page tells: no place in it is left to be filled."""
    source = index.source_of(entry.path)
    if entry.role != "translation" or source is None:
        return
    body, first = entry.document.body, entry.document.body_line
    empty = [0] if not has_text(body) and has_text(source.document.body) else []
    for line in untranslated_lines(body) or empty:
        yield Problem(entry.document.path, first + line, "", "not-translated", {"path": source.document.path})


def known_words(entry: Entry, index: Index) -> Iterator[Problem]:
    """Every entry of `words` repeats the path of a word that the source page has."""
    words = entry.document.meta.get("words")
    source = index.source_of(entry.path)
    if entry.role != "translation" or source is None or not isinstance(words, dict):
        return
    for key, value in words.items():
        yield from _known_word(entry, source, key, value)


def _known_word(entry: Entry, source: Entry, key: str, value: Any) -> Iterator[Problem]:
    at: Path = ("words", key)
    names = {path[0]: path for path in NAMED_WORDS[source.kind]}
    if key in WORDS[source.kind]:
        ids = {item["id"] for _, item in items(source, key) if isinstance(item.get("id"), str)}
        yield from _known_items(entry, at, value, ids, WORDS[source.kind][key])
    elif key == "sources" and source.kind != "page":
        known = source.facts.get("sources")
        if isinstance(known, dict):
            yield from _known_items(entry, at, value, set(known), SOURCE_WORDS)
    elif key not in names:
        every = [*WORDS[source.kind], *names, "sources"]
        yield entry.document.problem(at, "unknown-word", found=key, nearest=nearest(key, every))
    elif key not in source.facts:
        yield entry.document.problem(at, "word-of-nothing", found=key)
    elif len(names[key]) == 1:
        if not isinstance(value, str):
            yield entry.document.problem(at, "must-be-text")
    elif isinstance(value, dict):
        inner = [path[1] for path in NAMED_WORDS[source.kind] if path[0] == key]
        yield from _known_names(entry, at, value, inner)
    else:
        yield entry.document.problem(at, "must-be-mapping")


def _known_items(entry: Entry, at: Path, value: Any, ids: set[str], fields: tuple[str, ...]) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield entry.document.problem(at, "must-be-mapping")
        return
    for item_id, words in value.items():
        if item_id not in ids:
            values = {"list": str(at[-1]), "nearest": nearest(item_id, ids)}
            yield entry.document.problem((*at, item_id), "word-without-item", found=item_id, **values)
        elif isinstance(words, dict):
            yield from _known_names(entry, (*at, item_id), words, list(fields))
        elif not isinstance(words, str):
            yield entry.document.problem((*at, item_id), "must-be-text")


def _known_names(entry: Entry, at: Path, value: dict[str, Any], known: list[str]) -> Iterator[Problem]:
    for name, words in value.items():
        if name not in known:
            yield entry.document.problem((*at, name), "unknown-word", found=name, nearest=nearest(name, known))
        elif not isinstance(words, str):
            yield entry.document.problem((*at, name), "must-be-text")


RULES = (
    has_source_page,
    one_source_page,
    has_title,
    holds_its_facts,
    translates_not_ahead,
    equal_headings,
    body_is_translated,
    known_words,
)
