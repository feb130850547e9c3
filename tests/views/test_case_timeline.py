"""The time line of a case: every event once, in its box, honest about what is not known."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING

from campaign_outputs import LANGUAGES, campaign, on_day, pages_of, snapshot, with_events
from content_factory import Content
from emptychair.text import vocabulary
from emptychair.views.charts.case_history import MARKS
from emptychair.views.charts.case_timeline import HEIGHT, WIDTH, CaseTimeline, case_timeline

if TYPE_CHECKING:
    from emptychair.as_of.snapshot import Snapshot

FULL = [slug for slug, case in sorted(snapshot().cases.items()) if case.visibility == "full" and case.standing]


def timeline(slug: str, language: str = "en", made: Snapshot | None = None) -> CaseTimeline:
    """The drawing on the page of a case."""
    shown = made or snapshot()
    site = pages_of(shown, language)
    found = case_timeline(site.context(site.routes.by_path[f"cases/{slug}"]), shown.cases[slug])
    assert found
    return found


def small(content: Content, *rows: str, as_of: str = "2020-05-01", today: str = "2020-06-10") -> CaseTimeline:
    """The drawing of the case of a small folder with these events."""
    return timeline("li-si", made=on_day(with_events(Content(content.root), as_of, *rows), today))


def faults(drawing: CaseTimeline) -> list[object]:
    """What leaves the box of a drawing, and labels that share room."""
    labels = [*drawing.labels, *drawing.ticks]
    outside: list[object] = [one for one in labels if one.start < 0 or one.end > WIDTH or not 8 <= one.y <= HEIGHT]
    outside += [one for one in drawing.marks if not (0 <= one.x <= WIDTH and 0 <= one.top < one.bottom <= HEIGHT)]
    outside += [one for one in drawing.bands if one.width < 1 or one.x < 0 or one.x + one.width > WIDTH]
    outside += [one for one in drawing.unsure if not 0 <= one[0] <= one[1] <= WIDTH]
    outside += [
        (one, other)
        for one, other in combinations(labels, 2)
        if one.y == other.y and one.start < other.end and other.start < one.end
    ]
    return outside


def kinds(drawing: CaseTimeline) -> list[str]:
    return [one.kind for one in drawing.marks]


def test_every_drawing_of_the_campaign_is_sound() -> None:
    """In both languages: a mark for each event and for the day, all in the box, no label on another."""
    assert len(FULL) > 10
    for slug, language in product(FULL, LANGUAGES):
        drawing = timeline(slug, language)
        marks = [kind for kind in kinds(drawing) if kind in ("event", "unsure")]
        assert faults(drawing) == [], (slug, language)
        assert len(marks) == len(snapshot().cases[slug].facts.events), slug
        assert kinds(drawing).count("today") == 1, slug


def test_no_drawing_before_the_first_event() -> None:
    """There is nothing to draw, and none on a page that tells only what is needed."""
    site = pages_of(snapshot(), "en")
    context = site.context(site.routes.by_path["cases/early-plum"])
    assert case_timeline(context, snapshot().cases["early-plum"]) is None
    assert campaign().cases["early-plum"].facts.events


def test_one_event_and_sixty(content: Content) -> None:
    """One of the day itself; sixty of a month: all have marks, those with room have words."""
    one = small(content, "id: a, date: 2020-05-01, status: taken-away", today="2020-05-01")
    assert faults(one) == []
    assert [label.text for label in one.labels if label.text == "taken"] == ["taken"]
    rows = [f"id: e{n}, date: 2020-{4 + n // 30:02}-{1 + n % 30:02}, status: {status}" for n, status in sixty()]
    many = small(content, *rows, as_of="2020-05-30")
    assert faults(many) == []
    assert len([kind for kind in kinds(many) if kind == "event"]) == 60
    assert 3 < len(many.labels) < 30


def sixty() -> list[tuple[int, str]]:
    return [(n, ("taken-away", "bail", "released, release_type: detention-ended")[n % 3]) for n in range(60)]


def test_dates_that_are_known_in_part(content: Content) -> None:
    """A year, a month, by then, between two, about: drawn as a stretch, and never before the event before it."""
    drawing = small(
        content,
        "id: a, date: 2018, status: taken-away",
        "id: b, date: ../2018-06, status: rsdl",
        "id: c, date: 2019-01~, stage: indicted",
        "id: d, date: 2019-03-01/2020-02-01, stage: on-trial",
        "id: e, date: 2020, stage: sentenced",
    )
    places = [one.x for one in drawing.marks if one.kind == "unsure"]
    assert faults(drawing) == []
    assert places == sorted(places)
    assert len(places) == len(drawing.unsure) == 5
    assert max(end for _, end in drawing.unsure) <= next(one.x for one in drawing.marks if one.kind == "today")


def test_time_without_news_is_hatched(content: Content) -> None:
    """From the newest news to the day, and where a status had faded before the next event; nobody's freedom is."""
    drawing = small(
        content,
        "id: a, date: 2019-01-01, status: taken-away",
        "id: b, date: 2019-12-01, status: arrested",
        as_of="2020-01-01",
    )
    assert [bool(band.hatching) for band in drawing.bands] == [False, True, False, True]
    assert drawing.silence
    assert "1 January 2020" in drawing.silence.value
    free = small(content, "id: a, date: 2020-05-01, status: released, release_type: detention-ended")
    assert [bool(band.hatching) for band in free.bands] == [False]
    assert free.silence is None
    died = small(
        content, "id: a, date: 2020-04-01, status: arrested", "id: b, date: 2020-04-20, status: died-in-custody"
    )
    assert [(band.class_code, bool(band.hatching)) for band in died.bands] == [("custody", False)]


def test_a_long_silence_is_drawn_shorter(content: Content) -> None:
    """Behind some months years without news would leave the events no room; the words say where the scale changes."""
    rows = ("id: a, date: 2018-01-01, status: taken-away", "id: b, date: 2018-04-01, status: arrested")
    broken = small(content, *rows, as_of="2018-05-01")
    assert faults(broken) == []
    assert broken.broken
    assert broken.shortened
    (first, second), *_ = [[one.x for one in broken.marks if one.kind == "event"]]
    assert second - first > 100
    assert second < broken.broken < max(one.x for one in broken.marks)
    whole = small(content, *rows, as_of="2018-05-01", today="2018-06-10")
    assert (whole.broken, whole.shortened) == (None, None)
    assert small(content, rows[0], as_of="2018-05-01").broken is None


def test_a_legal_limit_is_cited_as_of_its_time(content: Content) -> None:
    """With the law and its version; ahead of the day too; not where the text that applied then is not in the list."""
    ahead = small(content, "id: a, date: 2020-05-20, status: criminal-detention", as_of="2020-05-20")
    (words,) = ahead.limits
    assert "37 days, to 26 June 2020" in words.value
    assert "article 91, text of 2018" in words.value
    assert kinds(ahead) == ["event", "limit", "today"]
    assert small(content, "id: a, date: 2017-05-20, status: criminal-detention", as_of="2020-05-20").limits == ()
    begun = "id: a, date: 2020-05-01, status: criminal-detention"
    assert small(content, begun, "id: b, date: 2020-05-20, status: arrested", as_of="2020-05-20").limits == ()
    assert len(small(content, begun, "id: b, date: 2020-06-09, status: arrested", as_of="2020-06-09").limits) == 1


def test_a_law_applies_from_its_day_to_the_next_text() -> None:
    """The text of 2012 of the law on administrative penalties ended with the year 2025; no text, no limit."""
    days = (date(2018, 10, 25), date(2018, 10, 26), date(2026, 3, 1))
    assert [vocabulary.limit_applies("rsdl", day) for day in days] == [False, True, True]
    assert not vocabulary.limit_applies("administrative-detention", days[2])
    assert not vocabulary.limit_applies("arrested", days[1])


def test_a_status_or_stage_has_one_word_at_most() -> None:
    """Every status has one but for what is not known, and no code stands in two rows."""
    rows = [row.row for row in vocabulary.terms(MARKS).values()]
    for key, name in (("statuses", "statuses"), ("stages", "stages")):
        found = [code for row in rows for code in row.get(key, ())]
        assert len(set(found)) == len(found)
        assert set(found) <= set(vocabulary.terms(name))
    named = {code for row in rows for code in row.get("statuses", ())}
    assert set(vocabulary.terms("statuses")) - named == {"unknown"}
