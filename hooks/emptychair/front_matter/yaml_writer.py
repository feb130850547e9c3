"""Values -> YAML as the specimens are written: one entry to a line, texts in double quotes, codes and dates bare."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

# Slugs, codes and dates, which YAML and people read without quotes.
PLAIN = re.compile(r"(?:\.\./)?[a-z0-9][a-z0-9/~-]*|[A-Z]{2}(?:-[A-Z]{2})?")
STEP = 2


def block(value: Mapping[str, Value], column: int) -> list[str]:
    """A mapping as lines, one entry to a line."""
    lines: list[str] = []
    margin = " " * column
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            lines += [f"{margin}{key}:", *block(inner, column + STEP)]
        elif not isinstance(inner, str) and any(isinstance(one, Mapping) for one in inner):
            lines.append(f"{margin}{key}:")
            for one in inner:
                first, *others = block(one, column + 2 * STEP) if isinstance(one, Mapping) else [flow(one)]
                lines += [f"{margin}{' ' * STEP}- {first.lstrip(' ')}", *others]
        else:
            lines.append(f"{margin}{key}: {flow(inner)}")
    return lines


def flow(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def scalar(value: str) -> str:
    """A code or a date as it stands, anything else in quotes."""
    return value if PLAIN.fullmatch(value) else quoted(value)


def quoted(value: str) -> str:
    """In double quotes, where only the backslash and the quote itself mean something else (YAML 1.2, 7.3.1)."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
