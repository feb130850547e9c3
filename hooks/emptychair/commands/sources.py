"""The flags with which a command names a source of a page, or brings a new one."""

import argparse

from emptychair.editing.blocks import SOURCE_FIELDS
from emptychair.text.strings import Strings


def add_source_flags(parser: argparse.ArgumentParser, words: Strings) -> None:
    """`--source`, which may be given more than once, the fields of a new one, and `--ask`."""
    add_ask(parser, words)
    parser.add_argument("--source", action="append", default=[], metavar="ID", help=words("flag-source"))
    group = parser.add_argument_group(words("new-source"), words("new-source-about"))
    for field in SOURCE_FIELDS:
        group.add_argument(f"--source-{field}", default="", help=words(f"flag-source-{field}"))


def add_ask(parser: argparse.ArgumentParser, words: Strings) -> None:
    """`--ask`: somebody at a terminal is asked what no option gives, though nothing that is needed is missing."""
    parser.add_argument("--ask", action="store_true", help=words("flag-ask"))
