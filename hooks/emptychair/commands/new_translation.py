"""`emptychair new translation`: the page in another language laid out, or what it lacks added in its place."""

import argparse
import os
import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from emptychair.as_of.translation_coverage import Coverage, coverage, names_of, words_of
from emptychair.commands.ask_words import WordForm
from emptychair.commands.common import (
    FOUND,
    OK,
    USAGE,
    Commands,
    add_language,
    from_here,
    read_campaign,
    tell_written,
    usage,
)
from emptychair.commands.disk import create, replace
from emptychair.commands.prompt import can_ask
from emptychair.editing.annotated_page import Languages
from emptychair.editing.translation_draft import Filled, lay_out_missing
from emptychair.load.content_tree import REPORT_LIMIT
from emptychair.load.load import Loaded, check_draft, load_text
from emptychair.record.campaign import Campaign, Record
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import one_line
from emptychair.text.strings import Strings
from emptychair.text.traditional import nearest_script


def add(kinds: Commands, say: Strings) -> None:
    """The command below `new`, and its options."""
    parser = kinds.add_parser(
        "translation",
        help=say("new-translation"),
        description=say("new-translation-about"),
        epilog=say("examples-translation"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", type=Path, help=say("new-translation-path"))
    parser.add_argument("--lay-out", action="store_true", help=say("lay-out"))
    parser.add_argument("--into", metavar="CODE", default="", help=say("into"))
    add_language(parser, Strings(say.language, "commands"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the translation of a page, or lay out what it lacks."""
    say = Strings(options.lang, "writing")
    read = read_campaign(options.path, options.lang)
    if read is None:
        return USAGE
    content, loaded = read
    record, language = record_of(loaded.campaign, content, options.path, options.into)
    if loaded.campaign is None or record is None:
        return usage(say("no-record", path=options.path))
    if not language:
        return usage(say("not-into", source=record.source, known=", ".join(loaded.campaign.languages)))
    file = content / language / f"{record.path}.md"
    if not record.is_fallback(language):
        return _fill(file, record, language, loaded.campaign, say)
    try:
        day = today(loaded.campaign.settings.timezone, os.environ)
    except ValueError:
        return usage(Strings(options.lang, "commands")("no-epoch", found=os.environ[EPOCH]))
    paths = list(words_of(record, loaded.campaign.recipients))
    # A build for a past day may be older than the page; no translation is older than what it translates.
    day = max(day, record.source_page.updated)
    form = WordForm(record, content, file, loaded.index, Languages(language, options.lang), paths, day)
    if can_ask() and not options.lay_out and not form.ask():
        return FOUND
    return write_translation(content, file, form.text(form.words), loaded, say)


def record_of(campaign: Campaign | None, content: Path, path: Path, into: str = "") -> tuple[Record[Any] | None, str]:
    """The record that a file is a page of, and the language into which it is translated, or "" where there is none.

    `into`: the language that was asked for; without it, that of a translation that is named, else `lacking_language`.
    """
    asked = path.resolve()
    if campaign is None or not asked.is_relative_to(content):
        return None, ""
    language, *parts = asked.relative_to(content).with_suffix("").parts
    record = campaign.record_at("/".join(parts))
    if record is None:
        return None, ""
    if into:
        return record, into if into in campaign.languages and into != record.source else ""
    return record, language if language != record.source else lacking_language(record, campaign.languages)


def lacking_language(record: Record[Any], languages: Iterable[str]) -> str:
    """The first of the site's languages that has no page of a record, else the first but its own, else "".

    One whose page is converted from another one lacks none; whoever wants to write it asks for it.
    """
    others = [one for one in languages if one != record.source]
    lacking = (one for one in others if record.is_fallback(one) and nearest_script(one) not in record.pages)
    return next(lacking, next(iter(others), ""))


def write_translation(content: Path, file: Path, text: str, loaded: Loaded, say: Strings) -> int:
    """Write a new translation, and say what a check will find in it until it is filled."""
    shown = from_here(file)
    if status := tell_written(partial(create, file, text), shown, say.language):
        return status
    print(say("written", path=shown))
    problems = check_draft(content, file, text, loaded.index)
    if problems:
        print(say("errors-left"))
        print("\n".join(one_line(problem, say.language) for problem in problems))
    return OK


def _fill(file: Path, record: Record[Any], language: str, campaign: Campaign, say: Strings) -> int:
    """Lay out what an existing translation lacks, and say what else may have changed."""
    shown = from_here(file)
    found = coverage(record, language, campaign.recipients)
    every = list(words_of(record, campaign.recipients))
    text, _ = load_text(file, REPORT_LIMIT)
    filled = lay_out_missing(text, record, found.missing, every)
    if filled.placed:
        try:
            replace(file, filled.text.encode())
        except OSError as error:
            return usage(say("unwritable", path=shown, reason=error.strerror))
        print(say.plural("added-words", len(filled.placed), path=shown))
    elif not found.missing:
        print(say("nothing-missing", path=shown))
    _tell(found, filled, record, language, say)
    return OK


def _tell(found: Coverage, filled: Filled, record: Record[Any], language: str, say: Strings) -> None:
    if found.missing:
        print(say("still-open", words=", ".join(names_of(found.missing))))
    if filled.left:
        print(say("not-placed", words=", ".join(names_of(filled.left))), file=sys.stderr)
    translates: date | None = record.pages[language].translates
    if found.state == "stale" and translates:
        print(say("made-from", translates=translates, updated=record.source_page.updated))
        key = "changed" if found.changed else "changed-none"
        print(say(key, translates=translates, words=", ".join(names_of(found.changed))))
