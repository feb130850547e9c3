"""Days on a line: where each stands, and which months or years are named below."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from emptychair.text.dates import MONTHS, add_months
from emptychair.views.charts.labels import GAP, Label, centred

# How many months lie between two names below the line.
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
# Of a month, about.
DAYS = 30.4


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A stretch of days on a line from `left` to `right`; before and after it everything stands at its ends.

    `rest` is drawn behind it on a scale of its own: the line is broken where it begins.
    """

    start: date
    end: date
    left: int
    right: int
    rest: "TimeScale | None" = None

    def place_of(self, day: date) -> int:
        """Where a day stands."""
        if self.rest and day > self.end:
            return self.rest.place_of(day)
        days = (self.end - self.start).days
        if days <= 0:
            return self.right
        passed = min(max((day - self.start).days, 0), days)
        return self.left + round(passed * (self.right - self.left) / days)


def ticks(scale: TimeScale, name_of: Callable[[date, int], str], y: int, size: float) -> tuple[Label, ...]:
    """The names of months or years below the line, as many as have room; `name_of` takes a first day and the step.

    Months of one length apart, so that they can be read as a measure: all of a step are named, or none.
    """
    room = scale.right - scale.left
    months = (scale.end - scale.start).days / DAYS
    # No name is narrower than two letters: those of shorter steps need not be looked at.
    for step in (step for step in STEPS if months / step * 2 * size <= room):
        found = [centred(name_of(day, step), scale.place_of(day), y, size) for day in _first_days(scale, step)]
        inside = [one for one in found if one.start >= scale.left and one.end <= scale.right]
        if all(one.end + GAP <= other.start for one, other in pairwise(inside)):
            return tuple(inside)
    return ()


def _first_days(scale: TimeScale, step: int) -> list[date]:
    """The first days of every so many months within the stretch."""
    months = scale.start.year * MONTHS + scale.start.month - 1
    first = -(-months // step) * step
    day, found = date(first // MONTHS, first % MONTHS + 1, 1), []
    while day <= scale.end:
        if day >= scale.start:
            found.append(day)
        day = add_months(day, step)
    return found
