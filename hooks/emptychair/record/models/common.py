"""What every model of the record shares: languages, days, verification, sources."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from emptychair.record.field_types import Code, Fact, Link, Slug
from emptychair.text.dates import PartialDate, date_error, parse_day

Language = Annotated[str, Code("languages")]
Verification = Annotated[str, Code("verification")]


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    found = value if isinstance(value, str) else ""
    try:
        return parse_day(found)
    except ValueError:
        raise date_error(found, "bad_day") from None


Day = Annotated[date, BeforeValidator(_day)]


class Source(Fact):
    """A published document that a fact rests on."""

    title: str
    publisher: str | None = None
    author: str | None = None
    language: Language | None = None
    date: PartialDate | None = None
    url: Link | None = None
    archived: Link | None = None


class Sourced(Fact):
    """Facts that name their sources by id."""

    sources: tuple[Slug, ...] = ()
