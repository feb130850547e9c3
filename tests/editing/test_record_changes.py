"""The acts that change a page: what each sets, and where it puts it."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from content_factory import ACTION, CASE, CASE_ZH, MINIMAL
from emptychair.editing import record_changes
from emptychair.front_matter.document import parse_page
from emptychair.record.models import Action, Case, SourcePage
from emptychair.record.validation import validate
from emptychair.text.dates import PartialDate, parse_partial_date
from for_each import for_each

TODAY = date(2020, 7, 1)
TEXT = MINIMAL[CASE]
EVENT = {"id": "rsdl", "date": "2020-06-20", "status": "rsdl", "text": "It is so."}


def read(text: str) -> Any:
    """The facts of a page, without problems."""
    document, problems = parse_page("", text)
    page, more = validate(SourcePage, document)
    assert [*problems, *more] == []
    assert page
    return page


def case(text: str = TEXT) -> Case:
    """The case of a page."""
    found = read(text).case
    assert isinstance(found, Case)
    return found


def action(text: str = MINIMAL[ACTION]) -> Action:
    """The action of a page."""
    found = read(text).action
    assert isinstance(found, Action)
    return found


def test_an_event_moves_the_news_and_the_page() -> None:
    """It is the last; `as_of` is its date, `updated` today, and the feed tells it of today."""
    page = read(record_changes.with_event(TEXT, case(), EVENT, TODAY))
    assert [event.id for event in page.case.events] == ["taken", "rsdl"]
    assert (page.updated, page.added) == (TODAY, date(2020, 6, 1))
    assert str(page.case.as_of) == "2020-06-20"
    assert page.case.events[1].added == TODAY


@for_each(
    "given_date, reported, as_of",
    [
        ("2020-04-30", "", "2020-05-01"),
        ("2020-05", "", "2020-05-01"),
        ("2020-04-30", "2020-06-02", "2020-06-02"),
        ("../2020-06", "", "2020-05-01"),
        ("2020-06~", "", "2020-05-01"),
        ("2020-07", "", "2020-07"),
    ],
)
def test_the_news_move_only_to_what_is_certainly_newer(given_date: str, reported: str, as_of: str) -> None:
    """By the day on which it became known; an event of a time that may lie before moves nothing."""
    event = {**EVENT, "date": given_date} | ({"reported": reported} if reported else {})
    assert str(case(record_changes.with_event(TEXT, case(), event, TODAY)).as_of) == as_of


@for_each("reported, added", [("", None), ("2020-06-30", None), ("2020-06-29", date(2020, 6, 30))])
def test_what_is_told_today_needs_no_day_of_its_own(reported: str, added: date | None) -> None:
    """`added` stands beside an event that was known before it came into the record."""
    event = {**EVENT, "date": "2020-06-30" if not reported else "2020-06-20"}
    event |= {"reported": reported} if reported else {}
    new = case(record_changes.with_event(TEXT, case(), event, date(2020, 6, 30)))
    assert new.events[1].added == added


def test_what_is_no_date_goes_to_the_end() -> None:
    """The checks name it there."""
    document, _ = parse_page("", record_changes.with_event(TEXT, case(), {**EVENT, "date": "soon"}, TODAY))
    assert document.meta["case"]["events"][-1]["date"] == "soon"
    assert document.meta["case"]["as_of"] == "2020-05-01"


DATES = st.sampled_from(
    ["2020", "2020-04", "2020-04~", "2020-04-14", "../2020-04", "2020-03-31/2020-04-02", "2020-05-01", "2019-12~"]
)


def in_order(dates: list[PartialDate]) -> bool:
    """As rules.facts.events_in_order has it."""
    return not any(later.certainly_before(one) for number, one in enumerate(dates) for later in dates[number + 1 :])


@given(st.lists(DATES, max_size=6))
def test_events_that_are_added_stand_in_order(texts: list[str]) -> None:
    """However partial the dates are, and in whatever order they come."""
    dates: list[PartialDate] = []
    for one in map(parse_partial_date, texts):
        dates.insert(record_changes.position_of(one, dates), one)
        assert in_order(dates)


def test_equals_stand_in_the_order_of_their_coming() -> None:
    """Of two events of one day the one that was added later is the later one."""
    dates = [parse_partial_date(text) for text in ("2020-04-14", "2020-04-14", "2020-05")]
    assert record_changes.position_of(dates[0], dates) == 2


@for_each("taken, found", [([], "rsdl"), (["rsdl"], "rsdl-2"), (["rsdl", "rsdl-2"], "rsdl-3")])
def test_an_id_is_free(taken: list[str], found: str) -> None:
    """With the next number where it is taken."""
    assert record_changes.free_id("rsdl", taken) == found


def test_beside_a_second_source_events_name_theirs() -> None:
    """What rested on the only source still does."""
    text = record_changes.with_source(TEXT, case(), "radio", {"title": "Radio"})
    new = case(text)
    assert list(new.sources) == ["paper", "radio"]
    assert new.events[0].sources == ("paper",)
    third = case(record_changes.with_source(text, new, "third", {"title": "Third"}))
    assert list(third.sources) == ["paper", "radio", "third"]
    assert third.events == new.events


def test_news_and_looks() -> None:
    """A newer source sets `as_of`, a look `checked`; the second look takes the place of the first."""
    told = parse_partial_date("2020-06-30")
    assert record_changes.is_newer(told, case())
    assert str(case(record_changes.with_news(TEXT, told, TODAY)).as_of) == "2020-06-30"
    first = record_changes.with_look(TEXT, case(), date(2020, 6, 30), TODAY)
    assert "  as_of: 2020-05-01\n  checked: 2020-06-30\n" in first
    second = record_changes.with_look(first, case(first), TODAY, TODAY)
    assert second == first.replace("checked: 2020-06-30", "checked: 2020-07-01")


def test_outcomes_come_one_after_the_other() -> None:
    """The first makes the list."""
    outcome = {"id": "li-si", "case": "li-si", "state": "closed", "date": "2020-07-01", "text": "Over."}
    text = record_changes.with_outcome(MINIMAL[ACTION], outcome, 0, TODAY)
    text = record_changes.with_outcome(text, {**outcome, "id": "wang-wu", "case": "wang-wu"}, 1, TODAY)
    assert [one.id for one in action(text).outcomes] == ["li-si", "wang-wu"]


def test_a_page_without_added_keeps_its_first_day() -> None:
    """It was taken from `updated`, which moves now; the feed would tell the case anew."""
    text = TEXT.replace("added: 2020-06-01\n", "")
    assert read(record_changes.with_look(text, case(), TODAY, TODAY)).added == date(2020, 6, 1)


def test_updated_never_goes_back() -> None:
    """A machine whose clock is behind does not make a page older."""
    page = read(record_changes.with_look(TEXT, case(), date(2020, 5, 1), date(2020, 5, 2)))
    assert page.updated == date(2020, 6, 1)


TWIN = MINIMAL[CASE_ZH]


def test_a_translation_keeps_pace_with_a_page_without_new_words() -> None:
    """It was current, and is."""
    new = record_changes.in_step(TWIN, read(TEXT), TODAY)
    assert new == TWIN.replace("2020-06-01", "2020-07-01")


@for_each("twin", [TWIN.replace("translates: 2020-06-01", "translates: 2020-05-01"), TWIN.replace("translates:", "x:")])
def test_a_translation_that_was_behind_stays_behind(twin: str) -> None:
    """What it lacks it still lacks."""
    assert record_changes.in_step(twin, read(TEXT), TODAY) == twin


def test_a_translation_stays_where_the_page_stays() -> None:
    """On the day on which both were written nothing moves."""
    assert record_changes.in_step(TWIN, read(TEXT), date(2020, 6, 1)) == TWIN


def test_a_photo_and_its_words() -> None:
    """In the facts of the one page and the words of the other, which may have none yet."""
    photo = {"file": "li-si.jpg", "credit": "A friend", "licence": "CC BY 4.0", "alt": "A chair"}
    found = case(record_changes.with_photo(TEXT, photo, TODAY)).photo
    assert found
    assert found.model_dump(exclude_none=True) == photo
    bare = TWIN[: TWIN.index("words:")] + TWIN[TWIN.rindex("---\n") :]
    for twin in (TWIN, bare):
        words = parse_page("", record_changes.with_words_of_photo(twin, {"alt": "椅子"}, TODAY))[0].meta["words"]
        assert words["photo"] == {"alt": "椅子"}
