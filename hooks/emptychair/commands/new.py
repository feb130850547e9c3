"""`emptychair new`: a new page, asked for on the terminal or given in options."""

import argparse
import os
import sys
from functools import partial
from pathlib import Path

from emptychair.commands import new_translation
from emptychair.commands.common import FOUND, OK, USAGE, Commands, add_language, read_campaign, usage
from emptychair.commands.disk import create
from emptychair.commands.prompt import NoAnswerError, Prompt, ask, can_ask
from emptychair.editing.answers import with_codes
from emptychair.editing.draft import Draft
from emptychair.editing.questions import QUESTIONS, Question, Setting, next_number, other_language
from emptychair.load.load import Loaded
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import Problem, errors, one_line
from emptychair.text.strings import Strings, catalogue, shipped_languages
from emptychair.text.vocabulary import term


def add(commands: Commands, say: Strings) -> None:
    """The command, one of its own for each kind of page, and their options."""
    say = Strings(say.language, "writing")
    parser = commands.add_parser("new", help=say("new"), description=say("new-about"))
    kinds = parser.add_subparsers(required=True, metavar=say("new-kind"))
    asked = Strings(say.language, "questions")
    for kind, questions in QUESTIONS.items():
        one = kinds.add_parser(
            kind,
            help=say(f"new-{kind}"),
            description=say("new-about"),
            epilog=say(f"examples-{kind}"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        for question in questions:
            one.add_argument(f"--{question.key}", help=asked(question.key))
        one.add_argument("--written-in", choices=shipped_languages(), default=None, help=say("written-in"))
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
    status = _asked(draft, options, say) if can_ask() else _unasked(draft, options, say)
    return status or write(draft, say)


def _draft(options: argparse.Namespace, content: Path, loaded: Loaded) -> Draft:
    zone = loaded.campaign.settings.timezone if loaded.campaign else "UTC"
    languages = loaded.index.languages
    language = options.written_in or (options.lang if options.lang in languages else languages[0])
    taken = loaded.index.slugs["cases" if options.page == "case" else f"{options.page}s"]
    setting = Setting(language, other_language(language, languages), today(zone, os.environ), taken)
    return Draft(options.page, content, loaded.index, setting, options.lang)


def _given(draft: Draft, question: Question, options: argparse.Namespace, say: Strings, default: str = "") -> int:
    """Take the answer that the option gives, or the default. Returns the number of its faults, which are told."""
    text = getattr(options, question.key.replace("-", "_")) or default
    faults = faults_of(draft, question, say, text) if text else []
    for fault in faults:
        print(f"--{question.key}: {fault}", file=sys.stderr)
    return len(faults)


def _asked(draft: Draft, options: argparse.Namespace, say: Strings) -> int:
    """Take what options give, and ask for the rest; a wrong option is asked for, too."""
    for question in QUESTIONS[draft.kind]:
        _given(draft, question, options, say)
    print(say("help"))
    asked: set[str] = set()
    try:
        # An answer may open or close a question that comes after it.
        while still_open := [one for one in draft.open_questions() if one.key not in asked]:
            asked.add(still_open[0].key)
            ask(prompt_of(draft, still_open[0], say), partial(faults_of, draft, still_open[0], say), say)
    except NoAnswerError:
        print(say("stopped"), file=sys.stderr)
        return FOUND
    return OK


def _unasked(draft: Draft, options: argparse.Namespace, say: Strings) -> int:
    """Without a terminal: what no option gives takes its default, and what is needed besides is named."""
    wrong = 0
    for question in QUESTIONS[draft.kind]:
        proposed = question.when(draft.answers) and not question.explicit
        default = question.default(draft.answers, draft.setting) if proposed else ""
        wrong += _given(draft, question, options, say, default)
    given = {question.key for question in QUESTIONS[draft.kind] if getattr(options, question.key.replace("-", "_"))}
    needed = [f"--{one.key}" for one in draft.open_questions() if one.needed and one.key not in given]
    if needed:
        return usage(say("missing", options=" ".join(needed)))
    return FOUND if wrong else OK


def prompt_of(draft: Draft, question: Question, say: Strings) -> Prompt:
    """The question in words."""
    rows = Strings(say.language, "questions")
    why = catalogue("questions")[question.key].get(f"why_{say.language}", "")
    labels = {
        code: term(question.terms, code).label(say.language) if question.terms else code for code in question.words()
    }
    return Prompt(
        rows(question.key),
        why.replace("{number}", next_number(draft.setting.slugs)),
        question.default(draft.answers, draft.setting),
        question.required,
        question.many,
        labels,
    )


def faults_of(draft: Draft, question: Question, say: Strings, text: str) -> list[str]:
    """Take an answer in; what is wrong with it, in words."""
    # A page has one line for an entry; only bodies have paragraphs.
    text = " ".join(text.split()) if question.at or question.key in ("slug", "day") else text.strip()
    found = draft.try_answer(question, with_codes(question, text))
    if not found and question.key in ("slug", "day") and draft.answers.get("slug") and draft.path_taken:
        path = draft.file.relative_to(draft.content.parent).as_posix()
        del draft.answers[question.key]
        return [say("exists", path=path)]
    return list(dict.fromkeys(_in_words(problem, say.language) for problem in found))


def _in_words(problem: Problem, language: str) -> str:
    hint = problem.hint(language)
    return problem.message(language) + (f" ({hint})" if hint else "")


def write(draft: Draft, say: Strings) -> int:
    """Write a new page, unless a check would refuse it. Warnings are told."""
    file, problems = draft.file, draft.problems()
    for problem in problems:
        print(one_line(problem, say.language), file=sys.stderr)
    shown = Path(os.path.relpath(file)).as_posix()
    if wrong := errors(problems):
        print(say.plural("refused", len(wrong), path=shown), file=sys.stderr)
        return FOUND
    try:
        create(file, draft.text)
    except FileExistsError:
        return usage(say("exists", path=shown))
    except OSError as error:
        return usage(say("unwritable", path=shown, reason=error.strerror))
    print(say("written", path=shown))
    print(say("next-translation" if len(draft.index.languages) > 1 else "next-reading", path=shown))
    return OK
