"""Before, on and after each deadline: pages, lists, feeds, calendar and data tell the same of an action."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from emptychair.text.clock import today
from for_each import for_each
from whole_site.action_outputs import ASKED, create_day, read_day
from whole_site.site_reader import dates_in
from whole_site.sites import Edited

LANGUAGES = ("en", "zh")
CAMPAIGNS = ("today", "campaign")
ONE_DAY = timedelta(days=1)


def turning_days(states: tuple[tuple[str, str], ...]) -> list[date]:
    """The first day of each state and the day before it: the deadline is the day before `ended`."""
    firsts = [date.fromisoformat(first) for first, _ in states]
    return sorted({day for first in firsts for day in (first - ONE_DAY, first)})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_output_tells_the_same_of_an_action(every: dict[str, Edited], name: str, language: str) -> None:
    """On the day before and the first day of each state, all outputs are what the table of states says."""
    edited, wrong, compared = every[name], [], 0
    for slug, row in edited.expectations.items():
        for day in turning_days(row.states):
            told, wanted = edited.day(day).told(slug, language), edited.wanted(slug, language, day)
            wrong += [(slug, day, told, wanted)] if told != wanted else []
            compared += 1
    assert wrong == []
    assert compared >= 2 * len(edited.expectations) > 0


@for_each("name", CAMPAIGNS)
def test_the_tables_have_a_row_for_every_action(every: dict[str, Edited], name: str) -> None:
    """No action is left out of the comparison."""
    assert sorted(every[name].expectations) == sorted(every[name].written.slugs("actions"))


@for_each("language", LANGUAGES)
def test_the_built_site_tells_the_same(each: Edited, language: str) -> None:
    """What MkDocs has built says of every action what the table says, as the core alone does."""
    built = read_day(each.site.files)
    for slug in each.expectations:
        assert built.told(slug, language) == each.wanted(slug, language, each.today), slug


@for_each("language", LANGUAGES)
def test_open_actions_stand_in_the_order_of_their_deadlines(invented: Edited, language: str) -> None:
    """In the list the nearest deadline comes first, to which home leads; an action without one comes last."""
    built = read_day(invented.site.files)
    rows = [one for one in invented.expectations.values() if one.state(invented.today) in ASKED]
    wanted = [one.slug for one in sorted(rows, key=lambda one: one.deadline or "ongoing")]
    assert len(wanted) == 6
    assert built.cards(language, "actions") == wanted
    assert built.button(language) == wanted[0]


@for_each("language", LANGUAGES)
def test_the_feed_of_everything_holds_the_feed_of_actions(each: Edited, language: str) -> None:
    """An action's item has the same id and day in both feeds, and nothing about a draft is in either."""
    built = read_day(each.site.files)
    every, actions = built.items("feed.xml", language), built.items("actions.xml", language)
    assert actions
    assert every.items() <= actions.items()


@for_each("language", LANGUAGES)
def test_the_day_of_an_item_never_changes(invented: Edited, language: str) -> None:
    """What a feed told yesterday has the same date today: an old item does not come back as news every morning."""
    told: dict[str, str] = {}
    for day in (date(2026, 6, 15), date(2026, 6, 16), date(2026, 9, 10), date(2026, 9, 11), date(2026, 12, 2)):
        found = invented.day(day).items("actions.xml", language)
        assert {guid: when for guid, when in found.items() if told.get(guid, when) != when} == {}, day
        told |= found


@for_each("language", LANGUAGES)
def test_the_calendar_has_the_open_deadlines_and_no_other(each: Edited, language: str) -> None:
    """No deadline of the calendar is over, and none is missing."""
    asked = [one for one in each.expectations.values() if one.state(each.today) in ASKED]
    wanted = {one.slug: one.deadline for one in asked if one.deadline}
    assert read_day(each.site.files).deadlines(language) == wanted


@for_each("language", LANGUAGES)
def test_no_page_of_a_past_action_calls_a_day_to_come_over(invented: Edited, language: str) -> None:
    """Of an action that closed before its deadline no page and no letter says that the deadline "was" that day."""
    built = read_day(invented.site.files)
    early = [one for one in invented.expectations.values() if one.deadline > "2026-06-15"]
    closed = [one.slug for one in early if one.state(invented.today) not in (*ASKED, "draft")]
    assert closed == ["both-mirrors", "for-folded-map", "pen-and-paper-2025"]
    for slug in closed:
        page = built.html(f"{'zh/' if language == 'zh' else ''}actions/{slug}.html")
        words = " ".join(text for text, _, near, _ in page.words if near == "ec-due")
        assert "was" not in words.split()
        assert "截止日期为" not in words
        letters = [built.files[path] for path in built.files if path.startswith(f"actions/{slug}/letter-")]
        assert letters
        assert [day for text in letters for day in dates_in(text) if day > invented.today] == []


# The deadline of stone-umbrella-rsdl, at the two ends of the world.
@for_each("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Taipei", "UTC"])
def test_a_deadline_ends_at_midnight_of_the_time_zone_of_the_site(invented: Edited, zone: str) -> None:
    """The last second of the day, where the campaign is, still asks for letters; the next one does not."""
    slug, deadline = "stone-umbrella-rsdl", date(2026, 6, 15)
    settings = invented.campaign.settings.model_copy(update={"timezone": zone})
    campaign = replace(invented.campaign, settings=settings)
    midnight = int(datetime.combine(deadline + ONE_DAY, time(), ZoneInfo(zone)).timestamp())
    for second, state in ((midnight - 1, "closing-soon"), (midnight, "ended")):
        day = today(zone, {"SOURCE_DATE_EPOCH": str(second)})
        told = create_day(campaign, day).told(slug, "en")
        assert told == invented.wanted(slug, "en", day)
        assert told.words == state


def test_one_moment_is_three_days_in_three_time_zones() -> None:
    """The day of a build is that of the site's time zone, from UTC-12 to UTC+14."""
    moment = int(datetime.combine(date(2026, 6, 15), time(10, 30), ZoneInfo("UTC")).timestamp())
    found = [
        today(zone, {"SOURCE_DATE_EPOCH": str(moment)}).day for zone in ("Etc/GMT+12", "UTC", "Pacific/Kiritimati")
    ]
    assert found == [14, 15, 16]
