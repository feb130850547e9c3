"""Values -> lines of YAML as the specimens have them: an entry to a line, texts in double quotes, codes and dates bare.

One decision for all who write front matter. Bare stands what every reader of YAML takes for what it is: a code, a
number, a date of the record, `true` and `false`. Everything else is quoted, also a code that some readers take for
something else (`no`, `on`, `1e3`, a day that does not exist). A text is written on one line, with blanks in the place
of line ends and of signs that nobody sees: these break feeds, and our own reader refuses them.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from emptychair.text.dates import parse_partial_date
from emptychair.text.hidden_characters import without_hidden

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

# A slug or a term, a region, a number. Slugs that begin with a digit have a hyphen: 1e3 and 0x1f are numbers.
CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]+(?:-[a-z0-9]+)+|[A-Z]{2}(?:-[A-Z]{2})?|0|[1-9][0-9]*")
# What YAML 1.1 takes for a day, whether or not it is one: PyYAML stops at the 30th of February.
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# Words that are truth values or nothing in YAML 1.1 or 1.2, in any case.
WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
EXAMPLE = "# "
INDENT = 2


def is_plain(text: str) -> bool:
    """May this value stand without quotes?"""
    try:
        return bool(parse_partial_date(text))
    except ValueError:
        if DAY.fullmatch(text) or text.lower() in WORDS:
            return text in ("true", "false")
        return bool(CODE.fullmatch(text))


def scalar(text: str) -> str:
    """A code, number or date as it stands, anything else in quotes."""
    return text if is_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes on one line; runs of blanks, line ends and hidden signs become one blank."""
    return json.dumps(" ".join(without_hidden(text).split()), ensure_ascii=False)


def entry(key: str, value: Value) -> str:
    """`key: value` on one line; a value of more than one part in brackets or braces."""
    return f"{_head(key)} {flow(value)}"


def _head(key: str) -> str:
    bare = KEY.fullmatch(key) and key.lower() not in WORDS
    return f"{key if bare else scalar(key)}:"


def flow(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(entry(key, inner) for key, inner in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def block(value: Mapping[str, Value]) -> list[str]:
    """A mapping as lines, one entry to a line; lists of texts stay on one."""
    return [line for key, inner in value.items() for line in _lines(key, inner)]


def _lines(key: str, value: Value) -> list[str]:
    if isinstance(value, Mapping) and value:
        return [_head(key), *indented(block(value))]
    if isinstance(value, str | Mapping) or not any(isinstance(one, Mapping) for one in value):
        return [entry(key, value)]
    items = (as_item(block(one) if isinstance(one, Mapping) and one else [flow(one)]) for one in value)
    return [_head(key), *(line for item in items for line in item)]


def comment(text: str) -> list[str]:
    """A text as lines of comment, which no reader takes for an entry."""
    return [f"## {without_hidden(line).strip()}".rstrip() for line in text.strip().split("\n")]


def indented(lines: Sequence[str], columns: int = INDENT) -> list[str]:
    """Lines so many columns deeper; one level where nothing else is said."""
    return [" " * columns + line for line in lines]


def as_example(lines: Sequence[str]) -> list[str]:
    """Entries as comments: the sign and its blank taken away, they are entries again."""
    return [EXAMPLE + line for line in lines]


def as_item(lines: Sequence[str]) -> list[str]:
    """The lines of a mapping as an item of a list: the hyphen stands at its first entry, below the comments."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [*indented(lines[:first]), f"  - {lines[first]}", *indented(lines[first + 1 :], 2 * INDENT)]
