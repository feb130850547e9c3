"""The calendar of a snapshot in one language: deadlines, what lies ahead, events, anniversaries (RFC 5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.routes import Route
from emptychair.as_of.snapshot import Snapshot
from emptychair.as_of.status import class_of
from emptychair.images.colours import nearest_name
from emptychair.record.campaign import Record
from emptychair.record.models import Gathering, Update
from emptychair.text.dates import PartialDate
from emptychair.views.context import Context, name_of
from emptychair.views.language_site import LanguageSite

# What was told by one voice, or believed, is no date to remember a person by.
PUBLIC = {"confirmed", "official", "reported"}
FORTNIGHT = timedelta(days=14)
HELD = {"custody", "disappeared", "confined"}


@dataclass(frozen=True)
class CalendarEntry:
    """One all-day entry: `uid` never changes; `changed` is when its page was last updated."""

    uid: str
    first: date
    last: date
    title: str
    path: str
    changed: date
    text: str = ""
    place: str = ""
    yearly: bool = False


def create_calendar(site: LanguageSite) -> bytes:
    """The calendar as bytes; the same snapshot gives the same bytes."""
    return _calendar(site, _entries(site))


def create_deadline(site: LanguageSite, action: ActionAsOf) -> bytes:
    """The calendar of one action, with its deadline alone, which has the UID that it has in the whole calendar."""
    return _calendar(site, [_deadline(site, action)])


def actions_with_deadline(snapshot: Snapshot) -> list[ActionAsOf]:
    """The actions that have a calendar of their own; it stays where it is when the deadline has passed."""
    return [action for action in snapshot.actions.values() if action.listed and action.facts.until != "ongoing"]


def _calendar(site: LanguageSite, entries: Iterable[CalendarEntry]) -> bytes:
    base = site.root_url
    calendar = Calendar()
    # RFC 5545, 3.7.3: whose calendar it is, in the form of a public identifier, whose parts // divides.
    owner = site.site_name().replace("//", "/")
    calendar.add("prodid", f"-//{owner}//Campaign calendar//{site.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", site.say("calendar-title", site=site.site_name()))
    calendar.add("x-wr-timezone", site.snapshot.campaign.settings.timezone)
    if accents := site.snapshot.campaign.settings.look.accents:
        # RFC 7986, 5.9, knows names alone; Apple's property, which others read too, the colour itself. A picture (5.10)
        # is shown by no client, and would be loaded by some.
        calendar.add("color", nearest_name(accents[0]))
        calendar.add("x-apple-calendar-color", accents[0].upper())
    for entry in sorted(entries, key=lambda entry: (entry.first, entry.uid)):
        calendar.add_component(_component(entry, base, ZoneInfo("UTC")))
    return bytes(calendar.to_ical())


def _component(entry: CalendarEntry, base: str, zone: ZoneInfo) -> CalendarEvent:
    component = CalendarEvent()
    component.add("uid", entry.uid)
    component.add("dtstamp", datetime.combine(entry.changed, time(), zone))
    component.add("dtstart", entry.first)
    # The end of an all-day entry is the day after its last (RFC 5545, section 3.6.1).
    component.add("dtend", entry.last + timedelta(days=1))
    component.add("summary", entry.title)
    component.add("url", f"{base}{entry.path}.html")
    component.add("transp", "TRANSPARENT")
    if entry.text:
        component.add("description", entry.text)
    if entry.place:
        component.add("location", entry.place)
    if entry.yearly:
        # RFC 5545, 3.3.10: a day that a year lacks is passed over, so for 29 February the last of the month.
        leap = {"bymonth": 2, "bymonthday": -1} if is_leap_day(entry.first) else {}
        component.add("rrule", {"freq": "yearly", **leap})
    return component


def _entries(site: LanguageSite) -> Iterator[CalendarEntry]:
    for case in site.snapshot.listed_cases:
        if case.visibility == "full" and case.known_standing.last_class != "died":
            yield from _ahead(site, case)
            yield from _reported_ends(site, case)
            yield from _anniversaries(site, case)
    yield from _deadlines(site)
    for update in site.snapshot.updates:
        event = update.facts.event
        if event and event.date >= site.snapshot.today:
            yield _gathering(site, update, event)


def _uid(site: LanguageSite, *parts: str) -> str:
    """Stable, and unique in the world: the parts, joined by a sign that none of them holds, then the setting `id`.

    Of the setting, the signs that a calendar escapes are replaced.
    """
    campaign = site.snapshot.campaign.settings.id.removeprefix("tag:").replace(",", ".").replace(":", ".")
    return ".".join([*parts, site.language]) + "@" + campaign


def _context(site: LanguageSite, path: str) -> Context:
    return site.context(Route(path, ""))


def _deadlines(site: LanguageSite) -> Iterator[CalendarEntry]:
    """Deadlines of actions that ask for letters; an ongoing action has none."""
    for action in site.snapshot.open_actions:
        if action.facts.until != "ongoing":
            yield _deadline(site, action)


def _deadline(site: LanguageSite, action: ActionAsOf) -> CalendarEntry:
    record = action.record
    return CalendarEntry(
        uid=_uid(site, "deadline", record.slug),
        first=action.facts.deadline,
        last=action.facts.deadline,
        title=site.say("calendar-deadline", title=record.title(site.language)),
        path=record.path,
        changed=record.source_page.updated,
        text=record.description(site.language).value,
    )


def _ahead(site: LanguageSite, case: CaseAsOf) -> Iterator[CalendarEntry]:
    for one in case.facts.ahead:
        text = case.record.words(site.language, one.text, "ahead", one.id, "text").value
        yield from _dated(site, case, ("ahead", case.record.slug, one.id), one.what, one.date, text)


def _reported_ends(site: LanguageSite, case: CaseAsOf) -> Iterator[CalendarEntry]:
    """The end of a sentence as it was reported, which is not a release; not twice where it is `ahead` as well."""
    known = {one.date.text for one in case.facts.ahead if one.what == "term-end"}
    for one in case.facts.sentences:
        if one.ends and not one.replaced_by and one.ends.text not in known:
            yield from _dated(site, case, ("term-end", case.record.slug, one.id), "term-end", one.ends, "")


def _dated(
    site: LanguageSite, case: CaseAsOf, parts: tuple[str, ...], what: str, day: PartialDate, text: str
) -> Iterator[CalendarEntry]:
    """What lies ahead, today included, where it is known to the day, or to a fortnight between two days."""
    exact = day.exact or (day.form == "between" and day.earliest and day.latest - day.earliest <= FORTNIGHT)
    if day.latest < site.snapshot.today or day.earliest is None or not exact:
        return
    record = case.record
    label = _context(site, record.path).label("ahead_kinds", what)
    title = site.say("calendar-ahead", what=label, name=name_of(record, site.language))
    uid = _uid(site, *parts)
    yield CalendarEntry(uid, day.earliest, day.latest, title, record.path, record.source_page.updated, text)


def _anniversaries(site: LanguageSite, case: CaseAsOf) -> Iterator[CalendarEntry]:
    """The day on which the person was first taken, where the public knows it; none for the dead and the released.

    A later detention has none: somebody who was taken five times would fill a month of each year.
    """
    event = next((one for one in case.facts.events if one.status and class_of(one.status) in HELD), None)
    gone = case.known_standing.last_class in ("died", "free")
    if gone or event is None or not event.date.exact or event.verification not in PUBLIC:
        return
    record, context = case.record, _context(site, case.record.path)
    title = site.say(
        "calendar-anniversary",
        name=name_of(record, site.language),
        what=context.label("statuses", event.status or ""),
        date=context.day(event.date),
    )
    day, uid = event.date.latest, _uid(site, "anniversary", record.slug, event.id)
    text = site.say("calendar-leap-day") if is_leap_day(day) else ""
    yield CalendarEntry(uid, day, day, title, record.path, record.source_page.updated, text, yearly=True)


def is_leap_day(day: date) -> bool:
    """Is it the 29th of February, which most years lack?"""
    return (day.month, day.day) == (2, 29)


def _gathering(site: LanguageSite, update: Record[Update], event: Gathering) -> CalendarEntry:
    """An event to which the public is invited. Its hour is local to its place, so it is told in words."""
    facts = update.facts
    place = update.words(site.language, facts.place, "place").value
    context = _context(site, update.path)
    when = context.day(event.date)
    text = site.say("date-and-time", date=when, time=event.time) if event.time else when
    title = site.say("calendar-event", title=update.title(site.language))
    uid, changed = _uid(site, "event", update.slug), update.source_page.updated
    return CalendarEntry(uid, event.date, event.date, title, update.path, changed, text, place)
