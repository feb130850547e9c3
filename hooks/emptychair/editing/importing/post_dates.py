"""When a post was written: the dates of front matter in the forms that generators take, in a campaign's time zone."""

import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from emptychair.editing.importing.posts import Dated
from emptychair.text.dates import parse_day

MOMENT = re.compile(
    r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
    r"(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?)?"
    r"\s*(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?"
)


def read_moment(text: str, campaign_zone: str, old_zone: str = "") -> Dated:
    """`2020-01-02 23:30:00 +0000` -> its day in the campaign's zone, and the time in the old site's own.

    A day without an hour is that day everywhere. An hour without a zone is one of the old site's zone, where that is
    known; else its day is taken as it is written. Raises ValueError for other texts, and for days that do not exist.
    """
    match = MOMENT.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    written = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - its zone is not known yet
    if match[4] is None:
        return Dated(_possible(written.date()), written)
    zone = _offset(match[7]) if match[7] else _zone(old_zone)
    if zone is None:
        return Dated(_possible(written.date()), written)
    moment = written.replace(tzinfo=zone)
    there = moment.astimezone(_zone(old_zone)) if old_zone and _zone(old_zone) else moment
    return Dated(_possible(moment.astimezone(ZoneInfo(campaign_zone)).date()), there.replace(tzinfo=None))


def _possible(day: date) -> date:
    """A day that the record can hold. Raises ValueError: a year before 1900 is a slip."""
    return parse_day(day.isoformat())


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def _offset(text: str) -> timezone:
    if text[0] not in "+-":
        return timezone(timedelta())
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))
