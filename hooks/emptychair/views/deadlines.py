"""The state and the deadline of an action in words, and the moment at which it has passed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from emptychair.as_of.action_states import ActionAsOf
from emptychair.record.campaign import Text
from emptychair.views.context import Context


def state_label(context: Context, action: ActionAsOf) -> Text:
    """The state in words."""
    return context.label("action_states", action.state)


def deadline_line(context: Context, action: ActionAsOf) -> Text:
    """The deadline as a date, never as a number of days."""
    facts = action.facts
    if not has_deadline(action):
        key = "ongoing-past" if action.past else "ongoing-until"
    else:
        over = context.snapshot.today > facts.deadline
        key = "deadline-past" if over else "deadline-as-issued" if action.past else "deadline"
    return context.words(key, date=context.day(facts.deadline))


def has_deadline(action: ActionAsOf) -> bool:
    """Has it a last day of its own, and not only a day on which it is reviewed?"""
    return action.facts.until != "ongoing"


def deadline_end(context: Context, action: ActionAsOf) -> str:
    """The end of its last day in the site's time zone, as UTC in ISO 8601: what a reader's clock is compared with."""
    return moment_of(context, action.facts.deadline + timedelta(days=1))


def moment_of(context: Context, day: date) -> str:
    """The beginning of a day in the site's time zone, as UTC in ISO 8601: what a reader's clock is compared with."""
    zone = ZoneInfo(context.snapshot.campaign.settings.timezone)
    return datetime.combine(day, time(), zone).astimezone(UTC).isoformat()


def ended_line(context: Context, action: ActionAsOf) -> Text:
    """That a past action is past, with its title, and since when where a day says so."""
    title = action.record.title(context.language)
    if action.state == "paused":
        return context.words("update-action-paused", title=title)
    if action.state == "ended" or action.past_since is None:
        return ended_words(context, action)
    since = context.day(action.past_since)
    return context.words("update-action-past", title=title, state=state_label(context, action), date=since)


def ended_words(context: Context, action: ActionAsOf) -> Text:
    """That an action ended on the last day on which letters were asked for, with its title."""
    title, last = action.record.title(context.language), context.day(action.facts.deadline)
    return context.words("update-action-ended", title=title, date=last)
