"""The sentences of the site."""

import pytest

from emptychair.text import strings
from emptychair.text.strings import Strings, catalogue, read_rows

ROWS = {
    "people": {"en": "{count} people", "zh": "{count}人", "ru": "{count} человека"},
    "people-one": {"en": "{count} person", "ru": "{count} человек"},
    "people-few": {"ru": "{count} люда"},
    "people-many": {"ru": "{count} людей"},
    "days": {"en": "{count} days of {month}", "zh": "{month}有{count}天"},
    "list-join": {"en": ", ", "zh": "、"},
    "to": {"en": "to {name}", "ug": "{name} غا"},
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
        ("ru", "people", 21, "21 человек"),
        ("ru", "people", 3, "3 люда"),
        ("ru", "people", 11, "11 людей"),
        ("en", "days", 1, "1 days of May"),
        ("zh", "days", 3, "May有3天"),
    ],
)
def test_a_number_chooses_its_row(rows: None, language: str, key: str, count: int, text: str) -> None:
    """Each plural form has a row of its own where there is one; every language fills its own order of words."""
    assert Strings(language).plural(key, count, month="May") == text


def test_scripts_get_every_plural_form(rows: None) -> None:
    """Unfilled, by its category."""
    assert Strings("zh").forms("people") == {"other": "{count}人"}
    assert Strings("en").forms("people") == {"one": "{count} person", "other": "{count} people"}
    assert set(Strings("ru").forms("people")) == {"one", "few", "many", "other"}


def test_a_language_may_leave_dates_and_lists_to_cldr(rows: None) -> None:
    """Where it has no row of its own; what has rows keeps them."""
    assert [Strings(one)("list-join") for one in ("en", "zh", "ar")] == [", ", "、", " و"]


def test_a_sentence_from_right_to_left_keeps_latin_names_apart(rows: None) -> None:
    """Else the signs beside the name go to its other end."""
    assert Strings("ug")("to", name="Li (Si)") == "\u2068Li (Si)\u2069 غا"
    assert Strings("en")("to", name="Li (Si)") == "to Li (Si)"


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
