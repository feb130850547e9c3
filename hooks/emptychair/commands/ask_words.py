"""The words of a new translation, asked one after the other below their source texts; any may be left for later."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from emptychair.as_of.translation_coverage import BODY, WordPath, names_of, word_at
from emptychair.commands.asking import in_words
from emptychair.commands.prompt import BackError, NoAnswerError, Prompt, ask
from emptychair.editing.annotated_page import Languages
from emptychair.editing.draft import LATER
from emptychair.editing.translation_draft import Given, create_translation, entry_of
from emptychair.front_matter.document import parse_page
from emptychair.load.load import check_draft
from emptychair.record.campaign import Record
from emptychair.rules.index import Index
from emptychair.text.letter_sections import LETTER
from emptychair.text.markdown_outline import read_outline
from emptychair.text.problems import errors
from emptychair.text.strings import Strings, catalogue

# The letter of an action, which is asked for beside the rest of its body.
LETTER_PART: WordPath = ("body", LETTER)


@dataclass
class WordForm:
    """The words at `paths` of a record, asked for a translation of `day` that will stand in `file`."""

    record: Record[Any]
    content: Path
    file: Path
    index: Index
    languages: Languages
    paths: Sequence[WordPath]
    day: date
    words: dict[WordPath, str] = field(default_factory=dict)

    @property
    def say(self) -> Strings:
        """The words around the questions."""
        return Strings(self.languages.comments, "writing")

    @cached_property
    def _parts(self) -> Mapping[WordPath, str]:
        """The texts of the body, as long as each is one line: what stands before the letter, and the letter."""
        body = self.record.source_page.body.strip()
        headings = read_outline(body).headings
        lines = body.split("\n")
        starts = [heading.line for heading in headings if heading.id == LETTER]
        texts = ["\n".join(lines[: starts[0]]), "\n".join(lines[starts[0] + 1 :])] if starts else [body]
        parts = dict(zip((BODY, LETTER_PART), (text.strip() for text in texts), strict=False))
        one_line = len(headings) == len(starts) and not any("\n" in text for text in parts.values())
        return {path: text for path, text in parts.items() if text} if one_line else {}

    def text(self, words: Mapping[WordPath, str]) -> str:
        """The translation with these words. A body of which a part is missing is laid out."""
        given = {path: text for path, text in words.items() if path not in (BODY, LETTER_PART)}
        if self._parts and all(words.get(path) for path in self._parts):
            say = Strings(self.languages.page, "writing")
            letter = [say("letter-heading"), words[LETTER_PART]] if LETTER_PART in self._parts else []
            given[BODY] = "\n\n".join(filter(None, [words.get(BODY, ""), *letter]))
        return create_translation(self.record, self.languages, self.day, self.paths, Given(given))

    def ask(self) -> bool:
        """Ask for each word that is one line, with a way back. Returns False where somebody stops: nothing is lost."""
        asked = [one for path in self.paths for one in (self._parts if path == BODY else [path])]
        print(self.say("help"))
        print(self.say("help-words"))
        at = 0
        try:
            while at < len(asked):
                at += self._step(asked[at], is_first=at == 0)
        except NoAnswerError:
            print(self.say("stopped"), file=sys.stderr)
            for path, text in self.words.items():
                print(self.say("left-over", label=", ".join(names_of([path])), text=text), file=sys.stderr)
            return False
        return True

    def _step(self, path: WordPath, is_first: bool) -> int:
        """Ask for one word. Returns how far to go on: to the next, or to the one before."""
        language = catalogue("languages")[self.languages.page][self.languages.comments]
        words = self.say("translate", name=", ".join(names_of([path])), language=language)
        source = self._parts[path] if path in self._parts else word_at(self.record, path)
        prompt = Prompt(words, source, self.words.get(path, ""), required=False)
        try:
            ask(prompt, partial(self._faults, path), self.say, back=not is_first)
        except BackError:
            return -1
        return 1

    def _faults(self, path: WordPath, text: str) -> list[str]:
        """Take a word in, or say what is wrong with it."""
        words = {**self.words, path: " ".join(text.split())}
        draft = self.text(words)
        at = () if path in self._parts else entry_of(self.record, path, [one for one in self.paths if one != BODY])
        name = parse_page("", draft)[0].name_of(at)
        problems = errors(check_draft(self.content, self.file, draft, self.index))
        found = [one for one in problems if one.field == name and one.code not in LATER]
        if not found:
            self.words = words
        return [in_words(problem, self.languages.comments) for problem in found]
