"""The facts of an action: content/<language>/actions/<slug>.md."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from emptychair.record.field_types import Code, Fact, Link, Slug, YesNo, checked_slug
from emptychair.record.models.common import Day, Language, Source, Sourced
from emptychair.text.dates import PartialDate, validate_partial_date


class Addressee(Fact):
    """One recipient of an action: an id of recipients.yml, and for which concern this office is asked."""

    recipient: Slug
    salutation: dict[Language, str] = Field(default_factory=dict)
    concern: Annotated[str, Code("concerns")] | None = Field(None, alias="for")
    cc: YesNo = False


class Demand(Fact):
    """One numbered demand, one sentence."""

    id: Slug
    text: str


class OutsideDocument(Fact):
    """A document outside this site, by its title and address."""

    title: str
    url: Link | None = None


class Outcome(Sourced):
    """What became of an action for one of its cases."""

    id: Slug
    case: Slug
    state: Literal["closed-positive", "closed"]
    date: PartialDate
    text: str


class Action(Fact):
    """An appeal: the facts of content/<language>/actions/<slug>.md."""

    number: str | None = None
    issuer: str | None = None
    cases: tuple[Slug, ...] = Field(min_length=1)
    issued: PartialDate
    until: PartialDate | Literal["ongoing"]
    review_by: Day | None = None
    channels: tuple[Annotated[str, Code("channels")], ...] = ()
    languages: tuple[Language, ...] = ()
    recipients: tuple[Addressee, ...] = Field(min_length=1)
    demands: tuple[Demand, ...] = Field(min_length=1)
    report_to: Slug | None = None
    follows: Slug | OutsideDocument | None = None
    outcomes: tuple[Outcome, ...] = ()
    notes: str | None = None
    sources: dict[Slug, Source] = Field(default_factory=dict)

    @field_validator("until", mode="before")
    @classmethod
    def _until(cls, value: Any) -> Any:
        # Validated here, so that a wrong date is one error and not one for each member of the union.
        return value if value == "ongoing" else validate_partial_date(value)

    @field_validator("follows", mode="before")
    @classmethod
    def _follows(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return OutsideDocument.model_validate(value)
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "not a slug", {})
        return checked_slug(value)

    @property
    def known_from(self) -> date:
        """The first day on which it may have been issued: a document between two dates is told of from the first."""
        return self.issued.earliest or self.issued.known_from

    @property
    def deadline(self) -> date:
        """The last day on which letters are asked for: the deadline, or the day of review of an ongoing action."""
        if isinstance(self.until, PartialDate):
            return self.until.latest
        return self.review_by or date.min
