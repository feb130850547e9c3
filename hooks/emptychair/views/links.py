"""Links from one page to a case or an action, by its name or title in the reader's language, or on paper."""

from collections.abc import Iterable
from typing import Any

from emptychair.as_of.action_states import ActionAsOf
from emptychair.record.campaign import Record
from emptychair.views.context import Context, Link, name_of


def link_to_case(context: Context, slug: str) -> Link | None:
    """A link to a case by its name, or None where there is none that stands in lists."""
    case = context.snapshot.cases.get(slug)
    if case is None or not case.listed:
        return None
    return Link(name_of(case.record, context.language), context.href(case.record.path))


def links_to_cases(context: Context, slugs: Iterable[str]) -> tuple[Link, ...]:
    """Links to those of the cases that stand in lists, in the order given."""
    return tuple(filter(None, (link_to_case(context, slug) for slug in slugs)))


def link_to_action(context: Context, action: ActionAsOf) -> Link:
    """A link to an action by its title."""
    return Link(action.record.title(context.language), context.href(action.record.path))


def code_path(record: Record[Any]) -> str:
    """The path of the QR code of a page below the root of its language."""
    return f"codes/{record.path}.svg"


def has_code(context: Context, record: Record[Any]) -> bool:
    """Has the page of a case or an action a QR code for paper? Not where it stands in no list."""
    return context.snapshot.campaign.settings.qr_codes and context.snapshot.is_out(record)


def code_of(context: Context, record: Record[Any]) -> str:
    """The QR code of the page, seen from it, or ""."""
    return context.up + code_path(record) if has_code(context, record) else ""
