"""Rules about the values of a case, and about every date: they read the validated values of a source page.

In a page with faults a value may be LOST (salvage.py): it is false, and no comparison with it holds.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import Case, Event
from emptychair.rules.case_facts import case_of, may_be_told
from emptychair.rules.index import Entry, Index
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate
from emptychair.text.problems import Problem

FAMILY = {"spouse", "partner", "parent", "child", "sibling", "relative"}
# Dates that may lie after the day on which the page was written.
FORWARD = {"until", "review_by", "ends", "ahead", "event"}
NEED_DURATION = {"fixed-term", "short-detention", "public-surveillance", "suspended"}


def events_in_order(entry: Entry, index: Index) -> Iterator[Problem]:
    """Events stand in the order in which they happened: none was certainly before one above it."""
    case = case_of(entry)
    events = case.events if case else ()
    for number, event in enumerate(events):
        later = [above for above in events[:number] if event.date.certainly_before(above.date)]
        if later:
            values = {"found": str(event.date), "above": later[-1].id, "date": str(later[-1].date)}
            yield entry.document.problem(("case", "events", number, "date"), "dates-out-of-order", **values)


def nothing_ends_before_it_begins(entry: Entry, index: Index) -> Iterator[Problem]:
    """A flag and a place of custody do not end before they begin."""
    case = case_of(entry)
    spans = [("flags", number, one.since, one.until) for number, one in enumerate(case.flags if case else ())]
    spans += [("custody", number, one.start, one.until) for number, one in enumerate(case.custody if case else ())]
    for name, number, start, end in spans:
        if start and end and end.certainly_before(start):
            at: Path = ("case", name, number, "until")
            yield entry.document.problem(at, "ends-before-it-begins", found=str(end), start=str(start))


def flags_are_not_derived(entry: Entry, index: Index) -> Iterator[Problem]:
    """A flag that follows from the events is not typed."""
    case = case_of(entry)
    for number, flag in enumerate(case.flags if case else ()):
        if flag.flag and vocabulary.term("flags", flag.flag).has("derived"):
            yield entry.document.problem(("case", "flags", number, "flag"), "derived-flag", found=flag.flag)


def reported_after_it_happened(entry: Entry, index: Index) -> Iterator[Problem]:
    """Nothing is reported before it happened."""
    case = case_of(entry)
    for number, event in enumerate(case.events if case else ()):
        if event.reported and event.reported.certainly_before(event.date):
            at: Path = ("case", "events", number, "reported")
            yield entry.document.problem(at, "reported-too-early", found=str(event.reported), date=str(event.date))


def not_newer_than_the_page(entry: Entry, index: Index) -> Iterator[Problem]:
    """No date of a page is later than its `updated`, except those that lie ahead."""
    # In a page with faults it may be lost.
    if entry.values and entry.values.updated:
        updated = entry.values.updated.isoformat()
        dated = [
            (path, day.isoformat()) for path, day in _dates(getattr(entry.values, entry.kind, None), (entry.kind,))
        ]
        dated += [(("updated",), entry.path.rpartition("/")[2][:10])] if entry.kind == "update" else []
        dated += [(("added",), entry.values.added.isoformat())] if entry.values.added else []
        for path, day in dated:
            if day > updated:
                yield entry.document.problem(path, "later-than-updated", updated=updated, found=day)


def _dates(value: Any, path: Path) -> Iterator[tuple[Path, date]]:
    """Every date in the facts that tells of something past, with its path."""
    if isinstance(value, PartialDate):
        yield path, value.known_from
    elif isinstance(value, date):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, key in _dated(type(value)):
            if found := getattr(value, name):
                yield from _dates(found, (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _dates(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _dates(item, (*path, key))


@cache
def _dated(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model, with their keys, that may hold dates of something past: dates, and models with such."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if (info.alias or name) not in FORWARD and _may_hold_dates(info.annotation)
    )


def _may_hold_dates(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_dated(annotation))
    inner = get_args(annotation)
    return any(map(_may_hold_dates, inner)) if inner else annotation in (PartialDate, date)


def news_not_older_than_events(entry: Entry, index: Index) -> Iterator[Problem]:
    """`as_of` is the date of the newest news, so no event became known certainly after it."""
    case = case_of(entry)
    for event in case.events if case else ():
        known = event.reported or event.date
        if case and case.as_of.certainly_before(known):
            values = {"found": str(case.as_of), "event": event.id, "date": str(known)}
            yield entry.document.problem(("case", "as_of"), "as-of-too-early", **values)
            return


def nothing_after_a_death(entry: Entry, index: Index) -> Iterator[Problem]:
    """After a death no event gives another status."""
    case, dead = case_of(entry), ""
    for number, event in enumerate(case.events if case else ()):
        if dead and event.status:
            at: Path = ("case", "events", number, "status")
            yield entry.document.problem(at, "status-after-death", found=event.status, death=dead)
        elif event.status and vocabulary.term("statuses", event.status).get("class") == "died":
            dead = event.id


def terms_have_what_they_need(entry: Entry, index: Index) -> Iterator[Problem]:
    """A release says of which type, a dropped case how, torture and a hunger strike what their rows ask for."""
    case = case_of(entry)
    for number, event in enumerate(case.events if case else ()):
        at: Path = ("case", "events", number)
        # What may not be told yet needs nothing: the cure for that takes the status out.
        if may_be_told(event):
            yield from _needs(entry, event, at, "statuses", event.status)
        yield from _needs(entry, event, at, "stages", event.stage)
    for number, flag in enumerate(case.flags if case else ()):
        yield from _needs(entry, flag, ("case", "flags", number), "flags", flag.flag)
    for number, charge in enumerate(case.charges if case else ()):
        yield from _needs(entry, charge, ("case", "charges", number), "charges", charge.charge)
        yield from _needs(entry, charge, ("case", "charges", number), "charge_stages", charge.stage)


def _needs(entry: Entry, item: BaseModel, at: Path, name: str, code: str | None) -> Iterator[Problem]:
    for field in vocabulary.term(name, code).needs() if code else ():
        if getattr(item, field, None) is None:
            yield entry.document.problem((*at, field), "needed-by-term", found=field, term=str(code))


def release_is_verified(entry: Entry, index: Index) -> Iterator[Problem]:
    """A release is told only where it is confirmed, or stated by the authorities."""
    case = case_of(entry)
    for number, event in enumerate(case.events if case else ()):
        if event.verification and not may_be_told(event):
            allowed = vocabulary.term("statuses", str(event.status)).row["verification"]
            values = {"found": event.verification, "status": str(event.status), "allowed": ", ".join(allowed)}
            yield entry.document.problem(("case", "events", number, "verification"), "not-verified-enough", **values)


def disappearance_has_a_finder(entry: Entry, index: Index) -> Iterator[Problem]:
    """Enforced disappearance is a finding: an organisation or UN body that found it is named as the source."""
    case = case_of(entry)
    for number, event in enumerate(case.events if case else ()):
        if case and event.status == "enforced-disappearance" and not _publisher(entry, case, event):
            yield entry.document.problem(("case", "events", number, "sources"), "finding-without-finder")


def _publisher(entry: Entry, case: Case, event: Event) -> bool:
    """Has a source of the event a publisher, or can it not be shown that none has?"""
    named = event.sources or tuple(case.sources)
    read = [source for source in named if source in case.sources and f"case.sources.{source}" not in entry.lost]
    return not read or len(read) < len(named) or any(case.sources[source].publisher for source in read)


def within_consent(entry: Entry, index: Index) -> Iterator[Problem]:
    """A field is there only where the consent's scope covers it."""
    case = case_of(entry)
    if case is None:
        return
    for scope, path in _scopes(entry, case):
        if scope not in case.consent.scope:
            yield entry.document.problem(path, "outside-consent", scope=scope)


def _scopes(entry: Entry, case: Case) -> Iterator[tuple[str, Path]]:
    """The scope that each field needs."""
    named = [("name", "names")] if case.kind == "person" else []
    for scope, name in (*named, ("photo", "photo"), ("story", "documents")):
        if getattr(case, name):
            yield scope, ("case", name)
    if case.visibility == "full" and (entry.document.body.strip() or case.events):
        yield "story", ("case", "events")
    for number, flag in enumerate(case.flags):
        if flag.flag and (scope := vocabulary.term("flags", flag.flag).get("scope")):
            yield scope, ("case", "flags", number)
    for number, related in enumerate(case.related):
        if related.relation in FAMILY:
            yield "family", ("case", "related", number)
    for number, custody in enumerate(case.custody):
        if custody.letters == "open":
            yield "letters", ("case", "custody", number, "letters")


def group_says_how_many(entry: Entry, index: Index) -> Iterator[Problem]:
    """A group has a count and says how exact it is, or lists its members; a person has neither."""
    case = case_of(entry)
    if case is None:
        return
    if case.kind == "group" and case.members == () and case.count is None and case.count_is is None:
        yield entry.document.problem(("case", "count"), "group-without-count")
    if (case.count is None) != (case.count_is is None):
        name = "count" if case.count is None else "count_is"
        yield entry.document.problem(("case", name), "missing", found=name)
    if case.kind == "person" and (case.count or case.members):
        name = "count" if case.count else "members"
        yield entry.document.problem(("case", name), "count-of-person", found=name)


def sentences_have_measure(entry: Entry, index: Index) -> Iterator[Problem]:
    """A term has years or months, a fine its amount with a currency, and a reported end its source."""
    case = case_of(entry)
    for number, sentence in enumerate(case.sentences if case else ()):
        at: Path = ("case", "sentences", number)
        if sentence.ends and sentence.ends_source is None:
            yield entry.document.problem((*at, "ends_source"), "missing", found="ends_source")
        for part_number, part in enumerate(sentence.parts):
            where: Path = (*at, "parts", part_number)
            if part.kind in NEED_DURATION and all(length in (None, 0) for length in (part.years, part.months)):
                yield entry.document.problem((*where, "years"), "part-without-duration", found=part.kind)
            if part.kind == "fine" and part.amount is None:
                yield entry.document.problem((*where, "amount"), "missing", found="amount")
            if (part.amount is None) != (part.currency is None):
                name = "amount" if part.amount is None else "currency"
                yield entry.document.problem((*where, name), "missing", found=name)


RULES = (
    events_in_order,
    nothing_ends_before_it_begins,
    flags_are_not_derived,
    reported_after_it_happened,
    not_newer_than_the_page,
    news_not_older_than_events,
    nothing_after_a_death,
    terms_have_what_they_need,
    release_is_verified,
    disappearance_has_a_finder,
    within_consent,
    group_says_how_many,
    sentences_have_measure,
)
