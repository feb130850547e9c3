"""What follows from the dates: a case as it stood on a day, its status and how it faded.

Everything here takes `today`, a day in the site's time zone. Nothing here is a release, a death, or the end of a
sentence unless an event says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal, TypeVar

from emptychair.record.campaign import Record
from emptychair.record.models import Case, Charge, Custody, Event, Flag, Sentence, Settings, Source, Sourced
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate, Span, add_months

Reason = Literal["stale", "limit-passed", "term-passed"]
UNKNOWN = "unknown"
NOT_KNOWN = "not-known"
# Stages of a charge that need no later step of the case.
FIRST_STAGES = {"suspected", "administrative", NOT_KNOWN}
RE_DETAINED = "re-detained"
OUT_OF_CUSTODY = {"restricted", "free"}


Lasting = TypeVar("Lasting", Flag, Custody)


@dataclass(frozen=True, slots=True)
class Fading:
    """Why a status is no longer told as a fact, and the day from which."""

    reason: Reason
    date: PartialDate | date
    limit: Span | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the person is, and where the case is, on a day.

    `code` and `class_code` are what the index groups by: the class is `unknown` once the status has faded, and
    `last_class` is what it was before. `since` is the event with which the present run of this class began.
    """

    code: str
    class_code: str
    last_class: str
    event: Event
    since: Event
    stage: str | None
    stage_event: Event | None
    fadings: tuple[Fading, ...]
    as_of: PartialDate

    @property
    def faded(self) -> bool:
        """Has time overtaken the status?"""
        return bool(self.fadings)


@dataclass(frozen=True)
class CaseAsOf:
    """A case as it stood on a day: what is dated later is left out of `facts`. `standing` is None without an event."""

    record: Record[Case]
    facts: Case
    standing: Standing | None
    visibility: str

    @property
    def listed(self) -> bool:
        """Does it stand in lists, feeds and data?"""
        return self.standing is not None and self.visibility != "paused"

    @property
    def known_standing(self) -> Standing:
        """The standing of a case that is listed. Raises LookupError where the case has no event yet."""
        if self.standing is None:
            raise LookupError(self.record.path)
        return self.standing


def case_as_of(record: Record[Case], settings: Settings, today: date) -> CaseAsOf:
    """The case as it stood on a day."""
    facts = _as_it_stood(record.facts, today)
    standing = _standing(facts, settings, today)
    return CaseAsOf(record, facts, standing, _visibility(facts, standing))


def _as_it_stood(case: Case, today: date) -> Case:
    """Without what is dated after the day: events, charges and sentences that hang on them, flags, custody, sources."""
    events = tuple(event for event in case.events if event.known_from <= today)
    if len(events) == len(case.events) and case.as_of.known_from <= today:
        as_of = case.as_of
    else:
        told_on = [event.reported or event.date for event in events]
        as_of = max(told_on, key=lambda day: day.known_from, default=case.as_of)
    hidden = {event.id for event in case.events} - {event.id for event in events}
    later = {key for key, source in case.sources.items() if not known_by(source.date, today)}
    told = {
        "charges": _charges(case, hidden) if events else (),
        "flags": tuple(_open(one, today) for one in case.flags if _told(one, one.since, later, today) and events),
        "sentences": _sentences(case, hidden, later, today) if events else (),
        "custody": tuple(_open(one, today) for one in case.custody if _told(one, one.start, later, today) and events),
        "ahead": tuple(one for one in case.ahead if _told(one, None, later, today) and events),
    }
    checked = case.checked if known_by(case.checked, today) else None
    sources = _sources(case, (*events, *chain.from_iterable(told.values())), hidden, later) if events else {}
    return case.model_copy(update={"events": events, "as_of": as_of, "checked": checked, "sources": sources, **told})


def _charges(case: Case, hidden: set[str]) -> tuple[Charge, ...]:
    """The charges whose events are known; what became of one later had not happened yet."""
    known = [charge for charge in case.charges if charge.event not in hidden]
    ids = {charge.id for charge in known}
    stages_to_come = any(event.stage for event in case.events if event.id in hidden)

    def early(charge: Charge) -> bool:
        event = case.event(charge.event)
        told_by_event = event is not None and event.stage is not None
        to_come = stages_to_come and not told_by_event and charge.stage not in FIRST_STAGES
        return to_come or bool(charge.replaced_by and charge.replaced_by not in ids)

    unknown = {"replaced_by": None, "stage": NOT_KNOWN}
    return tuple(charge.model_copy(update=unknown) if early(charge) else charge for charge in known)


def _sentences(case: Case, hidden: set[str], later: set[str], today: date) -> tuple[Sentence, ...]:
    """The sentences that are known, without a replacement or a reported end that only a later day told of."""
    known = [one for one in case.sentences if one.event not in hidden and known_by(one.given, today)]
    ids = {sentence.id for sentence in known}
    return tuple(
        one.model_copy(
            update={
                "replaced_by": one.replaced_by if one.replaced_by in ids else None,
                "ends": None if one.ends_source in later else one.ends,
                "ends_source": None if one.ends_source in later else one.ends_source,
            }
        )
        for one in known
    )


def _sources(case: Case, told: Iterable[object], hidden: set[str], later: set[str]) -> dict[str, Source]:
    """The sources that were published by the day. One without a date is told of with what rests on it."""
    named = {source for fact in told for source in getattr(fact, "sources", ())}
    whole = not hidden or len(case.sources) == 1
    return {
        key: source
        for key, source in case.sources.items()
        if key not in later and (source.date or whole or key in named)
    }


def _open(fact: Lasting, today: date) -> Lasting:
    """A fact without an end that has not come."""
    return fact if known_by(fact.until, today) else fact.model_copy(update={"until": None})


def _told(fact: Sourced, since: PartialDate | None, later: set[str], today: date) -> bool:
    """Is a fact told on the day: from its own date on, or where it has none, from that of one of its sources on?"""
    if since:
        return since.known_from <= today
    return not fact.sources or not later.issuperset(fact.sources)


def known_by(day: PartialDate | None, today: date) -> bool:
    """Is it told on the day? What has no date of its own is."""
    return day is None or day.known_from <= today


def _standing(case: Case, settings: Settings, today: date) -> Standing | None:
    """Each axis is that of the newest event that has it; the order in the file decides between partial dates."""
    with_status = [event for event in case.events if event.status]
    stage_event = next((event for event in reversed(case.events) if event.stage), None)
    if not case.events:
        return None
    event = with_status[-1] if with_status else case.events[-1]
    code = event.status or UNKNOWN
    last_class = class_of(code)
    fadings = _fadings(case, event, code, last_class, settings, today)
    return Standing(
        code=code,
        class_code=UNKNOWN if fadings else last_class,
        last_class=last_class,
        event=event,
        since=_beginning(with_status, last_class) or event,
        stage=stage_event.stage if stage_event else None,
        stage_event=stage_event,
        fadings=fadings,
        as_of=case.as_of,
    )


def class_of(code: str) -> str:
    """The class of a status: custody, disappeared, confined, restricted, free, died or unknown."""
    return vocabulary.term("statuses", code).get("class")


def _beginning(with_status: list[Event], class_code: str) -> Event | None:
    """The event that began the present unbroken run of a class: a counter starts at the present detention."""
    first = None
    for event in reversed(with_status):
        if class_of(str(event.status)) != class_code:
            break
        first = event
    return first


def _fadings(
    case: Case, event: Event, code: str, class_code: str, settings: Settings, today: date
) -> tuple[Fading, ...]:
    """Every reason why the status can no longer be told as a fact, the nearest to the person first."""
    if vocabulary.never_fades("statuses", code) or code == UNKNOWN:
        return ()
    fadings: list[Fading] = []
    end = _reported_end(case)
    if end and class_code == "custody" and today > end.latest:
        fadings.append(Fading("term-passed", end))
    limit = vocabulary.legal_maximum(code)
    begun = _beginning_of_status(case, event)
    if limit and today > limit.after(begun.date.latest):
        fadings.append(Fading("limit-passed", limit.after(begun.date.latest), limit))
    fresh = vocabulary.fresh_for("statuses", code) or Span(months=settings.confirm_within_months)
    if today > fresh.after(case.as_of.latest):
        fadings.append(Fading("stale", case.as_of))
    return tuple(fadings)


def _beginning_of_status(case: Case, event: Event) -> Event:
    """The event from which the legal limit runs: to be told of again renews nothing."""
    first = event
    for earlier in reversed([one for one in case.events if one.status]):
        if earlier.status != event.status:
            break
        first = earlier
    return first


def _reported_end(case: Case) -> PartialDate | None:
    """The end, as a source reported it, of the sentence that counts: the newest that nothing replaced.

    A sentence that was given before the present detention of somebody who had been out since says nothing about it.
    """
    runs = [class_of(event.status) == "custody" for event in case.events if event.status]
    again = True in runs and False in runs[runs.index(True) :]
    with_status = [event for event in case.events if event.status]
    since = _beginning(with_status, "custody")
    counting = [one for one in case.sentences if not (again and since and one.given.latest < since.date.known_from)]
    return next((one.ends for one in reversed(counting) if one.ends and not one.replaced_by), None)


def is_release(code: str) -> bool:
    """Is the status that of somebody who was held and let go? Who was never held, or lives in exile, was not."""
    return "release_type" in vocabulary.term("statuses", code).needs()


def _visibility(case: Case, standing: Standing | None) -> str:
    """Consent ends at release: a freed person decides anew, and until then the page is minimal."""
    if case.visibility == "full" and standing and is_release(standing.code):
        reviewed_since = case.consent.reviewed.latest >= standing.event.date.latest
        return "full" if reviewed_since and case.consent.basis == "informed" else "minimal"
    return case.visibility


def counter_start(standing: Standing) -> PartialDate | None:
    """The date from which a page may count ("held since"), or None where the class has no counter or has faded."""
    counts = vocabulary.term("classes", standing.class_code).get("counter_en")
    return standing.since.date if counts else None


def flags_on(case: CaseAsOf, today: date) -> tuple[tuple[Flag, bool], ...]:
    """The flags of a case, each with whether it is still told: not past its end, nor past its own clock."""
    return tuple((flag, _flag_stands(flag, today)) for flag in (*case.facts.flags, *_derived_flags(case)))


def _flag_stands(flag: Flag, today: date) -> bool:
    span = vocabulary.fresh_for("flags", flag.flag)
    if flag.until:
        return today <= flag.until.latest
    return not (span and flag.since and today > span.after(flag.since.latest))


def _derived_flags(case: CaseAsOf) -> tuple[Flag, ...]:
    """Detained again: a status of custody after one of release or bail."""
    was_out = False
    for event in case.facts.events:
        now = class_of(event.status) if event.status else ""
        if now == "custody" and was_out and not any(flag.flag == RE_DETAINED for flag in case.facts.flags):
            return (Flag(flag=RE_DETAINED, since=event.date, sources=event.sources),)
        was_out = was_out or now in OUT_OF_CUSTODY
    return ()


def confirmed_within(standing: Standing, settings: Settings, today: date) -> bool:
    """Is the newest news at most `confirm_within_months` old?"""
    return today <= add_months(standing.as_of.latest, settings.confirm_within_months)
