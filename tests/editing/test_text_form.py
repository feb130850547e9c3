"""Texts below the headings of a form, by those who have no account."""

from __future__ import annotations

import pytest

from campaign_outputs import LANGUAGES
from emptychair.editing.issue_form import forms, read_issue
from emptychair.editing.text_form import blank_form, read_text_form
from issue_texts import CASE_VALUES, form
from properties import not_empty, tried

TYPED = """\
A letter to the editors

Earlier events:
March 5, 2020: Summoned.
name in latin letters： Wang Wu
## **Where the person was from then on:** in custody
What the person does
\tEditor, 记者
Date of the newest event
1 May 2020
What happened: Police took Wang Wu.

Pronoun: x
Who the person is, in your words
She wrote:
What happened: nothing.
Before you send
☒ There are no relatives, children, diagnoses or pictures in it.
"""


def test_headings_are_found_as_people_write_them() -> None:
    """In any order, with an answer behind a colon, in capitals or not, broken off before what explains them."""
    issue = read_text_form(TYPED)
    assert (issue.form, issue.language) == ("new-case", "en")
    assert issue.values == {
        "earlier-events": "March 5, 2020: Summoned.",
        "name-latin": "Wang Wu",
        "event-status": "in-custody",
        "roles": "editor, journalist",
        "event-date": "1 May 2020",
        "event-text": "Police took Wang Wu.",
        "pronoun": "x",
        # A heading that comes again is text.
        "story": "She wrote:\nWhat happened: nothing.",
    }
    assert len(issue.unticked) == 2


@not_empty(6)
def test_a_text_gives_what_the_form_gives() -> None:
    """Each form in each language, as the code host writes it; a blank one gives nothing but its open promises."""
    for name in forms():
        for language in LANGUAGES:
            tried()
            values = {field: "x" for field, row in forms()[name].items() if row["type"] in ("input", "textarea")}
            text = form(name, values, language)
            assert read_text_form(text) == read_issue(text)
            blank = read_text_form(blank_form(name, language))
            assert (blank.form, blank.language, blank.values) == (name, language, {})
            assert blank.unticked == tuple(one[language] for one in forms()[name]["safety"]["choices"].values())


def test_one_heading_is_no_form() -> None:
    """A word of a text may happen to be one."""
    with pytest.raises(ValueError, match="no form"):
        read_text_form("Place: here\nHello.")
    assert read_text_form(form("new-case", CASE_VALUES)).values == CASE_VALUES
