"""Pairs of pages: which words a translation lacks, and whether its source page has moved on."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from emptychair.campaign import Record
from emptychair.model import NAMED_WORDS, WORDS

State = Literal["source", "complete", "partial", "stale", "missing"]
WordPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a record is told in a language: `missing` counts the words that stand in the source language."""

    state: State
    missing: tuple[WordPath, ...] = ()


def words_of(record: Record[Any], register: Container[str] = ()) -> Iterator[WordPath]:
    """The paths of all words of a record that its translations repeat, list items by id.

    `register` are the ids of recipients.yml, by which a place of custody may be named.
    """
    if record.kind != "case":
        yield ("title",)
    if record.source_page.description:
        yield ("description",)
    for name, fields in WORDS[record.kind].items():
        for item in getattr(record.facts, name):
            # An id of recipients.yml has its words there, in every language.
            words = (field for field in fields if getattr(item, field) and getattr(item, field) not in register)
            yield from ((name, item.id, field) for field in words)
    for path in NAMED_WORDS[record.kind]:
        here = record.facts
        for step in path:
            here = getattr(here, step, None) if isinstance(here, BaseModel) else None
        if here:
            yield path


def coverage(record: Record[Any], language: str, register: Container[str] = ()) -> Coverage:
    """Is the record told in `language`: in its source, whole, in part, from an older source, or not at all?"""
    if language == record.source:
        return Coverage("source")
    every = tuple(words_of(record, register))
    if record.is_fallback(language):
        return Coverage("missing", every)
    missing = tuple(path for path in every if not _has(record, language, path))
    page = record.pages[language]
    if page.translates and page.translates < record.source_page.updated:
        return Coverage("stale", missing)
    return Coverage("partial" if missing else "complete", missing)


def _has(record: Record[Any], language: str, path: WordPath) -> bool:
    page = record.pages[language]
    if path in (("title",), ("description",)):
        return bool(getattr(page, path[0]))
    return record.words(language, "", *path).language == language
