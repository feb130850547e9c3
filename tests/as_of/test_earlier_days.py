"""The record as it stood: an earlier day knows only what was known."""

import pytest

from as_of.small_case import SENTENCE, OldCase, as_of, case_now, facts
from content_factory import events

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
