"""What the tests rely on can fail: cases that are named, work that is counted, properties that tried something."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import golden_files
from for_each import for_each
from properties import not_empty, tried
from work import growth


def test_every_case_that_does_not_hold_is_named() -> None:
    """With its values and with what was found; and no case at all is a failure."""

    @for_each("number, word", [(1, "one"), (2, "two"), (3, "three")])
    def is_one(number: int, word: str) -> None:
        assert number == 1

    with pytest.raises(pytest.fail.Exception) as failure:
        is_one()
    told = str(failure.value)
    assert told.startswith("2 of 3 cases do not hold:\n2, 'two'\n")
    assert "3, 'three'\n" in told
    assert "AssertionError: assert 3 == 1" in told
    with pytest.raises(AssertionError, match="there is no case"):
        for_each("number", [])(is_one)()


def test_a_case_that_ends_itself_does_not_end_the_others() -> None:
    """Neither where it fails by pytest, nor where it would be skipped; a test that nobody awaits is refused."""

    @for_each("number", [1, 2, 3, 4])
    def is_big(number: int) -> None:
        if number == 1:
            pytest.skip("not today")
        if number == 2:
            pytest.fail("too small")
        with pytest.raises(ValueError, match="invalid literal"):
            int("3" if number == 3 else "four")

    with pytest.raises(pytest.fail.Exception) as failure:
        is_big()
    told = str(failure.value)
    assert told.startswith("3 of 4 cases do not hold:\n1\n")
    assert [word in told for word in ("not today", "too small", "DID NOT RAISE")] == [True, True, True]

    async def waits(number: int) -> None:
        assert number

    with pytest.raises(TypeError, match="waits"):
        for_each("number", [0])(waits)  # type: ignore[arg-type]


def test_work_that_grows_too_fast_is_seen() -> None:
    """Work that grows with the input doubles with it; work that grows with its square does not pass for that."""

    def pairs(size: int) -> None:
        for number in range(size):
            list(map(abs, range(number)))
            for _ in range(number):
                abs(number)

    assert 1.9 < growth(lambda size: [abs(number) for number in range(size)], 200) < 2.1
    assert growth(pairs, 100) > 3.5


@pytest.mark.parametrize(("least", "enough"), [(1, True), (10_000, False)])
def test_a_property_that_tried_too_little_fails(least: int, enough: bool) -> None:
    """How many examples came to the point is counted."""

    @not_empty(least)
    @given(st.integers())
    def of_any(number: int) -> None:
        tried()

    if enough:
        of_any()
        return
    with pytest.raises(AssertionError, match="examples came to what this property is about"):
        of_any()


def test_a_golden_file_that_is_written_anew_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it is what it was."""
    monkeypatch.setattr(golden_files, "GOLDEN", tmp_path)
    monkeypatch.setenv(golden_files.UPDATE, "1")
    for _ in range(2):
        with pytest.raises(pytest.fail.Exception, match="was written anew"):
            golden_files.assert_golden("a.txt", "words")
    monkeypatch.delenv(golden_files.UPDATE)
    golden_files.assert_golden("a.txt", "words")
