"""The facts of updates and reports: content/<language>/updates/ and content/<language>/reports/."""

from typing import Annotated, Literal

from pydantic import Field

from emptychair.record.field_types import Code, Fact, Link, Slug
from emptychair.record.models.common import Day, Source, Sourced
from emptychair.text.dates import PartialDate


class Gathering(Fact):
    """When an event to which the public is invited takes place; the time is local to its place."""

    date: Day
    time: str | None = Field(None, pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")


class Update(Fact):
    """News, a statement, an event or an essay: the facts of content/<language>/updates/<date>-<slug>.md."""

    kind: Annotated[str, Code("update_kinds")]
    cases: tuple[Slug, ...] = ()
    actions: tuple[Slug, ...] = ()
    byline: str | None = None
    event: Gathering | None = None
    place: str | None = None
    sources: dict[Slug, Source] = Field(min_length=1)


class Statistic(Sourced):
    """A figure of a report with what it counts, and as of when."""

    id: Slug
    number: str = Field(pattern=r"^[0-9]+(\.[0-9]+)?$")
    unit: Literal["count", "percent"] = "count"
    text: str
    as_of: PartialDate | None = None


class Report(Fact):
    """A long document: the facts of content/<language>/reports/<slug>.md."""

    published: PartialDate
    publisher: str | None = None
    cases: tuple[Slug, ...] = ()
    download: Link | None = None
    statistics: tuple[Statistic, ...] = ()
    sources: dict[Slug, Source] = Field(default_factory=dict)
