"""A case as it stood on a day: without what happened or became known later.

Everything here takes `today`, a day in the site's time zone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

from emptychair.as_of.status import Standing, class_of, is_release, standing_of
from emptychair.record.campaign import Record
from emptychair.record.models import Case, Charge, Custody, Flag, Sentence, Settings, Source, Sourced
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate

NOT_KNOWN = "not-known"
# Stages of a charge that need no later step of the case.
FIRST_STAGES = {"suspected", "administrative", NOT_KNOWN}
RE_DETAINED = "re-detained"
DATED_FACTS = ("charges", "flags", "sentences", "custody", "ahead", "documents")
OUT_OF_CUSTODY = {"restricted", "free"}


Lasting = TypeVar("Lasting", Flag, Custody)


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
    standing = standing_of(facts, settings, today)
    return CaseAsOf(record, facts, standing, _visibility(facts, standing))


def _as_it_stood(case: Case, today: date) -> Case:
    """Without what is dated after the day: events, charges and sentences that hang on them, flags, custody, sources."""
    events = tuple(event for event in case.events if event.known_from <= today)
    if len(events) == len(case.events) and case.as_of.known_from <= today:
        as_of = case.as_of
    else:
        known_on = [event.reported or event.date for event in events]
        as_of = max(known_on, key=lambda day: day.known_from, default=case.as_of)
    hidden = {event.id for event in case.events} - {event.id for event in events}
    later = {key for key, source in case.sources.items() if not known_by(source.date, today)}
    checked = case.checked if known_by(case.checked, today) else None
    # Before its first event nothing of a case is known.
    known = _known_facts(case, hidden, later, today) if events else dict.fromkeys(DATED_FACTS, ())
    sources = _sources(case, (*events, *chain.from_iterable(known.values())), hidden, later) if events else {}
    return case.model_copy(update={"events": events, "as_of": as_of, "checked": checked, "sources": sources, **known})


def _known_facts(case: Case, hidden: set[str], later: set[str], today: date) -> dict[str, tuple[Sourced, ...]]:
    """The facts that were known on the day, by their field; without events that were `hidden` and `later` sources."""
    return {
        "charges": _charges(case, hidden),
        "flags": tuple(_open(one, today) for one in case.flags if _is_known(one, one.since, later, today)),
        "sentences": _sentences(case, hidden, later, today),
        "custody": tuple(_open(one, today) for one in case.custody if _is_known(one, one.start, later, today)),
        "ahead": tuple(one for one in case.ahead if _is_known(one, None, later, today)),
        "documents": tuple(one for one in case.documents if _is_known(one, one.date, later, today)),
    }


def _charges(case: Case, hidden: set[str]) -> tuple[Charge, ...]:
    """The charges whose events are known; what became of one later had not happened yet."""
    known = [charge for charge in case.charges if charge.event not in hidden]
    ids = {charge.id for charge in known}
    stages_to_come = any(event.stage for event in case.events if event.id in hidden)

    def early(charge: Charge) -> bool:
        event = case.event(charge.event)
        known_by_event = event is not None and event.stage is not None
        to_come = stages_to_come and not known_by_event and charge.stage not in FIRST_STAGES
        return to_come or bool(charge.replaced_by and charge.replaced_by not in ids)

    unknown = {"replaced_by": None, "stage": NOT_KNOWN}
    return tuple(charge.model_copy(update=unknown) if early(charge) else charge for charge in known)


def _sentences(case: Case, hidden: set[str], later: set[str], today: date) -> tuple[Sentence, ...]:
    """The sentences that are known, without a replacement or a reported end that only a later day knew."""
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


def _sources(case: Case, facts: Iterable[object], hidden: set[str], later: set[str]) -> dict[str, Source]:
    """The sources that were published by the day. One without a date is known with what rests on it."""
    named = {source for fact in facts for source in getattr(fact, "sources", ())}
    whole = not hidden or len(case.sources) == 1
    return {
        key: source
        for key, source in case.sources.items()
        if key not in later and (source.date or whole or key in named)
    }


def _open(fact: Lasting, today: date) -> Lasting:
    """A fact without an end that has not come."""
    return fact if known_by(fact.until, today) else fact.model_copy(update={"until": None})


def _is_known(fact: Sourced, since: PartialDate | None, later: set[str], today: date) -> bool:
    """Is a fact known on the day: from its own date on, or where it has none, from that of one of its sources on?"""
    if since:
        return since.known_from <= today
    return not fact.sources or not later.issuperset(fact.sources)


def known_by(day: PartialDate | None, today: date) -> bool:
    """Is a date of the record known on the day? What has no date of its own is."""
    return day is None or day.known_from <= today


def _visibility(case: Case, standing: Standing | None) -> str:
    """Consent ends at release: a freed person decides anew, and until then the page is minimal."""
    if case.visibility == "full" and standing and is_release(standing.code):
        reviewed_since = case.consent.reviewed.latest >= standing.event.date.latest
        return "full" if reviewed_since and case.consent.basis == "informed" else "minimal"
    return case.visibility


def flags_on(case: CaseAsOf, today: date) -> tuple[tuple[Flag, bool], ...]:
    """The flags of a case, each with whether it still stands: not past its end, nor past its own clock."""
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
