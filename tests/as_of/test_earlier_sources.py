"""What an earlier day must not know: later sources, charges, judgments, and what rests on them."""

import pytest

from as_of.small_case import (
    BOTH,
    FOLLOWER,
    SENTENCE,
    WANG_WU,
    OldCase,
    action_now,
    as_of,
    case_now,
    day,
    facts,
    reasons,
    status,
    with_outcome,
)
from content_factory import ACTION, CASE, Edit, events


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
