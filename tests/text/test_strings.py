"""The sentences of the site."""

import pytest

from emptychair.text import strings
from emptychair.text.strings import Strings, catalogue, read_rows

ROWS = {
    "people": {"en": "{count} people", "zh": "{count}人"},
    "people-one": {"en": "{count} person", "zh": "{count}人"},
    "days": {"en": "{count} days of {month}", "zh": "{month}有{count}天"},
    "plain": {"en": "braces { stay", "zh": "括号"},
}


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of its own."""
    monkeypatch.setattr(strings, "catalogue", {"pages": ROWS}.__getitem__)


@pytest.mark.parametrize(
    ("language", "key", "count", "text"),
    [
        ("en", "people", 1, "1 person"),
        ("en", "people", 0, "0 people"),
        ("en", "people", 2, "2 people"),
        ("zh", "people", 1, "1人"),
        ("en", "days", 1, "1 days of May"),
        ("zh", "days", 3, "May有3天"),
    ],
)
def test_a_number_chooses_its_row(rows: None, language: str, key: str, count: int, text: str) -> None:
    """One has a row of its own where there is one; every language fills its own order of words."""
    assert Strings(language).plural(key, count, month="May") == text


def test_a_sentence_without_values_is_as_it_stands(rows: None) -> None:
    """Braces are placeholders only where values are given."""
    assert Strings("en")("plain") == "braces { stay"


@pytest.mark.parametrize(("key", "values"), [("nothing", {}), ("days", {"count": 1})])
def test_a_missing_row_or_value_is_an_error(rows: None, key: str, values: dict[str, object]) -> None:
    """A page never shows a key or an empty place instead of a sentence."""
    with pytest.raises(KeyError):
        Strings("en")(key, **values)


def test_every_scalar_is_text() -> None:
    """Numbers, NO and true in a data file stay as they are written."""
    assert all(isinstance(text, str) for row in catalogue("problems").values() for text in row.values())
    assert read_rows("vocabulary", "verification")["confirmed"]["order"] == "1"
