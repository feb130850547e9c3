"""An action: the cause, the people, the deadline and its state, the demands, the recipients, the letters."""

from dataclasses import dataclass

from emptychair.as_of.action_states import ActionAsOf
from emptychair.record.campaign import Text
from emptychair.record.models import OutsideDocument
from emptychair.record.reserved_urls import calendar_address
from emptychair.views.context import Context, Link, SourceView, numbers_of, sources_of
from emptychair.views.deadlines import deadline_end, deadline_line, has_deadline, state_label
from emptychair.views.letter_steps import LetterSteps, letter_steps
from emptychair.views.links import code_of, link_to_action
from emptychair.views.recipients import RecipientView, recipient_view, report_mail, report_to_view
from emptychair.views.share import ShareView, share_action
from emptychair.views.status import CaseCard, card_of

# So many people stand by name above the button that leads to the letter, which is to be seen at once on a phone.
PEOPLE_FIRST = 2


@dataclass(frozen=True)
class DemandView:
    """One numbered demand."""

    id: str
    text: Text


@dataclass(frozen=True)
class OutcomeView:
    """What became of the action for one of its cases."""

    name: Text
    state: Text
    date: str
    text: Text
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class ActionView:
    """Everything on the page of an action. A past one has no recipients' channels and no letters: `steps` is None.

    `first_people` stand at the top of an open one. `recipients` are those of a past action, and of an open one those
    who have no letter of their own. `ends` is the moment at which the deadline has passed (UTC, ISO 8601), `calendar`
    the address of its calendar file, `report_mail` a `mailto:` link to say that one wrote; each "" where there is none.
    """

    title: Text
    description: Text
    number: str
    state: str
    state_label: Text
    open: bool
    past: bool
    issue: tuple[Text, ...]
    deadline: Text
    banner: tuple[Text, ...]
    onward: tuple[Link, ...]
    first_people: tuple[CaseCard, ...]
    people: tuple[CaseCard, ...]
    demands: tuple[DemandView, ...]
    notes: Text
    outcomes: tuple[OutcomeView, ...]
    steps: LetterSteps | None
    recipients: tuple[RecipientView, ...]
    report_to: RecipientView | None
    report_mail: str
    ends: str
    calendar: str
    share: ShareView | None
    after: Text | None
    series: tuple[tuple[Text, Link], ...]
    sources: tuple[SourceView, ...]
    code: str


def action_view(context: Context, action: ActionAsOf) -> ActionView:
    """The page of an action on the day."""
    record, facts, language = action.record, action.facts, context.language
    sources = sources_of(context, record, facts.sources)
    asked, recipients = action.open, recipients_of(context, action)
    cases = [context.snapshot.cases[slug] for slug in facts.cases if slug in context.snapshot.cases]
    people = tuple(card_of(context, case) for case in cases if case.listed)
    return ActionView(
        title=record.title(language),
        description=Text("", language) if action.silent else record.description(language),
        number=facts.number or "",
        state=action.state,
        state_label=state_label(context, action),
        open=asked,
        past=action.past,
        issue=tuple(_issue(context, action)),
        deadline=deadline_line(context, action),
        banner=tuple(_banner(context, action)),
        onward=tuple(_onward(context, action)),
        first_people=people[:PEOPLE_FIRST] if asked else (),
        people=people,
        demands=tuple(
            DemandView(one.id, record.words(language, one.text, "demands", one.id, "text"))
            for one in (() if action.silent else facts.demands)
        ),
        notes=Text("", language) if action.silent else record.words(language, facts.notes, "notes"),
        outcomes=() if action.silent else tuple(_outcomes(context, action, sources)),
        steps=letter_steps(context, action, recipients) if asked else None,
        recipients=tuple(one for one in recipients if not one.letters),
        report_to=report_to_view(context, action) if asked else None,
        report_mail=report_mail(context, action) if asked else "",
        ends=deadline_end(context, action) if asked else "",
        calendar=f"{context.up}{calendar_address(record.slug)}" if asked and has_deadline(action) else "",
        share=share_action(context, action),
        after=context.words("after-deadline") if asked else None,
        series=() if action.silent else tuple(_series(context, action)),
        sources=() if action.silent else sources,
        code=code_of(context, record),
    )


def recipients_of(context: Context, action: ActionAsOf) -> tuple[RecipientView, ...]:
    """The recipients of an action in its order; none of one that is silent."""
    known = context.snapshot.campaign.recipients
    asked = () if action.silent else action.facts.recipients
    return tuple(recipient_view(context, action, one) for one in asked if one.recipient in known)


def _issue(context: Context, action: ActionAsOf) -> list[Text]:
    """Number and issuer, the day of issue."""
    facts, say = action.facts, context.words
    issuer = action.record.words(context.language, facts.issuer, "issuer")
    lines = []
    if facts.number and issuer:
        lines.append(say("number-and-issuer", number=facts.number, issuer=issuer))
    elif facts.number or issuer:
        lines.append(say("number-or-issuer", text=facts.number or issuer))
    return [*lines, say("issued", date=context.day(facts.issued))]


def _banner(context: Context, action: ActionAsOf) -> list[Text]:
    """What a past action or a draft says at its top."""
    if action.state == "draft":
        return [context.words("banner-draft")]
    if not action.past:
        return []
    words = [context.words(f"banner-{action.state}", date=context.day(action.facts.deadline))]
    if not action.facts.outcomes and not action.silent:
        words.append(context.words("banner-no-outcome"))
    return words


def _onward(context: Context, action: ActionAsOf) -> list[Link]:
    """Where to go now: the successor, the people, the open actions."""
    if not action.past:
        return []
    links = []
    successor = context.snapshot.actions.get(action.successor or "")
    if successor and successor.listed:
        links.append(link_to_action(context, successor))
    links.append(Link(context.words("see-open-actions"), context.href("actions")))
    if context.has("archive"):
        links.append(Link(context.words("see-archive"), context.href("archive")))
    return links


def _outcomes(context: Context, action: ActionAsOf, sources: tuple[SourceView, ...]) -> list[OutcomeView]:
    found = []
    for outcome in action.facts.outcomes:
        case = context.snapshot.cases.get(outcome.case)
        if case:
            found.append(
                OutcomeView(
                    name=card_of(context, case).name if case.listed else Text(outcome.case, context.language),
                    state=context.label("action_states", outcome.state),
                    date=context.day(outcome.date),
                    text=action.record.words(context.language, outcome.text, "outcomes", outcome.id, "text"),
                    numbers=numbers_of(sources, outcome.sources),
                )
            )
    return found


def _series(context: Context, action: ActionAsOf) -> list[tuple[Text, Link]]:
    """The action before this one, here or elsewhere, and the one after."""
    found = []
    follows = action.facts.follows
    if isinstance(follows, OutsideDocument):
        title = action.record.words(context.language, follows.title, "follows", "title")
        found.append((context.words("series-before"), Link(title, follows.url or "")))
    elif follows and follows in context.snapshot.actions and context.snapshot.actions[follows].listed:
        before = context.snapshot.actions[follows]
        found.append((context.words("series-before"), link_to_action(context, before)))
    after = context.snapshot.actions.get(action.successor or "")
    if after and after.listed:
        found.append((context.words("series-after"), link_to_action(context, after)))
    return found
