"""The state of an action on a day, derived from its dates: draft, open, closing soon, or how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from emptychair.as_of.case_as_of import CaseAsOf, known_by
from emptychair.as_of.status import class_of, is_release
from emptychair.record.campaign import Record
from emptychair.record.models import Action, Outcome, Settings

PAST_STATES = {"ended", "superseded", "closed", "closed-positive", "paused"}


@dataclass(frozen=True)
class ActionAsOf:
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


def action_as_of(
    record: Record[Action],
    cases: Mapping[str, CaseAsOf],
    followers: Mapping[str, list[Record[Action]]],
    settings: Settings,
    today: date,
) -> ActionAsOf:
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
    since = _past_since(facts, people, issued, today) if state in PAST_STATES else None
    silent = any(case.visibility == "paused" for case in people)
    return ActionAsOf(record, facts, state, successor, closing, since, silent)


def _state(action: Action, cases: list[CaseAsOf], successor: str | None, closing: date | None, today: date) -> str:
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


def _past_since(facts: Action, people: list[CaseAsOf], followers: list[Record[Action]], today: date) -> date:
    """Whatever came first: the day after the deadline, the next action, the last outcome, a reason to stop letters."""
    days = [facts.deadline + timedelta(days=1), *(one.facts.known_from for one in followers)]
    if _closed(facts.outcomes, len(facts.cases)):
        days.append(max(outcome.date.known_from for outcome in facts.outcomes))
    if _asks_for_silence(people):
        days.append(_silent_since(people))
    return min([today, *days])


def _silent_since(people: list[CaseAsOf]) -> date:
    """The day of a death; else of the page that asks for silence; else of the last release."""
    standings = [case.standing for case in people if case.standing]
    deaths = [one.event.known_from for one in standings if class_of(one.code) == "died"]
    pauses = [case.record.source_page.updated for case in people if case.visibility == "paused"]
    if deaths or pauses:
        return min([*deaths, *pauses])
    return max(one.event.known_from for one in standings)


def _asks_for_silence(cases: list[CaseAsOf]) -> bool:
    """A person asked to wait, or died, or all of them were released: letters stop until an editor decides."""
    codes = [case.standing.code for case in cases if case.standing]
    paused = any(case.visibility == "paused" for case in cases)
    died = any(class_of(code) == "died" for code in codes)
    return paused or died or (bool(codes) and all(is_release(code) for code in codes))
