"""To whom each action writes: another id in an action sends letters elsewhere, though no address was changed."""

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.models import Addressee
from emptychair.review.page_text import Line, PageText, office_of
from emptychair.text.strings import Strings


def addressee_texts(snapshot: Snapshot, language: str) -> dict[str, PageText]:
    """A snapshot -> the recipients of its actions that are open or will be, in a language: location -> PageText."""
    actions = [action for action in snapshot.actions.values() if not action.past and not action.silent]
    return {action.record.path: _text(snapshot, action, Strings(language, "summary")) for action in actions}


def _text(snapshot: Snapshot, action: ActionAsOf, say: Strings) -> PageText:
    lines = {one.recipient: _line(snapshot, one, say) for one in action.facts.recipients}
    if action.facts.report_to:
        lines["report-to"] = Line(say("line-report-to"), action.facts.report_to)
    return PageText("addressee", action.record.path, str(action.record.title(say.language)), lines)


def _line(snapshot: Snapshot, addressee: Addressee, say: Strings) -> Line:
    recipient = snapshot.campaign.recipients.get(addressee.recipient)
    office = office_of(recipient, say.language) if recipient else ""
    return Line(say("line-copy" if addressee.cc else "line-recipient"), say("join").join((addressee.recipient, office)))
