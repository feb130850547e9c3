"""The small folder's case and action on a day, and the changes that tests make to them."""

from collections.abc import Callable
from datetime import date

from content_factory import ACTION, ACTION_ZH, CASE, MINIMAL, Edit, above, events
from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf, case_as_of
from emptychair.as_of.snapshot import snapshot_of
from emptychair.as_of.status import Standing
from emptychair.record.campaign import Campaign

OldCase = Callable[..., Campaign]


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


SENTENCE = """\
  sentences:
    - id: first
      given: 2020-05-01
      ends: {ends}
      ends_source: paper
      parts:
        - kind: fixed-term
          years: 3"""


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


WANG_WU = Edit("en/cases/wang-wu.md", "", MINIMAL[CASE].replace("Li Si", "Wang Wu").replace('    zh: "李四"\n', ""))


BOTH = Edit(ACTION, "[li-si]", "[li-si, wang-wu]")
