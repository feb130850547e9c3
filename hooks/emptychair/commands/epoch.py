"""`emptychair epoch`: a day as builds take it."""

import argparse
from pathlib import Path

from emptychair.commands.common import OK, Commands, add_language, content_of, usage
from emptychair.load.load import load
from emptychair.text.clock import noon_of
from emptychair.text.dates import parse_day
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = commands.add_parser("epoch", help=say("epoch"), description=say("epoch-about"))
    parser.add_argument("day", help=say("epoch-day"))
    parser.add_argument("--content", type=Path, default=Path("content"), help=say("epoch-content"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Noon of a day in the campaign's time zone, as SOURCE_DATE_EPOCH wants it."""
    say = Strings(options.lang, "commands")
    content = content_of(options.content)
    loaded = load(content) if content else None
    if loaded is None or loaded.campaign is None:
        return usage(say("no-campaign", path=options.content))
    try:
        day = parse_day(options.day)
    except ValueError:
        return usage(say("no-day", found=options.day))
    print(noon_of(day, loaded.campaign.settings.timezone))
    return OK
