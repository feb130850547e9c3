"""Two texts by words and sign by sign."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from emptychair.review import word_diff
from emptychair.review.marked_text import paragraphs
from emptychair.review.word_diff import Piece, changed_passages, pieces_by_sign, pieces_by_word

TEXTS = st.text("ab .\n李四。", max_size=40)


def shown(before: str, after: str) -> str:
    """The pieces, removed ones in square brackets and added ones in braces."""
    signs = {"kept": "{}", "removed": "[{}]", "added": "{{{}}}"}
    return "".join(signs[kind].format(text) for kind, text in pieces_by_word(before, after))


def test_by_words_and_by_chinese_signs() -> None:
    """A phrase is one change; a line more begins where a line ends; texts with little in common stand whole."""
    cases = {
        ("Please release him.", "Please execute him."): "Please [release]{execute} him.",
        ("one two three four five six", "one 2 3 four five six"): "one [two three]{2 3} four five six",
        ("请释放蓝灯先生。", "请处决蓝灯先生。"): "请[释放]{处决}蓝灯先生。",
        ("I ask.", "I ask.\nNow."): "I ask.{\nNow.}",
        ("all is well", "nothing here"): "[all is well]{nothing here}",
    }
    assert {pair: shown(*pair) for pair in cases} == cases


def test_one_letter_of_an_address() -> None:
    """It is found by itself."""
    assert pieces_by_sign("a@office.cn", "a@offlce.cn") == [
        Piece("kept", "a@off"), Piece("removed", "i"), Piece("added", "l"), Piece("kept", "ce.cn")
    ]  # fmt: skip


@given(TEXTS, TEXTS)
def test_nothing_is_lost(before: str, after: str) -> None:
    """What is kept and removed is the text before, what is kept and added the text after."""
    for pieces in (pieces_by_word(before, after), pieces_by_sign(before, after)):
        assert "".join(text for kind, text in pieces if kind != "added") == before
        assert "".join(text for kind, text in pieces if kind != "removed") == after


def test_a_long_passage_is_given_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing it word by word would take too long; what both begin and end with is still kept."""
    monkeypatch.setattr(word_diff, "COMPARED", 4)
    assert shown("a b c d e f g h i j", "a x c y e f g h i j") == "a [b c d]{x c y} e f g h i j"


def test_only_passages_that_differ() -> None:
    """Each run of paragraphs by itself; long words that stay are passed over."""
    assert changed_passages(["a", "b", "c", "d"], ["a", "B", "c", "d", "e"]) == [("b", "B"), ("", "e")]
    (line,) = paragraphs([Piece("kept", "x" * 1000), Piece("added", "y")])
    assert line == f"{'x' * 160} … {'x' * 160}<ins>y</ins>"
