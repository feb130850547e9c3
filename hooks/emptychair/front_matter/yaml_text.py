"""Values -> YAML as the specimens are written: block style, one entry to a line, texts in double quotes."""

import json
import re

from emptychair.text.hidden_characters import without_hidden

# What needs no quotes anywhere: a code, a slug, a number, a date, `../2020-04`.
PLAIN = re.compile(r"[A-Za-z0-9.][A-Za-z0-9._~/-]*")
EXAMPLE = "# "
INDENT = "  "


def quoted(text: str) -> str:
    """A text in double quotes on one line, whatever it holds; signs that nobody sees become blanks."""
    return json.dumps(" ".join(without_hidden(text).split()), ensure_ascii=False)


def scalar(text: str) -> str:
    """A code, number or date as it stands; quoted where YAML could take it for something else."""
    return text if PLAIN.fullmatch(text) else quoted(text)


def comment(text: str) -> list[str]:
    """A text as lines of comment, which no reader takes for an entry."""
    return [f"## {without_hidden(line).strip()}".rstrip() for line in text.strip().split("\n")]


def indented(lines: list[str]) -> list[str]:
    """One level deeper."""
    return [INDENT + line for line in lines]


def as_example(lines: list[str]) -> list[str]:
    """Entries as comments: the sign and its blank taken away, they are entries again."""
    return [EXAMPLE + line for line in lines]


def as_item(lines: list[str]) -> list[str]:
    """The lines of a mapping as an item of a list: the hyphen stands at its first entry, below the comments."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [*indented(lines[:first]), f"{INDENT}- {lines[first]}", *indented(indented(lines[first + 1 :]))]
