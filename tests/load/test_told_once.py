"""Each fault is told, once, on its line, and never as an exception."""

import os
from ipaddress import IPv4Address

import pytest

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, MINIMAL, SETTINGS, UPDATE, Content, above, codes
from emptychair.front_matter.document import parse_page
from emptychair.record.field_types import Fact
from emptychair.record.validation import validate
from for_each import for_each


@for_each(
    "follows, code, field",
    [
        ('\n    title: "An older one"\n    url: javascript:x', "bad-link", "action.follows.url"),
        ('\n    title: "An older one"\n    ulr: "https://example.org/"', "unknown-key", "action.follows.ulr"),
        ('\n    url: "https://example.org/"', "missing", "action.follows.title"),
    ],
)
def test_a_document_outside_has_fields_of_its_own(follows: str, code: str, field: str, content: Content) -> None:
    """What is wrong in it is told once, at its field."""
    loaded = content.edit(above(ACTION, "  demands:", f"  follows:{follows}")).load()
    assert [(problem.code, problem.field) for problem in loaded.problems] == [(code, field)]


# --- what was not so once


@for_each("name", ["2020-13-45-news", "2020-02-30-news"])
def test_an_update_begins_with_a_day_that_exists(name: str, content: Content) -> None:
    """The 30th of February is no day of an update."""
    assert codes(content.put(f"en/updates/{name}.md", MINIMAL[UPDATE]).load()) == ["bad-file-name"]


def test_an_update_is_not_later_than_its_page(content: Content) -> None:
    """The date in the name of an update is a date of its page."""
    assert codes(content.put("en/updates/2021-01-01-news.md", MINIMAL[UPDATE]).load()) == ["later-than-updated"]


@for_each("text", ["---\n---\nWords.\n", "---\n# a remark\n---\nWords.\n"])
def test_an_empty_front_matter_is_told(text: str, content: Content) -> None:
    """A page that is not published is told."""
    assert content.put("en/about.md", text).lines()


def test_report_to_of_the_settings_is_a_recipient(content: Content) -> None:
    """The settings name only recipients that exist."""
    assert codes(content.edit(above(SETTINGS, "sample: true", "report_to: nobody")).load()) == ["unknown-recipient"]


@for_each(
    "path, old, new",
    [(UPDATE, '"News of Li Si"', '""'), (CASE, 'en: "Li Si"', 'en: " "'), (ACTION, '"Let Li Si see a lawyer."', '""')],
)
def test_a_text_in_quotes_is_not_empty(path: str, old: str, new: str, content: Content) -> None:
    """A title, a name and a demand say something."""
    assert content.swap(path, old, new).lines()


@for_each(
    "path, old, new",
    [
        (ACTION, "[li-si]", "[Li-Si]"),
        (ACTION, "recipient: police", "recipient: The Police"),
        (ACTION, "- id: lawyer", "- id: Lawyer"),
        (ACTION, "- recipient: police", "- recipient: police\n      cc: maybe"),
        (ACTION, "until: 2020-06-24", "until: [2020-06-24]"),
        (ACTION, "until: 2020-06-24", "until: 2020-06-24\n  follows: Before"),
        (CASE_ZH, "translates: 2020-06-01", "translates: 2020-6-1"),
        (CASE, "kind: person", "kind: group\n  count_is: about"),
        (CASE, "workers.\n", "workers.\n\n## A\n\n## B\n"),
    ],
)
def test_a_fault_is_told_once(path: str, old: str, new: str, content: Content) -> None:
    """One fault is one problem (two headings without an id are two)."""
    content.swap(path, old, new)
    if path == CASE_ZH or "Lawyer" in new:
        content.files[ACTION_ZH] = (
            MINIMAL[ACTION_ZH].replace("lawyer:", "Lawyer:") if "Lawyer" in new else MINIMAL[ACTION_ZH]
        )
    assert len(content.load().problems) == (2 if "## B" in new else 1)


def test_a_list_of_sources_is_a_problem(content: Content) -> None:
    """Sources written as a list are told, also where the translation has words for them."""
    content.swap(CASE, "    paper:\n      title", "    - id: paper\n      title")
    content.swap(CASE_ZH, "words:\n", 'words:\n  sources:\n    paper: "报纸"\n')
    assert "must-be-mapping" in codes(content.load())


def test_a_far_year_is_a_problem(content: Content) -> None:
    """A year typed wrong is told, and no exception."""
    content.swap(ACTION, "updated: 2020-06-01", "updated: 9999-12-31").swap(
        ACTION, "until: 2020-06-24", "until: ongoing\n  review_by: 2020-08-01"
    )
    assert content.lines()


@for_each(
    "path, old, new",
    [
        (CASE, "organised workers", "organised\x08workers"),
        (UPDATE, '"News', '"\\x08News'),
        (UPDATE, '"News', '"\u202eNews'),
    ],
)
def test_no_sign_that_nobody_sees(path: str, old: str, new: str, content: Content) -> None:
    """Control signs and signs that turn the reading order are told in bodies and in front matter."""
    assert content.swap(path, old, new).lines()


class Strange(Fact):
    """A model with a type for which no row of problems.yml was made."""

    address: IPv4Address


def test_a_fault_that_nobody_foresaw_is_told(content: Content) -> None:
    """What the library says for itself is told as it is, at its field, and is no exception."""
    page, problems = validate(Strange, parse_page("a.md", "---\naddress: here\n---\n")[0])
    assert page is None
    assert [(problem.line, problem.field, problem.code) for problem in problems] == [(2, "address", "bad-value")]
    assert problems[0].message("en").startswith("the value cannot be used: ")


def test_the_message_of_a_wrong_day_is_ours(content: Content) -> None:
    """A list where a day belongs is told in our words, in both languages."""
    (line,) = content.swap(UPDATE, "updated: 2020-06-01", "updated: [2020-06-01]").lines("zh")
    assert "Input" not in line


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_name_that_is_not_utf8_can_be_told(content: Content) -> None:
    """The problem with such a name can be printed."""
    folder = content.write()
    (folder / os.fsdecode(b"en/\xff.md")).write_text("x", encoding="utf-8")
    (problem,) = content.read(folder).problems
    assert problem.message("en").encode()


def test_a_list_of_what_an_action_follows_is_one_fault(content: Content) -> None:
    """An action follows one other."""
    assert len(content.edit(above(ACTION, "  demands:", "  follows: [write]")).load().problems) == 1
