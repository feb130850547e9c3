"""What day it is: of SOURCE_DATE_EPOCH, else of the clock, in the site's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.text.clock import noon_of, today
from for_each import for_each

MOMENT = int(datetime(2026, 6, 15, 16, 30, tzinfo=UTC).timestamp())


@for_each(
    "zone, day",
    [
        ("UTC", date(2026, 6, 15)),
        ("Asia/Shanghai", date(2026, 6, 16)),
        ("Pacific/Kiritimati", date(2026, 6, 16)),
        ("Etc/GMT+12", date(2026, 6, 15)),
    ],
)
def test_one_moment_is_two_days(zone: str, day: date) -> None:
    """The day is that of the site's time zone."""
    assert today(zone, {"SOURCE_DATE_EPOCH": str(MOMENT)}) == day


@for_each("environment", [{}, {"SOURCE_DATE_EPOCH": ""}])
def test_without_the_variable_it_is_the_clock(environment: dict[str, str]) -> None:
    """Within a day of what another clock says."""
    assert abs(today("UTC", environment) - datetime.now(UTC).date()) <= timedelta(days=1)


@for_each("seconds", ["abc", "1.5", "2026-06-15", " "])
def test_what_is_no_number_is_an_error(seconds: str) -> None:
    """A build never takes a day that nobody meant."""
    with pytest.raises(ValueError, match="invalid literal"):
        today("UTC", {"SOURCE_DATE_EPOCH": seconds})


@for_each("seconds", ["99999999999999999999", "-99999999999999999999", "999999999999"])
def test_a_number_that_is_no_day_is_an_error(seconds: str) -> None:
    """More seconds than the calendar has: a ValueError as well, which the edges tell in words."""
    with pytest.raises(ValueError, match=seconds if len(seconds) > 15 else "year"):
        today("UTC", {"SOURCE_DATE_EPOCH": seconds})


@given(st.dates(date(1970, 1, 2), date(2100, 1, 1)), st.sampled_from(["UTC", "Asia/Shanghai", "America/New_York"]))
def test_noon_of_a_day_is_that_day(day: date, zone: str) -> None:
    """What `emptychair epoch` prints is the day that a build takes from it."""
    assert today(zone, {"SOURCE_DATE_EPOCH": str(noon_of(day, zone))}) == day
    assert datetime.fromtimestamp(noon_of(day, zone), ZoneInfo(zone)).hour == 12
