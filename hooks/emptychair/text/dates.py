"""Partial dates: the subset of EDTF (ISO 8601-2:2019) in which the record is written, and spans of time."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

from pydantic_core import PydanticCustomError, core_schema

Form = Literal["day", "month", "year", "by", "between"]

# Other years are typing errors, and one near 9999 has no day after it.
POINT = re.compile(r"((?:19|20|21)[0-9]{2})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
# The forms as JSON Schema can say them; which days there are in a month it cannot.
DAY_FORM = "(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
POINT_FORM = "(?:19|20|21)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?~?"
DATE_FORM = rf"(?:(?:\.\.|{POINT_FORM})/)?{POINT_FORM}"
FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．～", "0123456789-/.~")
LOOSE = re.compile(
    r"\s*([0-9]{4})\s*(?:年|[-/.年]\s*([0-9]{1,2})(?:\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?|\s*月)?)?\s*(~?)\s*"
)
SPAN = re.compile(r"([0-9]+) (day|month|year)s?")
MONTHS = 12
# How far "about" may reach beyond its day, month or year.
ABOUT = {"day": timedelta(days=7), "month": timedelta(days=31), "year": timedelta(days=366)}


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
        """The first day on which a record may tell of it.

        A month is told of from its first day on; what lies between two dates, or before one, is known by the last.
        """
        return (self.end or self).earliest or self.latest

    @property
    def exact(self) -> bool:
        """Is it one day, and not "about" that day?"""
        return self.form == "day" and not self.about

    def certainly_before(self, other: "PartialDate") -> bool:
        """Is every day that this may mean before every day that the other may mean?"""
        if other.earliest is None:
            return False
        return self.latest + (self.end or self)._slack < other.earliest - (other.start or other)._slack

    @property
    def _slack(self) -> timedelta:
        return ABOUT[self.form] if self.about else timedelta()

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        # Everything else follows from the text; dates are looked up by the ten thousand.
        return hash(self.text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            validate_partial_date, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        # A year alone is a number for whoever reads YAML with types.
        return {"type": ["string", "integer"], "pattern": f"^{DATE_FORM}$", "minimum": 1900, "maximum": 2199}


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in calendar days or months (a year is 12 months)."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """The day that lies this span after `day`; the 31st becomes the last day of a shorter month."""
        return add_months(day, self.months) + timedelta(days=self.days)


def validate_partial_date(value: Any) -> PartialDate:
    """Text -> PartialDate. Raises PydanticCustomError with the right form, as far as it can be guessed."""
    if isinstance(value, PartialDate):
        return value
    found = value if isinstance(value, str) else ""
    try:
        return parse_partial_date(found)
    except ValueError:
        raise date_error(found, "bad_date") from None


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


def date_error(found: str, kind: Literal["bad_date", "bad_day"]) -> PydanticCustomError:
    """Why a text is no date, or no day: one of its dates has a month or a day that the calendar lacks, or the form.

    A date that has the right form is never told to be written in it.
    """
    for point in filter(None, map(POINT.fullmatch, found.split("/"))):
        year, month, day = point[1], point[2], point[3]
        # What a source tells less exactly may be written so, but for the days that an editor sets.
        values = {"found": found, "month": month, "shorter": year if kind == "bad_date" else ""}
        if month and not 1 <= int(month) <= MONTHS:
            return PydanticCustomError("no_such_month", "not a month", values)
        days = calendar.monthrange(int(year), int(month))[1] if day else 0
        if day and not 1 <= int(day) <= days:
            values |= {"month": f"{year}-{month}", "days": str(days)}
            values["shorter"] = values["shorter"] and values["month"]
            return PydanticCustomError("no_such_day", "not in the calendar", values)
    return PydanticCustomError(kind, "not a date", {"found": found, "better": suggest_date(found)})


def suggest_date(text: str) -> str:
    """What the writer probably meant, in the right form (2019年3月20日 -> 2019-03-20), or an empty string."""
    match = LOOSE.fullmatch(text.translate(FULL_WIDTH))
    if not match:
        return ""
    parts = [match[1], *(part.zfill(2) for part in (match[2], match[3]) if part)]
    better = "-".join(parts) + match[4]
    try:
        parse_partial_date(better)
    except ValueError:
        return ""
    return "" if better == text else better


def parse_span(text: str) -> Span:
    """`30 days`, `7 months`, `2 years` -> Span. Raises ValueError for anything else."""
    match = SPAN.fullmatch(text)
    if not match:
        raise ValueError(text)
    number = int(match[1])
    if match[2] == "day":
        return Span(days=number)
    return Span(months=number * (12 if match[2] == "year" else 1))
