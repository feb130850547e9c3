"""Dates as far as they are known, in the forms that are taken."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from emptychair.text.dates import parse_day, parse_partial_date, suggest_date
from for_each import for_each
from properties import not_empty, tried
from text.dated import DAYS, refused

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


@for_each(
    "text, form, earliest, latest, known_from",
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


@for_each("text", ["２０２０", "２０２０-04-14", "٢٠٢٠", "2020-０4"])
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


@for_each(
    "text, better",
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


@for_each("text, better", [("2019年", "2019"), ("2020-04～", "2020-04~"), ("2019年3月20号", "2019-03-20")])
def test_the_right_form_is_offered_for_other_chinese_dates(text: str, better: str) -> None:
    """A year with 年, a date with 号 and a full-width tilde are answered with the right form."""
    assert suggest_date(text) == better
