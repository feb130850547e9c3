"""The calendar, read back with icalendar: deadlines, hearings and anniversaries, none that tells more than is known."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from campaign_outputs import LANGUAGES, SITE, TODAY, article, files, files_of, on_day, pages_of, snapshot, with_events
from content_factory import ACTION, CASE, UPDATE, Content, Edit, above
from emptychair.outputs.icalendar_files import create_calendar
from for_each import for_each

AHEAD = '  ahead:\n    - id: hearing\n      date: {}\n      what: hearing\n      text: "A hearing."'
SENTENCE = """\
  sentences:
    - id: first
      given: 2020-05-02
      ends: 2020-12-31
      ends_source: paper
      parts:
        - kind: fixed-term
          months: 8"""


def entries(data: bytes) -> dict[str, Any]:
    """The entries of a calendar by uid, without the language and the id of the site: `deadline.write`."""
    found = Calendar.from_ical(data).walk("VEVENT")
    return {str(one["uid"]).partition("@")[0].removesuffix(".en").removesuffix(".zh"): one for one in found}


def of(content: Content, day: str = "2020-06-10") -> dict[str, Any]:
    """The entries of a folder's calendar on a day."""
    return entries(files_of(content.snapshot(day))["calendar.ics"])


def invented(day: date = TODAY, language: str = "en") -> dict[str, Any]:
    """The entries of the invented campaign."""
    return entries(files(day)["calendar.ics" if language == "en" else "zh/calendar.ics"])


@for_each("path", ["calendar.ics", "zh/calendar.ics"])
def test_a_calendar_is_valid(path: str) -> None:
    """RFC 5545: one calendar with version and product; lines end in CRLF and are at most 75 bytes long."""
    data = files()[path]
    found = Calendar.from_ical(data)
    assert (found["version"], str(found["x-wr-timezone"])) == ("2.0", "Asia/Taipei")
    assert found["prodid"]
    assert not found.errors
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


@for_each("language", LANGUAGES)
def test_entries_are_whole_days_with_an_exclusive_end(language: str) -> None:
    """DTEND is the day after the last; nothing takes time in anybody's day; every entry leads to its page."""
    for one in invented(language=language).values():
        assert not one.errors
        first, end = one.decoded("dtstart"), one.decoded("dtend")
        assert type(first) is type(end) is date
        assert end > first
        assert one["transp"] == "TRANSPARENT"
        assert one["url"].startswith(SITE + ("" if language == "en" else "zh/"))
        assert one["url"].endswith(".html")
        assert one.decoded("dtstamp").utcoffset() == timedelta(0)
        assert str(one["summary"])


@for_each("path", ["calendar.ics", "zh/calendar.ics"])
def test_uids_are_unique_in_the_world(path: str) -> None:
    """Each entry has a uid of its own, which ends in the id of the campaign."""
    uids = [str(one["uid"]) for one in Calendar.from_ical(files()[path]).walk("VEVENT")]
    assert len(set(uids)) == len(uids) > 10
    assert all(re.fullmatch(r"[a-z0-9.-]+@example\.org\.2026\.test-campaign", uid) for uid in uids)


def test_the_languages_do_not_share_uids() -> None:
    """Who subscribes to both calendars has both."""
    both = [str(one["uid"]) for path in ("calendar.ics", "zh/calendar.ics") for one in walk(path)]
    assert len(set(both)) == len(both)


def walk(path: str) -> list[Any]:
    """The entries of a calendar of the invented campaign."""
    return list(Calendar.from_ical(files()[path]).walk("VEVENT"))


def test_uids_are_stable_from_day_to_day() -> None:
    """An entry that is there on two days is the same entry, on the same date."""
    for distance in (1, 30, 200):
        later = invented(TODAY + timedelta(days=distance))
        both = invented().keys() & later.keys()
        assert both
        for uid in both:
            assert later[uid].decoded("dtstart") == invented()[uid].decoded("dtstart")
            assert later[uid]["dtstamp"].dt == invented()[uid]["dtstamp"].dt


def test_the_same_edition_gives_the_same_bytes() -> None:
    """No moment of the build is in a calendar."""
    for language, path in (("en", "calendar.ics"), ("zh", "zh/calendar.ics")):
        assert create_calendar(pages_of(snapshot(), language)) == files()[path]


def test_deadlines_of_open_actions_are_in_the_calendar() -> None:
    """Each open action with a deadline, on that day; an ongoing, a past and a paused one have none."""
    found = {uid.removeprefix("deadline.") for uid in invented() if uid.startswith("deadline.")}
    expected = {one.record.slug for one in snapshot().open_actions if one.facts.until != "ongoing"}
    assert found == expected
    assert not found & {"pen-and-paper", "for-folded-map", "three-offices", "wages-at-the-window"}
    assert invented()["deadline.write-for-blue-lantern"].decoded("dtstart") == date(2026, 8, 31)


def test_a_deadline_leaves_the_calendar_when_it_has_passed(content: Content) -> None:
    """On its last day it is there, on the next it is not."""
    assert "deadline.write" in of(content, "2020-06-24")
    assert "deadline.write" not in of(content, "2020-06-25")


@for_each(
    "ahead, first, end",
    [
        ("2020-07-08", date(2020, 7, 8), date(2020, 7, 9)),
        ("2020-07-08/2020-07-10", date(2020, 7, 8), date(2020, 7, 11)),
        ("2020-06-10", date(2020, 6, 10), date(2020, 6, 11)),
        ("2020-06-09", None, None),
        ("2020-07", None, None),
        ("2021", None, None),
        ("../2020-07", None, None),
    ],
)
def test_what_lies_ahead(content: Content, ahead: str, first: date | None, end: date | None) -> None:
    """A hearing that is known to the day, today included; a month or a year is no day of a calendar."""
    found = of(content.edit(above(CASE, "  sources:", AHEAD.format(ahead)))).get("ahead.li-si.hearing")
    assert (found.decoded("dtstart") if found else None) == first
    assert (found.decoded("dtend") if found else None) == end


def test_the_end_of_a_sentence_is_no_release(content: Content) -> None:
    """It is titled as reported, and not a release; in both languages."""
    content.edit(above(CASE, "  sources:", SENTENCE))
    made = files_of(content.snapshot("2020-06-10"))
    english, chinese = entries(made["calendar.ics"]), entries(made["zh/calendar.ics"])
    assert str(english["term-end.li-si.first"]["summary"]) == "Reported end of sentence (not a release): Li Si"
    assert "不等于" in str(chinese["term-end.li-si.first"]["summary"])


def test_an_anniversary_is_yearly() -> None:
    """The day on which somebody was publicly known to be taken returns every year."""
    found = invented()["anniversary.blue-lantern.first-detention"]
    assert found["rrule"].to_ical() == b"FREQ=YEARLY"
    assert found.decoded("dtstart") == date(2024, 6, 1)
    assert all("rrule" not in one for uid, one in invented().items() if not uid.startswith("anniversary."))


@for_each(
    "rows",
    [
        ["id: a, date: 2020-05, status: taken-away"],
        ["id: a, date: 2020-05-01~, status: taken-away"],
        ["id: a, date: 2020-05-01, status: taken-away, verification: alleged"],
        ["id: a, date: 2020-05-01, status: taken-away", "id: b, date: 2020-05-02, status: died-in-custody"],
        ["id: a, date: 2020-05-01"],
    ],
)
def test_no_anniversary_of_what_is_not_known_or_is_over(content: Content, rows: list[str]) -> None:
    """None from a partial date or one voice, and none for the dead."""
    found = of(with_events(content, "2020-05-31", *rows))
    assert not [uid for uid in found if uid.startswith("anniversary.")]


def test_a_transfer_is_no_second_anniversary(content: Content) -> None:
    """From one kind of custody to another nobody is taken again."""
    rows = ("id: a, date: 2020-05-01, status: taken-away", "id: b, date: 2020-05-02, status: criminal-detention")
    found = of(with_events(content, "2020-05-02", *rows))
    assert [uid for uid in found if uid.startswith("anniversary.")] == ["anniversary.li-si.a"]


def test_only_the_first_detention_has_an_anniversary(content: Content) -> None:
    """Who was out and is taken again is remembered by the first day alone."""
    free = "id: b, date: 2020-05-02, status: released, release_type: no-charge"
    again = "id: c, date: 2020-05-20, status: taken-away"
    made = with_events(content, "2020-05-20", "id: a, date: 2020-05-01, status: taken-away", free, again)
    found = entries(files_of(on_day(made))["calendar.ics"])
    assert [uid for uid in found if uid.startswith("anniversary.")] == ["anniversary.li-si.a"]


def test_the_29th_of_february_is_remembered_every_year(content: Content) -> None:
    """On the last day of the month, and the entry says why; a rule for the 29th would pass over three years of four."""
    found = of(with_events(content, "2020-03-01", "id: a, date: 2020-02-29, status: taken-away"))
    entry = found["anniversary.li-si.a"]
    assert entry["rrule"].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"
    assert "29 February" in str(entry["description"])


def test_nobody_who_was_released_or_died_has_an_anniversary() -> None:
    """Of the invented people, those who are out or dead are not remembered by their arrest."""
    found = " ".join(uid for uid in invented() if uid.startswith("anniversary."))
    assert not any(slug in found for slug in ("straw-cloak", "glass-comb", "felt-hat", "c-0042", "c-0043"))


def test_a_public_event_says_when_and_where() -> None:
    """Its hour is local to its place, so it is told in words; it stays until its day has passed."""
    uid = "event.2026-06-10-reading-on-the-landing"
    found = invented()[uid]
    assert "19:00 (local time)" in str(found["description"])
    assert "Rue de Nulle Part" in str(found["location"])
    assert uid in invented(date(2026, 7, 10))
    assert uid not in invented(date(2026, 7, 11))
    assert uid not in invented(date(2026, 6, 9))


def test_a_public_event_without_an_hour(content: Content) -> None:
    """Without a time and a place there is the day."""
    content.edit(Edit(UPDATE, "  kind: news\n", "  kind: event\n  event:\n    date: 2020-07-01\n"))
    found = of(content)["event.2020-05-20-news"]
    assert str(found["description"]) == "1 July 2020"
    assert "location" not in found


def test_titles_with_commas_and_semicolons_come_back(content: Content) -> None:
    """Signs that iCalendar escapes are read back as they were."""
    content.swap(ACTION, "Write for Li Si", "Write, now; for Li\\\\Si")
    assert str(of(content)["deadline.write"]["summary"]) == "Deadline: Write, now; for Li\\Si"


def test_dates_are_stamped_with_the_day_of_the_page() -> None:
    """DTSTAMP is when an editor last changed the page, so that the same record gives the same bytes."""
    found = invented()["deadline.write-for-blue-lantern"]
    assert found.decoded("dtstamp") == datetime(2026, 6, 1, tzinfo=UTC)


def test_no_entry_of_a_case_that_is_not_full() -> None:
    """A minimal or paused case is in no calendar."""
    text = files()["calendar.ics"].decode() + files()["zh/calendar.ics"].decode()
    for name in ("Plain Door", "素门", "Folded Map", "折图", "c-0042", "c-0043"):
        assert name not in text
    assert "Folded Map" in article("cases/c-0043")


def test_uids_do_not_run_together(content: Content) -> None:
    """Case `li` with `si-hearing` and case `li-si` with `hearing` are two entries."""
    content.edit(above(CASE, "  sources:", AHEAD.format("2020-07-08")))
    case = str(content.files[CASE]).replace("Li Si", "Li").replace("id: hearing", "id: si-hearing")
    content.put("en/cases/li.md", case)
    found = Calendar.from_ical(files_of(content.snapshot("2020-06-10"))["calendar.ics"]).walk("VEVENT")
    uids = [str(one["uid"]) for one in found]
    assert len(set(uids)) == len(uids)


def test_one_end_of_a_sentence_is_one_entry() -> None:
    """A reader has one entry for one day of one person."""
    found = [(str(one["summary"]), one.decoded("dtstart")) for one in invented().values()]
    assert len(set(found)) == len(found)


@for_each("ahead", ["2020-07/2021-12", "2021/2023"])
def test_between_two_months_is_no_entry_of_a_year(content: Content, ahead: str) -> None:
    """What is not known to the day or the week has no place in a calendar."""
    assert "ahead.li-si.hearing" not in of(content.edit(above(CASE, "  sources:", AHEAD.format(ahead))))


def test_about_a_day_says_so(content: Content) -> None:
    """An approximate day is told as one, or left out."""
    found = of(content.edit(above(CASE, "  sources:", AHEAD.format("2020-07-08~")))).get("ahead.li-si.hearing")
    assert found is None or "about" in f"{found['summary']} {found['description']}"


def test_no_end_of_a_sentence_of_the_dead(content: Content) -> None:
    """After a death no date of custody is in the calendar."""
    rows = ("id: a, date: 2020-05-01, status: imprisoned", "id: b, date: 2020-05-02, status: died-in-custody")
    with_events(content, "2020-05-02", *rows).edit(above(CASE, "  sources:", SENTENCE))
    assert not [uid for uid in of(content) if "li-si" in uid]
