"""Rules about the values of an action, and about its letters."""

import re
from collections.abc import Iterator

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import Action
from emptychair.rules.index import Entry, Index
from emptychair.text.dates import PartialDate, add_months
from emptychair.text.letter_sections import split_letters
from emptychair.text.problems import Problem
from emptychair.text.run_on_lists import PLAIN_ITEM, run_on_lists
from emptychair.text.wide_markdown import wide_markdown

REVIEW_WITHIN_MONTHS = 6
# Emphasis, links, code, HTML, rules and tables anywhere; lists and quotations where a paragraph begins.
MARKUP = re.compile(
    r"(?<!\w)[*_]{1,3}(?=[^\s*_])|\][(\[]|`|<[A-Za-z/!]|^[ \t]*#|^[ \t]*(?:[-*_][ \t]*){3,}$|^[ \t]*\|"
    r"|(?:\A|\n[ \t]*\n)[ \t]*(?:[-*+]|[0-9]{1,9}\.|>)[ \t]",
    re.MULTILINE,
)
# What a page shows as a sign, and a letter as it stands: entities, escapes, attributes, notes, struck out text.
CODE = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{1,6}|#x[0-9A-Fa-f]{1,6});|\\[!-/:-@\[-`{-~]|\{:?[ ]*[.#]|\[\^|~~")


def _action(entry: Entry) -> Action | None:
    return entry.values.action if entry.values else None


def deadline_after_issue(entry: Entry, index: Index) -> Iterator[Problem]:
    """A deadline is not before the day on which the action was issued, and is one day."""
    action = _action(entry)
    if action is None or not isinstance(action.until, PartialDate):
        return
    if not action.until.exact:
        yield entry.document.problem(("action", "until"), "deadline-not-a-day", found=str(action.until))
    elif action.until.latest < action.known_from:
        values = {"found": str(action.until), "issued": str(action.issued)}
        yield entry.document.problem(("action", "until"), "deadline-before-issue", **values)


def ongoing_is_reviewed(entry: Entry, index: Index) -> Iterator[Problem]:
    """An action without a deadline says by when it is reviewed: at most six months after the page was updated."""
    action = _action(entry)
    if action is None or entry.values is None:
        return
    if action.until != "ongoing":
        if action.review_by:
            yield entry.document.problem(("action", "review_by"), "review-of-deadline")
    elif action.review_by is None:
        yield entry.document.problem(("action", "review_by"), "ongoing-without-review")
    elif entry.values.updated and action.review_by > (limit := add_months(entry.values.updated, REVIEW_WITHIN_MONTHS)):
        values = {"found": action.review_by.isoformat(), "limit": limit.isoformat()}
        yield entry.document.problem(("action", "review_by"), "review-too-late", **values)


def outcomes_of_its_cases(entry: Entry, index: Index) -> Iterator[Problem]:
    """An outcome is of a case of this action, and no case has two."""
    action = _action(entry)
    seen: set[str] = set()
    for number, outcome in enumerate(action.outcomes if action else ()):
        at: Path = ("action", "outcomes", number, "case")
        known = outcome.case in index.slugs["cases"]
        if action and known and (outcome.case not in action.cases or outcome.case in seen):
            yield entry.document.problem(at, "outcome-of-other-case", found=outcome.case)
        seen.add(outcome.case)


def action_has_letter(entry: Entry, index: Index) -> Iterator[Problem]:
    """The page of an action holds a letter, below a heading with the id `letter`, in each language it exists in."""
    if entry.kind == "action" and "letter" not in entry.outline.ids:
        yield Problem(entry.document.path, entry.document.body_line, "", "no-letter")


def letters_are_plain(entry: Entry, index: Index) -> Iterator[Problem]:
    """A letter holds plain paragraphs and nothing else: it is printed, posted and sent as text."""
    if entry.kind != "action":
        return
    lines = {heading.id: heading.line for heading in entry.outline.headings}
    body = entry.document.body.split("\n")
    for letter, text in split_letters(entry.document.body)[1].items():
        below = (number for number in range(lines[letter] + 1, len(body)) if body[number].strip())
        first = next(below) if text else lines[letter]
        for line, code, found in _faults_of_letter(letter, text):
            yield Problem(entry.document.path, entry.document.body_line + first + line, "", code, {"found": found})


def _faults_of_letter(letter: str, text: str) -> Iterator[tuple[int, str, str]]:
    """The faults of the text of a letter, one to a line: its line from 0, its code, what was found."""
    if not text:
        yield 0, "empty-letter", letter
    told: set[int] = set()
    for line, code, found in (*_signs_in(text), *_lists_in(text)):
        if line not in told:
            told.add(line)
            yield line, code, found


def _signs_in(text: str) -> Iterator[tuple[int, str, str]]:
    for pattern, code in ((MARKUP, "letter-with-markup"), (CODE, "letter-with-code")):
        for match in pattern.finditer(text):
            at = match.start() + len(match[0]) - len(match[0].lstrip())
            yield text.count("\n", 0, at), code, match[0].strip()
    for line, found, _ in wide_markdown(text, lists=False):
        yield line, "letter-with-markup", found


def _lists_in(text: str) -> Iterator[tuple[int, str, str]]:
    for line, sign in run_on_lists(text, PLAIN_ITEM):
        yield line, "letter-with-list", sign


# Of the values of a source page; a letter stands in every language, and is read in each.
SOURCE_RULES = (
    deadline_after_issue,
    ongoing_is_reviewed,
    outcomes_of_its_cases,
)
RULES = (*SOURCE_RULES, action_has_letter, letters_are_plain)
