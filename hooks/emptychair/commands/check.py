"""`emptychair check`: every problem of a campaign, without a build."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from emptychair.as_of.snapshot import snapshot_of
from emptychair.as_of.stale import check_stale
from emptychair.commands.changed_files import changed_files, concerning
from emptychair.commands.common import FOUND, OK, Commands, add_language, content_of, prefix_of, usage
from emptychair.commands.problem_formats import FORMATS, marked_text, shows_colours
from emptychair.load.load import load
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import Problem, errors, in_order
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = commands.add_parser("check", help=say("check"), description=say("check-about"))
    parser.add_argument("paths", nargs="*", type=Path, metavar="path", help=say("check-path"))
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help=say("check-format"))
    parser.add_argument("--changed-since", metavar="COMMIT", help=say("check-changed"))
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
    asked = [problem for problem in in_order(problems) if f"{problem.path}/".startswith(prefixes)]
    shown = asked
    if options.changed_since:
        changed = changed_files(content.parent, options.changed_since)
        if changed is None:
            return usage(say("not-comparable", found=options.changed_since))
        shown = concerning(asked, changed)
    print(_output(options, shown, len(asked) - len(shown), content.parent), end="")
    return FOUND if errors(shown) else OK


def _output(options: argparse.Namespace, shown: Sequence[Problem], others: int, base: Path) -> str:
    """What is printed: the problems, and for people their count. `others` are warnings that are counted only."""
    say = Strings(options.lang, "commands")
    more = say("check-elsewhere", warnings=say.plural("count-warnings", others)) if others else ""
    if options.format == "github":
        return FORMATS["github"](shown, base, options.lang) + (f"::notice::{more}\n" if more else "")
    if options.format != "text":
        return FORMATS[options.format](shown, base, options.lang)
    wrong = len(errors(shown))
    counts = {
        "errors": say.plural("count-errors", wrong),
        "warnings": say.plural("count-warnings", len(shown) - wrong),
    }
    text = marked_text(shown, options.lang, shows_colours(sys.stdout.isatty(), os.environ))
    return "".join([text, say("check-summary", **counts), "\n", f"{more}\n" if more else ""])
