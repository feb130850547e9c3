"""Dates as people type them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from emptychair.text.dates import parse_partial_date
from emptychair.text.typed_dates import readings_of
from properties import not_empty, share_of_examples, tried

DAY = "2024-03-05"
READ = {
    "2024-03-05": DAY,
    "2024年3月5日": DAY,
    "2024 年 3 月 5 号": DAY,
    "２０２４／３／５": DAY,
    "2024.3.5": DAY,
    "20240305": DAY,
    "二〇二四年三月五日": DAY,
    "二零二四年十二月二十五日": "2024-12-25",
    "2024年3月5日（星期二）": DAY,
    "5 March 2024": DAY,
    "5th of March, 2024.": DAY,
    "March 5, 2024": DAY,
    "MAR. 5 2024": DAY,
    "5-Mar-2024": DAY,
    "2024 March 5": DAY,
    "Tuesday, 5 March 2024": DAY,
    "25/3/2024": "2024-03-25",
    "5/5/2024": "2024-05-05",
    "Tue 5/3/2024": DAY,
    "2024-03-05 14:30": DAY,
    "Sept 2024": "2024-09",
    "3/2024": "2024-03",
    "2024年": "2024",
    "../2020-04": "../2020-04",
    "about March 2024": "2024-03~",
    "2024年3月左右": "2024-03~",
    "2024年3月5日至2024年3月9日": "2024-03-05/2024-03-09",
    "5 March 2024 to 9 March 2024": "2024-03-05/2024-03-09",
    "2024-03-05 – 2024-03-09": "2024-03-05/2024-03-09",
}
UNREADABLE = (
    *("", "yesterday", "March", "Ma 2024", "2024-02-30", "30 February 2024", "5/3/24", "13/13/2024", "2024年3月初"),
    # A wrong day of the week, and the ends of a span the other way round.
    *("Monday, 5 March 2024", "2024-03-09 - 2024-03-05", "5 March 2024" + " " * 80 + "x" * 80),
)


def test_a_date_is_read_in_the_forms_in_which_it_is_typed() -> None:
    """Each form, in words and figures, in both languages."""
    assert {typed: readings_of(typed) for typed in READ} == {typed: (date,) for typed, date in READ.items()}


def test_day_and_month_are_not_guessed() -> None:
    """Two readings, for somebody to choose from; also of a span."""
    assert readings_of("3/5/2024") == ("2024-05-03", "2024-03-05")
    assert readings_of("5.3.2024 - 2024-12-01") == ("2024-03-05/2024-12-01", "2024-05-03/2024-12-01")


def test_what_is_no_date_has_no_reading() -> None:
    """Nothing is made up of a part of it."""
    assert {typed: readings_of(typed) for typed in UNREADABLE} == dict.fromkeys(UNREADABLE, ())


@not_empty(50)
@share_of_examples(3)
@given(st.text(alphabet="0123456789 -/.年月日三十MayTue～至(", max_size=20))
def test_every_reading_is_a_date_of_the_record(typed: str) -> None:
    """Whatever was typed."""
    tried()
    for reading in readings_of(typed):
        assert str(parse_partial_date(reading)) == reading
