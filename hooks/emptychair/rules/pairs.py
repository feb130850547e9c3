"""Rules about a page and its twin in the other language."""

from collections.abc import Iterator
from typing import Any

from emptychair.frontmatter import Path
from emptychair.model import NAMED_WORDS, SOURCE_WORDS, WORDS
from emptychair.problems import Problem, nearest
from emptychair.rules.entries import Entry, Index, items


def has_source_page(entry: Entry, index: Index) -> Iterator[Problem]:
    """A translation has a source page at the same address in another language."""
    twins = index.entries[entry.path].values()
    if entry.role == "translation" and not any(twin.role in ("source", "refused") for twin in twins):
        yield entry.document.problem(("translates",), "translation-without-source")


def one_source_page(entry: Entry, index: Index) -> Iterator[Problem]:
    """Of two pages at the same address, one holds the facts and the other says that it translates it."""
    sources = [twin for twin in index.entries[entry.path].values() if twin.role == "source"]
    if len(sources) > 1 and entry is max(sources, key=lambda twin: twin.language):
        other = min(sources, key=lambda twin: twin.language)
        yield entry.document.problem((), "two-source-pages", other=other.document.path)


def has_title(entry: Entry, index: Index) -> Iterator[Problem]:
    """Every page has a title, except a case, which has names."""
    if entry.kind == "case" and "title" in entry.document.meta:
        yield entry.document.problem(("title",), "title-of-case")
    elif entry.kind != "case" and "title" not in entry.document.meta:
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
            yield entry.document.problem((other,), "facts-of-another-kind", found=other, expected=entry.kind)


def translates_not_ahead(entry: Entry, index: Index) -> Iterator[Problem]:
    """A translation was not made from a source page that is newer than the one that is there."""
    source, translates = index.source_of(entry.path), entry.document.meta.get("translates")
    updated = source.document.meta.get("updated") if source else None
    if entry.role == "translation" and isinstance(updated, str) and isinstance(translates, str):
        if translates > updated:
            values = {"found": translates, "updated": updated}
            yield entry.document.problem(("translates",), "translates-ahead", **values)
        elif translates < updated:
            values = {"found": translates, "updated": updated, "path": source.document.path if source else ""}
            yield entry.document.problem(("translates",), "stale-translation", **values)


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
        yield from _known_items(entry, at, value, set(source.facts.get("sources", {})), SOURCE_WORDS)
    elif key not in names:
        known = [*WORDS[source.kind], *names, "sources"]
        yield entry.document.problem(at, "unknown-word", found=key, nearest=nearest(key, known))
    elif key not in source.facts:
        yield entry.document.problem(at, "word-of-nothing", found=key)
    elif isinstance(value, dict):
        known = [path[1] for path in NAMED_WORDS[source.kind] if path[0] == key and len(path) > 1]
        yield from _known_names(entry, at, value, known)


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


RULES = (has_source_page, one_source_page, has_title, holds_its_facts, translates_not_ahead, known_words)
