"""A letter on a page of its own, for readers without scripts: the same steps as on its action."""

from dataclasses import dataclass

from emptychair.as_of.action_letters import LetterKey
from emptychair.as_of.action_states import ActionAsOf
from emptychair.record.campaign import Text
from emptychair.views.action import recipients_of
from emptychair.views.context import Context, Link
from emptychair.views.deadlines import deadline_end, deadline_line
from emptychair.views.letter_steps import LetterSteps, letter_steps
from emptychair.views.links import link_to_action


@dataclass(frozen=True)
class LetterPage:
    """The page of a letter. While nobody is asked for it, the page keeps its address and leads `onward`.

    `ends` is the moment at which the deadline has passed (UTC, ISO 8601), or "".
    """

    heading: Text
    onward: Link
    deadline: Text
    steps: LetterSteps | None
    ends: str


def letter_page(context: Context, key: LetterKey) -> LetterPage:
    """The page of a letter on the day."""
    action = context.snapshot.actions[key.action]
    return LetterPage(
        heading=letter_heading(context, key) if action.open else context.words("heading-letter-past"),
        onward=_onward(context, action),
        deadline=deadline_line(context, action),
        steps=letter_steps(context, action, recipients_of(context, action), key) if action.open else None,
        ends=deadline_end(context, action) if action.open else "",
    )


def _onward(context: Context, action: ActionAsOf) -> Link:
    """To the action; where a person asked for silence without its title, which may be a name.

    Before an action is issued no page leads to it: then to those that are open.
    """
    if action.state == "draft":
        return Link(context.words("see-open-actions"), context.href("actions"))
    link = link_to_action(context, action)
    return Link(context.words("see-action"), link.href) if action.silent else link


def letter_title(context: Context, key: LetterKey) -> Text:
    """The title: to whom, in which language, of which action; without the action's where a person asked for silence."""
    action = context.snapshot.actions[key.action]
    heading = letter_heading(context, key)
    if action.silent:
        return heading
    return context.words("title-letter", heading=heading, action=action.record.title(context.language))


def letter_heading(context: Context, key: LetterKey) -> Text:
    """To whom and in which language the letter is, in a few words."""
    campaign = context.snapshot.campaign
    office = campaign.text_in(context.language, campaign.recipients[key.recipient].office)
    return context.words("heading-letter", office=office, language=context.label("languages", key.language))
