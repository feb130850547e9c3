"""What a reader can pass on: the address of a page, and a ready text with it. No button of anybody else's."""

from dataclasses import dataclass

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.views.context import Context, name_of
from emptychair.views.deadlines import deadline_line
from emptychair.views.status import status_of


@dataclass(frozen=True)
class ShareView:
    """The public address of the page, and a text to paste that ends with it."""

    address: str
    text: str


def share_case(context: Context, case: CaseAsOf) -> ShareView | None:
    """A case that stands in lists in full; none of the dead, whose pages ask for nothing."""
    if case.visibility != "full" or not case.listed or case.known_standing.last_class == "died":
        return None
    name = name_of(case.record, context.language)
    line = status_of(context, case.known_standing).line
    return _share(context, context.say("share-case", name=name, status=line, address=context.address))


def share_action(context: Context, action: ActionAsOf) -> ShareView | None:
    """An action that asks for letters."""
    if not action.open:
        return None
    title, line = action.record.title(context.language), deadline_line(context, action)
    return _share(context, context.say("share-action", title=title, deadline=line, address=context.address))


def _share(context: Context, text: str) -> ShareView:
    return ShareView(context.address, text)
