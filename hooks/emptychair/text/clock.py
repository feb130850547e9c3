"""The present day, by SOURCE_DATE_EPOCH or the clock. Only the adapter and the commands ask for it."""

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

EPOCH = "SOURCE_DATE_EPOCH"


def today(zone: str, environment: Mapping[str, str]) -> date:
    """Time zone and environment -> the day of SOURCE_DATE_EPOCH (reproducible-builds.org), else of the clock.

    Raises ValueError where the variable holds no whole number of seconds.
    """
    seconds = environment.get(EPOCH)
    if not seconds:
        return datetime.now(ZoneInfo(zone)).date()
    try:
        return datetime.fromtimestamp(int(seconds), ZoneInfo(zone)).date()
    except (OverflowError, OSError) as error:
        raise ValueError(seconds) from error


def noon_of(day: date, zone: str) -> int:
    """A day and a time zone -> the seconds since 1970 of its noon: a SOURCE_DATE_EPOCH for that day."""
    return int(datetime.combine(day, time(12), ZoneInfo(zone)).timestamp())
