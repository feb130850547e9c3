"""When a status fades, to the day: its clock, the limit of the law, the reported end of a sentence."""

from datetime import timedelta

import pytest

from as_of.small_case import SENTENCE, OldCase, as_of, case_now, day, facts, reasons, standing, status
from content_factory import CASE, SETTINGS, Edit, events
from emptychair.as_of.status import class_of, confirmed_within
from emptychair.text.vocabulary import terms


def later(text: str = "2023-01-01") -> Edit:
    """The page was updated later, so that later dates may stand in it."""
    return Edit(CASE, "updated: 2020-06-01", f"updated: {text}")


# --- fading


@pytest.mark.parametrize(
    ("code", "news", "last_day"),
    [
        ("taken-away", "2020-05-01", "2020-05-31"),  # 30 days
        ("house-arrest", "2020-05-01", "2020-08-01"),  # 3 months
        ("imprisoned", "2020-05-01", "2021-05-01"),  # 12 months
        ("arrested", "2020-05-31", "2021-05-31"),
        ("death-sentence", "2020-05-31", "2020-08-31"),
        ("in-custody", "2020-05", "2020-11-30"),  # 6 months from the last day of May
        ("released", "2020", "2022-12-31"),
        ("taken-away", "2020-05-01/2020-05-20", "2020-06-19"),
        ("taken-away", "../2020-05-20", "2020-06-19"),
    ],
)
def test_a_status_fades_by_its_own_clock_from_the_newest_news(
    code: str, news: str, last_day: str, campaign: OldCase
) -> None:
    """It stands on the last day of its length, and on the next it is told in the past tense."""
    made = campaign(status(code), as_of(news), later())
    assert reasons(made, last_day) == []
    assert standing(made, last_day).class_code == class_of(code)
    after = (day(last_day) + timedelta(days=1)).isoformat()
    faded = standing(made, after)
    assert [fading.reason for fading in faded.fadings] == ["stale"]
    assert (faded.faded, faded.class_code, faded.last_class, faded.code) == (True, "unknown", class_of(code), code)
    assert str(faded.fadings[0].date) == news


@pytest.mark.parametrize(
    ("code", "last_day"),
    [
        ("administrative-detention", "2020-05-21"),  # 20 days
        ("criminal-detention", "2020-06-07"),  # 37 days
        ("rsdl", "2020-11-01"),  # 6 months
        ("liuzhi", "2021-01-01"),  # 8 months
        ("bail", "2021-05-01"),  # 12 months
        ("summoned", "2020-05-02"),  # 24 hours
    ],
)
def test_the_legal_limit_runs_from_the_event(code: str, last_day: str, campaign: OldCase) -> None:
    """However fresh the news: past the longest length in law, nobody knows what followed."""
    made = campaign(status(code), as_of("2020-05-20"), later())
    today = day(last_day)
    assert "limit-passed" not in reasons(made, last_day)
    faded = standing(made, (today + timedelta(days=1)).isoformat())
    limit = next(fading for fading in faded.fadings if fading.reason == "limit-passed")
    assert limit.date == today
    assert limit.limit
    assert faded.class_code == "unknown"


def test_a_limit_from_a_partial_date_runs_from_its_last_day(campaign: OldCase) -> None:
    """Where the first day is not known, the limit counts from the latest that it may have been."""
    made = campaign(status("rsdl", "2020-04"), as_of("2020-10-20"), later())
    assert reasons(made, "2020-10-30") == []
    assert reasons(made, "2020-10-31") == ["limit-passed"]


@pytest.mark.parametrize(
    ("ends", "last_day"), [("2021-03-15", "2021-03-15"), ("2021-03", "2021-03-31"), ("2021-03~", "2021-03-31")]
)
def test_a_reported_end_is_a_date_to_watch(ends: str, last_day: str, campaign: OldCase) -> None:
    """Past a reported end the status is not known: it is no release, and it stands to the end of that day."""
    made = campaign(status("imprisoned"), facts(SENTENCE.format(ends=ends)), as_of("2021-01-01"), later())
    assert reasons(made, last_day) == []
    faded = standing(made, (day(last_day) + timedelta(days=1)).isoformat())
    assert [(fading.reason, str(fading.date)) for fading in faded.fadings] == [("term-passed", ends)]
    assert (faded.class_code, faded.code) == ("unknown", "imprisoned")


def test_a_reported_end_fades_only_custody(campaign: OldCase) -> None:
    """For somebody who is on bail the end of a sentence says nothing about where they are."""
    made = campaign(status("bail"), facts(SENTENCE.format(ends="2020-06-01")), later())
    assert "term-passed" not in reasons(made, "2020-07-01")


def test_all_reasons_are_told_the_nearest_first(campaign: OldCase) -> None:
    """A status can fade for more than one reason."""
    made = campaign(status("rsdl"), facts(SENTENCE.format(ends="2020-06-01")), later())
    assert reasons(made, "2022-01-01") == ["term-passed", "limit-passed", "stale"]


@pytest.mark.parametrize("code", [row.code for row in terms("statuses").values() if row.get("fresh_for") == "never"])
def test_what_never_fades_stands_after_a_hundred_years(code: str, campaign: OldCase) -> None:
    """A death and an enforced disappearance are not undone by silence."""
    assert reasons(campaign(status(code)), "2120-01-01") == []


def test_an_unknown_situation_does_not_fade(campaign: OldCase) -> None:
    """What was never known is not told as faded."""
    assert reasons(campaign(status("unknown")), "2120-01-01") == []


@pytest.mark.parametrize(("months", "last_day"), [("2", "2020-07-01"), ("12", "2021-05-01")])
def test_the_setting_counts_where_a_status_sets_none(
    months: str, last_day: str, campaign: OldCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`confirm_within_months` is the clock of a status without one of its own."""
    monkeypatch.setattr("emptychair.as_of.status.vocabulary.fresh_for", lambda *_: None)
    made = campaign(status("imprisoned"), Edit(SETTINGS, "months: 12", f"months: {months}"))
    assert reasons(made, last_day) == []
    assert reasons(made, (day(last_day) + timedelta(days=1)).isoformat()) == ["stale"]
    assert confirmed_within(standing(made, last_day), made.settings, day(last_day))
    assert not confirmed_within(standing(made, last_day), made.settings, day(last_day) + timedelta(days=1))


def test_looking_and_finding_nothing_renews_neither_clock(campaign: OldCase) -> None:
    """`checked` is told, and the status fades all the same."""
    looked = Edit(CASE, "  as_of: 2020-05-01", "  as_of: 2020-05-01\n  checked: 2020-05-30")
    made = campaign(status("taken-away"), looked)
    assert str(case_now(made, "2020-06-01").facts.checked) == "2020-05-30"
    assert reasons(made, "2020-06-01") == ["stale"]
    assert case_now(made, "2020-05-29").facts.checked is None


def test_an_old_sentence_says_nothing_about_a_new_detention(campaign: OldCase) -> None:
    """Detained again after a sentence was served: the new status is fresh."""
    made = campaign(
        events(
            "id: prison, date: 2015-01-01, status: imprisoned",
            "id: out, date: 2018-01-01, status: released, release_type: served, verification: confirmed",
            "id: again, date: 2020-05-01, status: criminal-detention",
        ),
        facts(SENTENCE.format(ends="2018-01-01").replace("given: 2020-05-01", "given: 2015-01-01")),
    )
    assert reasons(made, "2020-05-02") == []


def test_a_sentence_stands_until_it_is_replaced(campaign: OldCase) -> None:
    """On a day before the second judgment the end of the first is the one that was reported."""
    second = "    - id: second\n      given: 2020-05-20\n      parts:\n        - kind: fixed-term\n          years: 5"
    first = SENTENCE.format(ends="2020-05-10").replace(
        "given: 2020-05-01", "given: 2019-01-01\n      replaced_by: second"
    )
    made = campaign(
        events("id: prison, date: 2019-01-01, status: imprisoned", "id: appeal, date: 2020-05-20, stage: final"),
        facts(f"{first}\n{second}"),
        as_of("2020-05-20"),
    )
    assert "term-passed" in reasons(made, "2020-05-15")


def test_a_second_event_of_the_same_measure_does_not_renew_its_limit(campaign: OldCase) -> None:
    """RSDL that is told of again has still begun on its first day."""
    made = campaign(events("id: a, date: 2020-01-01, status: rsdl", "id: b, date: 2020-05-01, status: rsdl"))
    assert "limit-passed" in reasons(made, "2020-07-02")
