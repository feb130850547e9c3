"""`emptychair summary`: what readers would see otherwise after a change."""

import argparse
import os
from pathlib import Path

from emptychair.as_of.snapshot import snapshot_of
from emptychair.as_of.stale import check_stale
from emptychair.commands.common import FOUND, OK, Commands, add_language, content_of, usage
from emptychair.load.load import Loaded, load
from emptychair.record.campaign import Campaign
from emptychair.review.change_summary import create_summary
from emptychair.review.new_warnings import added_warnings
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import errors
from emptychair.text.strings import Strings
from emptychair.text.traditional import nearest_script


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, "summary")
    parser = commands.add_parser("summary", help=words("summary"), description=words("summary-about"))
    parser.add_argument("before", type=Path, help=words("summary-old"))
    parser.add_argument("after", type=Path, help=words("summary-new"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the summary in every language of the site, whichever the messages are in."""
    say = Strings(options.lang, "commands")
    folders = [content_of(path) for path in (options.before, options.after)]
    for path, folder in zip((options.before, options.after), folders, strict=True):
        if folder is None:
            return usage(say("no-campaign", path=path))
    before, after = (load(folder) for folder in folders if folder)
    if errors(after.problems) or after.campaign is None:
        return _print_faulty(after, "errors-after", FOUND)
    if errors(before.problems) or before.campaign is None:
        return _print_faulty(before, "errors-before", OK)
    return _print_summary(before, after, before.campaign, after.campaign, say)


def _print_faulty(loaded: Loaded, key: str, status: int) -> int:
    """Why nothing can be told, in every language of the site. Returns the status."""
    every = loaded.index.languages
    for language in (one for one in every if nearest_script(one) not in every):
        words = Strings(language, "summary")
        print(f"## {words('title')}\n\n{words(key, count=len(errors(loaded.problems)))}\n")
    return status


def _print_summary(before: Loaded, after: Loaded, old: Campaign, new: Campaign, say: Strings) -> int:
    """The summary, as of the day of the changed campaign for both."""
    try:
        day = today(new.settings.timezone, os.environ)
    except ValueError:
        return usage(say("no-epoch", found=os.environ[EPOCH]))
    then, now = snapshot_of(old, day), snapshot_of(new, day)
    warnings = added_warnings(
        [*before.problems, *check_stale(then, before.index)], [*after.problems, *check_stale(now, after.index)]
    )
    print(create_summary(then, now, new.languages, warnings, after.index.withdrawn), end="")
    return OK
