"""How a command prints problems: text for people, annotations for workflows, JSON for programs."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from emptychair.text.problems import Problem, one_line


def _as_text(problems: Iterable[Problem], base: Path, language: str) -> str:
    return "".join(one_line(problem, language) + "\n" for problem in problems)


def _as_github(problems: Iterable[Problem], base: Path, language: str) -> str:
    """Workflow commands: an annotation at the line of each problem, with the path from the current folder."""
    lines = []
    for problem in problems:
        file = _escaped(Path(os.path.relpath(base / problem.path)).as_posix(), GITHUB_PROPERTY)
        hint = problem.hint(language)
        field = f"{problem.field}: " if problem.field else ""
        words = _escaped(field + problem.message(language) + (f" ({hint})" if hint else ""), GITHUB_TEXT)
        lines.append(f"::{problem.severity} file={file},line={problem.line}::{words}\n")
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
