"""`emptychair check`: every problem of a campaign, without a build."""

import argparse
import gc
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from emptychair.as_of.snapshot import snapshot_of
from emptychair.as_of.stale import check_stale
from emptychair.commands.common import FOUND, OK, Commands, add_language, content_of, prefix_of, usage
from emptychair.load.load import load
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import Problem, errors, in_order, one_line
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = commands.add_parser("check", help=say("check"), description=say("check-about"))
    parser.add_argument("paths", nargs="*", type=Path, metavar="path", help=say("check-path"))
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help=say("check-format"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Every problem of a campaign, or of some of its files and folders; warnings do not count."""
    # What is read is kept until the end: looking for what could be thrown away took a quarter of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _check(options)
    finally:
        if collecting:
            gc.enable()


def _check(options: argparse.Namespace) -> int:
    say = Strings(options.lang, "commands")
    paths = options.paths or [Path("content")]
    content = content_of(paths[0])
    stray = [path for path in paths if content is None or content_of(path) != content]
    if content is None or stray:
        return usage(say("no-campaign" if content is None else "other-campaign", path=stray[0]))
    loaded = load(content)
    problems = list(loaded.problems)
    if loaded.campaign:
        try:
            day = today(loaded.campaign.settings.timezone, os.environ)
        except ValueError:
            return usage(say("no-epoch", found=os.environ[EPOCH]))
        problems += check_stale(snapshot_of(loaded.campaign, day), loaded.index)
    prefixes = tuple(prefix_of(content, path) for path in paths)
    shown = [problem for problem in in_order(problems) if f"{problem.path}/".startswith(prefixes)]
    print(FORMATS[options.format](shown, content.parent, options.lang), end="")
    if options.format == "text":
        wrong = len(errors(shown))
        print(say("check-summary", errors=wrong, warnings=len(shown) - wrong))
    return FOUND if errors(shown) else OK


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
