"""People by the year of the first event that the record knows: a bar for each year, its table beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from emptychair.record.campaign import Text
from emptychair.text.locales import direction
from emptychair.views.charts.labels import Label, centred, text_width
from emptychair.views.charts.shapes import mirrored
from emptychair.views.context import Context, Link

WIDTH, HEIGHT = 328, 100
# The ground on which the bars stand, the height of the highest, the writing below; the size of letters.
GROUND, HIGHEST, NAMES, SIZE = 82, 66, 97, 11
BROADEST, ROOM = 32, 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A box of the drawing."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class YearBars:
    """The drawing in a box of `width` x `height`, what it is in words, and its table: years with their lists."""

    name: Text
    width: int
    height: int
    ground: int
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    rows: tuple[tuple[Link, int], ...]


def year_bars(context: Context) -> YearBars | None:
    """The bars of a snapshot, or None where the first events are of one year, which would be a single bar."""
    counts = {int(term): len(cases) for (facet, term), cases in context.routes.facets.items() if facet == "year"}
    counts = {year: count for year, count in sorted(counts.items()) if count}
    if len(counts) < 2:
        return None
    years = range(min(counts), max(counts) + 1)
    bars, labels = drawn_bars([(str(year), counts.get(year, 0)) for year in years])
    turned = direction(context.language) == "rtl"
    total = sum(counts.values())
    return YearBars(
        name=context.plural("years-name", total),
        width=WIDTH,
        height=HEIGHT,
        ground=GROUND,
        bars=tuple(Bar(WIDTH - bar.x - bar.width, bar.y, bar.width, bar.height) for bar in bars) if turned else bars,
        labels=tuple(mirrored(label, WIDTH) for label in labels) if turned else labels,
        rows=tuple((_year_link(context, year), count) for year, count in counts.items()),
    )


def drawn_bars(counts: list[tuple[str, int]]) -> tuple[tuple[Bar, ...], tuple[Label, ...]]:
    """A name and a number for each bar -> the bars of what is above zero, and the labels for which there is room.

    The number stands above its bar, the name below; where they are many, every so many names.
    """
    largest, slot = max(count for _, count in counts), WIDTH / len(counts)
    bars, labels = [], []
    step = next(step for step in range(1, len(counts) + 1) if _room(name for name, _ in counts) <= slot * step)
    for number, (name, count) in enumerate(counts):
        middle = round(slot * (number + 0.5))
        width = max(1, min(BROADEST, round(slot * 0.7)))
        height = max(2, round(HIGHEST * count / largest)) if count else 0
        if count:
            bars.append(Bar(middle - width // 2, GROUND - height, width, height))
        if count and _room([str(count)]) <= slot:
            labels.append(centred(str(count), middle, GROUND - height - 3, SIZE))
        labels.append(centred(name, middle, NAMES, SIZE))
    inside = [label for label in labels if label.start >= 0 and label.end <= WIDTH]
    names = [label for label in inside if label.y == NAMES][::step]
    return tuple(bars), (*names, *(label for label in inside if label.y != NAMES))


def _room(texts: Iterable[str]) -> int:
    return max(text_width(text, SIZE) for text in texts) + ROOM


def _year_link(context: Context, year: int) -> Link:
    return Link(Text(str(year), context.language), context.href(f"cases/by/year/{year}"))
