"""The time line of a case as a drawing: marks with short words, situations as bands, silence hatched, legal limits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.record.campaign import Text
from emptychair.text import vocabulary
from emptychair.text.dates import MONTHS, PartialDate, parse_partial_date
from emptychair.text.locales import direction
from emptychair.views.charts.case_history import (
    MARKS,
    DatedMark,
    Limit,
    Stretch,
    dated_marks,
    limits,
    silent_since,
    stretches,
)
from emptychair.views.charts.labels import Label, Wanted, place
from emptychair.views.charts.shapes import hatching, mirrored
from emptychair.views.charts.time_scale import TimeScale, ticks
from emptychair.views.context import Context
from emptychair.views.formatting import day_in_words, limit_law_in_words, span_in_words

WIDTH, HEIGHT = 328, 110
LEFT, RIGHT = 4, 324
# The band, and the lines of writing above and below it, the nearest first; the size of their letters.
TOP, BAND = 52, 12
ABOVE, BELOW, NAMES = (42, 28, 14), (80, 94), 108
SIZE, SMALL = 12, 11
# Where the line is broken, if the silence at its end is so many times longer than all before it.
BREAK, LONGER = 216, 1.5
# How far a mark reaches beyond the band on the side without its words, and how far it stays below words above it.
REACH, STAND_OFF = 5, 4
# A line of fewer days would show days as years.
SHORTEST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of days on the line: a box in the colour of its class, or lines where there was no news."""

    x: int
    width: int
    class_code: str
    hatching: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across the band: an event (`exact` or not), a legal limit, or the day of the build."""

    x: int
    top: int
    bottom: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Point:
    """A place on the line that has a mark, and should have words."""

    x: int
    kind: str
    text: str
    rank: int


@dataclass(frozen=True)
class CaseTimeline:
    """The drawing in a box of `width` x `height`, and its words: what it is, what is hatched, which limits it shows.

    `axis` is where its line begins and ends, `broken` where the scale changes; `unsure` are lines between the first and
    the last day that an event may mean.
    """

    name: Text
    width: int
    height: int
    middle: int
    axis: tuple[int, int]
    broken: int | None
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    unsure: tuple[tuple[int, int], ...]
    labels: tuple[Label, ...]
    ticks: tuple[Label, ...]
    silence: Text | None
    shortened: Text | None
    limits: tuple[Text, ...]


def case_timeline(context: Context, case: CaseAsOf) -> CaseTimeline | None:
    """The time line of a case on the day of the snapshot, or None for one without an event."""
    if not case.facts.events:
        return None
    today = context.snapshot.today
    events, shown, since = dated_marks(case, today), tuple(limits(case)), silent_since(case, today)
    scale = _scale(events, shown, since, today)
    bands = tuple(_band(stretch, scale) for stretch in stretches(case, events, today))
    points = list(_points(context, events, shown, scale))
    labels = _placed(points)
    drawing = CaseTimeline(
        name=context.plural(
            "timeline-name", len(events), start=context.day(case.facts.events[0].date), end=context.day(today)
        ),
        width=WIDTH,
        height=HEIGHT,
        middle=TOP + BAND // 2,
        axis=(LEFT, scale.place_of(today)),
        broken=BREAK if scale.rest else None,
        bands=bands,
        marks=tuple(_mark(point, label) for point, label in zip(points, labels, strict=True)),
        unsure=tuple((scale.place_of(one.earliest), scale.place_of(one.latest)) for one in events if not one.exact),
        labels=tuple(label for label in labels if label),
        ticks=ticks(scale, _name_in(context.language), NAMES, SMALL),
        silence=_silence(context, bands, since),
        shortened=context.words("timeline-broken") if scale.rest else None,
        limits=tuple(_limit_in_words(context, one) for one in shown),
    )
    return _mirrored(drawing) if direction(context.language) == "rtl" else drawing


def _scale(
    events: tuple[DatedMark, ...], shown: tuple[Limit, ...], since: PartialDate | None, today: date
) -> TimeScale:
    """From the first event to the day, or to a limit that still lies ahead; a long silence at its end is drawn shorter.

    Years without news would leave the events of some months no room.
    """
    end = max([today, *(one.day for one in shown)])
    start = min(*(one.earliest for one in events), end - SHORTEST)
    known = max([since.latest if since else today, *(one.day for one in events)])
    crowded = len(events) > 1 and known - start >= SHORTEST
    if not crowded or end - known < LONGER * (known - start):
        return TimeScale(start, end, LEFT, RIGHT)
    return TimeScale(start, known, LEFT, BREAK, TimeScale(known, end, BREAK, RIGHT))


def _points(
    context: Context, events: tuple[DatedMark, ...], shown: tuple[Limit, ...], scale: TimeScale
) -> Iterator[_Point]:
    terms = vocabulary.terms(MARKS)
    ranks = {code: rank for rank, code in enumerate(terms)}
    for event in events:
        text = str(terms[event.word].label(context.language)) if event.word else ""
        kind = "event" if event.exact else "unsure"
        yield _Point(scale.place_of(event.day), kind, text, ranks.get(event.word, 0))
    for limit in shown:
        text = str(context.say("timeline-limit", span=span_in_words(limit.span, context.language)))
        yield _Point(scale.place_of(limit.day), "limit", text, len(ranks))
    # By its date: a page is read on other days too. It has the first choice, or nobody knows where the line ends.
    today = context.snapshot.today
    yield _Point(scale.place_of(today), "today", context.day(today), -1)


def _placed(points: list[_Point]) -> list[Label | None]:
    """The words of each point, None where it has none or there is no room."""
    spoken = [point for point in points if point.text]
    wanted = [Wanted(point.text, point.x, point.rank, far=point.kind == "today") for point in spoken]
    labels = iter(place(wanted, (ABOVE, BELOW), SIZE, (0, WIDTH)))
    return [next(labels) if point.text else None for point in points]


def _band(stretch: Stretch, scale: TimeScale) -> Band:
    x = scale.place_of(stretch.start)
    # Ten days of ten years are still seen.
    end = max(scale.place_of(stretch.end), x + 1)
    return Band(x, end - x, stretch.class_code, hatching(x, end, TOP, BAND) if stretch.silent else "")


def _silence(context: Context, bands: tuple[Band, ...], since: PartialDate | None) -> Text | None:
    """What the hatching means, where there is any, and since when it lasts."""
    if not any(band.hatching for band in bands):
        return None
    return (
        context.words("timeline-silence-since", date=context.day(since)) if since else context.words("timeline-silence")
    )


def _mark(point: _Point, label: Label | None) -> Mark:
    """A line across the band, as far as its words."""
    top, bottom = TOP - REACH, TOP + BAND + REACH
    if label and label.y < TOP:
        top = label.y + STAND_OFF
    elif label:
        bottom = label.y - SIZE + 1
    return Mark(point.x, top, bottom, point.kind)


def _name_in(language: str) -> Callable[[date, int], str]:
    """The name of a month or a year, by its first day and the months between two names."""

    def name(day: date, step: int) -> str:
        text = f"{day.year}" if step % MONTHS == 0 else f"{day.year}-{day.month:02}"
        return day_in_words(parse_partial_date(text), language)

    return name


def _limit_in_words(context: Context, limit: Limit) -> Text:
    return context.words(
        "timeline-limit-law",
        status=context.label("statuses", limit.status),
        span=span_in_words(limit.span, context.language),
        date=context.day(limit.day),
        law=limit_law_in_words(limit.status, context.language),
    )


def _mirrored(drawing: CaseTimeline) -> CaseTimeline:
    """The drawing for readers from right to left: time runs as they read."""
    return replace(
        drawing,
        axis=(WIDTH - drawing.axis[1], WIDTH - drawing.axis[0]),
        broken=None if drawing.broken is None else WIDTH - drawing.broken,
        bands=tuple(_turned(band) for band in drawing.bands),
        marks=tuple(replace(mark, x=WIDTH - mark.x) for mark in drawing.marks),
        unsure=tuple((WIDTH - end, WIDTH - start) for start, end in drawing.unsure),
        labels=tuple(mirrored(label, WIDTH) for label in drawing.labels),
        ticks=tuple(mirrored(label, WIDTH) for label in drawing.ticks),
    )


def _turned(band: Band) -> Band:
    x = WIDTH - band.x - band.width
    return replace(band, x=x, hatching=hatching(x, x + band.width, TOP, BAND) if band.hatching else "")
