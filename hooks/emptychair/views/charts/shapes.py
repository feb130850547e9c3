"""Shapes of drawings that are worked out: hatching, and the same drawing for readers from right to left."""

from dataclasses import replace

from emptychair.views.charts.labels import Label

# How far the lines of a hatching are apart.
DISTANCE = 6


def hatching(start: int, end: int, top: int, height: int) -> str:
    """Slanted lines that fill a box, as the data of an SVG path; "" for a box without width.

    Lines and no pattern: a pattern is found by an id, of which a page with two drawings would have two alike.
    """
    lines = []
    for foot in range(start - height + DISTANCE, end, DISTANCE):
        # From the bottom at `foot` to the top at `foot + height`, cut off where the box ends.
        first, last = max(foot, start), min(foot + height, end)
        if last > first:
            lines.append(f"M{first} {top + height - (first - foot)}L{last} {top + height - (last - foot)}")
    return "".join(lines)


def mirrored(label: Label, width: int) -> Label:
    """A label as it stands where time runs from right to left: its anchor is at the same end of its words."""
    return replace(
        label,
        x=width - label.x,
        start=width - label.end,
        end=width - label.start,
        point=width - label.point,
    )
