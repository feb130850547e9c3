"""The state of an action on a day: open, closing, past, paused, and what follows from its cases."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from as_of.small_case import BOTH, FOLLOWER, OUTCOME, WANG_WU, OldCase, action_now, as_of, day, status, with_outcome
from content_factory import ACTION, CASE, CASE_ZH, SETTINGS, Content, Edit, above, events
from emptychair.as_of.action_states import PAST_STATES
from emptychair.as_of.snapshot import snapshot_of
from emptychair.record.campaign import Campaign
from properties import not_empty, tried

# The action is issued on 10 May and has its deadline on 24 June 2020; the case keeps its status all the while.
STATES: list[tuple[str, tuple[Edit, ...], dict[str, str]]] = [
    (
        "a deadline",
        (),
        {
            "2020-05-09": "draft",
            "2020-05-10": "open",
            "2020-06-09": "open",
            "2020-06-10": "closing-soon",
            "2020-06-24": "closing-soon",
            "2020-06-25": "ended",
            "2120-01-01": "ended",
        },
    ),
    (
        "ongoing",
        (Edit(ACTION, "until: 2020-06-24", "until: ongoing\n  review_by: 2020-06-24"),),
        {"2020-05-09": "draft", "2020-06-10": "open", "2020-06-24": "open", "2020-06-25": "ended"},
    ),
    (
        "followed",
        (Edit("en/actions/next.md", "", FOLLOWER),),
        {"2020-05-31": "open", "2020-06-01": "superseded", "2020-06-24": "superseded", "2020-06-25": "superseded"},
    ),
    (
        "closed",
        with_outcome("closed", "2020-05-20"),
        {
            "2020-05-09": "draft",
            "2020-05-19": "open",
            "2020-05-20": "closed",
            "2020-06-24": "closed",
            "2020-06-25": "closed",
        },
    ),
    (
        "closed for the better",
        with_outcome("closed-positive", "2020-07"),
        {"2020-06-24": "closing-soon", "2020-06-25": "ended", "2020-06-30": "ended", "2020-07-01": "closed-positive"},
    ),
    (
        "a person who asked to wait",
        (Edit(CASE, "  kind: person", "  kind: person\n  visibility: paused"),),
        {"2020-05-09": "draft", "2020-05-10": "paused", "2020-06-24": "paused", "2020-06-25": "ended"},
    ),
    (
        "a death",
        (
            events("id: a, date: 2020-05-01, status: rsdl", "id: b, date: 2020-05-20, status: died-in-custody"),
            as_of("2020-05-20"),
        ),
        {"2020-05-19": "open", "2020-05-20": "paused", "2020-06-24": "paused", "2020-06-25": "ended"},
    ),
    (
        "a release",
        (
            events(
                "id: a, date: 2020-05-01, status: rsdl",
                "id: b, date: 2020-05-20, status: released, release_type: no-charge, verification: official",
            ),
            as_of("2020-05-20"),
        ),
        {"2020-05-19": "open", "2020-05-20": "paused", "2020-06-24": "paused", "2020-06-25": "ended"},
    ),
    (
        "bail",
        (events("id: a, date: 2020-05-01, status: rsdl", "id: b, date: 2020-05-20, status: bail"), as_of("2020-05-20")),
        {"2020-05-20": "open", "2020-06-10": "closing-soon"},
    ),
]


@pytest.mark.parametrize(("edits", "days"), [pytest.param(edits, days, id=name) for name, edits, days in STATES])
def test_the_state_of_an_action_on_a_day(edits: tuple[Edit, ...], days: dict[str, str], campaign: OldCase) -> None:
    """Before, on and after each of its days; a deadline is valid to the end of its day."""
    made = campaign(*edits)
    found = {today: action_now(made, today) for today in days}
    assert {today: now.state for today, now in found.items()} == days
    for today, now in found.items():
        assert now.open is (now.state in ("open", "closing-soon")), today
        assert now.past is (now.state not in ("open", "closing-soon", "draft")), today
        assert (now.past_since is not None) is now.past, today


@pytest.mark.parametrize(
    ("name", "today", "since"),
    [
        ("a deadline", "2020-07-01", "2020-06-25"),
        ("ongoing", "2020-07-01", "2020-06-25"),
        ("followed", "2020-07-01", "2020-06-01"),
        ("closed", "2020-07-01", "2020-05-20"),
        ("closed for the better", "2020-08-01", "2020-06-25"),
        ("a death", "2020-06-01", "2020-05-20"),
        ("a release", "2020-06-01", "2020-05-20"),
        ("a person who asked to wait", "2020-06-01", "2020-06-01"),
    ],
)
def test_the_day_from_which_an_action_is_past(name: str, today: str, since: str, campaign: OldCase) -> None:
    """Whatever came first: its deadline, its successor, its outcome, the news that paused it."""
    edits = next(edits for known, edits, _ in STATES if known == name)
    assert action_now(campaign(*edits), today).past_since == day(since)


@pytest.mark.parametrize("days", ["1", "30"])
def test_closing_soon_is_a_setting(days: str, campaign: OldCase) -> None:
    """So many days before the deadline, and no sooner."""
    made = campaign(Edit(SETTINGS, "closing_soon_days: 14", f"closing_soon_days: {days}"))
    first = day("2020-06-24") - timedelta(days=int(days))
    assert action_now(made, first.isoformat()).state == "closing-soon"
    assert action_now(made, first.isoformat()).closing_from == first
    assert action_now(made, (first - timedelta(days=1)).isoformat()).state == "open"


def test_one_of_two_released_pauses_nothing(campaign: OldCase) -> None:
    """Letters for those who are still held go on; they stop when all are out."""
    made = campaign(status("released"), WANG_WU, BOTH)
    assert action_now(made, "2020-05-20").state == "open"


def test_one_of_two_dead_pauses_the_action(campaign: OldCase) -> None:
    """After a death letters stop until an editor decides."""
    assert action_now(campaign(status("died-in-custody"), WANG_WU, BOTH), "2020-05-20").state == "paused"


@pytest.mark.parametrize(
    ("second", "state"),
    [("", "open"), ("closed-positive", "closed-positive"), ("closed", "closed")],
)
def test_an_action_is_closed_when_each_of_its_cases_has_an_outcome(second: str, state: str, campaign: OldCase) -> None:
    """One outcome of two closes nothing; closed for the better are only those whose outcomes all are."""
    rows = OUTCOME.format(state="closed-positive", on="2020-05-20")
    if second:
        other = OUTCOME.format(state=second, on="2020-05-22").removeprefix("  outcomes:")
        rows += other.replace("id: out", "id: other").replace("li-si", "wang-wu")
    made = campaign(WANG_WU, BOTH, above(ACTION, "  demands:", rows))
    assert action_now(made, "2020-05-21").state == "open"
    assert action_now(made, "2020-05-22").state == state


def test_outcomes_of_a_later_day_are_not_told(campaign: OldCase) -> None:
    """On an earlier day nobody knew what became of it."""
    made = campaign(*with_outcome("closed", "2020-05-20"))
    assert action_now(made, "2020-05-19").facts.outcomes == ()
    assert len(action_now(made, "2020-05-20").facts.outcomes) == 1


def test_a_draft_does_not_undo_its_elder(campaign: OldCase) -> None:
    """An action that was replaced stays replaced when another one is being prepared."""
    draft = FOLLOWER.replace("issued: 2020-06-01", "issued: 2020-06-20").replace(
        "updated: 2020-06-01", "updated: 2020-06-20"
    )
    made = campaign(Edit("en/actions/next.md", "", FOLLOWER), Edit("en/actions/other.md", "", draft))
    assert action_now(made, "2020-06-10").state == "superseded"


@pytest.fixture(scope="module")
def in_states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Campaign, ...]:
    """The campaign of each row of STATES."""
    roots = (tmp_path_factory.mktemp("states") for _ in STATES)
    return tuple(
        Content(root).remove(CASE_ZH).edit(*edits).campaign() for root, (_, edits, _) in zip(roots, STATES, strict=True)
    )


@not_empty(20)
@given(
    st.dates(date(2019, 1, 1), date(2035, 1, 1)) | st.dates(date(2020, 4, 1), date(2020, 8, 1)),
    st.integers(0, len(STATES) - 1),
)
def test_no_open_action_has_a_past_deadline(in_states: tuple[Campaign, ...], today: date, number: int) -> None:
    """Whatever the day, letters are asked for only between the day of issue and the deadline."""
    for action in snapshot_of(in_states[number], today).actions.values():
        if action.open:
            tried()
            assert action.facts.issued.known_from <= today <= action.facts.deadline
        if today < action.facts.issued.known_from:
            assert action.state == "draft"
        assert action.past is (action.state in PAST_STATES)
