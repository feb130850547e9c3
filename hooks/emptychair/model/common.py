"""What every model of the record shares: languages, days, verification, sources."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter
from pydantic_core import PydanticCustomError

from emptychair.dates import PartialDate, parse_day, suggest_date
from emptychair.fields import Code, Fact, Link, Slug

Language = Annotated[str, Code("languages")]
PARTIAL = TypeAdapter(PartialDate)
Verification = Annotated[str, Code("verification")]


def _day(value: Any) -> Any:
    try:
        return parse_day(value) if isinstance(value, str) else value
    except ValueError:
        raise PydanticCustomError("bad_day", "not a day", {"found": value, "better": suggest_date(value)}) from None


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
