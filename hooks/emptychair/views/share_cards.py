"""What stands on a share card: the preview of a link to a case, to an action, or to the site.

A page in a language whose script the font of the cards lacks has a card in the first language of the site that it can
set; none where there is no such language, or where what the card is about has no words in it.
"""

from dataclasses import replace
from typing import Any

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.images.card import CardText
from emptychair.images.fonts import SCRIPTS, SET, missing_signs
from emptychair.record.campaign import Record
from emptychair.text.locales import script
from emptychair.text.strings import Strings
from emptychair.text.traditional import nearest_script
from emptychair.views.context import Context
from emptychair.views.deadlines import deadline_line, state_label
from emptychair.views.home import site_name
from emptychair.views.status import card_of

SITE = "site"


def card_path(record: Record[Any] | None) -> str:
    """The path of a card below the root of its language; that of the site without a record."""
    return f"cards/{record.path if record else SITE}.png"


def has_card(context: Context, record: Record[Any] | None) -> bool:
    """Has it a card of its own? None has what stands in no list, nor what the font of the cards cannot set.

    That is a name in scripts that no card can show, and one with a rare sign: a page without a card is better than a
    name written otherwise.
    """
    snapshot, language = context.snapshot, _language_of_card(context)
    site = _names(snapshot.campaign.settings.names, language) if language else []
    if not language or not snapshot.campaign.settings.share_cards or not _can_be_set(site[:2]):
        return False
    if record is None:
        return bool(site)
    if record.kind == "case":
        names = _names(record.facts.names, language)
        return snapshot.cases[record.slug].listed and bool(names) and _can_be_set(names[:2])
    own = record.kind == "action" and snapshot.actions[record.slug].listed
    return own and _is_set(record.title(language).language) and _can_be_set(_titles(record, language)[:2])


def card_text(context: Context, record: Record[Any] | None) -> CardText:
    """The card of a case, an action, or (without a record) of the site. Only for those of `has_card`."""
    language = _language_of_card(context)
    if language != context.language:
        context = replace(context, language=language, say=Strings(language), memory={})
    if record is None:
        return _site_card(context)
    if record.kind == "case":
        return _case_card(context, context.snapshot.cases[record.slug])
    return _action_card(context, context.snapshot.actions[record.slug])


def _language_of_card(context: Context) -> str:
    """The language of the words on a card, or ""."""
    return next(filter(_is_set, (context.language, *context.snapshot.campaign.languages)), "")


def _is_set(language: str) -> bool:
    """Can the font set what is written in this language?"""
    return script(language) in SET


def _case_card(context: Context, case: CaseAsOf) -> CardText:
    """The name in both scripts and the status as lists tell it: in the past tense once it has faded."""
    title, *others = _names(case.facts.names, context.language)
    status = card_of(context, case).status
    return CardText(title, others[0] if others else "", status.shape, status.line.value, _site(context))


def _action_card(context: Context, action: ActionAsOf) -> CardText:
    """The title in both languages, and the deadline with what became of it."""
    title, *others = _titles(action.record, context.language)
    line = deadline_line(context, action).value
    shown = line if action.open else f"{state_label(context, action)} · {line}"
    return CardText(title, others[0] if others else "", "", shown, _site(context))


def _titles(record: Record[Any], language: str) -> list[str]:
    """The title of an action in a language, and its others that a card can show."""
    title = record.title(language).value
    own = (language, nearest_script(language))
    pages = [page for other, page in record.as_written.pages.items() if other not in own and _is_set(other)]
    return [title, *(page.title or "" for page in pages if page.title != title)]


def _can_be_set(texts: list[str]) -> bool:
    return not any(map(missing_signs, texts))


def _site_card(context: Context) -> CardText:
    title, *others = _site_names(context)
    return CardText(title, others[0] if others else "", "", "", "")


def _site(context: Context) -> str:
    return " · ".join(_site_names(context)[:2])


def _site_names(context: Context) -> list[str]:
    """The names of the site; one that is only written otherwise than another stands in its place."""
    names = context.snapshot.campaign.settings.names
    return _names(names | {context.language: site_name(context)}, context.language)


def _names(names: dict[str, str], language: str) -> list[str]:
    """The names that a card can show, the reader's own first, each once."""
    own = [one for one in (language, nearest_script(language)) if one in names][:1]
    shown = [*own, *(one for one in SCRIPTS if one not in own)]
    return list(dict.fromkeys(names[one] for one in shown if one in names and one in SCRIPTS))
