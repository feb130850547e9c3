"""What follows from the dates, to the day."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, MINIMAL, SETTINGS, Content, Edit, above, events
from emptychair.as_of.action_states import PAST_STATES, ActionAsOf
from emptychair.as_of.case_as_of import (
    CaseAsOf,
    Standing,
    case_as_of,
    class_of,
    confirmed_within,
    counter_start,
    flags_on,
)
from emptychair.as_of.snapshot import snapshot_of
from emptychair.record.campaign import Campaign
from emptychair.text.vocabulary import terms
from properties import not_empty, tried

OldCase = Callable[..., Campaign]


@pytest.fixture
def campaign(content: Content) -> OldCase:
    """The campaign after some changes; its case has no translation, whose words would name events that are gone."""

    def make(*edits: Edit) -> Campaign:
        content.files.pop(CASE_ZH, None)
        return content.edit(*edits).campaign()

    return make


def day(text: str) -> date:
    return date.fromisoformat(text)


def case_now(campaign: Campaign, today: str) -> CaseAsOf:
    return case_as_of(campaign.cases["li-si"], campaign.settings, day(today))


def standing(campaign: Campaign, today: str) -> Standing:
    found = case_now(campaign, today).standing
    assert found
    return found


def reasons(campaign: Campaign, today: str) -> list[str]:
    return [fading.reason for fading in standing(campaign, today).fadings]


def as_of(text: str) -> Edit:
    return Edit(CASE, "as_of: 2020-05-01", f"as_of: {text}")


def status(code: str, on: str = "2020-05-01") -> Edit:
    extra = ", release_type: no-charge, verification: confirmed" if code == "released" else ""
    return events(f"id: taken, date: {on}, status: {code}{extra}")


def facts(text: str) -> Edit:
    """More facts of the case."""
    return above(CASE, "  sources:", text)


def later(text: str = "2023-01-01") -> Edit:
    """The page was updated later, so that later dates may stand in it."""
    return Edit(CASE, "updated: 2020-06-01", f"updated: {text}")


SENTENCE = """\
  sentences:
    - id: first
      given: 2020-05-01
      ends: {ends}
      ends_source: paper
      parts:
        - kind: fixed-term
          years: 3"""


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
    monkeypatch.setattr("emptychair.as_of.case_as_of.vocabulary.fresh_for", lambda *_: None)
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


# --- two axes, episodes


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


# --- the record as it stood

RECORD = (
    events(
        "id: taken, date: 2020-02-01, status: taken-away, stage: investigation",
        "id: known-late, date: 2020-02-10, reported: 2020-04-01, status: rsdl",
        "id: sometime, date: 2020-04, status: criminal-detention",
        "id: by-then, date: ../2020-05-10",
        "id: tried, date: 2020-05-20, stage: sentenced",
    ),
    as_of("2020-05-25"),
    facts(
        """\
  charges:
    - id: suspected
      charge: picking-quarrels
      stage: suspected
      event: taken
    - id: later
      charge: subversion
      stage: indicted
      event: tried
  flags:
    - flag: incommunicado
      since: 2020-02-01
    - flag: lawyer-access-denied
      since: 2020-04
  sentences:
    - id: first
      event: tried
      given: 2020-05-20
      parts:
        - kind: fixed-term
          years: 3
  custody:
    - id: centre
      from: 2020-02-10
    - id: prison
      from: 2020-05-21
  ahead:
    - id: hearing
      date: 2020-08-01
      what: hearing"""
    ),
)


@pytest.mark.parametrize(
    ("today", "known", "code", "stage", "news"),
    [
        ("2020-01-31", [], None, None, "2020-05-25"),
        ("2020-02-01", ["taken"], "taken-away", "investigation", "2020-02-01"),
        ("2020-03-31", ["taken"], "taken-away", "investigation", "2020-02-01"),
        ("2020-04-01", ["taken", "known-late", "sometime"], "criminal-detention", "investigation", "2020-04-01"),
        (
            "2020-05-19",
            ["taken", "known-late", "sometime", "by-then"],
            "criminal-detention",
            "investigation",
            "../2020-05-10",
        ),
        (
            "2020-05-20",
            ["taken", "known-late", "sometime", "by-then", "tried"],
            "criminal-detention",
            "sentenced",
            "2020-05-20",
        ),
        (
            "2020-05-25",
            ["taken", "known-late", "sometime", "by-then", "tried"],
            "criminal-detention",
            "sentenced",
            "2020-05-25",
        ),
    ],
)
def test_an_earlier_day_knows_only_what_was_known(
    today: str, known: list[str], code: str | None, stage: str | None, news: str, campaign: OldCase
) -> None:
    """What happened later, or was reported later, is not told and counts for nothing."""
    now = case_now(campaign(*RECORD), today)
    assert [event.id for event in now.facts.events] == known
    assert (now.standing and now.standing.code, now.standing and now.standing.stage) == (code, stage)
    assert str(now.facts.as_of) == news


@pytest.mark.parametrize(
    ("today", "known"),
    [
        ("2020-01-31", {"charges": [], "flags": [], "sentences": [], "custody": [], "ahead": []}),
        ("2020-02-05", {"charges": ["suspected"], "flags": ["incommunicado"], "sentences": [], "custody": []}),
        ("2020-05-19", {"flags": ["incommunicado", "lawyer-access-denied"], "sentences": [], "custody": ["centre"]}),
        ("2020-05-20", {"charges": ["suspected", "later"], "sentences": ["first"], "custody": ["centre"]}),
        ("2020-05-21", {"custody": ["centre", "prison"], "ahead": ["hearing"]}),
    ],
)
def test_an_earlier_day_knows_no_later_facts(today: str, known: dict[str, list[str]], campaign: OldCase) -> None:
    """Charges that hang on a later event, later flags, sentences and places of custody are left out."""
    found = case_now(campaign(*RECORD), today).facts
    lists = {
        "charges": [one.id for one in found.charges],
        "flags": [one.flag for one in found.flags],
        "sentences": [one.id for one in found.sentences],
        "custody": [one.id for one in found.custody],
        "ahead": [one.id for one in found.ahead],
    }
    assert {name: lists[name] for name in known} == known


def test_before_its_first_event_a_case_stands_in_no_list(campaign: OldCase) -> None:
    """The page exists, and nothing lists it."""
    made = campaign(*RECORD)
    before, after = case_now(made, "2020-01-31"), case_now(made, "2020-02-01")
    assert (before.listed, after.listed) == (False, True)
    assert after.known_standing is after.standing
    with pytest.raises(LookupError):
        assert before.known_standing


def test_a_sentence_is_not_told_before_its_event(campaign: OldCase) -> None:
    """What hangs on an event that is not known yet is not known either."""
    given = SENTENCE.format(ends="2024").replace("given: 2020-05-01", "event: tried\n      given: 2020")
    made = campaign(
        events("id: taken, date: 2019-01-01, status: in-custody", "id: tried, date: 2020-05-20, stage: sentenced"),
        facts(given),
        as_of("2020-05-20"),
    )
    assert case_now(made, "2020-03-01").facts.sentences == ()


# --- what is shown


@pytest.mark.parametrize(
    ("basis", "reviewed", "code", "visibility"),
    [
        ("public-record", "2020-05-20", "released", "minimal"),
        ("informed", "2020-04-30", "released", "minimal"),
        ("informed", "2020-05-02", "released", "full"),
        ("informed", "2020-05", "released", "full"),
        ("public-record", "2020-04", "imprisoned", "full"),
        ("public-record", "2020-04", "bail", "full"),
        ("public-record", "2020-04", "died-in-custody", "full"),
    ],
)
def test_consent_ends_at_release(basis: str, reviewed: str, code: str, visibility: str, campaign: OldCase) -> None:
    """A freed person decides anew: until then the page is minimal."""
    made = campaign(
        status(code), Edit(CASE, "public-record\n    reviewed: 2020-05", f"{basis}\n    reviewed: {reviewed}")
    )
    assert case_now(made, "2020-05-30").visibility == visibility


@pytest.mark.parametrize("visibility", ["minimal", "paused"])
def test_what_an_editor_hides_stays_hidden(visibility: str, campaign: OldCase) -> None:
    """Nothing derived shows more than an editor asked for, and a paused case stands in no list."""
    now = case_now(campaign(Edit(CASE, "  kind: person", f"  kind: person\n  visibility: {visibility}")), "2020-05-30")
    assert (now.visibility, now.listed) == (visibility, visibility == "minimal")


@pytest.mark.parametrize("code", ["at-liberty", "exile"])
def test_who_was_never_held_was_not_released(code: str, campaign: OldCase) -> None:
    """Consent does not end for somebody without a release: disbarred, threatened, in exile."""
    assert case_now(campaign(status(code)), "2020-05-30").visibility == "full"


@pytest.fixture(scope="module")
def sentenced(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Campaign]:
    """Status -> the campaign whose one case has it, with a sentence; each read once."""

    @cache
    def read(code: str) -> Campaign:
        content = Content(tmp_path_factory.mktemp("sentenced")).remove(CASE_ZH, ACTION, ACTION_ZH)
        return content.edit(status(code), facts(SENTENCE.format(ends="2021-05-01"))).campaign()

    return read


@not_empty(50)
@given(st.dates(date(2019, 1, 1), date(2035, 1, 1)), st.sampled_from(sorted(terms("statuses"))))
def test_time_alone_frees_and_kills_nobody(sentenced: Callable[[str], Campaign], today: date, code: str) -> None:
    """Whatever the day, the status is that of an event, and the class is its own or not known."""
    made = sentenced(code)
    now = case_as_of(made.cases["li-si"], made.settings, today)
    if now.standing:
        tried()
        assert now.standing.code == code
        assert now.standing.class_code in (class_of(code), "unknown")
    else:
        assert today < date(2020, 5, 1)


# --- actions

FOLLOWER = (
    MINIMAL[ACTION]
    .replace("action:\n", "action:\n  follows: write\n")
    .replace("issued: 2020-05-10", "issued: 2020-06-01")
)
OUTCOME = (
    '  outcomes:\n    - id: out\n      case: li-si\n      state: {state}\n      date: {on}\n      text: "It is so."'
)


def action_now(campaign: Campaign, today: str, slug: str = "write") -> ActionAsOf:
    return snapshot_of(campaign, day(today)).actions[slug]


def with_outcome(state: str, on: str) -> tuple[Edit, ...]:
    return (
        above(ACTION, "  demands:", OUTCOME.format(state=state, on=on)),
        Edit(ACTION, "updated: 2020-06-01", "updated: 2021-01-01"),
        Edit(ACTION_ZH, "updated: 2020-06-01", "updated: 2021-01-01"),
        Edit(ACTION_ZH, "translates: 2020-06-01", "translates: 2021-01-01"),
    )


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


WANG_WU = Edit("en/cases/wang-wu.md", "", MINIMAL[CASE].replace("Li Si", "Wang Wu").replace('    zh: "李四"\n', ""))
BOTH = Edit(ACTION, "[li-si]", "[li-si, wang-wu]")


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


# --- what an earlier day must not know


def second_source(more: str = "") -> Edit:
    """Another source of the case, above the first."""
    first = '    paper:\n      title: "A published source"\n'
    return Edit(CASE, first, f'    judgment:\n      title: "Li Si is sentenced"\n{more}{first}')


TRIAL = events(
    "id: taken, date: 2020-04-01, status: in-custody, sources: [paper]",
    "id: tried, date: 2020-05-01, stage: sentenced, sources: [judgment]",
)


@pytest.mark.parametrize(("today", "known"), [("2020-04-10", ["paper"]), ("2020-05-01", ["judgment", "paper"])])
def test_a_source_of_a_later_day_is_not_told(today: str, known: list[str], campaign: OldCase) -> None:
    """A source is told with what rests on it, or once it was published."""
    made = campaign(TRIAL, second_source("      date: 2020-05-01\n"))
    assert list(case_now(made, today).facts.sources) == known


def test_a_source_is_not_told_before_its_own_date(campaign: OldCase) -> None:
    """Where an event names a source that is dated later, the event is told from its own date on, the source is not."""
    found = case_now(campaign(TRIAL, second_source("      date: 2020-05-20\n")), "2020-05-01").facts
    assert ([event.id for event in found.events], list(found.sources)) == (["taken", "tried"], ["paper"])


@pytest.mark.parametrize(("today", "told"), [("2020-05-01", False), ("2020-05-20", True)])
@pytest.mark.parametrize(
    "fact",
    [
        "flags:\n    - flag: lawyer-access-denied",
        "custody:\n    - id: centre",
        "ahead:\n    - id: hearing\n      date: 2020-08-01\n      what: hearing",
    ],
)
def test_a_fact_without_a_date_is_told_from_that_of_its_source_on(
    fact: str, today: str, told: bool, campaign: OldCase
) -> None:
    """What no source had told by the day is not told; with another source that had, it is."""
    made = campaign(TRIAL, second_source("      date: 2020-05-20\n"), facts(f"  {fact}\n      sources: [judgment]"))
    found = case_now(made, today).facts
    assert bool(found.flags or found.custody or found.ahead) is told


@pytest.mark.parametrize(("today", "known"), [("2020-03-01", []), ("2020-04-10", ["paper"])])
def test_a_source_without_a_date_is_told_with_what_rests_on_it(today: str, known: list[str], campaign: OldCase) -> None:
    """The title of a judgment says how the trial ends."""
    assert list(case_now(campaign(TRIAL, second_source()), today).facts.sources) == known


def test_the_end_of_a_sentence_is_known_from_its_source(campaign: OldCase) -> None:
    """What a later source reported does not fade a status of today; no fact names a source that is left out."""
    sentence = SENTENCE.format(ends="2020-04-20").replace("ends_source: paper", "ends_source: judgment")
    made = campaign(
        events("id: taken, date: 2020-04-01, status: imprisoned, sources: [paper]"),
        facts(sentence.replace("given: 2020-05-01", "given: 2020-04-01")),
        second_source("      date: 2020-05-25\n"),
    )
    now = case_now(made, "2020-04-25")
    assert [(one.ends, one.ends_source) for one in now.facts.sentences] == [(None, None)]


@pytest.mark.parametrize(
    ("today", "charges"),
    [
        ("2020-04-10", [("first", "not-known", None)]),
        ("2020-05-01", [("first", "replaced", "second"), ("second", "indicted", None)]),
    ],
)
def test_a_charge_was_not_replaced_before_the_other(
    today: str, charges: list[tuple[str, str, str | None]], campaign: OldCase
) -> None:
    """On an earlier day nobody knew of the charge that took its place, nor what became of the first."""
    first = """\
    - id: first
      charge: picking-quarrels
      stage: replaced
      replaced_by: second
      event: taken"""
    second = """\
    - id: second
      charge: subversion
      stage: indicted
      event: tried"""
    made = campaign(
        events("id: taken, date: 2020-04-01, status: in-custody", "id: tried, date: 2020-05-01, stage: indicted"),
        facts(f"  charges:\n{first}\n{second}"),
    )
    found = case_now(made, today).facts.charges
    assert [(one.id, one.stage, one.replaced_by) for one in found] == charges


@pytest.mark.parametrize("stage", ["indicted", "convicted", "dropped"])
def test_nobody_is_convicted_before_the_trial(stage: str, campaign: OldCase) -> None:
    """While an event of the case is still to come, the stage of a charge that came before it is not known."""
    made = campaign(
        events("id: taken, date: 2020-04-01, status: in-custody", "id: tried, date: 2020-05-01, stage: sentenced"),
        facts(f"  charges:\n    - id: a\n      charge: subversion\n      stage: {stage}\n      event: taken"),
    )
    assert [one.stage for one in case_now(made, "2020-04-10").facts.charges] == ["not-known"]


@pytest.mark.parametrize(
    ("given", "ends", "out"),
    [
        ("2018-03-01", "2018-03-01", "released, release_type: served, verification: confirmed"),
        ("2018", "2018-03", "released, release_type: served, verification: confirmed"),
        ("2016-03-01", "2018-03-01", "bail"),
    ],
)
def test_a_served_sentence_says_nothing_about_a_new_detention(
    given: str, ends: str, out: str, campaign: OldCase
) -> None:
    """Sentenced to what was served already, sentenced in a year that is all that is known, or out on bail."""
    made = campaign(
        events(
            "id: prison, date: 2016-01-01, status: imprisoned",
            f"id: out, date: 2018-03-01, status: {out}",
            "id: again, date: 2020-05-01, status: criminal-detention",
        ),
        facts(SENTENCE.format(ends=ends).replace("given: 2020-05-01", f"given: {given}")),
    )
    assert reasons(made, "2020-05-02") == []


def test_a_measure_that_was_broken_off_has_a_new_limit(campaign: OldCase) -> None:
    """RSDL after bail begins anew."""
    made = campaign(
        events(
            "id: a, date: 2020-01-01, status: rsdl",
            "id: out, date: 2020-02-01, status: bail",
            "id: b, date: 2020-05-01, status: rsdl",
        )
    )
    assert reasons(made, "2020-07-02") == []


@pytest.mark.parametrize(("today", "state"), [("2020-05-09", "draft"), ("2020-05-10", "open"), ("2020-05-20", "open")])
def test_an_action_issued_between_two_days_is_told_of_from_the_first(today: str, state: str, campaign: OldCase) -> None:
    """A document is not kept back because its day is not known."""
    made = campaign(Edit(ACTION, "issued: 2020-05-10", "issued: 2020-05-10/2020-05-20"))
    assert action_now(made, today).state == state


@pytest.mark.parametrize(
    ("name", "since"),
    [
        ("two followers", "2020-06-01"),
        ("a death and other news", "2020-05-20"),
        ("replaced, then closed", "2020-06-01"),
    ],
)
def test_the_day_from_which_an_action_is_past_does_not_move(name: str, since: str, campaign: OldCase) -> None:
    """What came later does not make an old action newer in the archive."""
    second = FOLLOWER.replace("issued: 2020-06-01", "issued: 2020-06-15").replace(
        "updated: 2020-06-01", "updated: 2020-06-20"
    )
    other = WANG_WU.new
    assert isinstance(other, str)
    edits: dict[str, tuple[Edit, ...]] = {
        "two followers": (Edit("en/actions/next.md", "", FOLLOWER), Edit("en/actions/other.md", "", second)),
        "a death and other news": (
            Edit("en/cases/wang-wu.md", "", other.replace("2020-05-01", "2020-05-25")),
            BOTH,
            status("died-in-custody", "2020-05-20"),
            as_of("2020-05-20"),
        ),
        "replaced, then closed": (Edit("en/actions/next.md", "", FOLLOWER), *with_outcome("closed", "2020-06-10")),
    }
    made = campaign(*edits[name])
    assert action_now(made, "2020-06-18").past_since == day(since)
