"""How to follow: which feed or calendar to choose, their addresses, feed readers, e-mail without a list of ours."""

from dataclasses import dataclass

from emptychair.record.campaign import Text
from emptychair.record.reserved_urls import FEED_LIST
from emptychair.views.context import Context, Link, name_of

FEEDS = ("actions.xml", "calendar.ics", "feed.xml", "feed.json")
CALENDAR = "calendar.ics"
# What somebody wants -> the part of the page that says how; in the order in which most people ask.
WISHES = {
    "letters": "follow-actions-xml",
    "dates": "follow-calendar-ics",
    "everything": "follow-feed-xml",
    "person": "case-feeds",
    "email": "follow-email",
}


@dataclass(frozen=True)
class Subscription:
    """A feed or the calendar: the id of its part of the page, its name, what is in it, its file, its public address.

    `webcal` is the address by which a calendar program subscribes at once, or "".
    """

    id: str
    name: Text
    note: Text
    href: str
    address: str
    webcal: str


@dataclass(frozen=True)
class FollowView:
    """What can be subscribed to, by what somebody wants; the list of all feeds, and a feed for each case.

    `safety` leads to the page about safety, or is "".
    """

    wishes: tuple[Link, ...]
    subscriptions: tuple[Subscription, ...]
    list: Link
    cases: tuple[Link, ...]
    safety: str


def follow_view(context: Context) -> FollowView:
    """Everything that can be subscribed to."""
    language = context.language
    cases = tuple(
        Link(name_of(case.record, language), f"{context.up}{case.record.path}.xml")
        for case in context.snapshot.listed_cases
    )
    wishes = [(name, part) for name, part in WISHES.items() if cases or name != "person"]
    return FollowView(
        wishes=tuple(Link(context.words(f"follow-wish-{name}"), f"#{part}") for name, part in wishes),
        subscriptions=tuple(_subscription(context, file) for file in FEEDS),
        list=Link(context.words("follow-list"), context.up + FEED_LIST),
        cases=cases,
        safety=context.href("safety") if context.has("safety") else "",
    )


def _subscription(context: Context, file: str) -> Subscription:
    key = f"follow-{file.replace('.', '-')}"
    address = context.site_url + context.snapshot.campaign.folder_of(context.language) + file
    webcal = "webcal:" + address.partition(":")[2] if file == CALENDAR and address.startswith("http") else ""
    return Subscription(key, context.words(key), context.words(f"{key}-note"), context.up + file, address, webcal)
