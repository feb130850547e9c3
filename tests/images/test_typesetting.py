"""Lines of both scripts: nothing is lost, nothing is too wide, no sign stands where it may not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from emptychair.images.typesetting import CLOSING, ELLIPSIS, break_lines, fit
from for_each import for_each

TEXTS = st.text(alphabet="ab yz中文字，。（）“”…-1 ", max_size=60)


def wide(text: str) -> float:
    """A Latin letter is 1 wide, a Chinese sign 2."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


@for_each(
    "text, width, lines",
    [
        ("", 10, []),
        ("   ", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 20, ["one two"]),
        ("extraordinary", 5, ["extra", "ordin", "ary"]),
        ("危志立的案件", 6, ["危志立", "的案件"]),
        ("危志立，同事", 6, ["危志", "立，同", "事"]),
        ("他说（是）的", 6, ["他说", "（是）", "的"]),
        ("在Nowhere渡口", 9, ["在Nowhere", "渡口"]),
        ("a", 0, ["a"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    """Words stay whole where a line can hold them, Chinese is parted between signs, punctuation hangs on."""
    assert break_lines(text, width, wide) == lines


@given(TEXTS, st.integers(8, 30))
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int) -> None:
    """Every sign stands in a line that fits, and no line begins or ends with a blank."""
    lines = break_lines(text, width, wide)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(wide(line) <= width and line == line.strip() and line for line in lines)


@for_each("width", range(8, 26))
def test_no_line_begins_with_a_closing_sign(width: int) -> None:
    """Where a line can hold a sign with what hangs on it (Requirements for Chinese Text Layout, 3.1.4)."""
    text = "她说：“我们等你。”他（同事）也在，他们等了十年……还在等。"
    assert not [line for line in break_lines(text, width, wide) if line[0] in CLOSING]


def test_the_largest_size_that_holds_the_text() -> None:
    """Steps are tried in their order; in the last one the text is cut."""

    def measure_at(size: int):  # type: ignore[no-untyped-def]
        return lambda text: size * wide(text)

    steps = ((4, 1), (2, 2), (1, 2))
    assert fit("short", steps, 24, measure_at).size == 4
    assert fit("some more words", steps, 24, measure_at).lines == ("some more", "words")
    last = fit("many words that no size of them can hold in two lines", steps, 24, measure_at)
    assert last.size == 1
    assert len(last.lines) == 2
    assert last.lines[-1].endswith(ELLIPSIS)
    assert all(wide(line) <= 24 for line in last.lines)
