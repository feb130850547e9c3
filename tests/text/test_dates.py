"""Partial dates and spans."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from emptychair.text.dates import (
    PartialDate,
    Span,
    add_months,
    parse_day,
    parse_partial_date,
    parse_span,
    suggest_date,
)
from for_each import for_each
from properties import not_empty, tried


def refused(parse: Callable[[str], object], text: str) -> bool:
    """Does the parser raise ValueError, and nothing else?"""
    try:
        parse(text)
    except ValueError:
        return True
    return False


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
# Dates as they are taken, and as people write them, some with a sign too many: of texts by chance few are dates.
WRITTEN = st.builds(
    lambda form, day, end: form.format(day) + end,
    st.sampled_from(["{:%Y}", "{:%Y-%m}", "{:%Y-%m-%d}", "{:%Y-%m}~", "../{:%Y-%m-%d}"]),
    DAYS,
    st.sampled_from(["", "", "~", "/", " "]),
)
TYPED = st.builds(
    lambda form, day: form.format(day),
    st.sampled_from(
        ["{0:%Y}年{0.month}月{0.day}日", "{0:%Y}/{0.month}/{0.day}", "{0:%Y}.{0:%m}.{0:%d}", "{0:%Y}-{0.month}"]
    ),
    DAYS,
)
PARTIAL = TypeAdapter(PartialDate)


@pytest.mark.parametrize(
    ("text", "form", "earliest", "latest", "known_from"),
    [
        ("2020", "year", "2020-01-01", "2020-12-31", "2020-01-01"),
        ("2020-02", "month", "2020-02-01", "2020-02-29", "2020-02-01"),
        ("2020-12", "month", "2020-12-01", "2020-12-31", "2020-12-01"),
        ("2020-04-14", "day", "2020-04-14", "2020-04-14", "2020-04-14"),
        ("2020-04~", "month", "2020-04-01", "2020-04-30", "2020-04-01"),
        ("2020-04-14~", "day", "2020-04-14", "2020-04-14", "2020-04-14"),
        ("../2020-04", "by", None, "2020-04-30", "2020-04-01"),
        ("../2020-04-14", "by", None, "2020-04-14", "2020-04-14"),
        ("2020-08-31/2020-09-04", "between", "2020-08-31", "2020-09-04", "2020-09-04"),
        ("2020/2021-03", "between", "2020-01-01", "2021-03-31", "2021-03-01"),
        ("2020-04-14/2020-04-14", "between", "2020-04-14", "2020-04-14", "2020-04-14"),
    ],
)
def test_a_partial_date_spans_the_days_that_it_may_mean(
    text: str, form: str, earliest: str | None, latest: str, known_from: str
) -> None:
    """Each form has its first and its last day, and the day from which a record may tell of it.

    What lies between two dates is known by the last of them, as is what lies before one.
    """
    parsed = parse_partial_date(text)
    assert (parsed.form, str(parsed)) == (form, text)
    assert (parsed.earliest and parsed.earliest.isoformat(), parsed.latest.isoformat()) == (earliest, latest)
    assert parsed.known_from.isoformat() == known_from


@for_each(
    "text",
    [
        "",
        "20",
        "2020-",
        "2020-4",
        "2020-13",
        "2020-02-30",
        "2019-02-29",
        "0000",
        "2020-04-14T12:00",
        " 2020",
        "2020 ",
        "2020~04",
        "~2020",
        "2020/",
        "/2020",
        "2020/..",
        "../..",
        "../2020/2021",
        "2021/2020",
        "../2020~~",
        "2020-W10",
        "2020?",
        "2020-04-14/13",
        "202X",
        "May 2020",
        "2020年",
        "9999",
        "1899",
        "1899-12-31",
        "2200",
        "2200-01-01",
        "0020-04-14",
        "2020/2200",
        "../9999-12-31",
        "12020",
        "2020-04-14\n",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    """What is none of the forms, or a day that does not exist, is refused."""
    assert refused(parse_partial_date, text)


@pytest.mark.parametrize("text", ["２０２０", "２０２０-04-14", "٢٠٢٠", "2020-０4"])
def test_digits_of_other_scripts_are_no_date(text: str) -> None:
    """Full-width digits are named with the right form, never read silently."""
    assert refused(parse_partial_date, text)


@given(DAYS)
def test_a_day_is_its_iso_form(day: date) -> None:
    """Every day goes there and back."""
    parsed = parse_partial_date(day.isoformat())
    assert (parsed.earliest, parsed.latest, parsed.exact) == (day, day, True)
    assert parse_day(str(parsed)) == day


@given(DAYS, DAYS)
def test_between_holds_both_ends(one: date, other: date) -> None:
    """Two days in order make a span of time, in the wrong order an error."""
    first, last = sorted((one, other))
    parsed = parse_partial_date(f"{first}/{last}")
    assert (parsed.earliest, parsed.latest, parsed.exact) == (first, last, False)
    if first != last:
        assert refused(parse_partial_date, f"{last}/{first}")


@given(DAYS, st.sampled_from(["{:%Y}", "{:%Y-%m}", "{:%Y-%m-%d}", "{:%Y-%m}~", "../{:%Y-%m-%d}"]))
def test_a_day_lies_within_what_is_said_of_it(day: date, form: str) -> None:
    """However little is known of a day, it is one of the days that the partial date may mean.

    The first and the last day of the years that are dates are among them.
    """
    parsed = parse_partial_date(form.format(day))
    assert (parsed.earliest or date.min) <= day <= parsed.latest


@not_empty(20)
@given(st.text(max_size=30) | WRITTEN)
def test_parsing_ends_in_a_date_or_a_value_error(text: str) -> None:
    """No text makes the parser fail in another way, and what it takes it gives back as it was written."""
    try:
        found = parse_partial_date(text)
    except ValueError:
        return
    tried()
    assert str(found) == text


@not_empty(20)
@given(st.text(alphabet="0123456789-/.~年月日 ０９－", max_size=14) | TYPED)
def test_a_suggestion_is_a_date(text: str) -> None:
    """What is offered instead is nothing or a date that the parser takes."""
    if better := suggest_date(text):
        tried()
        assert parse_partial_date(better).text == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("2019年3月20日", "2019-03-20"),
        ("2019年12月3日", "2019-12-03"),
        ("2019年3月", "2019-03"),
        ("2019/3/20", "2019-03-20"),
        ("2019-3-20", "2019-03-20"),
        ("2019.3.20", "2019-03-20"),
        ("２０１９－３－２０", "2019-03-20"),
        ("２０１９年３月２０日", "2019-03-20"),
        (" 2019-3 ", "2019-03"),
        ("2019年2月30日", ""),
        ("20/3/2019", ""),
        ("2200年1月", ""),
        ("2020-04", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_the_right_form_is_offered(text: str, better: str) -> None:
    """A date in the form of another country is answered with the right form; what is unclear, with nothing."""
    assert suggest_date(text) == better


@pytest.mark.parametrize(
    ("text", "better"), [("2019年", "2019"), ("2020-04～", "2020-04~"), ("2019年3月20号", "2019-03-20")]
)
def test_the_right_form_is_offered_for_other_chinese_dates(text: str, better: str) -> None:
    """A year with 年, a date with 号 and a full-width tilde are answered with the right form."""
    assert suggest_date(text) == better


@pytest.mark.parametrize(
    ("one", "other", "before"),
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


@pytest.mark.parametrize(
    ("one", "other"),
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


@pytest.mark.parametrize("text", ["2020", "2020-04", "2020-04-14~", "../2020-04-14", "2020-04-14/2020-04-15"])
def test_a_day_must_be_exact(text: str) -> None:
    """A field that wants a day takes no partial date."""
    assert refused(parse_day, text)


@pytest.mark.parametrize(
    ("day", "months", "later"),
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


@pytest.mark.parametrize(
    ("text", "span"),
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


@pytest.mark.parametrize("text", ["", "7", "months", "7 weeks", "-7 days", "7 months 3 days", "never"])
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


@pytest.mark.parametrize(("value", "better"), [("2020/4/1", "2020-04-01"), ("soon", ""), (["2020"], ""), (2020, "")])
def test_a_wrong_date_says_the_right_form(value: object, better: str) -> None:
    """A value that is no date is one error of its own type, with the right form where there is one."""
    with pytest.raises(ValidationError) as caught:
        PARTIAL.validate_python(value)
    (error,) = caught.value.errors()
    assert (error["type"], error["ctx"]["better"]) == ("bad_date", better)
