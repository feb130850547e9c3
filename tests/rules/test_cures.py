"""Cures, followed to the letter by a program: the message is gone, and no other has come that could be foreseen.

Those of facts against each other are followed in test_facts_together.py.
"""

from __future__ import annotations

from content_factory import Content
from emptychair.text.problems import Problem
from faults import FAULTS
from faults.rows import Fault
from faults.together import TOGETHER_FAULTS
from rules.cure_reader import followed, may_be_followed, offered

# What comes to light only then, by row. Of one page alone: its translation is older then, or has not got the same.
STALE, OTHER_PAGE = "stale-translation", {"links-differ", "names-differ", "heading-missing"}
OF_ONE_PAGE = {
    **{name: {STALE} for name in ("later-than-updated", "added-later-than-updated")},
    **dict.fromkeys(("heading-without-id", "heading-without-id-underlined", "mailto", "script-link"), OTHER_PAGE),
    **dict.fromkeys(("link-without-scheme", "more-than-the-address-of-contact", "link-to-page-off"), OTHER_PAGE),
    **dict.fromkeys(("withdrawn-name", "name-run-together"), OTHER_PAGE),
}
# What is a list, a heading, a colour or a name now is judged as one.
AS_IT_IS_NOW = {
    "must-be-list": {"outside-consent"},
    "must-be-list-of-items": {"must-be-mapping"},
    "wide-heading": {"heading-without-id"},
    "bad-colour": {"colour-of-one-scheme"},
    **{name: {"name-run-together"} for name in ("hidden-sign", "joiner-between-latin")},
}
FORESEEN = OF_ONE_PAGE | AS_IT_IS_NOW


def only_problem(row: Fault, content: Content) -> Problem:
    """The problem of a row, with its folder as it is then on disk."""
    (problem,) = content.edit(*row.edits).load().problems
    return problem


def left_after(row: Fault, content: Content) -> set[str] | None:
    """The codes of what is left after the cure of a row; None where it says nothing that a program can do."""
    problem = only_problem(row, content)
    path = problem.path.removeprefix("content/")
    text = content.files.get(path)
    cured = followed(problem, text) if isinstance(text, str) and text else None
    return None if cured is None else {one.code for one in content.put(path, cured).load().problems}


def test_a_cure_clears_its_message(content: Content) -> None:
    """Of more than a hundred mistakes; each row of the table of faults whose hint says what to write or to take out."""
    rows = [row for row in FAULTS if row not in TOGETHER_FAULTS and may_be_followed(row.code)]
    left = {row.name: left_after(row, Content(content.root)) for row in rows}
    done = {name: codes for name, codes in left.items() if codes is not None}
    assert len(done) > 100
    assert {name: codes for name, codes in done.items() if not codes <= FORESEEN.get(name, set())} == {}
    codes = {row.name: row.code for row in rows}
    assert [name for name, found in done.items() if codes[name] in found] == []


def test_a_cure_offers_the_same_in_both_languages(content: Content) -> None:
    """What is to be written stands in the Chinese hint as in the English one."""
    problems = [only_problem(row, Content(content.root)) for row in FAULTS if row.code in OFFERING]
    offers = [(problem, offered(problem)) for problem in problems]
    assert len([offer for _, offer in offers if offer]) > 30
    assert [(problem.code, offer) for problem, offer in offers if offer not in problem.hint("zh")] == []


# Codes whose hint names what to write, in letters of any language.
OFFERING = {
    *("unknown-key", "unknown-term", "bad-date", "bad-day", "no-such-day", "no-such-month", "translates-ahead"),
    *("email-in-capitals", "must-be-true-or-false", "later-than-updated", "contrast-in-light-scheme", "look-alike"),
    *("contrast-in-dark-scheme", "colour-of-one-scheme", "unknown-case", "unknown-action", "unknown-recipient"),
    *("unknown-source", "unknown-word", "word-without-item", "wide-markdown", "hashtag-at-start", "bad-colour"),
    *("outside-consent", "two-pages-of-one-person", "bad-tag-uri", "key-elsewhere"),
}
