"""A recipient of an action, with the letters: and where to say that one wrote."""

import re
from dataclasses import dataclass

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.stale import recipient_is_checked
from emptychair.record.campaign import Text
from emptychair.record.models import Addressee, Recipient
from emptychair.record.reserved_urls import letter_address, letter_page
from emptychair.text.vocabulary import is_joined
from emptychair.views.context import Context
from emptychair.views.letters import (
    AddressBlock,
    Letter,
    Mail,
    envelope,
    in_office,
    letters_of,
    mail_link,
    mail_of,
    person_in_latin,
)

# A telephone number as RFC 3966 has it in a link: with its country, and without an extension or a second number.
GLOBAL_NUMBER = re.compile(r"\+[0-9][0-9 ().-]*")


@dataclass(frozen=True)
class LetterView:
    """A letter on the page: whole as text, its own page, its files, and its e-mail link where there is one."""

    language: Text
    code: str
    anchor: str
    letter: Letter
    page: str
    file: str
    document: str
    mail: Mail | None


@dataclass(frozen=True, slots=True)
class Channel:
    """A number or an address by which a recipient is reached; `href` is "" where no program would open it."""

    label: Text
    value: str
    href: str


@dataclass(frozen=True)
class RecipientView:
    """A recipient: who, where, for what, and the letters. `checked` is false a year after the address was checked."""

    id: str
    office: Text
    named: bool
    name: Text | None
    post: Text
    concern: Text | None
    cc: bool
    address: tuple[AddressBlock, ...]
    channels: tuple[Channel, ...]
    serves: str
    term: str
    checked: bool
    checked_on: str
    source: str
    source_url: str
    letters: tuple[LetterView, ...]


def recipient_view(context: Context, action: ActionAsOf, addressee: Addressee) -> RecipientView:
    """One recipient; of a past action only who it was."""
    recipient = context.snapshot.campaign.recipients[addressee.recipient]
    checked = recipient_is_checked(context.snapshot.today, recipient.checked)
    letters = tuple(_letters(context, action, addressee, recipient, checked)) if action.open else ()
    return _recipient(context, recipient, addressee, checked, letters, action.open)


def _recipient(
    context: Context,
    recipient: Recipient,
    addressee: Addressee,
    checked: bool,
    letters: tuple[LetterView, ...],
    shown: bool,
) -> RecipientView:
    language = context.language
    known = in_office(recipient, context.snapshot.today)
    countries = [context.label("countries", code).value for code in recipient.serves]
    source = recipient.source
    return RecipientView(
        id=addressee.recipient,
        office=context.snapshot.campaign.text_in(language, recipient.office),
        named=recipient.office_named,
        name=_person(known, language),
        post=context.label("posts", recipient.post),
        concern=context.label("concerns", addressee.concern) if addressee.concern else None,
        cc=addressee.cc,
        address=envelope(known) if shown else (),
        channels=tuple(_channels(context, recipient)) if shown and checked else (),
        serves=context.say("list-join").join(countries),
        term=_left_on(context, recipient, known),
        checked=checked,
        checked_on=context.day(recipient.checked),
        source=context.say("list-join").join(filter(None, (source.title, source.publisher))),
        source_url=source.url or "",
        letters=letters,
    )


def _left_on(context: Context, recipient: Recipient, known: Recipient) -> str:
    """When a holder who has left did so; a term that runs is not told of in the past."""
    until = recipient.term.until if recipient.term else None
    return context.day(until) if until and known is not recipient else ""


def _person(recipient: Recipient, language: str) -> Text | None:
    """The name of the holder: in characters where a source has them, else in Latin letters."""
    characters = recipient.name.zh if recipient.name else None
    if is_joined(language) and characters:
        return Text(f"{characters.surname}{characters.given or ''}", "zh")
    latin = person_in_latin(recipient)
    return Text(latin, "en") if latin else None


def _channels(context: Context, recipient: Recipient) -> list[Channel]:
    """Each channel but letters. An e-mail is begun by the button of a letter, which the warnings describe.

    A fax number is no link: a telephone would dial it and hear the machine.
    """
    values = [("phone", recipient.phone, telephone_link(recipient.phone or "")), ("fax", recipient.fax, "")]
    values += [("email", recipient.email, ""), *(("social", link, "") for link in recipient.social)]
    return [Channel(context.label("channels", code), value, href) for code, value, href in values if value]


def telephone_link(number: str) -> str:
    """A `tel:` link (RFC 3966), or "" for a number without its country or with anything besides."""
    return f"tel:{re.sub('[^+0-9]', '', number)}" if GLOBAL_NUMBER.fullmatch(number) else ""


def _letters(
    context: Context, action: ActionAsOf, addressee: Addressee, recipient: Recipient, checked: bool
) -> list[LetterView]:
    found = []
    by_mail = checked and "email" in action.facts.channels
    for letter in letters_of(context.snapshot, action.record, addressee):
        place = (action.record.slug, letter.recipient, letter.language)
        found.append(
            LetterView(
                language=context.label("languages", letter.language),
                code=letter.language,
                anchor=f"letter-{letter.recipient}-{letter.language}",
                letter=letter,
                page=f"{context.up}{letter_page(*place)}.html",
                file=context.root + letter_address(*place) if checked else "",
                document=context.root + letter_address(*place, "docx") if checked else "",
                mail=mail_of(letter, recipient) if by_mail else None,
            )
        )
    return found


def report_to_view(context: Context, action: ActionAsOf) -> RecipientView | None:
    """Where to say that one wrote: the action's own address, else the campaign's."""
    found = _report_to(context, action)
    if found is None:
        return None
    key, recipient = found
    checked = recipient_is_checked(context.snapshot.today, recipient.checked)
    return _recipient(context, recipient, Addressee(recipient=key), checked, (), checked)


def report_mail(context: Context, action: ActionAsOf) -> str:
    """A `mailto:` link to it with a subject and nothing else, or "" where it has no address or an old one."""
    found = _report_to(context, action)
    if found is None or not recipient_is_checked(context.snapshot.today, found[1].checked):
        return ""
    subject = context.say("report-subject", title=action.record.title(context.language))
    return mail_link(found[1], subject)


def _report_to(context: Context, action: ActionAsOf) -> tuple[str, Recipient] | None:
    campaign = context.snapshot.campaign
    key = action.facts.report_to or campaign.settings.report_to or ""
    return (key, campaign.recipients[key]) if key in campaign.recipients else None
