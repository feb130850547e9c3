"""What day it is: asked by the edges only, the adapter and the command line."""

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

EPOCH = "SOURCE_DATE_EPOCH"


def today(zone: str, environment: Mapping[str, str]) -> date:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), else of the clock, in the site's time zone.

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
    """The seconds since 1970 of noon on a day in a time zone: a SOURCE_DATE_EPOCH for that day."""
    return int(datetime.combine(day, time(12), ZoneInfo(zone)).timestamp())
