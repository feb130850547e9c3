"""Status, stage and custody on a day: two axes, the counter, detained again, flags."""

from datetime import timedelta

import pytest

from as_of.small_case import OldCase, case_now, day, facts, standing, status
from content_factory import CASE, CASE_ZH, Content, Edit, events
from emptychair.as_of.case_as_of import flags_on
from emptychair.as_of.status import counter_start


def test_each_axis_has_its_newest_event(campaign: OldCase) -> None:
    """Status and stage come from different events, and neither from one that has none."""
    made = campaign(
        events(
            "id: a, date: 2020-04-01, status: criminal-detention, stage: investigation",
            "id: b, date: 2020-04-10, stage: indicted",
            "id: c, date: 2020-04-20, status: bail",
            "id: d, date: 2020-04-30",
        )
    )
    found = standing(made, "2020-05-02")
    assert (found.code, found.event.id, found.stage) == ("bail", "c", "indicted")
    assert found.stage_event
    assert found.stage_event.id == "b"


def test_a_case_without_a_status_is_not_known(campaign: OldCase) -> None:
    """An event alone says where nobody is."""
    found = standing(campaign(events("id: a, date: 2020-04-01, stage: indicted")), "2020-05-02")
    assert (found.code, found.class_code, found.faded, found.since.id) == ("unknown", "unknown", False, "a")
    assert counter_start(found) is None


def test_between_partial_dates_the_order_in_the_file_decides(campaign: OldCase) -> None:
    """Two events of the same month are as they stand."""
    made = campaign(
        events("id: a, date: 2020-04-20, status: taken-away", "id: b, date: 2020-04, status: criminal-detention")
    )
    assert standing(made, "2020-05-02").event.id == "b"


def test_a_counter_starts_at_the_present_detention(campaign: OldCase) -> None:
    """A run of custody is counted from its first event, and a run before a release is not."""
    made = campaign(
        events(
            "id: first, date: 2018-01-01, status: criminal-detention",
            "id: out, date: 2018-02-01, status: bail",
            "id: again, date: 2020-01-01, status: taken-away",
            "id: news, date: 2020-02-01",
            "id: then, date: 2020-04-20, status: criminal-detention",
        )
    )
    found = standing(made, "2020-05-02")
    assert (found.event.id, found.since.id) == ("then", "again")
    assert str(counter_start(found)) == "2020-01-01"


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        ("taken-away", True),
        ("enforced-disappearance", True),
        ("house-arrest", True),
        ("bail", False),
        ("released", False),
        ("died-in-custody", False),
        ("missing", False),
    ],
)
def test_what_has_a_counter(code: str, counts: bool, campaign: OldCase) -> None:
    """Held, confined and disappeared people are counted for; nobody free, dead or unknown."""
    assert (counter_start(standing(campaign(status(code)), "2020-05-02")) is not None) is counts


def test_a_counter_stops_when_the_status_has_faded(campaign: OldCase) -> None:
    """Nobody is said to be held since a day when the news is too old."""
    made = campaign(status("taken-away"))
    assert counter_start(standing(made, "2020-05-31"))
    assert counter_start(standing(made, "2020-06-01")) is None


@pytest.mark.parametrize(
    ("before", "now", "again"),
    [
        ("bail", "criminal-detention", True),
        ("released", "taken-away", True),
        ("house-arrest", "criminal-detention", False),
        ("criminal-detention", "imprisoned", False),
        ("bail", "released", False),
    ],
)
def test_detained_again_follows_from_the_events(before: str, now: str, again: bool, campaign: OldCase) -> None:
    """Custody after release or bail is a flag of its own, with the date and the sources of the event."""
    extra = {"released": ", release_type: no-charge, verification: confirmed"}
    made = campaign(
        events(
            f"id: a, date: 2020-03-01, status: {before}{extra.get(before, '')}",
            f"id: b, date: 2020-04-01, status: {now}, sources: [paper]{extra.get(now, '')}",
        )
    )
    flags = [flag for flag, _ in flags_on(case_now(made, "2020-05-02"), day("2020-05-02"))]
    assert [flag.flag for flag in flags] == (["re-detained"] if again else [])
    assert [(str(flag.since), flag.sources) for flag in flags] == ([("2020-04-01", ("paper",))] if again else [])
    assert flags_on(case_now(made, "2020-03-02"), day("2020-03-02")) == ()


def test_detained_again_is_told_once(content: Content) -> None:
    """Where an editor has typed the flag, which is told as a problem, it is not derived as well."""
    content.remove(CASE_ZH).edit(
        events("id: a, date: 2020-03-01, status: bail", "id: b, date: 2020-04-01, status: arrested"),
        facts("  flags:\n    - flag: re-detained\n      since: 2020-04-01"),
    )
    made = content.load().campaign
    assert made
    assert len(flags_on(case_now(made, "2020-05-02"), day("2020-05-02"))) == 1


# --- flags


@pytest.mark.parametrize(
    ("flag", "last_day"),
    [
        ("hunger-strike\n      since: 2020-05-01", "2020-05-15"),  # 14 days
        ("hunger-strike\n      since: 2020-05", "2020-06-14"),
        ("hunger-strike\n      since: 2020-05-01\n      until: 2020-05-10", "2020-05-10"),
        ("incommunicado\n      since: 2020-05-01\n      until: 2020-05", "2020-05-31"),
        ("incommunicado\n      since: 2020-05-01", "2120-01-01"),
        ("incommunicado", "2120-01-01"),
    ],
)
def test_a_flag_stands_to_its_end_or_by_its_own_clock(flag: str, last_day: str, campaign: OldCase) -> None:
    """A hunger strike is told for two weeks; a flag with an end to that day; others as long as they are there."""
    made = campaign(facts(f"  flags:\n    - flag: {flag}"), Edit(CASE, "[name, story]", "[name, story, health]"))
    assert [stands for _, stands in flags_on(case_now(made, last_day), day(last_day))] == [True]
    if not last_day.startswith("2120"):
        after = day(last_day) + timedelta(days=1)
        assert [stands for _, stands in flags_on(case_now(made, after.isoformat()), after)] == [False]
