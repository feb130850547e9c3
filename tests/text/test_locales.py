"""What CLDR knows of a language."""

import pytest

from emptychair.text.locales import (
    CATEGORIES,
    SERVED,
    cldr_text,
    direction,
    in_own_direction,
    left_to_right,
    plural_categories,
    plural_category,
    plural_rows,
    put_in,
    script,
    without_isolates,
)


def test_the_direction_and_the_script_of_a_language() -> None:
    """By its code as a site writes it; a code that CLDR does not know is written as English is."""
    found = {one: (direction(one), script(one)) for one in ("en", "zh", "zh-Hant", "ug", "he", "bo", "xx")}
    assert found == {
        "en": ("ltr", "Latn"),
        "zh": ("ltr", "Hans"),
        "zh-Hant": ("ltr", "Hant"),
        "ug": ("rtl", "Arab"),
        "he": ("rtl", "Hebr"),
        "bo": ("ltr", "Tibt"),
        "xx": ("ltr", "Latn"),
    }


def test_each_number_asks_for_a_form_that_its_language_has() -> None:
    """Chinese has one form, English two, Russian four, Arabic all six."""
    forms = {one: plural_categories(one) for one in ("zh", "en", "ru", "ar")}
    assert forms == {
        "zh": ("other",),
        "en": ("one", "other"),
        "ru": ("one", "few", "many", "other"),
        "ar": CATEGORIES,
    }
    for language, found in forms.items():
        assert {plural_category(language, count) for count in range(200)} <= set(found), language
    assert [plural_category("ru", count) for count in (1, 2, 5, 21)] == ["one", "few", "many", "one"]


def test_the_rows_that_a_language_must_have() -> None:
    """One for each of its plural forms of a sentence with a number, and every other row; names may end as forms do."""
    rows = ["days", "days-one", "plain", "part-two"]
    assert plural_rows(rows, "zh") == {"days", "plain", "part-two"}
    assert plural_rows(rows, "en") == set(rows)
    assert plural_rows(rows, "ru") == {*rows, "days-few", "days-many"}


def test_what_cldr_has_in_place_of_a_row() -> None:
    """Dates and lists, and nothing else."""
    assert {key: cldr_text(key, "he") for key in SERVED} == {
        "pattern-day": "d בMMMM y",
        "pattern-day-month": "d בMMMM",
        "pattern-month": "MMMM y",
        "pattern-year": "y",
        "list-join": ", ",
        "article-join": ", ",
        "and": " ו",
        "names-join": " ו",
    }
    with pytest.raises(KeyError):
        cldr_text("days", "he")


def test_only_a_text_from_right_to_left_needs_isolates() -> None:
    """For a number with blanks, for a date, for what fills a sentence and has letters that go to the right.

    A URL stays alone: what makes a link of it in a mail would take the sign along.
    """
    assert (left_to_right("+86 10", "en"), left_to_right("+86 10", "ug")) == ("+86 10", "\u2066+86 10\u2069")
    assert (in_own_direction("1-ماي", "zh"), in_own_direction("1-ماي", "ug")) == ("1-ماي", "\u20671-ماي\u2069")
    values = {"a": "Li Si 李四", "b": "لى سى", "c": 4, "d": "https://x.example/", "e": "\u2066+86 A\u2069"}
    assert put_in(values, "en") == values
    assert put_in(values, "ug") == values | {"a": "\u2068Li Si 李四\u2069", "c": "4"}
    assert without_isolates("\u20671-ماي\u2069, \u2068Li Si\u2069") == "1-ماي, Li Si"
