"""The facts of a case: content/<language>/cases/<slug>.md."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from emptychair.record.field_types import Code, Fact, Number, Slug
from emptychair.record.models.common import Day, Language, Source, Sourced, Verification
from emptychair.text.dates import PartialDate

PICTURE_FILE = r"^[a-z0-9-]+\.(jpg|png|webp)$"


class Alias(Fact):
    """Another name under which the person is known, or is looked for."""

    name: str
    kind: Annotated[str, Code("alias_kinds")]


class Regions(Fact):
    """Where the person is held, where home is, and where the case is handled."""

    held: Annotated[str, Code("regions")] | None = None
    home: Annotated[str, Code("regions")] | None = None
    handled: Annotated[str, Code("regions")] | None = None


class Consent(Fact):
    """On which basis and how far the record may tell; who consented is never written here."""

    basis: Annotated[str, Code("consent_bases")]
    reviewed: PartialDate
    scope: tuple[Annotated[str, Code("consent_scopes")], ...]


class Charge(Sourced):
    """What the authorities accuse the person of: a code, and the words in which it was reported."""

    id: Slug
    charge: Annotated[str, Code("charges")]
    stage: Annotated[str, Code("charge_stages")]
    event: Slug | None = None
    as_reported: str | None = None
    replaced_by: Slug | None = None


class Flag(Sourced):
    """A condition with its dates, such as incommunicado detention."""

    flag: Annotated[str, Code("flags")]
    since: PartialDate | None = None
    until: PartialDate | None = None
    verification: Verification | None = None


class Event(Sourced):
    """What happened: `date`, and `reported`, when it became known; either axis, or both, or neither."""

    id: Slug
    date: PartialDate
    reported: PartialDate | None = None
    status: Annotated[str, Code("statuses")] | None = None
    stage: Annotated[str, Code("stages")] | None = None
    release_type: Annotated[str, Code("release_types")] | None = None
    how: Annotated[str, Code("closures")] | None = None
    text: str
    verification: Verification = "reported"
    added: Day | None = None

    @property
    def known_from(self) -> dt.date:
        """The first day on which the record may tell of it."""
        return max(self.date.known_from, self.reported.known_from if self.reported else dt.date.min)


class Relation(Fact):
    """Another case of this site, and what joins the two."""

    case: Slug
    relation: Annotated[str, Code("relations")]


class SentencePart(Fact):
    """One part of a sentence: a term in years and months, or an amount."""

    kind: Annotated[str, Code("sentence_parts")]
    years: Number | None = Field(None, ge=0)
    months: Number | None = Field(None, ge=0)
    amount: Number | None = Field(None, gt=0)
    currency: str | None = Field(None, pattern=r"^[A-Z]{3}$")


class Sentence(Sourced):
    """A judgment. `ends` comes from a source (`ends_source`), never from arithmetic, and is a date to watch."""

    id: Slug
    event: Slug | None = None
    given: PartialDate
    court: str | None = None
    ends: PartialDate | None = None
    ends_source: Slug | None = None
    parts: tuple[SentencePart, ...] = Field(min_length=1)
    replaced_by: Slug | None = None


class Custody(Sourced):
    """A place of detention: `facility` is an id of recipients.yml, or words."""

    id: Slug
    facility: str | None = None
    authority: str | None = None
    start: PartialDate | None = Field(None, alias="from")
    until: PartialDate | None = None
    letters: Literal["open", "closed"] = "closed"


class Ahead(Sourced):
    """A date that lies ahead, as published: a hearing, a verdict, the reported end of a sentence."""

    id: Slug
    date: PartialDate
    what: Annotated[str, Code("ahead_kinds")]
    text: str | None = None


class Photo(Fact):
    """A picture with its credit, licence and a text for those who do not see it."""

    file: str = Field(pattern=PICTURE_FILE)
    credit: str
    licence: str
    alt: str
    caption: str | None = None


class Paper(Sourced):
    """A judgment, a notice or another paper of the case: its pages as pictures, and words that somebody typed."""

    id: Slug
    title: str
    issuer: str | None = None
    date: PartialDate | None = None
    language: Annotated[str, Code("languages")]
    pages: tuple[Annotated[str, Field(pattern=PICTURE_FILE)], ...] = Field(min_length=1)
    text: str | None = None


class Case(Fact):
    """A person or a group: the facts of content/<language>/cases/<slug>.md."""

    names: dict[Language, str] = Field(min_length=1)
    aliases: tuple[Alias, ...] = ()
    kind: Literal["person", "group"]
    count: Number | None = Field(None, gt=0)
    count_is: Annotated[str, Code("count_kinds")] | None = None
    members: tuple[Slug, ...] = ()
    pronoun: Annotated[str, Code("pronouns")] = "unknown"
    roles: tuple[Annotated[str, Code("roles")], ...] = ()
    rights: tuple[Annotated[str, Code("rights")], ...] = ()
    regions: Regions = Regions()
    place: str | None = None
    consent: Consent
    visibility: Annotated[str, Code("visibilities")] = "full"
    as_of: PartialDate
    checked: PartialDate | None = None
    charges: tuple[Charge, ...] = ()
    flags: tuple[Flag, ...] = ()
    events: tuple[Event, ...] = ()
    related: tuple[Relation, ...] = ()
    not_the_same_as: tuple[Slug, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    custody: tuple[Custody, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    photo: Photo | None = None
    documents: tuple[Paper, ...] = ()
    sources: dict[Slug, Source] = Field(min_length=1)

    def event(self, event_id: str | None) -> Event | None:
        """The event with this id, if there is one."""
        return next((event for event in self.events if event.id == event_id), None)
