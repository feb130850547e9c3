"""What is made of a filled form: a page that is written, or the entries of a correction; and what found no place."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from emptychair.as_of.translation_coverage import words_of
from emptychair.commands.common import FOUND, OK, USAGE, usage
from emptychair.commands.new import write
from emptychair.commands.new_translation import lacking_language, write_translation
from emptychair.commands.progress import progress
from emptychair.commands.prompt import NoAnswerError, Prompt, ask, can_ask
from emptychair.editing.choices import Choice
from emptychair.editing.form_dates import with_chosen_dates
from emptychair.editing.issue_form import Issue, forms
from emptychair.editing.page_from_issue import case_of, correction_of, labels_of, record_named, translation_of
from emptychair.load.load import Loaded, load
from emptychair.text.clock import EPOCH, today
from emptychair.text.hidden_characters import printable
from emptychair.text.problems import Problem, one_line, words
from emptychair.text.strings import Strings


def write_form(issue: Issue, content: Path, say: Strings) -> int:
    """Write the page that a form gives, or print its correction. Returns the exit status."""
    rows = forms()[issue.form].items()
    if lacking := [row[issue.language] for field, row in rows if row.get("required") and field not in issue.values]:
        needed = (say("left-over", label=label, text=say("needed")) for label in lacking)
        print(*needed, say("stopped"), sep="\n", file=sys.stderr)
        return FOUND
    try:
        issue = with_chosen_dates(issue, partial(_choose, say)) if can_ask() else issue
    except NoAnswerError:
        print(say("stopped"), file=sys.stderr)
        return USAGE
    with progress(say("reading", path=content)):
        loaded = load(content)
    zone = loaded.campaign.settings.timezone if loaded.campaign else "UTC"
    try:
        day = today(zone, os.environ)
    except ValueError:
        return usage(Strings(say.language, "commands")("no-epoch", found=os.environ[EPOCH]))
    if issue.form == "new-case":
        return _write_case(issue, content, loaded, day, say)
    return _about_a_page(issue, content, loaded, day, say)


def _choose(say: Strings, label: str, typed: str, readings: tuple[str, ...]) -> str:
    """Ask what a date means that can mean several; "" where whoever is asked does not know."""
    words = say("left-over", label=label, text=printable(typed))
    prompt = Prompt(words, required=False, choices=[Choice(one) for one in readings])
    known = ", ".join(readings)
    return ask(
        prompt, lambda answer: [] if answer in readings else [say("choose-among", found=answer, choices=known)], say
    )


def _write_case(issue: Issue, content: Path, loaded: Loaded, day: date, say: Strings) -> int:
    """A case: first what was left out, then what a check says of the page."""
    draft = case_of(issue, content, loaded.index, day, say.language)
    in_form = partial(_in_form, labels=labels_of(draft, issue), notes=draft.notes, say=say)
    told = {in_form(problem) for problem in draft.problems()}
    _tell_left_out([note for note in draft.notes if note not in told], say)
    return write(draft, say, in_form)


def _in_form(problem: Problem, labels: Mapping[str, str], notes: Iterable[str], say: Strings) -> str:
    """An error by the field of the form, for which its page, which is not written, has no line yet.

    What is missing because the form's answer could not be taken is told by that answer.
    """
    label = labels.get(problem.field)
    if not label or problem.severity != "error":
        return one_line(problem, say.language)
    noted = next((note for note in notes if note.startswith(label)), "") if problem.code == "missing" else ""
    return noted or say("left-over", label=label, text=words(replace(problem, field=""), say.language))


def _tell_left_out(notes: Iterable[str], say: Strings) -> None:
    lines = [printable(line) for note in notes for line in note.split("\n")]
    if lines:
        print(say("left-out"), *(f"  {line}" for line in lines), sep="\n", file=sys.stderr)


def _about_a_page(issue: Issue, content: Path, loaded: Loaded, day: date, say: Strings) -> int:
    """A translation is written beside its source page; a correction is printed."""
    named = issue.values.get("page", "")
    record = record_named(loaded.campaign, named) if loaded.campaign else None
    if record is None or loaded.campaign is None:
        return usage(say("no-page-named", found=printable(named[:80])))
    if issue.form == "correction":
        print(correction_of(issue, record), end="")
        return OK
    languages = loaded.campaign.languages
    spoken = issue.language in languages and issue.language != record.source
    language = issue.language if spoken else lacking_language(record, languages)
    if not language:
        return usage(say("not-into", source=record.source, known=", ".join(languages)))
    paths = list(words_of(record, loaded.campaign.recipients))
    text, notes = translation_of(issue, record, language, day, paths)
    status = write_translation(content, content / language / f"{record.path}.md", text, loaded, say)
    if status == OK:
        _tell_left_out(notes, say)
    return status
