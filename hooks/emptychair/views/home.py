"""The home page: open actions first, people, newest updates, counts, how to follow."""

from collections import Counter
from dataclasses import dataclass

from emptychair import vocabulary
from emptychair.campaign import Text
from emptychair.timeline import confirmed_within
from emptychair.views.context import Context
from emptychair.views.lists import ActionCard, NewsCard, action_card, news_card
from emptychair.views.status import CaseCard, card_of

PEOPLE = 12
UPDATES = 6


@dataclass(frozen=True)
class HomeView:
    """`counts` are sentences: last known class, and how many of them were confirmed within the period."""

    actions: tuple[ActionCard, ...]
    people: tuple[CaseCard, ...]
    more_people: int
    updates: tuple[NewsCard, ...]
    counts: tuple[tuple[str, Text], ...]


def home_view(context: Context) -> HomeView:
    """The home page of the edition."""
    edition = context.edition
    cases = edition.listed_cases
    return HomeView(
        actions=tuple(action_card(context, action) for action in edition.open_actions),
        people=tuple(card_of(context, case) for case in cases[:PEOPLE]),
        more_people=max(0, len(cases) - PEOPLE),
        updates=tuple(news_card(context, record) for record in edition.updates[:UPDATES]),
        counts=_counts(context),
    )


def site_name(context: Context) -> str:
    """The name of the site in the reader's language."""
    names = context.edition.campaign.settings.names
    return names.get(context.language) or next(iter(names.values()))


def _counts(context: Context) -> tuple[tuple[str, Text], ...]:
    """(shape, sentence) per class: N people whose last known situation is this, M of them confirmed in the period.

    A group counts as one record, because its number is an estimate.
    """
    settings, today = context.edition.campaign.settings, context.edition.today
    total: Counter[str] = Counter()
    confirmed: Counter[str] = Counter()
    for case in context.edition.listed_cases:
        if case.standing:
            total[case.standing.last_class] += 1
            fresh = not case.standing.faded and confirmed_within(case.standing, settings, today)
            confirmed[case.standing.last_class] += fresh
    found = []
    for code, row in vocabulary.terms("classes").items():
        if total[code]:
            key = "count-died" if code == "died" else "count-class"
            label = row.label(context.language)
            values = {"label": label, "confirmed": confirmed[code], "months": settings.confirm_within_months}
            sentence = context.say.plural(key, total[code], **values)
            found.append((row.get("shape"), Text(sentence, context.language)))
    return tuple(found)
