"""Text of a page -> Document(meta, body, lines): strict YAML, in which every scalar is a string. No disk."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from emptychair import yaml_traps
from emptychair.problems import Problem
from emptychair.signs import HIDDEN, number_of

Path = tuple[str | int, ...]
Tree = dict[str, Any]

FENCE = "---"
SYNTAX = ("bad-yaml", "not-a-mapping")
WIDE_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*：")
# The order of magnitude of a long case, and small enough that no file can stop a build (design.md, section 4).
PAGE_LIMIT = 16 * 1024
REGISTER_LIMIT = 512 * 1024
DEPTH_LIMIT = 6
EVENT_LIMIT = 4_000
REGISTER_EVENT_LIMIT = 100_000
# More traps than anybody makes in a file: each costs a reading of it.
MENDS_LIMIT = 40
# What stands for the value of a key that only a comma made; such a key is reported once and left out.
COMMA_MADE_KEY: Any = object()


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

    def line_of(self, path: Path) -> int:
        """The line of an entry, or of the nearest one around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

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
    """What stands at a key of a mapping or at an index of a list; None where nothing does."""
    if isinstance(node, dict) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


class Fault(NamedTuple):
    """A fault in a text: its line from 1, its code, and the entry where the line does not tell it."""

    line: int
    code: str
    values: dict[str, str]
    path: Path | None = None


class _RefusedError(Exception):
    """The text cannot be read on: the fault that says why."""

    def __init__(self, line: int, code: str, path: Path | None = None, **values: str) -> None:
        super().__init__(code)
        self.fault = Fault(line, code, values, path)


def parse_page(path: str, text: str) -> tuple[Document, list[Problem]]:
    """A Markdown file with front matter -> Document and what is wrong with it.

    A file that cannot be read gives a Document with an empty `meta`, so that it still counts as existing.
    """
    lines = _normalised(text).split("\n")
    if lines[0].rstrip() != FENCE:
        return Document(path, {}, text, 1), [Problem(path, 1, "", "no-front-matter")]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return Document(path, {}, "", 1), [Problem(path, 1, "", "front-matter-not-closed")]
    tree, marks, faults = _read(lines[1:end], PAGE_LIMIT, EVENT_LIMIT)
    if not tree and not faults:
        faults = [Fault(0, "empty-front-matter", {}, ())]
    # The first line of the YAML is the second of the file.
    marks = {key: line + 1 for key, line in marks.items()}
    document = Document(path, tree, "\n".join(lines[end + 1 :]), end + 2, marks)
    return document, _problems(document, lines, [fault._replace(line=fault.line + 1) for fault in faults])


def parse_register(path: str, text: str) -> tuple[Document, list[Problem]]:
    """A whole YAML file (`campaign.yml`, `recipients.yml`) -> Document without a body, and what is wrong with it."""
    lines = _normalised(text).split("\n")
    tree, marks, faults = _read(lines, REGISTER_LIMIT, REGISTER_EVENT_LIMIT)
    document = Document(path, tree, "", len(lines), marks)
    return document, _problems(document, lines, faults)


def _normalised(text: str) -> str:
    """Without the byte order mark, and with the line ends of Windows and of old machines made plain."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _problems(document: Document, lines: list[str], faults: list[Fault]) -> list[Problem]:
    """Faults of the text as problems with the entries that begin in their lines, as far as they could be read."""
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


def _read(lines: list[str], size_limit: int, event_limit: int) -> tuple[Tree, dict[Path, int], list[Fault]]:
    """Lines of YAML -> (tree, lines of its entries from 1, faults)."""
    size = sum(len(line.encode(errors="replace")) + 1 for line in lines)
    if size > size_limit:
        return {}, {}, [Fault(1, "too-large", {"size": str(size), "limit": str(size_limit)}, ())]
    lines, found = _without_hidden(lines)
    lines, more = yaml_traps.mend_signs(lines)
    found += [Fault(*one) for one in more]
    tree, marks, faults = _build(lines, event_limit)
    for _ in range(MENDS_LIMIT):
        stumbled = _stumbled(faults) if tree is None else []
        mended = yaml_traps.mend_text(lines, stumbled)
        if mended is None:
            break
        lines = mended[0]
        found.append(Fault(*mended[1]))
        tree, marks, faults = _build(lines, event_limit)
    if tree is None and any(fault.code in yaml_traps.CODES for fault in found):
        # What the parser says behind a trap follows from the trap.
        faults = [fault for fault in faults if fault.code not in SYNTAX]
    # A fault is reported once: what the parser stumbles over in the line of a trap is that trap.
    trapped = {fault.line for fault in found}
    return tree or {}, marks, found + [fault for fault in faults if fault.line not in trapped]


def _stumbled(faults: list[Fault]) -> list[int]:
    """The lines in which the reason may stand: where the parser stopped, where its entry began, the line above."""
    last = faults[-1]
    if last.code not in SYNTAX:
        return []
    began = int(last.values.get("began", "0"))
    return list(dict.fromkeys([last.line, began, last.line - 1]))


def _without_hidden(lines: list[str]) -> tuple[list[str], list[Fault]]:
    """Signs that nobody sees become blanks; YAML would take some of them for line ends."""
    clean, faults = [], []
    for number, line in enumerate(lines, 1):
        match = HIDDEN.search(line)
        if match:
            faults.append(Fault(number, "hidden-sign", {"found": number_of(match[0])}))
        clean.append(HIDDEN.sub(" ", line) if match else line)
    return clean, faults


def _build(lines: list[str], event_limit: int) -> tuple[Tree | None, dict[Path, int], list[Fault]]:
    builder = _Builder(lines, event_limit)
    try:
        return builder.document(), builder.marks, builder.faults
    except _RefusedError as refused:
        return None, builder.marks, [*builder.faults, refused.fault]
    except yaml.YAMLError as error:
        return None, builder.marks, [*builder.faults, _syntax_fault(error)]


def _syntax_fault(error: yaml.YAMLError) -> Fault:
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    found = str(getattr(error, "problem", None) or getattr(error, "reason", "") or error).splitlines()[0]
    values = {"found": found, "began": str(began.line + 1 if began else 0)}
    return Fault(mark.line + 1 if mark else 1, "bad-yaml", values)


class _Builder:
    """Parser events -> nested dicts, lists and strings, under caps (pitfall 21 of the format's bombs)."""

    def __init__(self, lines: list[str], event_limit: int) -> None:
        self.lines = lines
        self.left = event_limit
        self.marks: dict[Path, int] = {}
        # The entry above in the same mapping: its text is what a comma cut.
        self.above: Path = ()
        self.faults: list[Fault] = []
        # The parser in C walks with a stack of its own: 30,000 open brackets do not crash it.
        self.loader = yaml.CBaseLoader("\n".join(lines) + "\n")

    def document(self) -> Tree:
        """The one mapping that the text must be; an empty text is an empty mapping."""
        self.loader.get_event()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        event = self._next()
        tree = self._node(event, (), False)
        if not isinstance(tree, dict):
            raise _RefusedError(event.start_mark.line + 1, "not-a-mapping", ())
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusedError(after.start_mark.line + 1, "two-documents", ())
        return tree

    def _next(self) -> Any:
        self.left -= 1
        event: Any = self.loader.get_event()
        if type(event) is yaml.ScalarEvent and self.left >= 0 and event.anchor is None and event.tag is None:
            return event
        line = event.start_mark.line + 1
        if self.left < 0:
            raise _RefusedError(line, "too-many-entries")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(line, "anchor", found=self.lines[line - 1].strip())
        if getattr(event, "tag", None):
            raise _RefusedError(line, "tag", found=str(event.tag))
        return event

    def _node(self, event: Any, path: Path, in_flow: bool) -> Any:
        self.marks.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path, in_flow)
        if len(path) >= DEPTH_LIMIT:
            raise _RefusedError(event.start_mark.line + 1, "too-deep", limit=str(DEPTH_LIMIT))
        flow = bool(event.flow_style)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, flow)
        return self._mapping(path, flow)

    def _sequence(self, path: Path, flow: bool) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), flow))
        return items

    def _mapping(self, path: Path, flow: bool) -> Tree:
        tree: Tree = {}
        last = ""
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(line, "key-not-text")
            key = str(event.value)
            if key == "<<":
                raise _RefusedError(line, "anchor", found=key)
            if key in tree:
                self.faults.append(Fault(line, "equal-keys", {"key": key}, (*path, key)))
            self.marks[(*path, key)] = line
            self.above = (*path, last)
            value = self._node(self._next(), (*path, key), flow)
            if value is not COMMA_MADE_KEY:
                tree[key], last = value, key
        return tree

    def _scalar(self, event: Any, path: Path, in_flow: bool) -> Any:
        """The text of a scalar; a plain one that lost its end to a `#` or a comma is a fault."""
        value, end = str(event.value), event.end_mark
        if event.style:
            if match := HIDDEN.search(value):
                # An escape in double quotes brings it in.
                self.faults.append(Fault(end.line + 1, "hidden-sign", {"found": number_of(match[0])}, path))
            return value
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if match := WIDE_KEY.match(value):
            # The parser takes `status：taken-away` for a text.
            self.faults.append(Fault(event.start_mark.line + 1, "wide-colon", {"found": match[0]}, path))
        if re.match(r"\s+#\S" if value else r"\s*#\S", rest):
            self.faults.append(Fault(end.line + 1, "comment-cut", {"found": value, "lost": rest.strip()}, path))
        elif not value and in_flow and not self.lines[end.line][: end.column].rstrip().endswith(":"):
            self.faults.append(Fault(self.marks[path], "comma-made-key", {"found": str(path[-1])}, self.above))
            return COMMA_MADE_KEY
        elif not value:
            self.faults.append(Fault(self.marks[path], "empty-value", {}, path))
        return value
