"""Labels of a drawing: how wide words are, and lanes in which none lies on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal
from unicodedata import east_asian_width

Anchor = Literal["start", "middle", "end"]
# Widths in em, a little more than those of common system fonts, because nobody knows which one a reader has.
WIDE, BROAD, PLAIN, NARROW = 1.0, 0.9, 0.6, 0.36
BROAD_SIGNS, NARROW_SIGNS = frozenset("mwMW%—"), frozenset(" iljtfrI.,:;!|'’()")
# What stays free between two labels of a lane, and at either side of a line that leads to a label further away.
GAP, CLEARANCE = 6, 2


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a drawing: where they are anchored, on which line of writing, and the room that they take.

    `start` and `end` are the bounds of that room, `point` the place that they name.
    """

    text: str
    x: int
    y: int
    anchor: Anchor
    start: int
    end: int
    point: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that should stand at a place; of two that have no room beside each other, the lower `rank` stays.

    What is `far` stands in the furthest lane, where it is in nobody's way.
    """

    text: str
    point: int
    rank: int
    far: bool = False


@dataclass
class _Lane:
    """One line of writing: what is taken by labels, and by lines that lead to labels of lanes further away."""

    y: int
    labels: list[tuple[int, int]] = field(default_factory=list)
    leads: list[int] = field(default_factory=list)

    def has_room(self, start: int, end: int) -> bool:
        """Is there room for a label?"""
        beside = all(end + GAP <= other or start >= until + GAP for other, until in self.labels)
        return beside and not any(start - CLEARANCE < lead < end + CLEARANCE for lead in self.leads)

    def lets_through(self, point: int) -> bool:
        """May a line lead through this lane?"""
        return not any(start - CLEARANCE < point < end + CLEARANCE for start, end in self.labels)


# The same words stand on the drawings of hundreds of people.
@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> int:
    """How wide words are at most, in the units of `size`, the size of their letters."""
    return round(sum(_width(sign) for sign in text) * size + 0.5)


def centred(text: str, point: int, y: int, size: float) -> Label:
    """A label with its middle at its point, whatever else stands there."""
    width = text_width(text, size)
    start = point - width // 2
    return Label(text, point, y, "middle", start, start + width, point)


def _width(sign: str) -> float:
    if east_asian_width(sign) in "WF":
        return WIDE
    if sign in BROAD_SIGNS or sign.isupper():
        return BROAD
    return NARROW if sign in NARROW_SIGNS else PLAIN


def place(
    wanted: Sequence[Wanted], sides: Sequence[Sequence[int]], size: float, bounds: tuple[int, int]
) -> list[Label | None]:
    """Labels in the order of what is wanted, None for each that has no room.

    `sides` are lanes, each the height of a line of writing, the nearest to the marks first: those above, those below.
    Nothing leaves `bounds`, and no label lies on another or on the line that leads to one.
    """
    lanes = [[_Lane(y) for y in side] for side in sides]
    found: list[Label | None] = [None] * len(wanted)
    for index in sorted(range(len(wanted)), key=lambda index: (wanted[index].rank, index)):
        found[index] = _first_room(wanted[index], lanes, size, bounds)
    return found


def _first_room(one: Wanted, sides: list[list[_Lane]], size: float, bounds: tuple[int, int]) -> Label | None:
    """The label in the first lane that has room for it, nearest lanes first; the lane is then taken."""
    width = text_width(one.text, size)
    steps = range(max(map(len, sides), default=0))
    for step in reversed(steps) if one.far else steps:
        for side in (side for side in sides if step < len(side)):
            nearer, lane = side[:step], side[step]
            if not all(other.lets_through(one.point) for other in nearer):
                continue
            for label in _choices(one, lane.y, width, bounds):
                if lane.has_room(label.start, label.end):
                    lane.labels.append((label.start, label.end))
                    for other in nearer:
                        other.leads.append(one.point)
                    return label
    return None


def _choices(one: Wanted, y: int, width: int, bounds: tuple[int, int]) -> Iterator[Label]:
    """The places of a label in a lane, the best first: its middle at its point, or towards the nearer border an end.

    Where neither has room, anywhere beside its point.
    """
    left, right = bounds
    third = (right - left) / 3
    anchors: list[Anchor] = ["middle", "start", "end"]
    if one.point < left + third:
        anchors = ["start", "middle", "end"]
    elif one.point > right - third:
        anchors = ["end", "middle", "start"]
    for anchor in anchors:
        start = one.point - {"start": 0, "middle": width // 2, "end": width}[anchor]
        if left <= start and start + width <= right:
            yield Label(one.text, one.point, y, anchor, start, start + width, one.point)
