"""Lines of YAML -> nested mappings, lists and strings, and every fault with its line. Every scalar is a string."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import yaml

from emptychair.front_matter import yaml_mistakes
from emptychair.text.hidden_characters import hidden_sign, number_of, without_hidden

Path = tuple[str | int, ...]
Tree = dict[str, Any]

SYNTAX = ("bad-yaml", "not-a-mapping")
WIDE_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*：")
# What a # cuts off: behind a text there is a blank before it.
CUT = re.compile(r"\s+#\S")
CUT_WHOLE = re.compile(r"\s*#\S")
DEPTH_LIMIT = 6
# More traps than anybody makes in a file: each costs a reading of it.
MENDS_LIMIT = 40
# Events that can have no anchor and no tag.
ENDS = {yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent} | {
    yaml.SequenceEndEvent,
    yaml.MappingEndEvent,
}
# What stands for the value of a key that only a comma made; such a key is reported once and left out.
COMMA_MADE_KEY: Any = object()


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


def _size(lines: Iterable[str]) -> int:
    return len("\n".join(lines).encode(errors="replace")) + 1


def read_mapping(lines: list[str], size_limit: int, event_limit: int) -> tuple[Tree, dict[Path, int], list[Fault]]:
    """Lines of YAML -> (tree, lines of its entries from 1, faults). Lines of comment do not count as size."""
    size = _size(lines)
    if size > size_limit:
        # A specimen explains every key of a page, and that must not take the room of its facts.
        size = _size(line for line in lines if not line.lstrip(" ").startswith("#"))
    if size > size_limit:
        return {}, {}, [Fault(1, "too-large", {"size": str(size), "limit": str(size_limit)}, ())]
    lines, found = _without_hidden(lines)
    lines, more = yaml_mistakes.mend_signs(lines)
    found += [Fault(*one) for one in more]
    tree, marks, faults = _build(lines, event_limit)
    for _ in range(MENDS_LIMIT):
        mended = yaml_mistakes.mend_text(lines, _stumbled(faults)) if tree is None else None
        if mended is None:
            break
        lines = mended[0]
        found.append(Fault(*mended[1]))
        tree, marks, faults = _build(lines, event_limit)
    if tree is None and any(fault.code in yaml_mistakes.CODES for fault in found):
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
    if not hidden_sign("\n".join(lines)):
        return lines, []
    clean, faults = [], []
    for number, line in enumerate(lines, 1):
        sign = hidden_sign(line)
        if sign:
            faults.append(Fault(number, "hidden-sign", {"found": number_of(sign)}))
        clean.append(without_hidden(line) if sign else line)
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
        self.above: tuple[Path, str] = (), ""
        self.faults: list[Fault] = []
        # The parser in C walks with a stack of its own: 30,000 open brackets do not crash it.
        text = "\n".join(lines) + "\n"
        self.get_event = yaml.CBaseLoader(text).get_event
        self.escapes = "\\" in text

    def document(self) -> Tree:
        """The one mapping that the text must be; an empty text is an empty mapping."""
        self.get_event()
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
        event: Any = self.get_event()
        # Most events are plain: this is asked for each of them.
        if self.left >= 0 and (type(event) in ENDS or (event.anchor is None and event.tag is None)):
            return event
        line = event.start_mark.line + 1
        if self.left < 0:
            raise _RefusedError(line, "too-many-entries")
        if event.anchor:
            raise _RefusedError(line, "anchor", found=self.lines[line - 1].strip())
        raise _RefusedError(line, "tag", found=str(event.tag))

    def _node(self, event: Any, path: Path, in_flow: bool) -> Any:
        self.marks.setdefault(path, event.start_mark.line + 1)
        if type(event) is yaml.ScalarEvent:
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
            if type(event) is not yaml.ScalarEvent:
                raise _RefusedError(line, "key-not-text")
            key = str(event.value)
            if key == "<<":
                raise _RefusedError(line, "anchor", found=key)
            inner = (*path, key)
            if key in tree:
                self.faults.append(Fault(line, "equal-keys", {"key": key}, inner))
            self.marks[inner] = line
            self.above = path, last
            value = self._node(self._next(), inner, flow)
            if value is not COMMA_MADE_KEY:
                tree[key], last = value, key
        return tree

    def _scalar(self, event: Any, path: Path, in_flow: bool) -> Any:
        """The text of a scalar; a plain one that lost its end to a `#` or a comma is a fault."""
        value, end = str(event.value), event.end_mark
        if event.style:
            # An escape in double quotes may bring it in.
            if self.escapes and (sign := hidden_sign(value)):
                self.faults.append(Fault(end.line + 1, "hidden-sign", {"found": number_of(sign)}, path))
            return value
        # A bracket that nobody closed ends behind the last line.
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        rest = line[end.column :]
        if "：" in value and (match := WIDE_KEY.match(value)):
            # The parser takes `status：taken-away` for a text.
            self.faults.append(Fault(event.start_mark.line + 1, "wide-colon", {"found": match[0]}, path))
        if rest and (CUT if value else CUT_WHOLE).match(rest):
            self.faults.append(Fault(end.line + 1, "comment-cut", {"found": value, "lost": rest.strip()}, path))
        elif not value and in_flow and line and not line[: end.column].rstrip().endswith(":"):
            self.faults.append(
                Fault(self.marks[path], "comma-made-key", {"found": str(path[-1])}, (*self.above[0], self.above[1]))
            )
            return COMMA_MADE_KEY
        elif not value:
            self.faults.append(Fault(self.marks[path], "empty-value", {}, path))
        return value
