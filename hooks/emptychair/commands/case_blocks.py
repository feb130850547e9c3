"""`emptychair sentence`, `charge`, `custody`, `flag`: what a case has besides its events, asked for one by one."""

import argparse

from emptychair.commands.block_form import add_block_options, changes_of, fill, form_of, page_texts, which
from emptychair.commands.changing import Session, add_changing, carry_out
from emptychair.commands.common import Commands
from emptychair.commands.disk import Changes
from emptychair.editing.brought_blocks import BLOCKS
from emptychair.text.strings import Strings

# Where one of these is not given, somebody at a terminal is asked everything.
NEEDED = {"sentence": ("part",), "charge": ("charge",), "custody": ("facility",), "flag": ("flag",)}


def add(commands: Commands, say: Strings) -> None:
    """The commands, one for each block, and their options."""
    for block in BLOCKS:
        parser = add_changing(commands, say, block)
        parser.add_argument("case", nargs="?", help=Strings(say.language, "editing")("case"))
        add_block_options(parser, block, say.language)
        parser.set_defaults(run=run, block=block)


def run(options: argparse.Namespace) -> int:
    """Add the block."""
    return carry_out(options, options.case or "", _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    block: str = options.block
    entry, _ = session.case(which(session, options, "cases"))
    page = page_texts(session, entry)
    form = form_of(session, block, page, entry, block)
    fill(session, form, options, NEEDED[block])
    return changes_of(page, form)
