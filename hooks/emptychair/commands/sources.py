"""The flags with which a command names a source of a page, or brings a new one."""

import argparse
import sys

from emptychair.commands.changing import StoppedError, complete, plain
from emptychair.commands.common import USAGE
from emptychair.editing.record_changes import with_source
from emptychair.front_matter.yaml_writer import Value
from emptychair.record.models import Case
from emptychair.text.strings import Strings

FIELDS = ("title", "publisher", "author", "language", "date", "url", "archived")


def add_source_flags(parser: argparse.ArgumentParser, words: Strings) -> None:
    """`--source`, which may be given more than once, and the fields of a new one."""
    parser.add_argument("--source", action="append", default=[], metavar="ID", help=words("flag-source"))
    group = parser.add_argument_group(words("new-source"), words("new-source-about"))
    for field in FIELDS:
        group.add_argument(f"--source-{field}", default="", help=words(f"flag-source-{field}"))


def complete_source(options: argparse.Namespace, case: Case, words: Strings) -> None:
    """Where a case has more than one source and a terminal is there, ask on which of them the news rests."""
    if not options.source and len(case.sources) > 1 and sys.stdin.isatty():
        print(words("sources-known", sources=", ".join(case.sources)))
        complete(options, words, ["source"])
        options.source = options.source.split()


def put_source(text: str, options: argparse.Namespace, case: Case, words: Strings) -> str:
    """A case with the new source, if one was given. Stops where it is not clear which one is new.

    Raises UneditableError.
    """
    given = {field: plain(getattr(options, f"source_{field}")) for field in FIELDS}
    fields: dict[str, Value] = {field: value for field, value in given.items() if value}
    if not fields:
        return text
    new = [source for source in options.source if source not in case.sources]
    if len(new) != 1:
        raise StoppedError(USAGE, words("which-source"))
    return with_source(text, case, new[0], fields)
