"""The translation of a page laid out: every word with its source text above it, and the headings of the body."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from emptychair.as_of.translation_coverage import BODY, WordPath, word_at
from emptychair.editing.annotated_page import Languages
from emptychair.front_matter.document import FENCE, parse_page
from emptychair.front_matter.yaml_builder import Path
from emptychair.front_matter.yaml_writer import comment, indented, quoted
from emptychair.record.campaign import Record
from emptychair.record.models import WORDS
from emptychair.text.letter_sections import LETTER, is_letter
from emptychair.text.markdown_outline import UNTRANSLATED, has_text, read_outline
from emptychair.text.strings import Strings

LONE_CARRIAGE_RETURN = re.compile(r"\r(?!\n)")
# Words that stand at the top of the front matter, not under `words:`.
TOP = ("title", "description")


@dataclass(frozen=True)
class Filled:
    """A translation with its missing words laid out, and the words for which there was no place."""

    text: str
    placed: tuple[WordPath, ...]
    left: tuple[WordPath, ...]


@dataclass(frozen=True)
class Given:
    """What a translation has from elsewhere: words and the body by their paths, and notes for the editor."""

    words: Mapping[WordPath, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def create_translation(
    record: Record[Any], languages: Languages, day: date, paths: Collection[WordPath], given: Given | None = None
) -> str:
    """The translation of a record, with the words at `paths` laid out.

    What is given stands there; every other word is an empty text, and every other place in the body an ellipsis.
    """
    given = given or Given()
    say = Strings(languages.comments, "writing")
    tops = [path for path in paths if path[0] in TOP]
    words = [path for path in paths if path[0] not in TOP and path != BODY]
    lines = [FENCE, f"## {say('twin-how')}"]
    lines += [line for path in tops for line in _word(record, path[0], path, given.words)]
    lines += [f"updated: {day.isoformat()}", f"translates: {record.source_page.updated.isoformat()}"]
    if words:
        lines += ["words:", *indented(_tree_lines(record, _tree(record, words), given.words))]
    lines += [line for note in given.notes for line in comment(note)]
    body = given.words.get(BODY, "")
    if not body:
        body = _empty_body(record.source_page.body, Strings(languages.page, "writing"))
        lines += _source_body(record.source_page.body, say)
    return "\n".join([*lines, FENCE]) + "\n" + body.strip("\n") + "\n"


def _word(record: Record[Any], key: str, path: WordPath, given: Mapping[WordPath, str]) -> list[str]:
    return [*comment(word_at(record, path)), f"{key}: {quoted(given.get(path, ''))}"]


def entry_of(record: Record[Any], path: WordPath, words: Collection[WordPath]) -> Path:
    """Where a word stands in the front matter: an item's only word, if it is its first, is written without its name."""
    if path[0] in TOP:
        return path
    names = WORDS[record.kind].get(path[0], ())
    siblings = [one for one in words if one[:2] == path[:2]]
    if len(path) == 3 and siblings == [path] and path[2] == names[0]:
        return ("words", *path[:2])
    return ("words", *path)


def _tree(record: Record[Any], words: Collection[WordPath]) -> dict[str, Any]:
    """The words as they are nested under `words:`, each leaf its path."""
    tree: dict[str, Any] = {}
    for path in words:
        *above, last = entry_of(record, path, words)[1:]
        here = tree
        for step in above:
            here = here.setdefault(str(step), {})
        here[str(last)] = path
    return tree


def _tree_lines(record: Record[Any], tree: Mapping[str, Any], given: Mapping[WordPath, str]) -> list[str]:
    lines: list[str] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            lines += [f"{key}:", *indented(_tree_lines(record, value, given))]
        else:
            lines += _word(record, key, value, given)
    return lines


def _source_body(body: str, say: Strings) -> list[str]:
    """The source text as comments: nothing of them can be published, and no check takes them for this page's text."""
    return [f"## {say('twin-body')}", *comment(body)] if has_text(body) else []


def _empty_body(body: str, say: Strings) -> str:
    """The headings of a body with their ids, and an ellipsis for each text; not for a letter, which would be sent."""
    lines = body.split("\n")
    headings = [heading for heading in read_outline(body).headings if heading.id]
    starts = [heading.line for heading in headings] + [len(lines)]
    parts = [UNTRANSLATED] if has_text("\n".join(lines[: starts[0]])) else []
    for heading, end in zip(headings, starts[1:], strict=True):
        if heading.id == LETTER:
            parts.append(say("letter-heading"))
            continue
        parts.append(f"{'#' * heading.level} {UNTRANSLATED} {{#{heading.id}}}")
        if not is_letter(heading.id) and has_text("\n".join(lines[heading.line + 1 : end])):
            parts.append(UNTRANSLATED)
    return "\n\n".join(parts)


def lay_out_missing(text: str, record: Record[Any], missing: Sequence[WordPath], every: Sequence[WordPath]) -> Filled:
    """The text of a translation with its missing words added in their place; every other byte stays.

    `every` are all words of the record, in their order. Words that are laid out already are left alone; those with no
    place in block style are named in `left`.
    """
    placed: list[WordPath] = []
    left: list[WordPath] = []
    known = [path for path in every if path != BODY]
    order = [entry_of(record, path, known) for path in known]
    for path in missing:
        at = entry_of(record, path, known)
        if path == BODY or _stands(parse_page("", text)[0].meta, at):
            continue
        added = _insert(text, at, word_at(record, path), order)
        if added is None:
            left.append(path)
        else:
            text = added
            placed.append(path)
    return Filled(text, tuple(placed), tuple(left))


def _stands(tree: Any, at: Path) -> bool:
    for step in at:
        if not isinstance(tree, dict) or step not in tree:
            return False
        tree = tree[step]
    return True


def _insert(text: str, at: Path, source: str, order: Sequence[Path]) -> str | None:
    """The text with one more word, or None where there is no place for it that leaves everything else as it is."""
    if LONE_CARRIAGE_RETURN.search(text):
        return None
    document, faults = parse_page("", text)
    if faults:
        return None
    lines = text.split("\n")
    depth = next(number for number in range(len(at)) if not _stands(document.meta, at[: number + 1]))
    point = _insertion_point(lines, document.meta, document.lines, at[: depth + 1], order)
    if point is None:
        return None
    line, indent = point
    end = "\r" if lines[0].endswith("\r") else ""
    new = [" " * indent + one + end for one in _nested(at[depth:], source)]
    added = "\n".join([*lines[:line], *new, *lines[line:]])
    tree = parse_page("", added)[0]
    _take_out(tree.meta, at, depth)
    return added if (tree.meta, tree.body) == (document.meta, document.body) else None


def _nested(steps: Path, source: str) -> list[str]:
    """`events:` and below it `taken: ""`, with the source text above the word."""
    *above, last = steps
    lines = [*comment(source), f'{last}: ""']
    for step in reversed(above):
        lines = [f"{step}:", *indented(lines)]
    return lines


def _take_out(tree: Any, at: Path, depth: int) -> None:
    for step in at[:depth]:
        tree = tree.get(step, {})
    tree.pop(at[depth], None)


def _insertion_point(
    lines: Sequence[str], meta: Any, marks: Mapping[Path, int], at: Path, order: Sequence[Path]
) -> tuple[int, int] | None:
    """The line before which an entry goes, from 0, and its indent; None where the entries around are in flow style."""
    parent, key = at[:-1], at[-1]
    for step in parent:
        meta = meta[step]
    if not isinstance(meta, dict):
        return None
    fence = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE)
    if not parent:
        return (1, 0) if key in TOP else (fence, 0)
    if not meta or re.search(r":\s*[^\s#]", lines[marks[parent] - 1]):
        return None
    indents = {len(lines[marks[(*parent, one)] - 1]) - len(lines[marks[(*parent, one)] - 1].lstrip()) for one in meta}
    siblings = list(dict.fromkeys(one[len(parent)] for one in order if one[: len(parent)] == parent))
    above = [one for one in siblings[: siblings.index(key)] if one in meta]
    line = _end(lines, marks[(*parent, above[-1])] - 1, fence) if above else marks[parent]
    return line, min(indents)


def _end(lines: Sequence[str], start: int, fence: int) -> int:
    """The line behind an entry: those below it that are indented deeper belong to it."""
    depth = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    for number in range(start + 1, fence):
        inner = lines[number].strip()
        deeper = len(lines[number]) - len(lines[number].lstrip()) > depth
        if inner and deeper:
            end = number + 1
        elif inner and not inner.startswith("#"):
            break
    return end
