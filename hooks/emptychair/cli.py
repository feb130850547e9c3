"""The command line: `emptychair COMMAND`. What each command does stands in commands/."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from emptychair.commands import (
    add_image,
    add_language,
    add_mark,
    case_blocks,
    check,
    checked,
    close,
    common,
    confirm,
    epoch,
    event,
    explain,
    from_issue,
    from_text,
    import_posts,
    language,
    links,
    new,
    publishable,
    start,
    summary,
    translations,
    upgrade,
    withdraw,
)
from emptychair.commands.arguments import parser_in
from emptychair.commands.common import OK, language_of
from emptychair.text.strings import Strings

# In the order of an editor's work, then what workflows and the Makefile ask for, and what is done once.
COMMANDS = (
    *(check, new, explain, from_issue, from_text, translations, event, case_blocks, confirm, checked, close, withdraw),
    *(add_image, add_mark, import_posts, add_language, language, summary, links, publishable, epoch, start, upgrade),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0, 1 where errors were found, or 2 where it could not be understood."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no Chinese still shows the problem.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    parser = _parser(Strings(language_of(words, os.environ), "commands"))
    try:
        options = parser.parse_args(words)
    except SystemExit as stop:
        # argparse ends the program by itself: with 0 after --help, with 2 after a mistake.
        return int(stop.code or OK)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _parser(say: Strings) -> argparse.ArgumentParser:
    parser = parser_in(say.language)("emptychair", description=say("about"))
    # Before the command as behind it: whoever asks for a language asks for it once.
    common.add_language(parser, say)
    commands = parser.add_subparsers(required=True, metavar=say("command"))
    for command in COMMANDS:
        command.add(commands, say)
    return parser


if __name__ == "__main__":
    sys.exit(main())
