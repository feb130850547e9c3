"""Line ends and signs that nobody sees: every problem on the line and at the field where it is."""

import pytest

from emptychair.front_matter.document import parse_page, parse_register
from for_each import for_each
from front_matter.small_page import codes, page


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("fault", ["b: &x c", "b:", "b: c\nb: d"])
def test_other_line_ends_make_no_difference(sign: str, fault: str) -> None:
    """Signs that YAML takes for line ends are told, move no line number, and hide nothing below them."""
    _, problems = page(f'a: "x{sign * 4}y"\n{fault}')
    last = 3 + fault.count("\n")
    assert [(problem.line, problem.code == "hidden-sign") for problem in problems] == [(2, True), (last, False)]


@for_each("end", ["\r", "\r\n"])
def test_line_ends_of_other_machines_are_line_ends(end: str) -> None:
    """A file of an old machine has its faults on the lines that an editor shows."""
    _, problems = parse_page("a.md", end.join(["---", 'a: "b"', "c:", "---", "Words."]))
    assert [(problem.line, problem.code) for problem in problems] == [(3, "empty-value")]


@for_each(
    "front_matter, at",
    [
        ('a: "x\u2028y"', (2, "a")),
        ("a: b\nlist:\n  - x\u200by", (4, "list.1")),
        ("a\u200bb: c", (2, "a b")),
        ('a: b\nc: "x\\x07y"', (3, "c")),
    ],
)
def test_a_sign_that_nobody_sees_is_told_at_its_entry(front_matter: str, at: tuple[int, str]) -> None:
    """In a text, in an item, in a key, as it is or as an escape; once."""
    assert [(problem.line, problem.field, problem.code) for problem in page(front_matter)[1]] == [(*at, "hidden-sign")]


def test_a_cut_text_is_named_by_its_own_field() -> None:
    """The comma is in the text, so the field is the text; the second comma cut the same one."""
    _, problems = page("events:\n  - {id: taken, text: Taken from home, with no warrant, at night.}")
    assert {problem.field for problem in problems} == {"events.taken.text"}


def test_a_second_document_is_told_on_its_line() -> None:
    """The line of dashes in the middle is the line of the problem."""
    _, problems = parse_register("a.yml", "a: b\nc: d\n---\ne: f\n")
    assert [problem.line for problem in problems] == [3]


def test_an_empty_value_in_braces_is_an_empty_value() -> None:
    """Where a colon was typed, no comma made the key."""
    assert codes(page("a: {b: , c: d}")[1]) == ["empty-value"]


def test_a_key_that_only_a_bracket_made_is_named_by_what_is_around_it() -> None:
    """No field ends in a dot."""
    assert [problem.field for problem in page("words: {taken：在家}")[1]] == ["words"]
