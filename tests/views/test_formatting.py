"""Dates, spans, articles and amounts in words, in each language."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from campaign_outputs import LANGUAGES
from emptychair.record.models import SentencePart
from emptychair.text import vocabulary
from emptychair.text.dates import Span, parse_partial_date
from emptychair.views.formatting import (
    amount_in_words,
    day_in_words,
    law_in_words,
    limit_in_words,
    number_in_words,
    part_in_words,
    span_in_words,
)
from for_each import for_each


@for_each(
    "text, english, chinese",
    [
        ("2020-04-04", "4 April 2020", "2020年4月4日"),
        ("2020-04", "April 2020", "2020年4月"),
        ("2020", "2020", "2020年"),
        ("2020-04-14~", "about 14 April 2020", "约2020年4月14日"),
        ("2020-04~", "about April 2020", "约2020年4月"),
        ("../2020-04", "by April 2020", "最迟2020年4月"),
        ("../2020-04~", "by about April 2020", "最迟约2020年4月"),
        ("2020-08-31/2020-09-04", "between 31 August 2020 and 4 September 2020", "2020年8月31日至2020年9月4日之间"),
        ("2019/2020-09", "between 2019 and September 2020", "2019年至2020年9月之间"),
    ],
)
def test_a_date_as_far_as_it_is_known(text: str, english: str, chinese: str) -> None:
    """No more than was written, and no word for what is certain."""
    assert day_in_words(parse_partial_date(text), "en") == english
    assert day_in_words(parse_partial_date(text), "zh") == chinese


@for_each(
    "text, english, chinese",
    [
        ("../2022-01-25", "since 25 January 2022 at the latest", "自2022年1月25日或更早起"),
        ("../2022", "since 2022 at the latest", "自2022年或更早起"),
        ("2021/2022-03", "since some day between 2021 and March 2022", "自2021年至2022年3月之间某日起"),
        ("2022-03~", "since about March 2022", "自约2022年3月起"),
    ],
)
def test_a_date_behind_since(text: str, english: str, chinese: str) -> None:
    """Never "since by 2022"."""
    day = parse_partial_date(text)
    assert f"since {limit_in_words(day, 'en')}" == english
    assert f"自{limit_in_words(day, 'zh')}起" == chinese


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(LANGUAGES))
def test_a_day_is_the_same_day_in_words(day: date, language: str) -> None:
    """The day of the clock and the partial date that names it are told alike."""
    text = day_in_words(day, language)
    assert text == day_in_words(parse_partial_date(day.isoformat()), language)
    assert str(day.year) in text
    assert str(day.day) in text


@for_each(
    "span, english, chinese",
    [
        (Span(days=1), "1 day", "1天"),
        (Span(days=37), "37 days", "37天"),
        (Span(months=1), "1 month", "1个月"),
        (Span(months=6), "6 months", "6个月"),
    ],
)
def test_a_span(span: Span, english: str, chinese: str) -> None:
    """One is one."""
    assert (span_in_words(span, "en"), span_in_words(span, "zh")) == (english, chinese)


@for_each(
    "number, unit, language, expected",
    [
        ("1190", "count", "en", "1,190"),
        ("1190", "count", "zh", "1,190"),
        ("18.5", "percent", "en", "18.5%"),
        ("0", "percent", "zh", "0%"),
    ],
)
def test_a_figure(number: str, unit: str, language: str, expected: str) -> None:
    """In the language's way of writing numbers, with its unit."""
    assert number_in_words(number, unit, language) == expected


def test_a_figure_is_told_as_it_was_published() -> None:
    """Nothing is rounded."""
    assert number_in_words("0.1234", "percent", "en") == "0.1234%"
    assert number_in_words("1234567.123456789", "count", "zh") == "1,234,567.123456789"


def test_a_nought_at_the_end_of_a_figure_is_told() -> None:
    """18.50% says that somebody counted to the second decimal."""
    assert number_in_words("18.50", "percent", "en") == "18.50%"


@for_each(
    "part, english, chinese",
    [
        ({"kind": "fixed-term", "years": 3}, "3 years", "3年"),
        ({"kind": "fixed-term", "years": 1, "months": 1}, "1 year and 1 month", "1年1个月"),
        ({"kind": "fixed-term", "months": 8}, "8 months", "8个月"),
        ({"kind": "fine", "amount": 5000, "currency": "CNY"}, "CN¥5,000", "¥5,000"),
    ],
)
def test_a_part_of_a_sentence(part: dict[str, Any], english: str, chinese: str) -> None:
    """Its kind with its measure; without one the kind alone."""
    made = SentencePart.model_validate(part)
    kind = vocabulary.term("sentence_parts", part["kind"])
    assert part_in_words(made, "en") == f"{kind.label('en')}: {english}"
    assert part_in_words(made, "zh") == f"{kind.label('zh')}{chinese}"
    bare = SentencePart.model_validate({"kind": part["kind"]})
    assert part_in_words(bare, "en") == kind.label("en")


def test_amounts_have_no_small_change() -> None:
    """Each language writes the currency its own way."""
    assert amount_in_words(3_000_000, "CNY", "zh") == "¥3,000,000"
    assert amount_in_words(370_000, "EUR", "en") == "€370,000"


@for_each("charge, language", product(vocabulary.terms("charges"), LANGUAGES))
def test_every_charge_can_be_told_with_its_articles(charge: str, language: str) -> None:
    """Law, article, and the version of the text, where the word list has them: never an article without a version."""
    text = law_in_words(charge, language)
    row = vocabulary.term("charges", charge).row
    assert "{" not in text
    entries = row.get("articles") or [row]
    known = [one for one in entries if one.get("law", row.get("law")) and one.get("version")]
    assert bool(text) is bool(known)
    for one in known:
        assert one["version"] in text


@for_each(
    "charge, english, chinese",
    [
        ("picking-quarrels", "article 293", "第293条"),
        ("inciting-subversion", "article 105(2)", "第105条第2款"),
        ("false-information", "article 291-1(2)", "第291条之一第2款"),
    ],
)
def test_articles_as_lawyers_write_them(charge: str, english: str, chinese: str) -> None:
    """105(2) is 第105条第2款, 291-1(2) is 第291条之一第2款."""
    assert english in law_in_words(charge, "en")
    assert chinese in law_in_words(charge, "zh")


@for_each(
    "charge, day, english",
    [
        ("picking-quarrels", "2019-03-20", "article 293, text of 2017"),
        ("picking-quarrels", "2024-03-01", "article 293, text of 2023"),
        ("picking-quarrels", "2009-01-01", "Criminal Law of the PRC"),
        ("heroes-martyrs", "2019-01-01", "Criminal Law of the PRC, text of 2017"),
        ("admin-quarrels", "2019-01-01", "article 26, text of 2012"),
        ("admin-quarrels", "2026-02-01", "text of 2025"),
        ("hk-sedition", "2021-01-01", "9–10"),
        ("hk-sedition", "2024-06-01", "24"),
    ],
)
def test_the_law_is_cited_as_of_its_time(charge: str, day: str, english: str) -> None:
    """The text in force on the day of the event; no article before there was one, nor where numbers changed."""
    text = law_in_words(charge, "en", date.fromisoformat(day))
    assert text.endswith((english, f"{english}, text of 2023", f"{english}, text of 2024"))
    assert ("article" in text) is ("article" in english or charge == "hk-sedition")
    assert ";" not in text


def test_a_language_without_rows_has_dates_numbers_and_amounts_from_cldr() -> None:
    """Its own order, month, sign of the decimals, place of the percent and of the currency."""
    dates = [day_in_words(parse_partial_date(text), "fr") for text in ("2020-04-14", "2020-04", "2020")]
    assert dates == ["14 avril 2020", "avril 2020", "2020"]
    assert number_in_words("1190", "count", "de") == "1.190"
    assert number_in_words("18.50", "percent", "fr") == "18,50\u00a0%"
    assert amount_in_words(5000, "CNY", "fr") == "5\u202f000\u00a0CNY"


def test_a_date_from_right_to_left_stays_together() -> None:
    """Beside a Latin name its day would be taken for a part of the name."""
    assert day_in_words(parse_partial_date("2026-06-01"), "ug") == "\u20671-ئىيۇن، 2026\u2069"
