"""The home page: open actions first, people, newest updates, counts, how to follow."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from emptychair.as_of.status import confirmed_within
from emptychair.record.campaign import Text
from emptychair.text import vocabulary
from emptychair.views.contact import ContactLine, contact_line
from emptychair.views.context import Context, Link
from emptychair.views.lists import ActionCard, NewsCard, action_card, news_card
from emptychair.views.status import CaseCard, card_of

PEOPLE = 12
UPDATES = 6
# The length of the longest bar, less the line around it.
BAR = 199


@dataclass(frozen=True)
class Count:
    """A class of status as a sentence and as a bar, of which the part is filled that was confirmed in the period.

    `width` and `known` are lengths of 200 for the largest class; deaths have no bar, for they are no part of a whole.
    """

    code: str
    shape: str
    sentence: Text
    width: int
    known: int


@dataclass(frozen=True)
class HomeView:
    """The parts of the home page.

    `lead` says in a sentence what the site is, `contact` who speaks on it; `still` is what a supporter can do where no
    action is open.
    """

    lead: Text
    contact: ContactLine | None
    still: tuple[Link, ...]
    actions: tuple[ActionCard, ...]
    people: tuple[CaseCard, ...]
    more_people: int
    updates: tuple[NewsCard, ...]
    counts: tuple[Count, ...]
    follow: tuple[Link, ...]


def home_view(context: Context) -> HomeView:
    """The home page of the snapshot."""
    snapshot = context.snapshot
    cases = snapshot.listed_cases
    record = snapshot.campaign.record_at("index")
    return HomeView(
        lead=record.description(context.language) if record else Text("", context.language),
        contact=contact_line(snapshot.campaign, context.say, context.up, context.root),
        still=tuple(_still(context)),
        actions=tuple(action_card(context, action) for action in snapshot.open_actions),
        people=tuple(card_of(context, case) for case in cases[:PEOPLE]),
        more_people=max(0, len(cases) - PEOPLE),
        updates=tuple(news_card(context, record) for record in snapshot.updates[:UPDATES]),
        counts=_counts(context),
        follow=tuple(_titled(context, path) for path in ("follow", "data", "translations") if context.has(path)),
    )


def site_name(context: Context) -> str:
    """The name of the site in the reader's language."""
    campaign = context.snapshot.campaign
    return campaign.text_in(context.language, campaign.settings.names).value


def _titled(context: Context, path: str) -> Link:
    return Link(context.words(f"title-{path}"), context.href(path))


def _still(context: Context) -> Iterator[Link]:
    """What can be done without an open action: read, follow, translate; pages that a campaign may leave out."""
    for path in ("archive", "follow", "translations", "contribute"):
        if context.has(path):
            yield Link(context.words(f"still-{path}"), context.href(path))


def _counts(context: Context) -> tuple[Count, ...]:
    """Per class: N people whose last known situation is this, M of them confirmed in the period.

    A group counts as one record, because its number is an estimate.
    """
    settings, today = context.snapshot.campaign.settings, context.snapshot.today
    total: Counter[str] = Counter()
    confirmed: Counter[str] = Counter()
    for case in context.snapshot.listed_cases:
        if case.standing:
            total[case.standing.last_class] += 1
            fresh = not case.standing.faded and confirmed_within(case.standing, settings, today)
            confirmed[case.standing.last_class] += fresh
    largest = max((count for code, count in total.items() if code != "died"), default=0)
    return tuple(
        _count(context, row, total[code], confirmed[code], 0 if code == "died" else largest)
        for code, row in vocabulary.terms("classes").items()
        if total[code]
    )


def _count(context: Context, row: vocabulary.Term, total: int, confirmed: int, largest: int) -> Count:
    values = {
        "label": row.label(context.language),
        "confirmed": confirmed,
        "months": context.snapshot.campaign.settings.confirm_within_months,
    }
    sentence = context.say.plural("count-class" if largest else "count-died", total, **values)
    lengths = (ceil(BAR * total / largest), ceil(BAR * confirmed / largest)) if largest else (0, 0)
    return Count(row.code, row.get("shape"), Text(sentence, context.language), *lengths)
