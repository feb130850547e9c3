"""Events of the YAML parser -> nested mappings, lists and strings with their lines, and the faults of entries."""

import re
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from emptychair.text.hidden_characters import ODD_BLANK, hidden_sign, number_of
from emptychair.text.letter_sections import HAN_OR_WIDE, WIDE_SIGN

Path = tuple[str | int, ...]
Tree = dict[str, Any]

# What the parser says, by the words that are certain in it -> our code; the others are bad-yaml.
PARSER_WORDS = {
    "escape character": "bad-escape",
    "expected hexdecimal": "bad-escape",
    "block sequence entries": "item-misplaced",
    "expected '-' indicator": "item-misplaced",
}
SYNTAX = {"bad-yaml", "not-a-mapping", *PARSER_WORDS.values()}
WIDE_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*：")
# What a # cuts off: behind a text there is a blank before it.
CUT = re.compile(r"\s+#\S")
CUT_WHOLE = re.compile(r"\s*#\S")
QUOTES = ('"', "”", "」")
DEPTH_LIMIT = 6
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


def build(lines: list[str], event_limit: int) -> tuple[Tree | None, dict[Path, int], list[Fault]]:
    """Lines of YAML -> (tree or None, lines of its entries from 1, faults); the last fault is why there is no tree."""
    builder = _Builder(lines, event_limit)
    try:
        return builder.document(), builder.marks, builder.faults
    except _RefusedError as refused:
        return None, builder.marks, [*builder.faults, refused.fault]
    except yaml.YAMLError as error:
        return None, builder.marks, [*builder.faults, _syntax_fault(error, lines)]


def _syntax_fault(error: yaml.YAMLError, lines: list[str]) -> Fault:
    """What the parser says, by our codes: its words are English, and not those of an editor."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    stopped = mark.line + 1 if mark else 1
    began = context.line + 1 if context else 0
    said = str(getattr(error, "problem", None) or error)
    code = next((code for words, code in PARSER_WORDS.items() if words in said), "bad-yaml")
    line = min(stopped, len(lines))
    return Fault(line, code, {"found": lines[line - 1].strip(), "began": str(began), "stopped": str(stopped)})


class _Builder:
    """Parser events -> nested dicts, lists and strings, under caps (pitfall 21 of the format's bombs)."""

    def __init__(self, lines: list[str], event_limit: int) -> None:
        self.lines = lines
        self.left = event_limit
        self.marks: dict[Path, int] = {}
        # The entry above in the same mapping in braces: its text is what a comma cut.
        self.above: tuple[Path, str] = (), ""
        self.faults: list[Fault] = []
        # The parser in C walks with a stack of its own: 30,000 open brackets do not crash it.
        text = "\n".join(lines) + "\n"
        self.get_event = yaml.CBaseLoader(text).get_event
        self.escapes = "\\" in text
        # Anchors, aliases and tags begin with one of these signs, which few texts have.
        self.marked = any(sign in text for sign in "&*!")

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
        if self.left >= 0 and (not self.marked or type(event) in ENDS or (event.anchor is None and event.tag is None)):
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
        while type(event := self._next()) is not yaml.MappingEndEvent:
            line = event.start_mark.line + 1
            if type(event) is not yaml.ScalarEvent:
                raise _RefusedError(line, "key-not-text")
            key = event.value
            if key == "<<":
                raise _RefusedError(line, "anchor", found=key)
            inner = (*path, key)
            if not key.isascii() and ODD_BLANK.match(key):
                # Of another kind than the space of the keyboard: no indent, but the beginning of the key.
                self.faults.append(Fault(line, "other-blank", {"found": number_of(key[0])}, inner))
            if key in tree:
                self.faults.append(Fault(line, "equal-keys", {"key": key}, inner))
            self.marks[inner] = line
            if flow:
                self.above = path, last
            event = self._next()
            value = event.value if self._is_plain(event) else self._node(event, inner, flow)
            if value is not COMMA_MADE_KEY:
                tree[key], last = value, key
        return tree

    def _is_plain(self, event: Any) -> bool:
        """Is it a text in quotes on one line without escapes, in which nothing can be wrong? Most texts are."""
        if type(event) is not yaml.ScalarEvent or not event.style or self.escapes:
            return False
        first, last = event.start_mark, event.end_mark
        return first is not None and last is not None and first.line == last.line

    def _scalar(self, event: Any, path: Path, in_flow: bool) -> Any:
        """The text of a scalar; a plain one that lost its end to a `#` or a comma is a fault."""
        value, end = event.value, event.end_mark
        if end.line > event.start_mark.line and not value.isascii():
            value = self._unfolded(value, event.start_mark.line, end.line)
        if event.style:
            # An escape in double quotes may bring it in.
            if self.escapes and (sign := hidden_sign(value)):
                self.faults.append(Fault(end.line + 1, "hidden-sign", {"found": number_of(sign)}, path))
            return value
        # A bracket that nobody closed ends behind the last line.
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        rest = line[end.column :]
        if event.start_mark.line != end.line:
            self.faults += self._swallowed_items(event, path)
        if value.endswith(QUOTES) and value.count(value[-1]) % 2 and not in_flow:
            self.faults.append(Fault(end.line + 1, "quote-in-text", {"found": value}, path))
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

    def _unfolded(self, value: str, first: int, last: int) -> str:
        """A text over several lines without the blanks that these make between signs that are written without any."""
        for above, below in pairwise(self.lines[first : last + 1]):
            ends = above.rstrip()[-1:], below.lstrip()[:1]
            if all(map(WIDE_SIGN.match, ends)) and any(map(HAN_OR_WIDE.match, ends)):
                value = value.replace(" ".join(ends), "".join(ends)).replace("\n".join(ends), "".join(ends))
        return value

    def _swallowed_items(self, event: Any, path: Path) -> list[Fault]:
        """The item that a text without quotes above it took for more of itself: too deep, or of a list without key."""
        first, last = event.start_mark.line, event.end_mark.line
        numbers = range(first + 1, min(last + 1, len(self.lines)))
        number = next((one for one in numbers if self.lines[one].lstrip(" ").startswith("- ")), None)
        if number is None:
            return []
        if number - 1 > first:
            return [Fault(number, "no-colon", {"found": self.lines[number - 1].strip()}, path)]
        depths = [_depth(self.lines[first]), _depth(self.lines[number])]
        # Of two that differ by one column, that with an odd indent is wrong.
        wrong = 0 if depths[0] % 2 else 1
        values = {"found": str(depths[wrong]), "expected": str(depths[1 - wrong])}
        return [Fault((first, number)[wrong] + 1, "bad-indent", values, path)]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
