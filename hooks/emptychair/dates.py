"""Partial dates: the subset of EDTF (ISO 8601-2:2019) in which the record is written, and spans of time."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

from pydantic_core import PydanticCustomError, core_schema

Form = Literal["day", "month", "year", "by", "between"]

POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")
FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．～", "0123456789-/.~")
LOOSE = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?\s*")
SPAN = re.compile(r"(\d+) (day|month|year)s?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known.

    `earliest` and `latest` are the first and the last day that it may mean (both inclusive); `earliest` is
    None for "by then" (`../2020-04`). `start` and `end` are the two bounds of "between", as they were written.
    """

    text: str
    form: Form
    earliest: date | None
    latest: date
    about: bool = False
    start: "PartialDate | None" = None
    end: "PartialDate | None" = None

    @property
    def known_from(self) -> date:
        """The first day on which a record may tell of it: a month is told of from its first day on."""
        return self.earliest or (self.end or self).earliest or self.latest

    @property
    def exact(self) -> bool:
        """Is it one day, and not "about" that day?"""
        return self.form == "day" and not self.about

    def certainly_before(self, other: "PartialDate") -> bool:
        """Is every day that this may mean before every day that the other may mean?"""
        return other.earliest is not None and self.latest < other.earliest

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate(parse_partial_date, cls), serialization=core_schema.to_string_ser_schema()
        )


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in calendar days or months (a year is 12 months)."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """The day that lies this span after `day`; the 31st becomes the last day of a shorter month."""
        return add_months(day, self.months) + timedelta(days=self.days)


def _validate(parse: Callable[[str], Any], cls: type) -> Callable[[Any], Any]:
    def validator(value: Any) -> Any:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("bad_date", "not a date", {"found": type(value).__name__, "better": ""})
        try:
            return parse(value)
        except ValueError:
            raise PydanticCustomError(
                "bad_date", "not a date", {"found": value, "better": suggest_date(value)}
            ) from None

    return validator


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier); the last day where the month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def parse_partial_date(text: str) -> PartialDate:
    """`2020`, `2020-04`, `2020-04-14`, `2020-04~`, `../2020-04`, `2020-08-31/2020-09-04` -> PartialDate.

    Raises ValueError where the text is none of these forms, or names a day that does not exist.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _point(text)
    end = _point(last)
    if first == "..":
        return PartialDate(text, "by", None, end.latest, end=end)
    start = _point(first)
    if start.earliest is None or start.earliest > end.latest:
        raise ValueError(text)
    return PartialDate(text, "between", start.earliest, end.latest, start=start, end=end)


def _point(text: str) -> PartialDate:
    match = POINT.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day, about = int(match[1]), match[2], match[3], bool(match[4])
    if day:
        only = date(year, int(month), int(day))
        return PartialDate(text, "day", only, only, about)
    first = date(year, int(month or 1), 1)
    last = add_months(first, 1 if month else 12) - timedelta(days=1)
    return PartialDate(text, "month" if month else "year", first, last, about)


def parse_day(text: str) -> date:
    """`2020-04-14` -> date. Raises ValueError for anything else."""
    partial = parse_partial_date(text)
    if not partial.exact:
        raise ValueError(text)
    return partial.latest


def suggest_date(text: str) -> str:
    """What the writer probably meant, in the right form (2019年3月20日 -> 2019-03-20), or an empty string."""
    match = LOOSE.fullmatch(text.translate(FULL_WIDTH))
    if not match:
        return ""
    parts = [match[1], match[2].zfill(2)] + ([match[3].zfill(2)] if match[3] else [])
    try:
        return parse_partial_date("-".join(parts)).text
    except ValueError:
        return ""


def parse_span(text: str) -> Span:
    """`30 days`, `7 months`, `2 years` -> Span. Raises ValueError for anything else."""
    match = SPAN.fullmatch(text)
    if not match:
        raise ValueError(text)
    number = int(match[1])
    if match[2] == "day":
        return Span(days=number)
    return Span(months=number * (12 if match[2] == "year" else 1))
