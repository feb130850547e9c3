"""The home page: who speaks, how many people, what to do first, people, newest updates, how to follow."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from emptychair.as_of.action_states import ActionAsOf
from emptychair.record.campaign import Text
from emptychair.views.context import Context, Link
from emptychair.views.deadlines import deadline_line, has_deadline
from emptychair.views.lists import ActionCard, NewsCard, action_card, news_card
from emptychair.views.situation import Situation, situation_of
from emptychair.views.status import CaseCard, card_of

PEOPLE = 8
UPDATES = 3
# A sentence of more letters (a character counts as two) has more than three lines of the largest size on a phone.
LONG_LEAD = 62
# Where the ways to reach those who speak stand: in the footer of every page.
CONTACT_ID = "ec-contact"


@dataclass(frozen=True)
class HomeView:
    """The parts of the home page.

    `lead` says in a sentence what the site is, `speaks` who speaks on it, `ways` lead to how they know and to the
    contact; `due` is until when to write for `first_action`, and `still` what can be done where no action is open.
    """

    lead: Text
    long_lead: bool
    speaks: Text | None
    ways: tuple[Link, ...]
    situation: Situation | None
    months: int
    first_action: ActionCard | None
    due: Text | None
    more_actions: Text | None
    still: tuple[Link, ...]
    people: tuple[CaseCard, ...]
    all_people: Text
    updates: tuple[NewsCard, ...]
    follow: tuple[Link, ...]


def home_view(context: Context) -> HomeView:
    """The home page of the snapshot."""
    snapshot = context.snapshot
    settings, cases = snapshot.campaign.settings, snapshot.listed_cases
    record = snapshot.campaign.record_at("index")
    lead = record.description(context.language) if record else Text("", context.language)
    actions = snapshot.open_actions
    first, more = actions[0] if actions else None, len(actions) - 1
    contact = settings.contact
    return HomeView(
        lead=lead,
        long_lead=_width(lead.value) > LONG_LEAD,
        speaks=snapshot.campaign.text_in(context.language, contact.name) if contact else None,
        ways=tuple(_ways(context)),
        situation=situation_of(context),
        months=settings.confirm_within_months,
        first_action=action_card(context, first) if first else None,
        due=_due(context, first) if first else None,
        more_actions=context.plural("more-actions", more) if more > 0 else None,
        still=tuple(_still(context)),
        people=tuple(card_of(context, case) for case in cases[:PEOPLE]),
        all_people=context.plural("see-all-people", len(cases)) if cases else context.words("see-status"),
        updates=tuple(news_card(context, record) for record in snapshot.updates[:UPDATES]),
        follow=(
            Link(context.words("home-calendar"), f"{context.up}calendar.ics"),
            Link(context.words("footer-feed"), f"{context.up}feed.xml"),
        ),
    )


def _width(text: str) -> int:
    """The length of a text in letters, of which a Chinese character is two (Unicode Standard Annex 11)."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def site_name(context: Context) -> str:
    """The name of the site in the reader's language."""
    campaign = context.snapshot.campaign
    return campaign.text_in(context.language, campaign.settings.names).value


def _ways(context: Context) -> Iterator[Link]:
    """Where it is told how the campaign knows, and how to reach it."""
    if context.has("about"):
        yield Link(context.words("home-how"), context.href("about"))
    if context.snapshot.campaign.settings.contact:
        yield Link(context.words("home-contact"), f"#{CONTACT_ID}")


def _due(context: Context, action: ActionAsOf) -> Text:
    """Until when to write, in as few words as fit into one line of a phone."""
    if has_deadline(action):
        return context.words("home-due", date=context.day(action.facts.deadline))
    return deadline_line(context, action)


def _still(context: Context) -> Iterator[Link]:
    """What can be done without an open action: follow, read, translate; pages that a campaign may leave out."""
    for path in ("follow", "archive", "translations", "contribute"):
        if context.has(path):
            yield Link(context.words(f"still-{path}"), context.href(path))
