"""Labels of drawings: none lies on another, none leaves its box, and the most wanted stay."""

from __future__ import annotations

from itertools import combinations

from emptychair.views.charts.labels import Label, Wanted, place, text_width
from emptychair.views.charts.shapes import hatching, mirrored

BOUNDS = (0, 328)
LANES = ((42, 28, 14), (80, 94))
TEXTS = ("taken", "detained", "被带走", "house arrest", "RSDL", "期限6个月", "15 June 2026")


def crowd(size: int, step: int) -> list[Wanted]:
    """So many labels, spread over the box by a step that visits its places in no order."""
    return [Wanted(TEXTS[n % len(TEXTS)], (n * step) % 329, n % 5, far=n % 11 == 0) for n in range(size)]


def overlapping(labels: list[Label]) -> list[tuple[Label, Label]]:
    """Two labels of one line of writing that share room, and a line to a label through the room of a nearer one."""
    beside = [
        (one, other)
        for one, other in combinations(labels, 2)
        if one.y == other.y and one.start < other.end and other.start < one.end
    ]
    through = [
        (one, other)
        for one in labels
        for other in labels
        for side in LANES
        if one.y in side and other.y in side[: side.index(one.y)] and other.start < one.point < other.end
    ]
    return beside + through


def test_no_label_lies_on_another_and_none_leaves_the_box() -> None:
    """However many there are, and wherever they should stand."""
    for size in (0, 1, 2, 7, 60):
        for step in (1, 7, 53, 111, 164, 327):
            placed = place(crowd(size, step), LANES, 12, BOUNDS)
            labels = [one for one in placed if one]
            assert len(placed) == size
            assert len(labels) >= min(size, 1)
            assert overlapping(labels) == [], (size, step)
            assert all(one.start >= BOUNDS[0] and one.end <= BOUNDS[1] for one in labels), (size, step)


def test_of_two_without_room_the_lower_rank_stays() -> None:
    """Whatever their order; a label alone stands nearest, one that is far in the furthest lane."""
    narrow = ((42,),)
    first, second = Wanted("detained", 100, 3), Wanted("released", 104, 1)
    assert [bool(one) for one in place([first, second], narrow, 12, BOUNDS)] == [False, True]
    assert [bool(one) for one in place([second, first], narrow, 12, BOUNDS)] == [True, False]
    (near,) = place([first], LANES, 12, BOUNDS)
    (far,) = place([Wanted("2026", 320, 0, far=True)], LANES, 12, BOUNDS)
    assert near
    assert far
    assert (near.y, far.y) == (42, 14)


def test_a_label_stays_beside_its_point() -> None:
    """Also at the borders; words that are wider than the box have no room."""
    for x in (0, 3, 164, 326, 328):
        (label,) = place([Wanted("detained", x, 0)], LANES, 12, BOUNDS)
        assert label
        assert label.start <= x <= label.end
    assert place([Wanted("detained" * 9, 164, 0)], LANES, 12, BOUNDS) == [None]


def test_words_are_not_taken_for_narrower_than_they_are() -> None:
    """A Chinese character is as wide as it is high, a Latin letter about half; capitals are wider."""
    assert text_width("被带走", 12) >= 36
    assert text_width("RSDL", 12) > text_width("rsdl", 12) >= 20
    assert text_width("", 12) <= 1


def test_hatching_stays_in_its_box() -> None:
    """Also in one that is narrower than its lines are apart; an empty box has none."""
    for start, end in ((0, 1), (10, 13), (4, 320)):
        numbers = [int(one) for one in hatching(start, end, 52, 12).replace("M", " ").replace("L", " ").split()]
        assert numbers
        assert all(start <= x <= end for x in numbers[::2]), (start, end)
        assert all(52 <= y <= 64 for y in numbers[1::2]), (start, end)
    assert hatching(7, 7, 52, 12) == ""


def test_a_mirrored_label_takes_the_room_at_the_other_side() -> None:
    """Its words still begin or end at its place, as they are read."""
    label = Label("taken", 4, 42, "start", 4, 36, 4)
    assert mirrored(label, 328) == Label("taken", 324, 42, "start", 292, 324, 324)
    assert mirrored(mirrored(label, 328), 328) == label
