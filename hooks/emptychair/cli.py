"""The command line: `emptychair check`, `emptychair epoch`. One of the two places that print."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path

from emptychair.clock import EPOCH, noon_of, today
from emptychair.dates import parse_day
from emptychair.edition import edition_of
from emptychair.load import SETTINGS, SITE_LANGUAGES, load
from emptychair.overdue import check_overdue
from emptychair.problems import Problem, errors, in_order, one_line
from emptychair.strings import Strings

OK, FOUND, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0, 1 where errors were found, or 2 where it could not be understood."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no Chinese still shows the problem.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = _parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        # argparse ends the program by itself: with 0 after --help, with 2 after a mistake.
        return int(stop.code or OK)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _parser() -> argparse.ArgumentParser:
    say = Strings("en", "commands")
    parser = argparse.ArgumentParser("emptychair", description=say("about"))
    commands = parser.add_subparsers(required=True, metavar=say("command"))
    check = commands.add_parser("check", help=say("check"), description=say("check-about"))
    check.add_argument("path", nargs="?", type=Path, default=Path("content"), help=say("check-path"))
    check.add_argument("--format", choices=sorted(FORMATS), default="text", help=say("check-format"))
    check.add_argument("--lang", choices=SITE_LANGUAGES, default="en", help=say("lang"))
    check.set_defaults(run=_check)
    epoch = commands.add_parser("epoch", help=say("epoch"), description=say("epoch-about"))
    epoch.add_argument("day", help=say("epoch-day"))
    epoch.add_argument("--content", type=Path, default=Path("content"), help=say("epoch-content"))
    epoch.set_defaults(run=_epoch)
    return parser


def _check(options: argparse.Namespace) -> int:
    """Every problem of a campaign, or of one of its files or folders; warnings do not count."""
    say = Strings(options.lang, "commands")
    content = _content_of(options.path)
    if content is None:
        return _usage(say("no-campaign", path=options.path))
    loaded = load(content)
    problems = list(loaded.problems)
    if loaded.campaign:
        try:
            day = today(loaded.campaign.settings.timezone, os.environ)
        except ValueError:
            return _usage(say("no-epoch", found=os.environ[EPOCH]))
        problems += check_overdue(edition_of(loaded.campaign, day), loaded.index)
    prefix = _prefix(content, options.path)
    shown = [problem for problem in in_order(problems) if f"{problem.path}/".startswith(prefix)]
    print(FORMATS[options.format](shown, content.parent, options.lang), end="")
    if options.format == "text":
        wrong = len(errors(shown))
        print(say("check-summary", errors=wrong, warnings=len(shown) - wrong))
    return FOUND if errors(shown) else OK


def _content_of(path: Path) -> Path | None:
    """The folder with campaign.yml at or above a path, or None."""
    start = path.resolve()
    if not start.exists():
        return None
    folders = [start, *start.parents, start / "content"]
    return next((folder for folder in folders if (folder / SETTINGS).is_file()), None)


def _prefix(content: Path, path: Path) -> str:
    """What the paths of the problems that were asked for begin with, a slash behind each of them."""
    asked = path.resolve()
    if not asked.is_relative_to(content):
        return ""
    return Path(content.name, asked.relative_to(content)).as_posix() + "/"


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


def _epoch(options: argparse.Namespace) -> int:
    """Noon of a day in the campaign's time zone, as SOURCE_DATE_EPOCH wants it."""
    say = Strings("en", "commands")
    content = _content_of(options.content)
    loaded = load(content) if content else None
    if loaded is None or loaded.campaign is None:
        return _usage(say("no-campaign", path=options.content))
    try:
        day = parse_day(options.day)
    except ValueError:
        return _usage(say("no-day", found=options.day))
    print(noon_of(day, loaded.campaign.settings.timezone))
    return OK


def _usage(words: str) -> int:
    print(f"emptychair: {words}", file=sys.stderr)
    return USAGE


if __name__ == "__main__":
    sys.exit(main())
