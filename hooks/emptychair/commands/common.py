"""What the commands share: exit statuses, the language of messages, the campaign that is meant, and refusing."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from emptychair.commands.progress import progress
from emptychair.load.content_tree import SETTINGS
from emptychair.load.load import Loaded, load
from emptychair.text.strings import Strings, written_languages

OK, FOUND, USAGE = 0, 1, 2
# What argparse calls the object that takes new commands has no public name.
Commands = Any


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language of messages: `--lang`, else the locale's where there are words in it, else the first that has any.

    The languages of a site are another matter: an editor may read messages in a language that the site does not have.

    The locale is that of POSIX (Base Definitions, 8.2): LC_ALL before LC_MESSAGES before LANG.
    """
    asked = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    asked.add_argument("--lang", default="")
    try:
        language = asked.parse_known_args(arguments)[0].lang
    except argparse.ArgumentError:
        language = ""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    found = [one for one in (language, locale.partition("_")[0]) if one in written_languages()]
    return found[0] if found else written_languages()[0]


def add_language(parser: argparse.ArgumentParser, say: Strings) -> None:
    """The option `--lang`; without it messages are in the language that `say` speaks."""
    parser.add_argument("--lang", choices=written_languages(), default=say.language, help=say("lang"))


def content_of(path: Path) -> Path | None:
    """The folder with campaign.yml at or above a path, or None."""
    start = path.resolve()
    if not start.exists():
        return None
    folders = [start, *start.parents, start / "content"]
    return next((folder for folder in folders if (folder / SETTINGS).is_file()), None)


def read_campaign(path: Path, language: str) -> tuple[Path, Loaded] | None:
    """The folder with campaign.yml at or above a path, and what was read of it; None, and said so, where there is none.

    `language`: that of the messages.
    """
    content = content_of(path)
    if content is None:
        usage(Strings(language, "commands")("no-campaign", path=path))
        return None
    with progress(Strings(language, "writing")("reading", path=path)):
        return content, load(content)


def prefix_of(content: Path, path: Path) -> str:
    """What the paths of what was asked for begin with, a slash behind each of them."""
    asked = path.resolve()
    if not asked.is_relative_to(content):
        return ""
    return Path(content.name, asked.relative_to(content)).as_posix() + "/"


def usage(words: str) -> int:
    """Say what was used wrongly, and return the exit status for it."""
    print(f"emptychair: {words}", file=sys.stderr)
    return USAGE


def from_here(file: Path) -> str:
    """The path of a file from the folder in which the command was given, with slashes on every system."""
    return Path(os.path.relpath(file)).as_posix()


def tell_written(write: Callable[[], None], shown: str | Path, language: str) -> int:
    """The exit status of writing a file: OK, or USAGE where it exists or cannot be written, with the reason said."""
    say = Strings(language, "writing")
    try:
        write()
    except FileExistsError:
        return usage(say("exists", path=shown))
    except OSError as error:
        return usage(say("unwritable", path=shown, reason=error.strerror))
    return OK
