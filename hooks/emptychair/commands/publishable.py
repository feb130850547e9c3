"""`emptychair publishable`: may this content be published?"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from emptychair.commands.common import FOUND, OK, USAGE, Commands, add_language, read_campaign
from emptychair.load.load import Loaded
from emptychair.text.problems import errors
from emptychair.text.strings import Strings

# Names that are nobody's (RFC 2606, sections 2 and 3; RFC 6761).
EXAMPLE = re.compile(r"tag:(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost),")


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, "publishable")
    parser = commands.add_parser("publishable", help=words("publishable"), description=words("publishable-about"))
    parser.add_argument("path", nargs="?", type=Path, default=Path("content"), help=words("publishable-path"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say every reason why it may not, or that it may."""
    say = Strings(options.lang, "publishable")
    read = read_campaign(options.path, options.lang)
    if read is None:
        return USAGE
    reasons = list(_reasons(read[1], say))
    print("\n".join(reasons or [say("may-be-published")]))
    return FOUND if reasons else OK


def _reasons(loaded: Loaded, say: Strings) -> Iterator[str]:
    settings = loaded.campaign.settings if loaded.campaign else None
    if settings and settings.sample:
        yield say("is-sample")
    if settings and EXAMPLE.match(settings.id):
        yield say("is-example", id=settings.id)
    wrong = len(errors(loaded.problems))
    if wrong:
        yield say("has-errors", count=wrong)
