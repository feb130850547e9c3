"""Text of a page -> Document(meta, body, lines). No disk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from emptychair.front_matter.merge_conflicts import SIGNS, merge_conflicts
from emptychair.front_matter.yaml_builder import Fault, Path, Tree
from emptychair.front_matter.yaml_reader import read_mapping
from emptychair.text.hidden_characters import ODD_SIGN
from emptychair.text.problems import Problem

FENCE = "---"
# What people and their programs make of three hyphens.
OTHER_FENCE = re.compile(r"\s*(?:-{2,}|[‐-―−－─ー﹣]+|[=＝_*]{3,})\s*")
# The order of magnitude of a long case, and small enough that no file can stop a build (design.md, section 4).
PAGE_LIMIT = 16 * 1024
REGISTER_LIMIT = 512 * 1024
EVENT_LIMIT = 4_000
REGISTER_EVENT_LIMIT = 100_000


@dataclass(frozen=True)
class Document:
    """A file as it was written: front matter as nested dicts, lists and strings; the Markdown body; where each stands.

    `lines` maps the path of an entry (keys and list indexes) to its line, from 1; `body_line` is the line on which
    the body begins.
    """

    path: str
    meta: Tree
    body: str
    body_line: int
    lines: Mapping[Path, int] = field(default_factory=dict)

    @classmethod
    def unread(cls, path: str, body: str = "") -> Document:
        """A file whose front matter could not be read: its `meta` is empty, and it still counts as existing."""
        return cls(path, {}, body, 1)

    def line_of(self, path: Path) -> int:
        """The line of an entry, or of the nearest one around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def strings(self) -> Iterator[tuple[Path, str]]:
        """Every text of the front matter with its path."""
        yield from _strings(self.meta, ())

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """Every text of the front matter without its path."""
        return tuple(_leaves(self.meta))

    @cached_property
    def text(self) -> str:
        """All texts of the file, one below the other: to see quickly what does not stand in it."""
        return "\n".join([*self.leaves, self.body])

    @cached_property
    def prose(self) -> str:
        """The texts that may be more than a code, a date or an address of a page, one below the other."""
        return "\n".join([*(text for text in self.leaves if " " in text or not text.isascii()), self.body])

    @cached_property
    def odd_signs(self) -> str:
        """The signs of the texts of the file that few texts have: to see which signs do not stand in it."""
        return "".join(ODD_SIGN.findall(self.text))

    def text_at(self, path: Path) -> str:
        """The text of an entry, or "" where there is none."""
        here: Any = self.meta
        for step in path:
            here = child(here, step)
        return here if isinstance(here, str) else ""

    def name_of(self, path: Path) -> str:
        """The path as people read it: list items by id, else by number from 1."""
        words: list[str] = []
        here: Any = self.meta
        for step in path:
            here = child(here, step)
            named = isinstance(step, int) and isinstance(here, dict) and isinstance(here.get("id"), str)
            words.append(here["id"] if named else str(step + 1) if isinstance(step, int) else step)
        return ".".join(filter(None, words))

    def problem(self, at: Path, code: str, **values: str) -> Problem:
        """A problem with the entry at that path."""
        return Problem(self.path, self.line_of(at), self.name_of(at), code, values)


def child(node: Any, step: str | int) -> Any:
    """A tree and one step -> the value at that key or index; None where there is none."""
    if isinstance(node, dict) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _strings(node: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, str):
        yield path, node
    else:
        for step, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _strings(inner, (*path, step))


def _leaves(node: Any) -> list[str]:
    """The texts of a tree without their paths."""
    found: list[str] = []
    left = [node]
    while left:
        inner = left.pop()
        for one in inner.values() if isinstance(inner, dict) else inner:
            (found if isinstance(one, str) else left).append(one)
    return found


def parse_page(path: str, text: str) -> tuple[Document, list[Problem]]:
    """A Markdown file with front matter -> Document and what is wrong with it.

    A file that cannot be read gives a Document with an empty `meta`, so that it still counts as existing.
    """
    lines = _normalised(text).split("\n")
    if conflicts := _conflicts(path, text, lines):
        return Document.unread(path), conflicts
    if lines[0].rstrip() != FENCE:
        return Document.unread(path, text), [_wrong_fence(path, lines, 0, "no-front-matter")]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        other = next((number for number, line in enumerate(lines[1:], 1) if OTHER_FENCE.fullmatch(line)), 0)
        return Document.unread(path), [_wrong_fence(path, lines, other, "front-matter-not-closed")]
    tree, marks, faults = read_mapping(lines[1:end], PAGE_LIMIT, EVENT_LIMIT)
    if not tree and not faults:
        faults = [Fault(0, "empty-front-matter", {}, ())]
    # The first line of the YAML is the second of the file.
    marks = {key: line + 1 for key, line in marks.items()}
    document = Document(path, tree, "\n".join(lines[end + 1 :]), end + 2, marks)
    return document, _problems(document, lines, [fault._replace(line=fault.line + 1) for fault in faults])


def _wrong_fence(path: str, lines: list[str], number: int, code: str) -> Problem:
    """A line that stands where front matter begins or ends, in other signs; else the code for its absence."""
    found = lines[number].strip()
    if OTHER_FENCE.fullmatch(lines[number]) and found != FENCE:
        return Problem(path, number + 1, "", "other-fence", {"found": found})
    return Problem(path, 1, "", code)


def parse_register(path: str, text: str) -> tuple[Document, list[Problem]]:
    """A whole YAML file (`campaign.yml`, `recipients.yml`) -> Document without a body, and what is wrong with it."""
    lines = _normalised(text).split("\n")
    if conflicts := _conflicts(path, text, lines):
        return Document.unread(path), conflicts
    tree, marks, faults = read_mapping(lines, REGISTER_LIMIT, REGISTER_EVENT_LIMIT)
    document = Document(path, tree, "", len(lines), marks)
    return document, _problems(document, lines, faults)


def _conflicts(path: str, text: str, lines: list[str]) -> list[Problem]:
    """Unresolved merge conflicts. Which of the two versions is meant nobody knows, so that nothing else is told."""
    found = merge_conflicts(lines) if any(sign in text for sign in SIGNS) else []
    return [Problem(path, line, "", "merge-conflict") for line in found]


def _normalised(text: str) -> str:
    """Without the byte order mark, and with the line ends of Windows and of old machines made plain."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _problems(document: Document, lines: list[str], faults: list[Fault]) -> list[Problem]:
    """Faults of the text as problems with the entries that begin in their lines, as far as they could be read."""
    if not faults:
        return []
    keys: dict[int, Path] = {}
    items: dict[int, Path] = {}
    for path, line in document.lines.items():
        if path:
            (keys if isinstance(path[-1], str) else items).setdefault(line, path)
    entries = items | keys
    return [
        _problem(document, lines[min(fault.line, len(lines)) - 1], fault, entries.get(fault.line)) for fault in faults
    ]


def _problem(document: Document, text: str, fault: Fault, entry: Path | None) -> Problem:
    path = entry if fault.path is None else fault.path
    key = re.match(r"\s*(?:- +)?([\w-]+)", text)
    name = document.name_of(path) if path is not None else key[1] if key else ""
    return Problem(document.path, fault.line, name, fault.code, fault.values)
