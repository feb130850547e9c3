"""Issue forms: data that the forms and the reader share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from campaign_outputs import LANGUAGES
from emptychair.editing.issue_form import forms, read_issue
from emptychair.text.vocabulary import terms
from for_each import for_each
from issue_texts import CASE_VALUES, form

if TYPE_CHECKING:
    pass


@pytest.mark.parametrize("name", forms())
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_of_a_form_are_different(name: str, language: str) -> None:
    """In each language; every term list exists; every dropdown has one; safety stands first."""
    rows = forms()[name]
    assert len({row[language] for row in rows.values()}) == len(rows)
    assert next(iter(rows)) == "safety"
    for row in rows.values():
        assert row["type"] in {"input", "textarea", "dropdown", "checkboxes"}
        assert (row["type"] == "dropdown") == ("terms" in row)
        assert all(choice[language] for choice in row.get("choices", {}).values())
        assert not row.get("terms") or terms(row["terms"])


@pytest.mark.parametrize("name", forms())
@pytest.mark.parametrize("language", [*LANGUAGES, "zh-Hant"])
def test_a_form_is_known_by_its_labels(name: str, language: str) -> None:
    """Which form, which language, which values; empty fields are none; Windows' line ends are."""
    values = {field: "x" for field, row in forms()[name].items() if row["type"] in ("input", "textarea")}
    for field, row in forms()[name].items():
        if row["type"] == "dropdown":
            values[field] = next(iter(terms(row["terms"])))
    issue = read_issue(form(name, values, language).replace("\n", "\r\n"))
    assert (issue.form, issue.language, dict(issue.values), issue.unticked) == (name, language, values, ())
    fewer = {field: value for field, value in values.items() if forms()[name][field].get("required")}
    assert dict(read_issue(form(name, fewer, language)).values) == fewer


def test_every_option_of_every_list_is_read_back() -> None:
    """`label (code)` gives the code, several give several, also where a label has brackets or commas."""
    for name, rows in forms().items():
        for field, row in rows.items():
            codes = list(terms(row["terms"])) if row["type"] == "dropdown" else []
            for code in codes:
                assert read_issue(form(name, {field: code}, "zh")).values[field] == code
    roles = "Journalist (journalist), Editor (editor)"
    assert read_issue(form("new-case", {"roles": roles})).values["roles"] == "journalist, editor"


@for_each("text", ["", "Hello.", "### Title\n\nx", "### Before you send\n\n- [X] x\n"])
def test_what_is_no_form_is_refused(text: str) -> None:
    """ValueError, for a command to tell."""
    with pytest.raises(ValueError, match="no form"):
        read_issue(text)


def test_a_promise_that_was_not_ticked_is_told() -> None:
    """The editor decides."""
    assert len(read_issue(form("new-case", CASE_VALUES, ticked=" ")).unticked) == 3


def test_a_label_within_an_answer_is_text() -> None:
    """Only the next labels of the form end an answer: nobody goes back to fill a field again."""
    values = CASE_VALUES | {"story": "One.\n\n### Title of the published source\n\nAnother title"}
    issue = read_issue(form("new-case", values))
    assert issue.values["source-title"] == "A paper"
    assert "Another title" in issue.values["story"]


def test_fences_around_an_answer_are_taken_off() -> None:
    """A field that renders as code comes in ticks."""
    text = form("new-case", CASE_VALUES | {"story": "```text\nShe is an editor.\n```"})
    assert read_issue(text).values["story"] == "She is an editor."
