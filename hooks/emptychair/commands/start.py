"""`emptychair start`: the repository of a new campaign, asked for on the terminal or given in options."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from emptychair.commands.carried import read_carried
from emptychair.commands.common import FOUND, OK, Commands, add_language, usage
from emptychair.commands.disk import create_folder
from emptychair.commands.prompt import NoAnswerError, Prompt, ask, can_ask
from emptychair.editing.answers import parts_of
from emptychair.editing.campaign_questions import LICENCES, QUESTIONS, fault_of, normalised, start_languages
from emptychair.editing.choices import Choice
from emptychair.editing.generator_files import Carried
from emptychair.editing.new_campaign import create_campaign
from emptychair.editing.questions import Question, Setting
from emptychair.text.clock import EPOCH, today
from emptychair.text.strings import Strings, catalogue

CATALOGUE = "start"
# Invented, on hosts that are nobody's; names and speakers are in the catalogue.
EXAMPLES = {
    "contact": "letters@ferry.example",
    "repository": "https://github.com/ferry-example/letters",
    "owners": "@ferry-example/editors, @ferry-example/recipients",
    "address": "https://ferry.example/",
}


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, CATALOGUE)
    parser = commands.add_parser(
        "start",
        help=words("start"),
        description=words("start-about"),
        epilog=words("examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help=words("folder"))
    for question in QUESTIONS:
        parser.add_argument(f"--{question.key}", help=words(question.key))
    parser.add_argument("--example", action="store_true", help=words("example"))
    parser.add_argument("--dry-run", action="store_true", help=words("dry-run"))
    parser.add_argument("--wheels", type=Path, help=words("wheels"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Ask for what is not given, check it, and write the folder or list what would be in it."""
    say, folder = Strings(options.lang, CATALOGUE), options.folder.resolve()
    if refusal := _refusal(folder):
        return usage(say(refusal, path=options.folder))
    try:
        setting = Setting(options.lang, "", today("UTC", os.environ), ())
    except ValueError:
        return usage(Strings(options.lang, "commands")("no-epoch", found=os.environ[EPOCH]))
    form = _Form(options, setting)
    if status := form.ask() if can_ask() and not options.example else form.take():
        return status
    try:
        carried = read_carried(options.wheels)
    except FileNotFoundError as error:
        return usage(say("no-wheel", path=options.wheels, version=str(error).rpartition("-")[2]))
    # A page of tomorrow would be refused where it is still today.
    there = replace(setting, today=today(form.answers["timezone"], os.environ))
    return _finish(options, folder, create_campaign(form.answers, carried, there), carried)


def _refusal(folder: Path) -> str:
    """Why this folder cannot be a new one, or ""."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        return "not-empty"
    return "is-here" if folder == Path.cwd() else ""


def _finish(options: argparse.Namespace, folder: Path, files: dict[str, bytes], carried: Carried) -> int:
    """Write or list the files, and say what comes next."""
    say, shown = Strings(options.lang, CATALOGUE), options.folder.as_posix()
    if options.dry_run:
        print("\n".join([*files, say("would-write", count=len(files), path=shown)]))
        return OK
    try:
        create_folder(folder, files)
    except OSError as error:
        return usage(say("unwritable", path=shown, reason=error.strerror))
    print(say("written", count=len(files), path=shown))
    print(say("next", path=shown), end="")
    if carried.wheel is None:
        print(say("no-hash", version=carried.version), file=sys.stderr)
    return OK


class _Form:
    """The questions and the answers to them that have no faults."""

    def __init__(self, options: argparse.Namespace, setting: Setting) -> None:
        self.options, self.setting = options, setting
        self.answers: dict[str, str] = {}
        self.say = Strings(options.lang, CATALOGUE)

    def ask(self) -> int:
        """Take what options give, and ask for the rest; a wrong option is asked for, too."""
        words = Strings(self.options.lang, "writing")
        print(words("help"))
        try:
            for question in QUESTIONS:
                given = self._given(question)
                if question.when(self.answers) and (not given or self._told(question, given)):
                    ask(self._prompt(question), partial(self.try_answer, question), words)
        except NoAnswerError:
            print(words("stopped"), file=sys.stderr)
            return FOUND
        return OK

    def take(self) -> int:
        """Take options, examples and defaults; what is wrong or needed besides is named."""
        wrong, needed = 0, []
        for question in QUESTIONS:
            if not question.when(self.answers):
                continue
            proposed = "" if question.explicit else question.default(self.answers, self.setting)
            text = self._given(question) or self._example(question) or proposed
            if text:
                wrong += self._told(question, text)
            elif question.required:
                needed.append(f"--{question.key}")
        # What hangs on a wrong answer is not named as well.
        if needed and not wrong:
            return usage(Strings(self.options.lang, "writing")("missing", options=" ".join(needed)))
        return FOUND if wrong else OK

    def try_answer(self, question: Question, text: str) -> list[str]:
        """Take an answer in; what is wrong with it, in words."""
        text = " ".join(text.split())
        code = fault_of(question.key, text, self.answers, examples=self.options.example)
        if not code:
            self.answers[question.key] = normalised(question.key, text)
            return []
        languages = parts_of(self.answers.get("languages", "")) or start_languages()
        values = {"languages": ", ".join(languages), "licences": ", ".join(LICENCES), "year": self.setting.today.year}
        return [self.say(code, found=text, **values)]

    def _given(self, question: Question) -> str:
        return getattr(self.options, question.key) or ""

    def _told(self, question: Question, text: str) -> int:
        """Try an answer that nobody typed here. Returns the number of its faults, which are told."""
        faults = self.try_answer(question, text)
        for fault in faults:
            print(f"--{question.key}: {fault}", file=sys.stderr)
        return len(faults)

    def _example(self, question: Question) -> str:
        if not self.options.example:
            return ""
        if question.key in ("name", "speaker"):
            languages = parts_of(self.answers.get("languages", ""))
            return " / ".join(catalogue(CATALOGUE)[f"example-{question.key}"][one] for one in languages)
        return EXAMPLES.get(question.key, "")

    def _prompt(self, question: Question) -> Prompt:
        why = catalogue(CATALOGUE)[question.key].get(f"why_{self.say.language}", "")
        default = question.default(self.answers, self.setting)
        choices = list(_choices(question, self.say.language))
        return Prompt(self.say(question.key), why, default, question.required, question.many, choices)


def _choices(question: Question, language: str) -> Iterator[Choice]:
    """The codes to choose from, with what they mean."""
    if question.key == "languages":
        yield from (Choice(code, catalogue("languages")[code][language]) for code in start_languages())
    yield from (Choice(code, LICENCES[code].name) for code in question.choices)
