"""What follows from the dates of an action: draft, open, closing soon, or how it ended. Everything takes `today`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from emptychair.campaign import Record
from emptychair.model import Action, Outcome, Settings
from emptychair.timeline import CaseNow, class_of, is_release, known_by

PAST_STATES = {"ended", "superseded", "closed", "closed-positive", "paused"}


@dataclass(frozen=True)
class ActionNow:
    """An action as it stood on a day, with its state and the action that follows it.

    `closing_from` is the first day on which it closes soon (None where it has no deadline, or letters had stopped
    before it came near), `past_since` the first day on which it was past. `silent`: one of its people asked us to wait.
    """

    record: Record[Action]
    facts: Action
    state: str
    successor: str | None
    closing_from: date | None
    past_since: date | None
    silent: bool

    @property
    def listed(self) -> bool:
        """Does it stand in lists, feeds and data? Not before it is issued, nor where a person asked for silence."""
        return self.state != "draft" and not self.silent

    @property
    def open(self) -> bool:
        """Are letters asked for?"""
        return self.state in ("open", "closing-soon")

    @property
    def past(self) -> bool:
        """Is it in the archive?"""
        return self.state in PAST_STATES


def action_on(
    record: Record[Action],
    cases: Mapping[str, CaseNow],
    followers: Mapping[str, list[Record[Action]]],
    settings: Settings,
    today: date,
) -> ActionNow:
    """The action as it stood on a day. `followers` maps a slug to the actions that follow it."""
    outcomes = tuple(outcome for outcome in record.facts.outcomes if outcome.date.known_from <= today)
    sources = {key: source for key, source in record.facts.sources.items() if known_by(source.date, today)}
    facts = record.facts.model_copy(update={"outcomes": outcomes, "sources": sources})
    issued = [one for one in followers.get(record.slug, ()) if one.facts.known_from <= today]
    later = max(issued, key=lambda one: (one.facts.known_from, one.slug), default=None)
    successor = later.slug if later else None
    people = [cases[slug] for slug in facts.cases if slug in cases]
    quiet = facts.until == "ongoing" or _asks_for_silence(people)
    closing = None if quiet else facts.deadline - timedelta(days=settings.closing_soon_days)
    state = _state(facts, people, successor, closing, today)
    ends = {"superseded": later.facts.known_from if later else today, "paused": _paused_since(people, today)}
    if facts.outcomes:
        ends["closed"] = ends["closed-positive"] = max(outcome.date.known_from for outcome in facts.outcomes)
    # Whatever came first: an outcome may be found long after the deadline has passed.
    since = min(facts.deadline + timedelta(days=1), ends.get(state, date.max)) if state in PAST_STATES else None
    silent = any(case.visibility == "paused" for case in people)
    return ActionNow(record, facts, state, successor, closing, since, silent)


def _state(action: Action, cases: list[CaseNow], successor: str | None, closing: date | None, today: date) -> str:
    """draft, then how it ended, then how near the deadline is. A deadline is valid to the end of its day."""
    if action.known_from > today:
        return "draft"
    if closed := _closed(action.outcomes, len(action.cases)):
        return closed
    if successor:
        return "superseded"
    if today > action.deadline:
        return "ended"
    if _asks_for_silence(cases):
        return "paused"
    return "closing-soon" if closing and today >= closing else "open"


def _closed(outcomes: tuple[Outcome, ...], cases: int) -> str:
    """Closed once each of its cases has an outcome; for the better only if all are."""
    if len(outcomes) < cases:
        return ""
    positive = all(outcome.state == "closed-positive" for outcome in outcomes)
    return "closed-positive" if positive else "closed"


def _paused_since(cases: list[CaseNow], today: date) -> date:
    """The day of the newest status of its people, or the day on which a page was last changed to ask for silence."""
    silent = [case.record.source_page.updated for case in cases if case.visibility == "paused"]
    days = silent or [case.standing.event.known_from for case in cases if case.standing]
    return min(max(days, default=today), today)


def _asks_for_silence(cases: list[CaseNow]) -> bool:
    """A person asked to wait, or died, or all of them were released: letters stop until an editor decides."""
    codes = [case.standing.code for case in cases if case.standing]
    paused = any(case.visibility == "paused" for case in cases)
    died = any(class_of(code) == "died" for code in codes)
    return paused or died or (bool(codes) and all(is_release(code) for code in codes))
