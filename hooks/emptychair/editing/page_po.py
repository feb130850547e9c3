"""Words of pages for translators' tools: what a language lacks as a PO file, and back into its pages.

A body goes out as its blocks (paragraphs, headings with their ids, lists), and comes back when each of them is there:
until then half a body would stand under the headings of a whole one.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from emptychair.as_of.translation_coverage import BODY, WordPath, coverage, word_at, words_of
from emptychair.editing.front_matter_patch import UneditableError, body_of, set_value
from emptychair.editing.translation_draft import entry_of, lay_out_missing
from emptychair.record.campaign import Record
from emptychair.text.markdown_outline import has_text
from emptychair.text.po import PoEntry, read_entries

BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
AT = "#"


@dataclass
class Returned:
    """What came back: the words of each page by the path of its record, and how many texts were not taken, and why.

    `unsure` are marked as fuzzy, `older` were translated from another text than the page has now, `unknown` are no
    texts of these pages; `halves` are the records of whose body a block is missing.
    """

    words: dict[str, dict[WordPath, str]] = field(default_factory=dict)
    unsure: int = 0
    older: int = 0
    unknown: int = 0
    halves: list[str] = field(default_factory=list)


def words_to_translate(record: Record[Any], language: str, register: Collection[str] = ()) -> Iterator[PoEntry]:
    """Every word of a record as a language has it or lacks it; the blocks of its body where the body is missing.

    `register` are the ids of recipients.yml, as of `words_of`.
    """
    missing = coverage(record, language, register).missing
    notes = (record.source_page.path,)
    for path in words_of(record, register):
        if path != BODY:
            yield PoEntry(_id(record, path), word_at(record, path), _own(record, language, path), notes=notes)
        elif path in missing:
            yield from (
                PoEntry(_id(record, (*BODY, str(number))), block, notes=notes)
                for number, block in enumerate(_blocks(record), 1)
            )


def returned_words(text: str, records: Mapping[str, Record[Any]], language: str, register: Collection[str]) -> Returned:
    """A PO file -> the words for the pages of `records` (by their paths). Raises ValueError with a line of the file."""
    entries, unreadable = read_entries(text)
    if unreadable:
        raise ValueError(unreadable)
    known = {one.id: one for record in records.values() for one in words_to_translate(record, language, register)}
    found, blocks = Returned(), dict[str, dict[str, str]]()
    for entry in entries:
        if entry.text and not _is_refused(entry, known, found):
            path, _, word = entry.id.partition(AT)
            steps = tuple(word.split("."))
            if steps[:1] == BODY:
                blocks.setdefault(path, {})[steps[1]] = entry.text
            else:
                found.words.setdefault(path, {})[steps] = entry.text
    for path, given in blocks.items():
        if len(given) == len(_blocks(records[path])):
            found.words.setdefault(path, {})[BODY] = "\n\n".join(given[key] for key in sorted(given, key=int))
        else:
            found.halves.append(path)
    return found


def _is_refused(entry: PoEntry, known: Mapping[str, PoEntry], found: Returned) -> bool:
    """Is a text none to take? Then it is counted."""
    unknown = entry.id not in known
    older = not unknown and not entry.unsure and entry.source != known[entry.id].source
    found.unknown += unknown
    found.unsure += not unknown and entry.unsure
    found.older += older
    return unknown or entry.unsure or older


def filled_page(
    text: str, record: Record[Any], words: Mapping[WordPath, str], every: Sequence[WordPath]
) -> tuple[str, list[WordPath]]:
    """A translation with these words in their places, and those for which there was none; every other byte stays.

    `every` are all words of the record, in their order.
    """
    named = [path for path in every if path in words and path != BODY]
    filled = lay_out_missing(text, record, named, every)
    text, left = filled.text, list(filled.left)
    known = [path for path in every if path != BODY]
    for path in named:
        if path not in left:
            try:
                text = set_value(text, entry_of(record, path, known), words[path])
            except (UneditableError, KeyError):
                left.append(path)
    if BODY in words:
        body = body_of(text)
        text = text[: len(text) - len(body)] + words[BODY].strip("\n") + "\n"
    return text, left


def _id(record: Record[Any], path: WordPath) -> str:
    return f"{record.path}{AT}{'.'.join(path)}"


def _own(record: Record[Any], language: str, path: WordPath) -> str:
    """A word as the translation has it, or ""."""
    page = record.pages.get(language)
    if page is None:
        return ""
    if len(path) == 1 and path[0] in ("title", "description"):
        return getattr(page, path[0]) or ""
    found = record.words(language, "", *path)
    return found.value if found.language == language else ""


def _blocks(record: Record[Any]) -> list[str]:
    body = record.source_page.body.replace("\r\n", "\n").strip("\n")
    return BLANK_LINES.split(body) if has_text(body) else []
