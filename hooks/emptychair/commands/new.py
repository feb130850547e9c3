"""`emptychair new`: a new page, asked for on the terminal or given in options."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from emptychair.commands import new_translation
from emptychair.commands.asking import Form, add_options, ask_open, command_line, given, in_codes, in_words, tell_faults
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
from emptychair.commands.disk import create
from emptychair.commands.prompt import NoAnswerError, can_ask
from emptychair.editing.brought_blocks import brought_by
from emptychair.editing.draft import Draft
from emptychair.editing.questions import QUESTIONS, Question, Setting, other_language
from emptychair.load.load import Loaded
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import Problem, errors, one_line
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command, one of its own for each kind of page, and their options."""
    say = Strings(say.language, "writing")
    parser = commands.add_parser("new", help=say("new"), description=say("new-about"))
    add_language(parser, say=Strings(say.language, "commands"))
    kinds = parser.add_subparsers(required=True, metavar=say("new-kind"))
    for kind, questions in QUESTIONS.items():
        one = kinds.add_parser(
            kind,
            help=say(f"new-{kind}"),
            description=say("new-about"),
            epilog=say(f"examples-{kind}"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add_options(one, questions, say.language)
        one.add_argument("--written-in", metavar="CODE", default=None, help=say("written-in"))
        one.add_argument("--content", type=Path, default=Path("content"), help=say("content"))
        add_language(one, say=Strings(say.language, "commands"))
        one.set_defaults(run=run, page=kind)
    new_translation.add(kinds, say)


def run(options: argparse.Namespace) -> int:
    """Ask for what is not given, check it, and write the page."""
    say = Strings(options.lang, "writing")
    read = read_campaign(options.content, options.lang)
    if read is None:
        return USAGE
    languages = read[1].index.languages
    if options.written_in and options.written_in not in languages:
        return usage(say("not-of-site", found=options.written_in, known=", ".join(languages)))
    try:
        draft = _draft(options, *read)
    except ValueError:
        return usage(Strings(options.lang, "commands")("no-epoch", found=os.environ[EPOCH]))
    form = PageForm(draft, say)
    status = _asked(form, options) if can_ask() else _unasked(form, options)
    if status:
        return status
    status = write(draft, say)
    if status and can_ask():
        _tell_again(form)
    return status


def _draft(options: argparse.Namespace, content: Path, loaded: Loaded) -> Draft:
    zone = loaded.campaign.settings.timezone if loaded.campaign else "UTC"
    languages = loaded.index.languages
    language = options.written_in or (options.lang if options.lang in languages else languages[0])
    taken = loaded.index.slugs["cases" if options.page == "case" else f"{options.page}s"]
    setting = Setting(language, other_language(language, languages), today(zone, os.environ), taken)
    return Draft(options.page, content, loaded.index, setting, options.lang)


@dataclass
class PageForm(Form[Draft]):
    """The questions about a new page."""

    def faults_of(self, question: Question, text: str) -> list[str]:
        """Take an answer in; what is wrong with it, in words."""
        draft = self.draft
        # A page has one line for an entry; only bodies have paragraphs.
        one_line_only = question.at or question.key in ("slug", "day")
        found = draft.try_answer(question, in_codes(self, question, text) if one_line_only else text.strip())
        if not found and question.key in ("slug", "day") and draft.answers.get("slug") and draft.path_taken:
            path = draft.file.relative_to(draft.content.parent).as_posix()
            del draft.answers[question.key]
            return [self.say("exists", path=path)]
        return list(dict.fromkeys(in_words(problem, self.say.language) for problem in found))


def _given(form: PageForm, question: Question, options: argparse.Namespace, default: str = "") -> int:
    """Take the answer that the option gives, or the default. Returns the number of its faults, which are told."""
    text = given(options, question.key) or default
    return tell_faults(form.faults_of(question, text) if text else (), question.key)


def _asked(form: PageForm, options: argparse.Namespace) -> int:
    """Take what options give, and ask for the rest; a wrong option is asked for, too."""
    for question in QUESTIONS[form.draft.kind]:
        _given(form, question, options)
    try:
        ask_open(form)
    except NoAnswerError:
        print(form.say("stopped"), file=sys.stderr)
        _tell_again(form)
        return FOUND
    return OK


def _tell_again(form: PageForm) -> None:
    """Say with which command what was answered need not be typed once more."""
    if form.answers:
        words = ("new", form.draft.kind, "--written-in", form.setting.language)
        print(form.say("again", command=command_line(words, form.answers)), file=sys.stderr)


def _unasked(form: PageForm, options: argparse.Namespace) -> int:
    """Without a terminal: what no option gives takes its default, and what is needed besides is named."""
    wrong, draft = 0, form.draft
    for question in QUESTIONS[draft.kind]:
        proposed = question.when(draft.answers) and not question.explicit
        default = question.default(draft.answers, draft.setting) if proposed else ""
        wrong += _given(form, question, options, default)
    known = {question.key for question in QUESTIONS[draft.kind] if given(options, question.key)}
    needed = [f"--{one.key}" for one in draft.open_questions() if one.needed and one.key not in known]
    if needed:
        return usage(form.say("missing", options=" ".join(needed)))
    return FOUND if wrong else OK


def write(draft: Draft, say: Strings, in_words: Callable[[Problem], str] | None = None) -> int:
    """Write a new page, unless a check would refuse it. Warnings are told.

    `in_words` tells a problem; without it, the file and the line are told. What is told in the same words is told once.
    """
    in_words = in_words or partial(one_line, language=say.language)
    file, problems = draft.file, draft.problems()
    for line in dict.fromkeys(map(in_words, problems)):
        print(line, file=sys.stderr)
    shown = from_here(file)
    if wrong := set(map(in_words, errors(problems))):
        print(say.plural("refused", len(wrong), path=shown), file=sys.stderr)
        return FOUND
    if status := tell_written(partial(create, file, draft.text), shown, say.language):
        return status
    print(say("written", path=shown))
    block = brought_by(draft.answers.get("event-status", ""), draft.answers.get("event-stage", ""))
    if block:
        print(say("next-block", command=command_line([block, draft.file.stem], {})))
    print(say("next-translation" if len(draft.index.languages) > 1 else "next-reading", path=shown))
    return OK
