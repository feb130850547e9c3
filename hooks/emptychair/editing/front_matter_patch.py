"""Text of a page + one change to its front matter -> the text with that change, and every other byte as it was.

Nothing is dumped: positions are found by the marks of the YAML parser, and lines are put in, cut out or mended there.
What comes out is read again, and given back only if it says what the old text said plus the change.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

import yaml

from emptychair.front_matter.document import FENCE, Document, child, parse_page
from emptychair.front_matter.yaml_builder import Path
from emptychair.front_matter.yaml_writer import Value, block, entry, flow, indented, quoted, scalar
from emptychair.text.hidden_characters import hidden_sign, number_of
from emptychair.text.problems import Problem

LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
BOM = "\ufeff"


class UneditableError(Exception):
    """The change cannot be made alone: the line of the entry, or what would be wrong with the text; and the file."""

    def __init__(self, line: int, problems: Sequence[Problem] = ()) -> None:
        super().__init__(line)
        self.line = line
        self.problems = tuple(problems)
        self.path = ""


class _Position(NamedTuple):
    """A position in the text: line and column from 0, as the parser counts them in the front matter."""

    line: int
    column: int


def set_value(text: str, path: Path, value: str) -> str:
    """Another value for a text that stands in the front matter, with its quotes and the comment behind it kept.

    Raises KeyError where nothing stands at the path, UneditableError where it cannot be replaced alone.
    """
    front = _Front(text)
    node = front.node(path)
    if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
        raise UneditableError(front.line(node))
    new = quoted(value) if node.style else scalar(value)
    front.replace(_start(node), _end(node), new)
    return front.text_if(path, lambda tree: _set(tree, path, value))


def add_entry(text: str, path: Path, value: Value, order: Sequence[str] = ()) -> str:
    """A key that does not stand yet in the mapping at `path[:-1]`: behind the keys that `order` puts before it.

    Raises UneditableError.
    """
    front = _Front(text)
    *above, key = path
    parent = front.node(tuple(above))
    if not isinstance(parent, yaml.MappingNode) or not parent.value:
        raise UneditableError(front.line(parent))
    before = list(order[: order.index(str(key))]) if key in order else []
    _, neighbour = next((one for one in reversed(parent.value) if one[0].value in before), parent.value[-1])
    if parent.flow_style:
        front.replace(_end(neighbour), _end(neighbour), f", {entry(str(key), value)}")
    else:
        column = parent.value[0][0].start_mark.column
        front.insert(front.last_line(neighbour, column) + 1, indented(block({str(key): value}), column))
    return front.text_if(path, lambda tree: _set(tree, path, value))


def add_item(text: str, path: Path, index: int, value: Value, order: Sequence[str] = ()) -> str:
    """An item of the list at `path`, before the one that stands at `index`; the list itself where there is none yet.

    Raises UneditableError.
    """
    front = _Front(text)
    try:
        items = front.node(path)
    except KeyError:
        return add_entry(text, path, [value], order)
    if not isinstance(items, yaml.SequenceNode):
        raise UneditableError(front.line(items))
    if items.flow_style:
        _add_to_flow(front, items, index, value)
    else:
        front.insert(_line_of_item(front, items, path, index), _item(front, items, index, value))
    return front.text_if(path, lambda tree: _at(tree, path).insert(index, _plain(value)))


def remove(text: str, path: Path) -> str:
    """The front matter without the entry at `path`, and without the list or mapping that it leaves empty.

    Raises KeyError where nothing stands there, UneditableError where it cannot be cut out alone.
    """
    front = _Front(text)
    node, parent = front.node(path), front.node(path[:-1])
    if len(parent.value) == 1:
        return remove(text, path[:-1])
    if parent.flow_style:
        front.replace(*_span_in_flow(parent, path[-1]), "")
    elif isinstance(parent, yaml.SequenceNode):
        column = parent.start_mark.column
        front.delete(front.line_of_dash(node, column), front.last_line(node, column))
    else:
        key = next(one for one, _ in parent.value if one.value == path[-1])
        front.delete(front.line_of_key(key), front.last_line(node, key.start_mark.column))
    return front.text_if(path, lambda tree: _drop(tree, path))


def body_of(text: str) -> str:
    """What stands below the front matter, with its line ends."""
    return "".join(line + end for line, end in _Front(text).tail[1:])


class _Front:
    """The front matter of a text: its lines with their ends, and the nodes of the parser."""

    def __init__(self, text: str) -> None:
        self.bom = BOM if text.startswith(BOM) else ""
        self.document, problems = parse_page("", text)
        if problems:
            raise UneditableError(problems[0].line, problems)
        found = [(match[1], match[2]) for match in LINE.finditer(text.removeprefix(BOM))]
        end = next(number for number, line in enumerate(found) if number and line[0].rstrip() == FENCE)
        self.head, self.lines, self.tail = found[:1], found[1:end], found[end:]
        self.root = yaml.compose("".join(f"{line}\n" for line, _ in self.lines), Loader=yaml.CBaseLoader)

    def node(self, path: Path) -> Any:
        """The node of an entry. Raises KeyError where there is none."""
        here = self.root
        for step in path:
            if isinstance(here, yaml.MappingNode):
                inner = [value for key, value in here.value if key.value == step]
            else:
                inner = here.value[int(step) :][:1] if isinstance(here, yaml.SequenceNode) else []
            if not inner:
                raise KeyError(path)
            here = inner[-1]
        return here

    @staticmethod
    def line(node: Any) -> int:
        """The line of a node in the file, from 1: the fence stands above the front matter."""
        return int(node.start_mark.line) + 2

    def last_line(self, node: Any, column: int) -> int:
        """The last line of an entry that began at `column`, with the comments below it that are indented further."""
        return self.last_comment(_last_line(node, [line for line, _ in self.lines]), column)

    def last_comment(self, last: int, column: int) -> int:
        """The last of the comments directly below a line that are indented by more than `column`, or the line."""
        for number in range(last + 1, len(self.lines)):
            line = self.lines[number][0]
            if line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > column:
                last = number
            elif line.strip():
                break
        return last

    def line_of_dash(self, node: Any, column: int) -> int:
        """The line in which an item of a list begins. Raises UneditableError where more stands before its hyphen."""
        for number in range(node.start_mark.line, -1, -1):
            line = self.lines[number][0]
            if line[column : column + 1] == "-":
                if line[:column].strip():
                    break
                return number
        raise UneditableError(self.line(node))

    def line_of_key(self, key: Any) -> int:
        """The line of a key. Raises UneditableError where more stands before it."""
        number = int(key.start_mark.line)
        if self.lines[number][0][: key.start_mark.column].strip():
            raise UneditableError(self.line(key))
        return number

    def replace(self, start: _Position, end: _Position, new: str) -> None:
        """Other signs between two positions."""
        head, tail = self.lines[start.line][0][: start.column], self.lines[end.line][0][end.column :]
        self.lines[start.line : end.line + 1] = [(head + new + tail, self.lines[end.line][1])]

    def insert(self, number: int, lines: Sequence[str]) -> None:
        """New lines above a line, ended as the line before them is."""
        end = (self.lines[number - 1] if number else self.head[0])[1]
        self.lines[number:number] = [(line, end) for line in lines]

    def delete(self, first: int, last: int) -> None:
        """Lines cut out, both included."""
        del self.lines[first : last + 1]

    def text_if(self, path: Path, change: Callable[[Any], object]) -> str:
        """The whole text, if it says what it said before and the change. Raises UneditableError if it does not."""
        text = self.bom + "".join(line + end for line, end in [*self.head, *self.lines, *self.tail])
        expected = deepcopy(self.document.meta)
        change(expected)
        document, problems = parse_page("", text)
        if problems or document.meta != expected or document.body != self.document.body:
            raise UneditableError(self.document.line_of(path), problems or _hidden_signs(document, expected))
        return text


def _hidden_signs(written: Document, expected: Any) -> list[Problem]:
    """The signs that nobody sees in what was to be written: the writer leaves them out, and the text is another."""
    texts = Document("", expected, "", 1).strings()
    found = ((at, hidden_sign(text)) for at, text in texts)
    return [written.problem(at, "hidden-sign", found=number_of(sign)) for at, sign in found if sign]


def _start(node: Any) -> _Position:
    return _Position(node.start_mark.line, node.start_mark.column)


def _end(node: Any) -> _Position:
    return _Position(node.end_mark.line, node.end_mark.column)


def _last_line(node: Any, lines: Sequence[str]) -> int:
    """The last line in which something of the node stands: the parser's own end lies behind blanks and comments."""
    if isinstance(node, yaml.ScalarNode):
        last = node.end_mark.line - (node.style in ("|", ">") and node.end_mark.column == 0)
        while node.style in ("|", ">") and not node.value.endswith("\n\n") and not lines[last].strip():
            last -= 1
        return int(last)
    if node.flow_style:
        return int(node.end_mark.line)
    last_child = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return _last_line(last_child, lines)


def _line_of_item(front: _Front, items: Any, path: Path, index: int) -> int:
    """The line above which a new item of a block list belongs: comments above an item go with it."""
    column = items.start_mark.column
    if index:
        return front.last_line(items.value[index - 1], column) + 1
    key = next(one for one, _ in front.node(path[:-1]).value if one.value == path[-1])
    return front.last_comment(int(key.start_mark.line), column) + 1


def _item(front: _Front, items: Any, index: int, value: Value) -> list[str]:
    """The lines of a new item, written like the one beside it: with its indent, in braces if that is."""
    beside = items.value[max(index - 1, 0)]
    column, number = items.start_mark.column, front.line_of_dash(beside, items.start_mark.column)
    gap = front.lines[number][0][column + 1 : beside.start_mark.column] if number == beside.start_mark.line else ""
    gap = gap if gap and not gap.strip() else " "
    if not isinstance(value, Mapping) or (beside.flow_style and isinstance(beside, yaml.MappingNode)):
        return [f"{' ' * column}-{gap}{flow(value)}"]
    inner = column + 1 + len(gap)
    first, *others = block(value)
    return [f"{' ' * column}-{gap}{first}", *indented(others, inner)]


def _add_to_flow(front: _Front, items: Any, index: int, value: Value) -> None:
    if index:
        location = _end(items.value[index - 1])
        front.replace(location, location, f", {flow(value)}")
    elif items.value:
        location = _start(items.value[0])
        front.replace(location, location, f"{flow(value)}, ")
    else:
        location = _Position(items.start_mark.line, items.start_mark.column + 1)
        front.replace(location, location, flow(value))


def _span_in_flow(parent: Any, step: str | int) -> tuple[_Position, _Position]:
    """From where to where an entry of a list in brackets or a mapping in braces reaches, with one comma."""
    if isinstance(parent, yaml.MappingNode):
        pairs = list(parent.value)
        index = next(number for number, (key, _) in enumerate(pairs) if key.value == step)
    else:
        pairs, index = [(item, item) for item in parent.value], int(step)
    if index:
        return _end(pairs[index - 1][1]), _end(pairs[index][1])
    return _start(pairs[0][0]), _start(pairs[1][0])


def _plain(value: Value) -> Any:
    """The value as the reader gives it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value]


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = child(tree, step)
    return tree


def _set(tree: Any, path: Path, value: Value) -> None:
    _at(tree, path[:-1])[path[-1]] = _plain(value)


def _drop(tree: Any, path: Path) -> None:
    del _at(tree, path[:-1])[path[-1]]
