"""Translation coverage: which words a translation lacks, and whether its source page has changed since."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel

from emptychair.record.campaign import Record
from emptychair.record.models import NAMED_WORDS, OPTIONAL_WORDS, WORDS
from emptychair.text.dates import PartialDate
from emptychair.text.markdown_outline import has_text, untranslated_lines
from emptychair.text.traditional import nearest_script

State = Literal["source", "complete", "partial", "stale", "missing", "converted"]
WordPath = tuple[str, ...]
# The body counts as one word: it is there, or something in it is still to be told.
BODY: WordPath = ("body",)
# The dates by which an entry shows that it is newer than a translation.
TELLING = ("added", "reported", "date", "given", "start", "until", "since", "as_of")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a record is translated into a language: `missing` are the words that stand in the source language.

    `changed` are the entries that are dated after the day of the source page from which a stale translation was made.
    """

    state: State
    missing: tuple[WordPath, ...] = ()
    changed: tuple[WordPath, ...] = ()


def words_of(record: Record[Any], register: Container[str] = ()) -> Iterator[WordPath]:
    """The paths of all words of a record that its translations repeat, list items by id; not of what they may leave.

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
        if _named(record, path) and path not in OPTIONAL_WORDS:
            yield path
    if has_text(record.source_page.body):
        yield BODY


def word_at(record: Record[Any], path: WordPath) -> str:
    """The text of a word in the source page. Raises LookupError where the record has no such item."""
    if path in (("title",), ("description",), BODY):
        return getattr(record.source_page, path[0]) or ""
    if path in NAMED_WORDS[record.kind]:
        return str(_named(record, path) or "")
    name, item_id, field = path
    found = [item for item in getattr(record.facts, name) if item.id == item_id]
    return str(getattr(found[0], field) or "")


def _named(record: Record[Any], path: WordPath) -> Any:
    here = record.facts
    for step in path:
        here = getattr(here, step, None) if isinstance(here, BaseModel) else None
    return here


def names_of(paths: Iterable[WordPath]) -> Iterator[str]:
    """Word paths as people read them: events.taken."""
    for path in paths:
        yield ".".join(path[:2] if path[-1] == "text" else path)


def coverage(record: Record[Any], language: str, register: Container[str] = (), facts: Any = None) -> Coverage:
    """A record and a language -> its coverage: source, complete, partial, stale (of an older source), missing, or
    converted: made from the page in another script, and neither translated nor missing.

    `facts` are those of the record as far as they may be told of (default: all): what has changed is found in them.
    """
    if language == record.source:
        return Coverage("source")
    every = tuple(words_of(record, register))
    if record.is_converted(language) or (record.is_fallback(language) and nearest_script(language) in record.pages):
        return Coverage("converted")
    if record.is_fallback(language):
        return Coverage("missing", every)
    missing = tuple(path for path in every if not _has(record, language, path))
    page = record.pages[language]
    if page.translates and page.translates < record.source_page.updated:
        return Coverage("stale", missing, tuple(changed_since(facts or record.facts, page.translates)))
    return Coverage("partial" if missing else "complete", missing)


def changed_since(facts: Any, day: date) -> Iterator[WordPath]:
    """The entries that were added, became known or happened after a day, as far as their dates tell.

    A text that was reworded has no date: only the history of the file knows of it.
    """
    for name in type(facts).model_fields if isinstance(facts, BaseModel) else ():
        value = getattr(facts, name)
        items = list(value.items()) if isinstance(value, dict) else []
        items += [(getattr(item, "id", ""), item) for item in value] if isinstance(value, tuple) else []
        for item_id, item in items:
            if item_id and isinstance(item, BaseModel) and any(one > day for one in _days(item)):
                yield (name, item_id)


def _days(item: BaseModel) -> Iterator[date]:
    for name in TELLING:
        found = getattr(item, name, None)
        if isinstance(found, PartialDate):
            yield found.known_from
        elif isinstance(found, date):
            yield found


def _has(record: Record[Any], language: str, path: WordPath) -> bool:
    page = record.pages[language]
    if path == ("title",):
        return bool(page.title)
    if path == ("description",):
        return record.description(language).language == language
    if path == BODY:
        return has_text(page.body) and not untranslated_lines(page.body)
    return record.words(language, "", *path).language == language
