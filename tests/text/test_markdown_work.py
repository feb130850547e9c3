"""Any body can be read, and the work of it grows with its length."""

from collections.abc import Callable
from math import isqrt

from hypothesis import given
from hypothesis import strategies as st

from emptychair.text.letter_sections import split_letters
from emptychair.text.markdown_outline import read_outline
from emptychair.text.unseen_markdown import unseen_spans
from for_each import for_each
from work import growth, not_for_ever


@given(st.text(alphabet="#{}[]()<>@`~-=a b.\n中letter", max_size=80))
def test_any_body_can_be_read(body: str) -> None:
    """No body makes the reader fail; its headings and links stand on lines that exist; no letter is lost."""
    outline = read_outline(body)
    lines = body.count("\n")
    found = [heading.line for heading in outline.headings] + [link.line for link in outline.links]
    assert all(0 <= line <= lines for line in found)
    assert set(split_letters(body)[1]) <= {heading.id for heading in outline.headings}


# What is long in a page that somebody wants to be slow, or wrote by accident: a length -> a body about so long.
LONG_BODIES: dict[str, Callable[[int], str]] = {
    "brackets": lambda size: "[" * size,
    "open links": lambda size: "[a" * (size // 2),
    "closed brackets": lambda size: "[a]" * (size // 3),
    "ticks": lambda size: "`" * size,
    "angles": lambda size: "<" * size,
    "hashes": lambda size: "# " * (size // 2),
    "quotes": lambda size: "> " * (size // 2),
    "Chinese": lambda size: "字" * (size // 3),
    "headings": lambda size: "a\n---\n" * (size // 6),
    "definitions": lambda size: "[a]: b\n" * (size // 7),
    "blanks in a heading": lambda size: "## a" + " " * size + "x",
    "braces in a heading": lambda size: "## " + "{#" * (size // 2),
    "a link that does not close": lambda size: "[a](" + "b" * size,
    "addresses that do not close": lambda size: "<http:" * (size // 6),
    "a word beside an @": lambda size: "a" * size + " @",
    "ticks that do not close": lambda size: "[" + "`" * size,
    "ticks of every length": lambda size: "[" + "".join("`" * number + "a" for number in range(isqrt(2 * size))),
    "brackets that did not open": lambda size: "[" + "](a " * (size // 4),
}


@for_each("name", LONG_BODIES)
def test_the_work_of_reading_grows_with_the_body(name: str) -> None:
    """Twice as long a body is about twice the work, whatever it is made of."""
    assert growth(lambda size: read_outline(LONG_BODIES[name](size)), 8_000) < 2.5


@for_each("name", LONG_BODIES)
def test_no_long_body_stops_the_build(name: str) -> None:
    """Three times as much as a page may hold is read, also by patterns whose steps nobody can count."""
    with not_for_ever():
        assert read_outline(LONG_BODIES[name](200_000))
        list(unseen_spans(LONG_BODIES[name](200_000)))
