"""The command line: `emptychair COMMAND`. What each command does stands in commands/."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from io import TextIOWrapper
from types import ModuleType

from emptychair.commands import common
from emptychair.commands.arguments import parser_in
from emptychair.commands.common import OK, language_of
from emptychair.text.strings import Strings

# What is typed -> its module in commands/, in the order of an editor's work; then what workflows and the Makefile ask
# for, and what is done once.
COMMANDS = {
    "check": "check",
    "new": "new",
    "explain": "explain",
    "from-issue": "from_issue",
    "from-text": "from_text",
    "translations": "translations",
    "event": "event",
    **dict.fromkeys(("sentence", "charge", "custody", "flag"), "case_blocks"),
    "confirm": "confirm",
    "checked": "checked",
    "close": "close",
    "withdraw": "withdraw",
    "add-image": "add_image",
    "add-document": "add_document",
    "add-mark": "add_mark",
    "import": "import_posts",
    "add-language": "add_language",
    "language": "language",
    "summary": "summary",
    "links": "links",
    "publishable": "publishable",
    "epoch": "epoch",
    "start": "start",
    "upgrade": "upgrade",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0, 1 where errors were found, or 2 where it could not be understood."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no Chinese still shows the problem.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    parser = _parser(Strings(language_of(words, os.environ), "commands"), words)
    try:
        options = parser.parse_args(words)
    except SystemExit as stop:
        # argparse ends the program by itself: with 0 after --help, with 2 after a mistake.
        return int(stop.code or OK)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def command_modules(words: Sequence[str] = ()) -> Iterator[ModuleType]:
    """The modules of the commands that some words may ask for: that of the first word, else all of them.

    Each of them is imported here only: a check is asked for often, and needs nothing of the others.
    """
    asked = words[0] if words else ""
    for name in [COMMANDS[asked]] if asked in COMMANDS else dict.fromkeys(COMMANDS.values()):
        yield import_module(f"emptychair.commands.{name}")


def _parser(say: Strings, words: Sequence[str]) -> argparse.ArgumentParser:
    parser = parser_in(say.language)("emptychair", description=say("about"))
    # Before the command as behind it: whoever asks for a language asks for it once.
    common.add_language(parser, say)
    commands = parser.add_subparsers(required=True, metavar=say("command"))
    for module in command_modules(words):
        module.add(commands, say)
    return parser


if __name__ == "__main__":
    sys.exit(main())
