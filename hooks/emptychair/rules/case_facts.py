"""What the rules about the facts of a case ask of it: its events, classes, verdicts and sources."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import BaseModel

from emptychair.record.models import Case, Event
from emptychair.record.salvage import LOST
from emptychair.rules.index import Entry
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate

# The order in which a case goes through its stages; what has no place in it says nothing about the others.
STAGE_ORDER = {
    "investigation": 1,
    "prosecution-review": 2,
    "indicted": 3,
    "on-trial": 4,
    "awaiting-verdict": 5,
    "sentenced": 6,
    "sentenced-on-appeal": 7,
    "death-review": 8,
    "final": 9,
}
INDICTED, JUDGED = 3, 6
# Statuses that somebody has only after a judgment.
SERVING = ("imprisoned", "life-imprisonment", "parole", "medical-parole")
SENTENCED = (*SERVING, "death-reprieve", "death-sentence", "suspended-sentence", "public-surveillance", "executed")
# What a case tells of the time that has passed: the events, and what hangs on them.
HISTORY = ("events", "charges", "flags", "sentences", "custody", "ahead", "documents", "sources")
HELD = ("custody", "disappeared", "confined")


def case_of(entry: Entry) -> Case | None:
    """The facts of a case, or None; in a page with faults a value may be LOST (salvage.py)."""
    return entry.values.case if entry.values else None


def whole_case(entry: Entry) -> Case | None:
    """The facts of a case of whose events, and what hangs on them, nothing is lost: for rules about what is absent."""
    case = case_of(entry)
    if case is None or entry.page:
        return case
    lists = [getattr(case, name) for name in HISTORY]
    taken_out = any(name == "case" or name.startswith(tuple(f"case.{one}" for one in HISTORY)) for name in entry.lost)
    return None if taken_out or any(map(_holds_lost, lists)) else case


def _holds_lost(value: Any) -> bool:
    """Is a value in these facts, or they themselves, lost?"""
    if isinstance(value, BaseModel):
        return any(_holds_lost(getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, tuple | dict):
        return any(map(_holds_lost, value.values() if isinstance(value, dict) else value))
    return value is LOST


@cache
def class_of(status: str | None) -> str:
    """The class of a status, or "" where there is none."""
    return vocabulary.term("statuses", status).get("class") if status else ""


@cache
def is_release(status: str | None) -> bool:
    """Is it the status of somebody who was held and let go?"""
    return bool(status) and "release_type" in vocabulary.term("statuses", str(status)).needs()


def may_be_told(event: Event) -> bool:
    """Is the event verified as much as its status asks for?"""
    allowed = vocabulary.term("statuses", event.status).row.get("verification") if event.status else None
    return not allowed or event.verification in allowed


def with_status(case: Case) -> list[tuple[int, Event]]:
    """The events that say where the person is, each with its number from 0."""
    return [(number, event) for number, event in enumerate(case.events) if event.status]


def last_status(events: Iterable[Event]) -> Event | None:
    """The newest of some events, in order, that says where the person is."""
    found = None
    for event in events:
        found = event if event.status else found
    return found


def gone(event: Event | None) -> bool:
    """Does the event tell of a release or a death?"""
    return event is not None and (is_release(event.status) or class_of(event.status) == "died")


def is_verdict(event: Event) -> bool:
    """Does the event tell of a judgment, or of what follows from one?"""
    judged = STAGE_ORDER.get(event.stage or "", 0) >= JUDGED or event.stage == "retrial"
    return judged or event.status in SENTENCED or event.release_type == "served"


def before_all(day: PartialDate, events: Iterable[Event]) -> bool:
    """Is a date certainly before every one of some events?"""
    return all(day.certainly_before(event.date) for event in events)


def differ(one: PartialDate, other: PartialDate) -> bool:
    """Can two dates not mean the same day?"""
    return one.certainly_before(other) or other.certainly_before(one)
