"""Questions asked one after the other: what each shows, the way back, faults of an answer, the command again."""

import argparse
import shlex
import sys
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from emptychair.commands.prompt import BackError, Prompt, ask
from emptychair.editing.change_draft import ChangeDraft
from emptychair.editing.choices import Choice, choices_of, with_codes
from emptychair.editing.draft import Draft
from emptychair.editing.questions import Question, Setting, next_number
from emptychair.text.problems import Problem
from emptychair.text.strings import Strings, catalogue

AnyDraft = TypeVar("AnyDraft", Draft, ChangeDraft)


@dataclass
class Form(ABC, Generic[AnyDraft]):
    """The questions about a page, asked in the language that `say` speaks, and the draft that answers go into."""

    draft: AnyDraft
    say: Strings

    @property
    def setting(self) -> Setting:
        """What answers depend on besides each other."""
        return self.draft.setting

    @property
    def answers(self) -> dict[str, str]:
        """The answers that have no faults."""
        return self.draft.answers

    def open_questions(self) -> list[Question]:
        """Those that are still to be answered, as far as the answers so far tell."""
        return self.draft.open_questions()

    def choices_of(self, question: Question) -> Sequence[Choice]:
        """What there is to choose from."""
        return choices_of(question, self.setting, self.draft.index, self.say.language)

    @abstractmethod
    def faults_of(self, question: Question, text: str) -> list[str]:
        """Take an answer in; what is wrong with it, in words."""


def ask_open(form: Form[Any], only: Collection[str] = (), within: bool = False) -> None:
    """Ask what is still open, or `only` some of it; there is a way back to each question. Raises NoAnswerError.

    `within` other questions the way back from the first one leads to these: it raises BackError.
    """
    if not within:
        print(form.say("help"))
        print(form.say("help-more"))
    asked: list[Question] = []
    before: dict[str, str] = {}
    while question := _next(form, {one.key for one in asked}, only):
        prompt = prompt_of(form, question, before.get(question.key, ""))
        try:
            ask(prompt, partial(form.faults_of, question), form.say, back=bool(asked) or within)
        except BackError:
            if not asked:
                raise
            last = asked.pop()
            # What was typed is offered again.
            before[last.key] = form.answers.pop(last.key, "")
            continue
        asked.append(question)
        tell_notes(form, question)


def _next(form: Form[Any], asked: Collection[str], only: Collection[str]) -> Question | None:
    """The first question that was not asked: an answer may open or close one that comes after it.

    A question that another one opens is asked with it.
    """
    opened = [one for one in form.open_questions() if one.key not in asked]
    return next((one for one in opened if not only or one.key.partition("-")[0] in only or one.key in only), None)


def tell_notes(form: Form[Any], question: Question) -> None:
    """Say what has to be known of what was chosen from the record, such as an address that nobody compared lately."""
    chosen = form.answers.get(question.key, "").split(", ") if question.of else []
    for choice in form.choices_of(question):
        if choice.code in chosen and choice.note:
            print("  · " + form.say("term-line", code=choice.code, label=choice.note).strip())


def prompt_of(form: Form[Any], question: Question, before: str = "") -> Prompt:
    """A question in words; `before` is what was answered to it before somebody went back."""
    language = form.say.language
    row = catalogue("questions")[question.row or question.key]
    why = row.get(f"why_{language}", "").replace("{number}", next_number(form.setting.slugs))
    return Prompt(
        words_of(question, language),
        why,
        before or question.default(form.answers, form.setting),
        question.required,
        question.many,
        form.choices_of(question),
        row.get("example") or row.get(f"example_{question.language or form.setting.language}", ""),
    )


def words_of(question: Question, language: str) -> str:
    """The words of a question, with the name of the language of a translation."""
    words = Strings(language, "questions")(question.row or question.key)
    named = catalogue("languages")[question.language][language] if question.language else ""
    return words.replace("{language}", named)


def in_codes(form: Form[Any], question: Question, text: str) -> str:
    """An answer on one line, with codes for what it calls by its label."""
    return with_codes(question, " ".join(text.split()), form.choices_of(question))


def tell_faults(faults: Iterable[str], key: str) -> int:
    """Say what is wrong with the value of an option. Returns how much it is."""
    told = [f"--{key}: {fault}" for fault in faults]
    print("".join(f"{line}\n" for line in told), end="", file=sys.stderr)
    return len(told)


def in_words(problem: Problem, language: str) -> str:
    """A problem of an answer: without file and line, because the page is not written yet."""
    hint = problem.hint(language)
    return problem.message(language) + (f" ({hint})" if hint else "")


def add_options(parser: argparse.ArgumentParser, questions: Iterable[Question], language: str) -> None:
    """An option for each question, whose help is the question."""
    for question in {one.key: one for one in questions}.values():
        parser.add_argument(f"--{question.key}", help=words_of(question, language).replace("%", "%%"))


def given(options: argparse.Namespace, key: str) -> str:
    """What an option says, or "": several values of one are parted by commas."""
    value = getattr(options, key.replace("-", "_"), None) or ""
    return value if isinstance(value, str) else ", ".join(value)


def command_line(words: Sequence[str], answers: Mapping[str, str]) -> str:
    """The command with the answers as its options, so that it can be given again from where it stopped."""
    options = [part for key, text in answers.items() if text for part in (f"--{key}", text)]
    return shlex.join(["emptychair", *words, *options])
