"""Which date is certainly before another, months and spans of time, and dates as a field."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from emptychair.text.dates import PartialDate, Span, add_months, parse_day, parse_partial_date, parse_span
from for_each import for_each
from text.dated import DAYS, refused

PARTIAL = TypeAdapter(PartialDate)


@for_each(
    "one, other, before",
    [
        ("2020-04-14", "2020-04-15", True),
        ("2020-04-14", "2020-04-14", False),
        ("2020-04", "2020-04-30", False),
        ("2020-04", "2020-05", True),
        ("2019", "2020-01-01", True),
        ("../2020-04", "2020-05-01", True),
        ("2020-04", "../2020-05", False),
        ("2020-08-31/2020-09-04", "2020-09-05", True),
        ("2020-08-31/2020-09-04", "2020-09-04", False),
        # "About" reaches a week, a month or a year beyond, on both sides.
        ("2020-04-01", "2020-04-09~", True),
        ("2020-04-01", "2020-04-08~", False),
        ("2020-04-01~", "2020-04-09", True),
        ("2020-04-01~", "2020-04-08", False),
        ("2020-04-01~", "2020-04-16~", True),
        ("2020-04-01~", "2020-04-15~", False),
        ("2020-02-29", "2020-04~", True),
        ("2020-03-01", "2020-04~", False),
        ("2020-01-01", "2021~", False),
        ("2019-12-31", "2021~", True),
    ],
)
def test_before_is_said_only_when_it_is_certain(one: str, other: str, before: bool) -> None:
    """Two dates are in order only when every day of one lies before every day of the other."""
    assert parse_partial_date(one).certainly_before(parse_partial_date(other)) is before


@for_each(
    "one, other",
    [("../2020-04~", "2020-05-31"), ("2020-03~/2020-04~", "2020-05-31"), ("2020-03-30", "2020-04~/2020-05")],
)
def test_about_is_about_within_a_span_of_time(one: str, other: str) -> None:
    """The bounds of "between" and "by then" may be about as well."""
    assert not parse_partial_date(one).certainly_before(parse_partial_date(other))


@given(DAYS, DAYS)
def test_never_before_each_other(one: date, other: date) -> None:
    """At most one of two dates is before the other."""
    for about in ("", "~"):
        a, b = parse_partial_date(f"{one:%Y-%m}{about}"), parse_partial_date(other.isoformat())
        assert not (a.certainly_before(b) and b.certainly_before(a))


@for_each("text", ["2020", "2020-04", "2020-04-14~", "../2020-04-14", "2020-04-14/2020-04-15"])
def test_a_day_must_be_exact(text: str) -> None:
    """A field that wants a day takes no partial date."""
    assert refused(parse_day, text)


@for_each(
    "day, months, later",
    [
        ("2020-01-31", 1, "2020-02-29"),
        ("2019-01-31", 1, "2019-02-28"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-12-15", 1, "2021-01-15"),
        ("2020-01-15", -1, "2019-12-15"),
        ("2020-03-31", -1, "2020-02-29"),
        ("2020-05-01", 0, "2020-05-01"),
    ],
)
def test_months_keep_the_day_where_they_can(day: str, months: int, later: str) -> None:
    """The 31st becomes the last day of a shorter month, in both directions and across years."""
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(DAYS, st.integers(-600, 600))
def test_months_move_by_months(day: date, months: int) -> None:
    """The month moves by exactly that many, and the day never grows."""
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@for_each(
    "text, span",
    [
        ("1 day", Span(days=1)),
        ("30 days", Span(days=30)),
        ("1 month", Span(months=1)),
        ("7 months", Span(months=7)),
        ("2 years", Span(months=24)),
    ],
)
def test_a_span_in_words(text: str, span: Span) -> None:
    """Days, months and years, in one and in many."""
    assert parse_span(text) == span


@for_each("text", ["", "7", "months", "7 weeks", "-7 days", "7 months 3 days", "never"])
def test_anything_else_is_no_span(text: str) -> None:
    """A length of time in another form is refused."""
    assert refused(parse_span, text)


@given(DAYS, st.integers(0, 400), st.integers(0, 60))
def test_a_span_ends_months_then_days_later(day: date, days: int, months: int) -> None:
    """Calendar months first, then days."""
    assert Span(days, months).after(day) == add_months(day, months) + timedelta(days=days)


def test_a_date_field_takes_dates_and_their_text() -> None:
    """A model reads a partial date from text, keeps one that it is given, and writes it back as text."""
    parsed = PARTIAL.validate_python("2020-04")
    assert PARTIAL.validate_python(parsed) is parsed
    assert PARTIAL.dump_json(parsed) == b'"2020-04"'


@for_each("value, better", [("2020/4/1", "2020-04-01"), ("soon", ""), (["2020"], ""), (2020, "")])
def test_a_wrong_date_says_the_right_form(value: object, better: str) -> None:
    """A value that is no date is one error of its own type, with the right form where there is one."""
    with pytest.raises(ValidationError) as caught:
        PARTIAL.validate_python(value)
    (error,) = caught.value.errors()
    assert (error["type"], error["ctx"]["better"]) == ("bad_date", better)
