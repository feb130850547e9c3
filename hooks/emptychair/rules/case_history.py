"""Rules about the events of a case against each other, and against what hangs on them: what cannot be, or hardly can.

Each is switched off for a page by a reason in words (reasons.py).
"""

from collections.abc import Iterator

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import Event
from emptychair.rules.case_facts import (
    INDICTED,
    JUDGED,
    SERVING,
    STAGE_ORDER,
    before_all,
    case_of,
    class_of,
    gone,
    is_release,
    last_status,
    whole_case,
    with_status,
)
from emptychair.rules.index import Entry, Index
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate
from emptychair.text.problems import Problem

# Two reports of one event may be some days apart.
SAME_EVENT = 3
# A shorter text, as "Released.", may be that of two events.
TELLING = 10
# Measures that come before an arrest, and what they end in (Criminal Procedure Law 2018, arts 79, 91).
BEFORE_ARREST = ("summoned", "taken-away", "criminal-detention", "rsdl", "home-surveillance")
ENDS_A_MEASURE = ("arrested", "bail", "released")
# From these a case may go back without a new judgment: to the police for more investigation, to another hearing.
BACK = {("prosecution-review", "investigation"), ("awaiting-verdict", "on-trial"), ("indicted", "prosecution-review")}


def nothing_before_the_first_event(entry: Entry, index: Index) -> Iterator[Problem]:
    """A sentence, a flag and a custody are not older than everything that the record tells of the person."""
    case = case_of(entry)
    if case is None or not case.events:
        return
    dated: list[tuple[Path, PartialDate | None]] = []
    dated += [(("case", "sentences", n, "given"), one.given) for n, one in enumerate(case.sentences)]
    dated += [(("case", "custody", n, "from"), one.start) for n, one in enumerate(case.custody)]
    dated += [(("case", "flags", n, "since"), one.since) for n, one in enumerate(case.flags) if not _personal(one.flag)]
    for at, day in dated:
        if day and before_all(day, case.events):
            values = {"found": str(day), "event": str(case.events[0].id), "date": str(case.events[0].date)}
            yield entry.document.problem(at, "before-first-event", **values)


def _personal(flag: str) -> bool:
    """Is it a condition of the person, not of what was done to the person?"""
    return bool(flag) and vocabulary.term("flags", flag).has("of_person")


def no_event_twice(entry: Entry, index: Index) -> Iterator[Problem]:
    """No two events tell the same: the same words, or the same status or stage within some days."""
    case = whole_case(entry)
    events = case.events if case else ()
    for number, event in enumerate(events):
        for above, other in enumerate(events[:number]):
            days = 0 if above < number - 1 else SAME_EVENT
            if event.id != other.id and (_same_words(event, other) or _same_facts(event, other, days)):
                values = {"event": other.id, "date": str(other.date)}
                yield entry.document.problem(("case", "events", number), "same-event-twice", **values)
                break


def _same_words(one: Event, other: Event) -> bool:
    return one.text == other.text and one.date == other.date and len(one.text) >= TELLING


def _same_facts(one: Event, other: Event, days: int) -> bool:
    """Do two events, not more than some days apart, tell the same status or stage, and nothing that differs?"""
    pairs = [(one.status, other.status), (one.stage, other.stage)]
    same = any(here and here == there for here, there in pairs)
    differ = any(here and there and here != there for here, there in pairs)
    exact = one.date.exact and other.date.exact
    return same and not differ and exact and abs((one.date.latest - other.date.latest).days) <= days


def released_from_somewhere(entry: Entry, index: Index) -> Iterator[Problem]:
    """Who is released was held before: somewhere above stands where, and no release in between."""
    case, before = whole_case(entry), ""
    for number, event in with_status(case) if case else ():
        if is_release(event.status) and before in ("", "free"):
            yield entry.document.problem(("case", "events", number, "status"), "release-without-custody")
        before = class_of(event.status)


def no_sentence_goes_on_after_release(entry: Entry, index: Index) -> Iterator[Problem]:
    """Who was released serves a sentence again only after being taken or judged anew."""
    case = whole_case(entry)
    free: Event | None = None
    judged = False
    for number, event in enumerate(case.events if case else ()):
        judged = judged or STAGE_ORDER.get(event.stage or "", 0) >= JUDGED
        if event.status in SERVING and free and not judged:
            at: Path = ("case", "events", number, "status")
            yield entry.document.problem(at, "serving-after-release", found=str(event.status), event=free.id)
        if event.status:
            free, judged = (event, False) if is_release(event.status) else (None, judged)


def arrest_comes_after_detention(entry: Entry, index: Index) -> Iterator[Problem]:
    """Summons, detention and surveillance come before an arrest, not after it (CPL 2018, arts 80 to 93)."""
    case = whole_case(entry)
    arrest: Event | None = None
    for number, event in with_status(case) if case else ():
        if arrest and event.status in BEFORE_ARREST:
            at: Path = ("case", "events", number, "status")
            yield entry.document.problem(at, "detained-after-arrest", found=str(event.status), event=arrest.id)
        if event.status == "arrested":
            arrest = event
        elif class_of(event.status) != "custody":
            arrest = None


def stages_go_forward(entry: Entry, index: Index) -> Iterator[Problem]:
    """A case does not go back behind an indictment, a verdict or an appeal, but after a retrial or a release."""
    case, before = whole_case(entry), ""
    for number, event in enumerate(case.events if case else ()):
        if event.stage:
            back = STAGE_ORDER.get(event.stage, 99) < STAGE_ORDER.get(before, 0)
            if back and STAGE_ORDER[before] >= INDICTED and (before, event.stage) not in BACK:
                at: Path = ("case", "events", number, "stage")
                yield entry.document.problem(at, "stage-goes-back", found=event.stage, before=before)
            before = event.stage
        if gone(event):
            before = ""


def no_measure_outlasts_the_law(entry: Entry, index: Index) -> Iterator[Problem]:
    """A measure ends within its legal maximum, or the record says that it was exceeded (flag prolonged-detention)."""
    case = whole_case(entry)
    if case is None or any(flag.flag == "prolonged-detention" for flag in case.flags):
        return
    events = with_status(case)
    begun: Event | None = None
    for number, event in events:
        limit = vocabulary.legal_maximum(str(begun.status)) if begun else None
        if begun and limit and event.status in ENDS_A_MEASURE:
            last = limit.after(begun.date.latest)
            if event.date.earliest and event.date.earliest > last:
                values = {"found": str(event.date), "status": str(begun.status), "limit": last.isoformat()}
                yield entry.document.problem(("case", "events", number, "date"), "longer-than-law", **values)
        if begun is None or begun.status != event.status:
            begun = event


def nothing_dated_after_a_death(entry: Entry, index: Index) -> Iterator[Problem]:
    """After a death nobody is brought to a place of detention or sentenced, and no date lies ahead."""
    case = case_of(entry)
    death = next((event for event in case.events if class_of(event.status) == "died"), None) if case else None
    if case is None or death is None:
        return
    dated: list[tuple[Path, PartialDate | None]] = []
    dated += [(("case", "sentences", n, "given"), one.given) for n, one in enumerate(case.sentences)]
    dated += [(("case", "custody", n, "from"), one.start) for n, one in enumerate(case.custody)]
    dated += [(("case", "ahead", n, "date"), one.date) for n, one in enumerate(case.ahead)]
    for at, day in dated:
        if day and death.date.certainly_before(day):
            yield entry.document.problem(at, "dated-after-death", found=str(day), event=death.id, date=str(death.date))


def custody_ends_with_release(entry: Entry, index: Index) -> Iterator[Problem]:
    """Who was released or died is in no place of detention any more, and under no condition of those held."""
    case = whole_case(entry)
    last = last_status(case.events) if case else None
    if case is None or last is None or not gone(last):
        return
    for number, custody in enumerate(case.custody):
        if custody.until is None:
            at: Path = ("case", "custody", number)
            yield entry.document.problem(at, "custody-after-release", event=last.id, date=str(last.date))
    for number, flag in enumerate(case.flags):
        if flag.until is None and vocabulary.term("flags", flag.flag).has("in_custody"):
            values = {"found": flag.flag, "event": last.id, "date": str(last.date)}
            yield entry.document.problem(("case", "flags", number), "flag-after-release", **values)


def looked_after_the_news(entry: Entry, index: Index) -> Iterator[Problem]:
    """`checked` says that nothing newer than `as_of` was found, so it is not before it."""
    case = case_of(entry)
    if case and case.checked and case.checked.certainly_before(case.as_of):
        values = {"found": str(case.checked), "as_of": str(case.as_of)}
        yield entry.document.problem(("case", "checked"), "checked-before-news", **values)


def entered_after_it_happened(entry: Entry, index: Index) -> Iterator[Problem]:
    """No event was entered before it happened."""
    case = case_of(entry)
    for number, event in enumerate(case.events if case else ()):
        if event.added and event.date.earliest and event.added < event.date.earliest:
            at: Path = ("case", "events", number, "added")
            yield entry.document.problem(at, "added-before-event", found=event.added.isoformat(), date=str(event.date))


def consent_is_asked_anew_after_release(entry: Entry, index: Index) -> Iterator[Problem]:
    """Consent ends with a release: a freed person decides anew whether the page may tell all."""
    case = whole_case(entry)
    last = last_status(case.events) if case else None
    if case is None or last is None or not is_release(last.status):
        return
    reviewed = case.consent.reviewed
    informed = case.consent.basis == "informed" and case.visibility == "full"
    if informed and reviewed.certainly_before(last.date):
        values = {"found": str(reviewed), "event": last.id, "date": str(last.date)}
        yield entry.document.problem(("case", "consent", "reviewed"), "consent-before-release", **values)


def a_group_is_many(entry: Entry, index: Index) -> Iterator[Problem]:
    """A group has no fewer people than members, and is neither he nor she."""
    case = whole_case(entry)
    if case is None or case.kind != "group":
        return
    if case.count and case.count_is in ("exactly", "up-to") and case.count < len(case.members):
        values = {"found": str(case.count), "members": str(len(case.members))}
        yield entry.document.problem(("case", "count"), "count-below-members", **values)
    if case.pronoun in ("he", "she"):
        yield entry.document.problem(("case", "pronoun"), "pronoun-of-group", found=case.pronoun)


RULES = (
    nothing_before_the_first_event,
    no_event_twice,
    released_from_somewhere,
    no_sentence_goes_on_after_release,
    arrest_comes_after_detention,
    stages_go_forward,
    no_measure_outlasts_the_law,
    nothing_dated_after_a_death,
    custody_ends_with_release,
    looked_after_the_news,
    entered_after_it_happened,
    consent_is_asked_anew_after_release,
    a_group_is_many,
)
