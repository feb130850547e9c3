"""How a command prints problems: text for people, annotations for workflows, JSON for programs."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from emptychair.commands.common import from_here
from emptychair.text.problems import Problem, one_line, place, words
from emptychair.text.strings import Strings

# Select Graphic Rendition of ECMA-48: red, yellow, and back to what it was.
COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m"}
PLAIN = "\x1b[0m"


def marked_text(problems: Iterable[Problem], language: str, coloured: bool) -> str:
    """`path:line: error: field: message (hint)`, a problem to a line, the errors first."""
    say = Strings(language, "commands")
    lines = []
    for problem in sorted(problems, key=lambda problem: problem.severity != "error"):
        mark = say(f"mark-{problem.severity}")
        shown = f"{COLOURS[problem.severity]}{mark}{PLAIN}" if coloured else mark
        lines.append(f"{place(problem)}: {shown}: {words(problem, language)}\n")
    return "".join(lines)


def shows_colours(is_terminal: bool, environ: Mapping[str, str]) -> bool:
    """May output be coloured? On a terminal that does not say that it is dumb, unless NO_COLOR forbids it."""
    return is_terminal and environ.get("TERM") != "dumb" and not environ.get("NO_COLOR")


def _as_text(problems: Iterable[Problem], base: Path, language: str) -> str:
    return "".join(one_line(problem, language) + "\n" for problem in problems)


def _as_github(problems: Iterable[Problem], base: Path, language: str) -> str:
    """Workflow commands: an annotation at the line of each problem, with the path from the current folder."""
    lines = []
    for problem in problems:
        file = _escaped(from_here(base / problem.path), GITHUB_PROPERTY)
        text = _escaped(words(problem, language), GITHUB_TEXT)
        lines.append(f"::{problem.severity} file={file},line={problem.line}::{text}\n")
    return "".join(lines)


GITHUB_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
GITHUB_PROPERTY = {**GITHUB_TEXT, ":": "%3A", ",": "%2C"}


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


def _as_json(problems: Iterable[Problem], base: Path, language: str) -> str:
    rows = [
        {
            "path": problem.path,
            "line": problem.line,
            "field": problem.field,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message(language),
            "hint": problem.hint(language),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Iterable[Problem], Path, str], str]] = {
    "text": _as_text,
    "github": _as_github,
    "json": _as_json,
}
