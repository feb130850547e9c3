"""The campaign on one day."""

from datetime import date

import pytest

from content_factory import ACTION, CASE, CASE_ZH, MINIMAL, UPDATE, Content, Edit, events
from emptychair.as_of.snapshot import Snapshot, snapshot_of, update_day
from for_each import for_each

REPORT = '---\ntitle: "A report"\nupdated: 2020-06-01\nreport:\n  published: {on}\n---\nWords.\n'
PROSE = '---\ntitle: "About"\nupdated: 2020-06-01\n---\nWords.\n'
# Sleeping, and known from the first of May; others before and after it.
OTHERS = {"an-yi": "2020-04-01", "bo-er": "2020-05-01", "zhu-san": "2020-05-01", "wei-si": "2020-05-20"}


def other_case(on: str) -> str:
    text = MINIMAL[CASE].replace("2020-05-01", on).replace('    zh: "李四"\n', "")
    return text.replace("reviewed: 2020-05", "reviewed: 2020-04")


@pytest.fixture
def snapshot(content: Content) -> Snapshot:
    """Five cases, four actions, three updates, two reports and a page of prose on 30 May 2020."""
    for slug, on in OTHERS.items():
        content.put(f"en/cases/{slug}.md", other_case(on))
    text = MINIMAL[ACTION]
    content.put("en/actions/sooner.md", text.replace("until: 2020-06-24", "until: 2020-06-10"))
    content.put("en/actions/always.md", text.replace("until: 2020-06-24", "until: ongoing\n  review_by: 2020-06-05"))
    content.put("en/actions/over.md", text.replace("until: 2020-06-24", "until: 2020-05-20"))
    content.put("en/actions/over-first.md", text.replace("until: 2020-06-24", "until: 2020-05-12"))
    content.put("en/actions/planned.md", text.replace("issued: 2020-05-10", "issued: 2020-06-01"))
    content.put("en/updates/2020-05-20-more.md", MINIMAL[UPDATE])
    content.put("en/updates/2020-05-31-later.md", MINIMAL[UPDATE])
    content.put("en/reports/known.md", REPORT.format(on="2020-05"))
    content.put("en/reports/later.md", REPORT.format(on="2020-06-01"))
    content.put("en/about.md", PROSE)
    return content.snapshot("2020-05-30")


def slugs(found: list[object]) -> list[str]:
    return [getattr(getattr(one, "record", one), "slug") for one in found]  # noqa: B009 - cases, actions and records


def test_cases_are_listed_newest_first_then_by_slug(snapshot: Snapshot) -> None:
    """The same order in every language, and the newest event first."""
    assert slugs([*snapshot.listed_cases]) == ["wei-si", "bo-er", "li-si", "zhu-san", "an-yi"]


def test_open_actions_are_listed_by_deadline(snapshot: Snapshot) -> None:
    """The nearest deadline first; those without one at the end, and none that is past or not issued."""
    assert slugs([*snapshot.open_actions]) == ["sooner", "write", "always"]


def test_past_actions_are_listed_newest_first(snapshot: Snapshot) -> None:
    """The archive begins with what ended last."""
    assert slugs([*snapshot.past_actions]) == ["over", "over-first"]


def test_updates_are_listed_newest_first(snapshot: Snapshot) -> None:
    """What is dated after the day is not listed; two of one day have an order."""
    assert slugs([*snapshot.updates]) == ["2020-05-20-news", "2020-05-20-more"]
    assert update_day(snapshot.campaign.updates["2020-05-31-later"]) == date(2020, 5, 31)


def test_the_actions_of_a_case(snapshot: Snapshot) -> None:
    """Those that have been issued, open ones first."""
    assert slugs([*snapshot.actions_of("li-si")]) == ["always", "sooner", "write", "over", "over-first"]
    assert snapshot.actions_of("an-yi") == []


@for_each(
    "path, out",
    [
        ("about", True),
        ("cases/li-si", True),
        ("actions/write", True),
        ("actions/over", True),
        ("actions/planned", False),
        ("updates/2020-05-20-news", True),
        ("updates/2020-05-31-later", False),
        ("reports/known", True),
        ("reports/later", False),
    ],
)
def test_what_is_later_is_not_out(path: str, out: bool, snapshot: Snapshot) -> None:
    """The page exists, because links must not break, and stays out of lists, feeds and data."""
    record = snapshot.campaign.record_at(path)
    assert record
    assert snapshot.is_out(record) is out


def test_a_case_before_its_first_event_is_not_out(snapshot: Snapshot) -> None:
    """On an earlier day the case has a page and nothing to tell."""
    earlier = snapshot_of(snapshot.campaign, date(2020, 4, 30))
    assert slugs([*earlier.listed_cases]) == ["an-yi"]
    assert not earlier.is_out(earlier.campaign.cases["li-si"])


def test_a_paused_case_is_in_no_list(content: Content) -> None:
    """Its page is there, and nothing leads to it."""
    content.swap(CASE, "  kind: person", "  kind: person\n  visibility: paused")
    snapshot = content.snapshot("2020-05-30")
    assert snapshot.listed_cases == []
    assert not snapshot.is_out(snapshot.campaign.cases["li-si"])


def test_the_newest_event_is_the_one_that_became_known_last(content: Content) -> None:
    """A case is as new as what was reported of it."""
    content.remove(CASE_ZH).edit(
        events("id: a, date: 2020-03-01, reported: 2020-05-20, status: rsdl"),
        Edit("en/cases/an-yi.md", "", other_case("2020-05-01")),
    )
    content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-05-20")
    assert slugs([*content.snapshot("2020-05-30").listed_cases]) == ["li-si", "an-yi"]
