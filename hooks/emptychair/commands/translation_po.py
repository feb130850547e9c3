"""`emptychair translations --po`, `--from-po`: the words of pages out to translators and back, through the checks."""

import argparse
import os
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from emptychair.as_of.translation_coverage import names_of, words_of
from emptychair.commands.common import FOUND, OK, tell_written, usage
from emptychair.commands.disk import create, put
from emptychair.editing.annotated_page import Languages
from emptychair.editing.language_file import PROJECT
from emptychair.editing.page_po import Returned, filled_page, returned_words, words_to_translate
from emptychair.editing.translation_draft import Given, create_translation
from emptychair.load.load import Loaded, check_draft, load_text, read_page
from emptychair.record.campaign import Campaign, Record
from emptychair.text.clock import EPOCH, today
from emptychair.text.further_languages import name_of_language
from emptychair.text.po import po_text
from emptychair.text.problems import Problem, errors, one_line
from emptychair.text.strings import Strings

LIMIT = 8 * 1024 * 1024


def add(parser: argparse.ArgumentParser, say: Strings) -> None:
    """The options of `translations`."""
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--po", type=Path, metavar="FILE", help=say("po"))
    ways.add_argument("--from-po", type=Path, metavar="FILE", help=say("from-po"))
    parser.add_argument("--into", default="", metavar="CODE", help=say("po-into"))


def run(options: argparse.Namespace, content: Path, loaded: Loaded, records: Sequence[Record[Any]]) -> int:
    """Write the words of `records`, or take them back into their pages."""
    say, campaign = Strings(options.lang, "writing"), loaded.campaign
    if campaign is None or options.into not in campaign.languages:
        return usage(say("po-needs-into", known=", ".join(loaded.index.languages)))
    if options.po:
        return _give(options, campaign, records, say)
    try:
        day = today(campaign.settings.timezone, os.environ)
    except ValueError:
        return usage(Strings(options.lang, "commands")("no-epoch", found=os.environ[EPOCH]))
    words = Strings(options.lang, "language_files")
    text = _text(options.from_po)
    if not text:
        return usage(words("no-such-file", path=options.from_po, limit=LIMIT // 1024))
    try:
        found = returned_words(text, {one.path: one for one in records}, options.into, campaign.recipients)
    except ValueError as error:
        return usage(words("not-po", path=options.from_po, line=error))
    return _Taking(content, loaded, campaign, Languages(options.into, options.lang), day).take(found, say)


def _text(file: Path) -> str:
    """The text of a file, or "" where it cannot be read."""
    try:
        text, fault = load_text(file, LIMIT)
    except OSError:
        return ""
    return "" if fault else text


def _give(options: argparse.Namespace, campaign: Campaign, records: Sequence[Record[Any]], say: Strings) -> int:
    entries = [one for record in records for one in words_to_translate(record, options.into, campaign.recipients)]
    about = say("po-about", language=name_of_language(options.into, options.lang), code=options.into)
    text = po_text(PROJECT, options.into, about, entries)
    if status := tell_written(partial(create, options.po, text), options.po, options.lang):
        return status
    print(say("po-written", path=options.po, count=len(entries), pages=len(records)))
    return OK


class _Taking:
    """The pages into which words are taken: those that are there are filled, those that are not are laid out."""

    def __init__(self, content: Path, loaded: Loaded, campaign: Campaign, languages: Languages, day: date) -> None:
        self.content, self.loaded, self.campaign = content, loaded, campaign
        self.languages, self.day = languages, day

    def take(self, found: Returned, say: Strings) -> int:
        """Write every page that the checks do not refuse, and say what became of the other words."""
        changes: dict[str, bytes | None] = {}
        lines: list[str] = []
        for path, words in found.words.items():
            record = self.campaign.record_at(path)
            if record is None:
                continue
            file = f"{self.languages.page}/{path}.md"
            before, after, left = self._texts(record, words, file)
            if wrong := self._new_errors(file, before, after):
                lines += [say("po-refused", path=file), *(one_line(problem, say.language) for problem in wrong)]
            elif record.is_fallback(self.languages.page) or after != before:
                changes[file] = after.encode()
            lines += [say("po-left", path=file, words=", ".join(names_of(left)))] if left else []
        put(self.content, changes)
        print("\n".join([*lines, *_counts(found, say), say.plural("po-taken", len(changes), pages=len(changes))]))
        return FOUND if lines else OK

    def _texts(self, record: Record[Any], words: dict[tuple[str, ...], str], file: str) -> tuple[str, str, list[Any]]:
        """The page without the words and with them, and the words for which it has no place."""
        every = list(words_of(record, self.campaign.recipients))
        if not record.is_fallback(self.languages.page):
            before = read_page(self.content, file)
            return before, *filled_page(before, record, words, every)
        # A build for a past day may be older than the page; no translation is older than what it translates.
        day = max(self.day, record.source_page.updated)
        before, after = (create_translation(record, self.languages, day, every, Given(one)) for one in ({}, words))
        return before, after, []

    def _new_errors(self, file: str, before: str, after: str) -> list[Problem]:
        """What a check would refuse in the page that it does not refuse without the words."""
        known, found = (
            errors(check_draft(self.content, self.content / file, text, self.loaded.index)) for text in (before, after)
        )
        old = {(problem.field, problem.code) for problem in known}
        return [problem for problem in found if (problem.field, problem.code) not in old]


def _counts(found: Returned, say: Strings) -> Iterator[str]:
    words = Strings(say.language, "language_files")
    yield from (say("po-half", path=path) for path in found.halves)
    for key, count in (
        ("left-unsure", found.unsure),
        ("left-older-words", found.older),
        ("left-others", found.unknown),
    ):
        if count:
            yield words(key, count=count)
