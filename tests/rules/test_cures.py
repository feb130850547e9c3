"""Cures, followed to the letter by a program: the problem is gone, and no other has come."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from content_factory import Content
from emptychair.text.problems import Problem
from faults import FAULTS
from faults.rows import Fault

# What the hint of each asks for, done to the line of the problem: (line, values) -> line.
Cure = Callable[[str, Mapping[str, str]], str]


def without(line: str, values: Mapping[str, str]) -> str:
    """The line with what was found taken out."""
    return line.replace(values["found"], "")


def better(line: str, values: Mapping[str, str]) -> str:
    """The line with the better form in the place of what was found."""
    return line.replace(values["found"], values["better"])


def linked(line: str, values: Mapping[str, str]) -> str:
    """A link in the place of the line."""
    return f"[words]({values['target']})"


def untagged(line: str, values: Mapping[str, str]) -> str:
    """The line without tags."""
    return re.sub("<[^>]*>", "", line)


CURES: dict[str, Cure] = {
    "wide-markdown": better,
    "look-alike": lambda line, values: line.replace(values["found"].partition(" ")[0], values["better"]),
    "email-in-capitals": better,
    "must-be-true-or-false": lambda line, values: line.replace(values["found"], values["nearest"]),
    "unknown-key": lambda line, values: line.replace(values["found"], values["nearest"]),
    "key-elsewhere": lambda line, values: " " * int(values["expected"]) + line.lstrip(),
    "name-misspelt": lambda line, values: line.replace(values["found"], values["name"]),
    "name-spelt-otherwise": lambda line, values: line.replace(values["found"], values["name"]),
    "media-in-body": linked,
    "html-dropped": untagged,
    "private-number": without,
    "telephone-number": without,
    "address-of-detention": without,
    "markup-in-field": lambda line, values: line.replace(values["found"], values["found"].strip("*")),
}


def can_be_followed(problem: Problem) -> bool:
    """Is there a cure for it here, and something to offer where it needs that?"""
    needed = {"must-be-true-or-false": "nearest", "unknown-key": "nearest"}.get(problem.code, "found")
    return problem.code in CURES and bool(problem.values.get(needed))


def left_after(row: Fault, content: Content) -> list[str] | None:
    """The codes of what is left after the cure of a row; None where it has none that a program can follow."""
    (problem,) = content.edit(*row.edits).load().problems
    if not can_be_followed(problem):
        return None
    path = problem.path.removeprefix("content/")
    lines = str(content.files[path]).split("\n")
    lines[problem.line - 1] = CURES[problem.code](lines[problem.line - 1], problem.values)
    return [one.code for one in content.put(path, "\n".join(lines)).load().problems]


def test_a_cure_clears_its_message(content: Content) -> None:
    """Each row of the table of faults with such a code. A heading, once it is one, still needs its id."""
    rows = [row for row in FAULTS if row.code in CURES]
    left = {row.name: left_after(row, Content(content.root / str(number))) for number, row in enumerate(rows)}
    followed = {name: codes for name, codes in left.items() if codes is not None}
    assert {row.code for row in rows if row.name in followed} == set(CURES)
    assert {name: codes for name, codes in followed.items() if codes} == {"wide-heading": ["heading-without-id"]}
