"""The status of a case on a day: where the person is, where the case is, and whether time has overtaken it.

Nothing here is a release, a death, or the end of a sentence unless an event says so.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from emptychair.record.models import Case, Event, Settings
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate, Span, add_months

Reason = Literal["stale", "limit-passed", "term-passed"]
UNKNOWN = "unknown"


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


def standing_of(case: Case, settings: Settings, today: date) -> Standing | None:
    """Where the person and the case are on a day, or None before the first event; `case` holds what was known then.

    Each axis is that of the newest event that has it; the order in the file decides between partial dates.
    """
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


@cache
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


@cache
def is_release(code: str) -> bool:
    """Is the status that of somebody who was held and let go? Who was never held, or lives in exile, was not."""
    return "release_type" in vocabulary.term("statuses", code).needs()


def counter_start(standing: Standing) -> PartialDate | None:
    """The date from which a page may count ("held since"), or None where the class has no counter or has faded."""
    counts = vocabulary.term("classes", standing.class_code).get("counter_en")
    return standing.since.date if counts else None


def confirmed_within(standing: Standing, settings: Settings, today: date) -> bool:
    """Is the newest news at most `confirm_within_months` old?"""
    return today <= add_months(standing.as_of.latest, settings.confirm_within_months)
