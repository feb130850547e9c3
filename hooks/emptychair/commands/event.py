"""`emptychair event`: a dated event of a case, put where it belongs, and the blocks that the news brings with it."""

import argparse
from dataclasses import replace

from emptychair.commands.asking import prompt_of
from emptychair.commands.block_form import (
    BlockForm,
    add_words_options,
    changes_of,
    fill,
    form_of,
    page_texts,
    page_with,
    which,
)
from emptychair.commands.changing import Session, add_changing, carry_out
from emptychair.commands.common import Commands
from emptychair.commands.disk import Changes
from emptychair.commands.prompt import BackError, ask
from emptychair.commands.sources import add_source_flags
from emptychair.editing.answers import parts_of
from emptychair.editing.blocks import sources_of
from emptychair.editing.brought_blocks import BLOCKS, MORE
from emptychair.editing.choices import with_codes
from emptychair.rules.index import Entry
from emptychair.text.strings import Strings

# Its options besides those of sources, in the order in which its fields are written.
FIELDS = ("date", "reported", "status", "stage", "release-type", "how", "text", "verification", "flags-ended", "id")


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "event")
    words = Strings(say.language, "editing")
    parser.add_argument("case", nargs="?", help=words("case"))
    for field in FIELDS:
        parser.add_argument(f"--{field}", default="", help=words(f"flag-{field}"))
    add_words_options(parser, "event", say.language)
    add_source_flags(parser, words)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the event."""
    return carry_out(options, options.case or "", _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry, _ = session.case(which(session, options, "cases"))
    page = page_texts(session, entry)
    form = form_of(session, "event", page, entry, "event")
    asked = fill(session, form, options, ("date", "text"))
    return changes_of(page, _with_what_it_brings(session, entry, form) if asked else form)


def _with_what_it_brings(session: Session, entry: Entry, event: BlockForm) -> BlockForm:
    """Ask which blocks the news brings besides, and for each of them; the form of the last one."""
    named, _ = sources_of(event.answers, event.setting.facts)
    form = event
    for block in parts_of(_asked_for_more(event)):
        page = page_with(form)
        if page is None:
            # What is wrong is told when the whole is checked.
            break
        block_form = form_of(session, block, page, entry, block)
        block_form.draft.setting = replace(block_form.setting, sources=tuple(named))
        form = _asked_within(session, block_form, form)
    return form


def _asked_within(session: Session, form: BlockForm, before: BlockForm) -> BlockForm:
    """Ask about a block that the news brings; the form before it, where somebody goes back from its first question."""
    words = Strings(form.say.language, "questions")(f"word-{form.draft.name}")
    print("\n" + form.say("block-begins", block=words))
    session.to_repeat.append(form.again)
    try:
        form.ask(within=True)
    except BackError:
        session.to_repeat.pop()
        return before
    return form


def _asked_for_more(form: BlockForm) -> str:
    """The blocks that somebody wishes to add, parted by commas, or ""."""
    choices = form.choices_of(MORE)

    def faults(answer: str) -> list[str]:
        unknown = [one for one in parts_of(with_codes(MORE, answer, choices)) if one not in BLOCKS]
        return [form.say("choose-among", found=", ".join(unknown), choices=", ".join(BLOCKS))] if unknown else []

    return with_codes(MORE, ask(prompt_of(form, MORE), faults, form.say), choices)
