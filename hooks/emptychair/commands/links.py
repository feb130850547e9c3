"""`emptychair links`: the URLs outside the site that the record names. No host is asked."""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from emptychair.commands.common import OK, USAGE, Commands, add_language, read_campaign
from emptychair.review.outside_links import OutsideLink, links_of
from emptychair.text.hidden_characters import printable
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, "links")
    parser = commands.add_parser("links", help=words("links"), description=words("links-about"))
    parser.add_argument("path", nargs="?", type=Path, default=Path("content"), help=words("links-path"))
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help=words("links-format"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List the links, one to a line or as JSON."""
    read = read_campaign(options.path, options.lang)
    if read is None:
        return USAGE
    print(FORMATS[options.format](links_of(read[1].index)), end="")
    return OK


def _as_text(links: Iterable[OutsideLink]) -> str:
    rows = []
    for link in links:
        field = f"{printable(link.field)}: " if link.field else ""
        rows.append(f"{printable(link.path)}:{link.line}: {field}{printable(link.url)}\n")
    return "".join(rows)


def _as_json(links: Iterable[OutsideLink]) -> str:
    rows = [
        {
            "path": link.path,
            "line": link.line,
            "field": link.field,
            "address": link.url,
            "archived": link.archived,
            "is_archive": link.is_archive,
        }
        for link in links
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Iterable[OutsideLink]], str]] = {"text": _as_text, "json": _as_json}
