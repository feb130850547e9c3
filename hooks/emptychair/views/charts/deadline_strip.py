"""The deadlines of open actions on one line, from the day of the build to the last."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from emptychair.as_of.action_states import ActionAsOf
from emptychair.record.campaign import Text
from emptychair.text.locales import direction
from emptychair.views.charts.labels import Label, Wanted, place
from emptychair.views.charts.shapes import mirrored
from emptychair.views.charts.time_scale import TimeScale
from emptychair.views.context import Context
from emptychair.views.deadlines import has_deadline
from emptychair.views.formatting import near_day_in_words

WIDTH, HEIGHT, LEFT, RIGHT = 328, 62, 6, 322
MIDDLE, ABOVE, BELOW, SIZE = 38, (26, 12), (58,), 12


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on the line; `near` are those that close soon."""

    x: int
    near: bool


@dataclass(frozen=True)
class DeadlineStrip:
    """The drawing in a box of `width` x `height`, and what it is in words; its table is the list of actions.

    `soon` is the stretch of days in which an action closes soon.
    """

    name: Text
    width: int
    height: int
    middle: int
    soon: tuple[int, int]
    axis: tuple[int, int]
    deadlines: tuple[Deadline, ...]
    labels: tuple[Label, ...]


def deadline_strip(context: Context, actions: Sequence[ActionAsOf]) -> DeadlineStrip | None:
    """The strip of some open actions, or None where fewer than two days would stand on it."""
    today, language = context.snapshot.today, context.language
    days = Counter(action.facts.deadline for action in actions if has_deadline(action))
    if len(days) < 2:
        return None
    soon = today + timedelta(days=context.snapshot.campaign.settings.closing_soon_days)
    scale = TimeScale(today, max(days), LEFT, RIGHT)
    places = {day: scale.place_of(day) for day in sorted(days)}
    # The nearest are the most urgent.
    wanted = [Wanted(_words(context, day, days[day]), x, rank) for rank, (day, x) in enumerate(places.items())]
    if today not in days:
        wanted.append(Wanted(near_day_in_words(today, today, language), LEFT, -1, far=True))
    drawing = DeadlineStrip(
        name=context.plural("deadlines-name", sum(days.values()), start=context.day(today), end=context.day(max(days))),
        width=WIDTH,
        height=HEIGHT,
        middle=MIDDLE,
        soon=(LEFT, scale.place_of(soon)),
        axis=(LEFT, RIGHT),
        deadlines=tuple(Deadline(x, day <= soon) for day, x in places.items()),
        labels=tuple(label for label in place(wanted, (ABOVE, BELOW), SIZE, (0, WIDTH)) if label),
    )
    return _mirrored(drawing) if direction(language) == "rtl" else drawing


def _words(context: Context, day: date, count: int) -> str:
    words = near_day_in_words(day, context.snapshot.today, context.language)
    return str(context.say("deadline-of-several", date=words, count=count)) if count > 1 else words


def _mirrored(drawing: DeadlineStrip) -> DeadlineStrip:
    """The drawing for readers from right to left."""
    return replace(
        drawing,
        soon=(WIDTH - drawing.soon[1], WIDTH - drawing.soon[0]),
        deadlines=tuple(replace(one, x=WIDTH - one.x) for one in drawing.deadlines),
        labels=tuple(mirrored(label, WIDTH) for label in drawing.labels),
    )
