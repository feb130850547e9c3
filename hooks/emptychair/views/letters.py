"""The sample letters of an action: for each recipient and language, as text and as a `mailto:` link."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from emptychair.as_of.action_letters import letter_bodies
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.campaign import Campaign, Record
from emptychair.record.field_types import mail_url
from emptychair.record.models import Action, Addressee, Case, PersonName, Recipient
from emptychair.text import vocabulary
from emptychair.text.letter_sections import paragraphs
from emptychair.text.strings import Strings
from emptychair.text.traditional import TRADITIONAL
from emptychair.views.context import name_of

# Windows hands a link of more than about 2,000 encoded bytes to no mail client, without an error.
MAILTO_LIMIT = 1_900
NAMES_IN_SUBJECT = 3


@dataclass(frozen=True, slots=True)
class AddressBlock:
    """The lines of an envelope in one language: Chinese for the carrier there, Latin for the post office here."""

    language: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """One letter in one language. The date stands above an English letter and below the name in a Chinese one."""

    recipient: str
    language: str
    envelope: tuple[AddressBlock, ...]
    date: str
    salutation: str
    body: tuple[str, ...]
    close: tuple[str, ...]
    name: str
    subject: str
    indent: str
    date_first: bool

    @property
    def text(self) -> str:
        """The letter ready to change, print and post."""
        address = ["\n".join(block.lines) for block in self.envelope]
        dated = [self.date, self.message] if self.date_first else [f"{self.message}\n{self.date}"]
        return "\n\n".join([*address, *dated]) + "\n"

    @property
    def message(self) -> str:
        """The letter without address and date, as an e-mail has it."""
        body = [self.indent + paragraph for paragraph in self.body]
        return "\n\n".join([self.salutation, *body, "\n".join(self.close), self.name])


@dataclass(frozen=True, slots=True)
class Mail:
    """A `mailto:` link. `whole` is False where the letter is too long for it: then it has the subject only."""

    address: str
    href: str
    whole: bool


def letters_of(snapshot: Snapshot, action: Record[Action], addressee: Addressee) -> Iterator[Letter]:
    """The letters to one recipient, in the order of `letter_bodies`."""
    recipient = snapshot.campaign.recipients.get(addressee.recipient)
    for language, body in letter_bodies(snapshot.campaign, action, addressee):
        if recipient:
            yield _letter(snapshot, action, addressee, recipient, language, body)


def _letter(
    snapshot: Snapshot, action: Record[Action], addressee: Addressee, recipient: Recipient, language: str, body: str
) -> Letter:
    campaign, say = snapshot.campaign, Strings(language, "letters")
    known = in_office(recipient, snapshot.today)
    # Words for a person who has left are not said to whoever came after.
    given = addressee.salutation if known is recipient and addressee.salutation else {}
    own = campaign.text_in(language, given) if given else None
    return Letter(
        recipient=addressee.recipient,
        language=language,
        envelope=envelope(known),
        date=say("date"),
        salutation=own.value if own and own.language == language else salutation(campaign, known, language),
        body=tuple(paragraphs(body, language)),
        close=tuple(say("close").split("\n")),
        name=say("your-name"),
        subject=_subject(campaign, action, say),
        indent=say("indent"),
        date_first=say("date-place") == "first",
    )


def _subject(campaign: Campaign, action: Record[Action], say: Strings) -> str:
    """The names of the people, at most three, so that the shortest e-mail link is not too long either."""
    names = [_name(campaign.cases[slug], say.language) for slug in action.facts.cases if slug in campaign.cases]
    shown = say("names-join").join(names[:NAMES_IN_SUBJECT])
    key = "subject" if len(names) <= NAMES_IN_SUBJECT else "subject-and-others"
    return say.plural(key, len(names), names=shown)


def _name(case: Record[Case], language: str) -> str:
    return name_of(case, language).value


def in_office(recipient: Recipient, today: date) -> Recipient:
    """The recipient, without the name of somebody who is known to have left the office."""
    left = recipient.term and recipient.term.until and recipient.term.until.latest < today
    return recipient.model_copy(update={"name": None}) if left else recipient


def salutation(campaign: Campaign, recipient: Recipient, language: str) -> str:
    """How the holder of the office is addressed: with the surname only in a script in which a source has it.

    Surname and office in Chinese, without a given name and without 副; `plain` leaves out 尊敬的.
    """
    row = vocabulary.term("posts", recipient.post)
    name = recipient.name
    style = "dear"
    known: PersonName | None = name.latin if name else None
    if vocabulary.is_joined(language):
        style, known = campaign.settings.salutations, name.zh if name else None
    form = f"{style}_named_{language}" if known else f"{style}_{language}"
    return row.get(form).format(surname=known.surname if known else "")


def envelope(recipient: Recipient) -> tuple[AddressBlock, ...]:
    """The address as it goes on an envelope that is posted abroad, as far as the source prints it.

    To a Chinese office there are two blocks, the Chinese one for the carrier and the Latin one for the post office
    abroad; the last line of the last block is the country, in capitals. No name of a detained person is on it.
    """
    row = vocabulary.term("countries", recipient.country)
    local = row.get("local")
    chinese = _chinese_lines(recipient, local) if local and recipient.address.local else []
    latin = _latin_lines(recipient, recipient.address.latin or (() if chinese else recipient.address.local))
    blocks = [AddressBlock(local, tuple(chinese))] if chinese else []
    # An address in another country is in the language of that country.
    language = row.get("lines") if recipient.address.local and not recipient.address.latin else ""
    blocks += [AddressBlock(language or "en", tuple(latin))] if latin else []
    if not blocks:
        return ()
    last = blocks[-1]
    return (*blocks[:-1], AddressBlock(last.language, (*last.lines, row.get("envelope"))))


def _chinese_lines(recipient: Recipient, language: str) -> list[str]:
    """From the large to the small: the place, then the office with 收, then the postcode."""
    say = Strings("zh", "letters")
    office = recipient.office.get(language) or recipient.office.get("zh") or ""
    post = vocabulary.term("posts", recipient.post)
    # A title in simplified characters does not go on an envelope in traditional ones.
    same_script = language != TRADITIONAL or post.get("script") == TRADITIONAL
    attention = (post if same_script else vocabulary.term("posts", "office")).get("envelope_zh")
    line = say("attention", office=office if recipient.office_named else "", attention=attention)
    lines = [*recipient.address.local, line.strip("　")]
    return lines + ([say("postcode", postcode=recipient.postcode)] if recipient.postcode else [])


def _latin_lines(recipient: Recipient, lines: tuple[str, ...]) -> list[str]:
    """From the small to the large: who, the office, the street, the postcode where no line has it."""
    if not lines:
        return []
    post = vocabulary.term("posts", recipient.post)
    title = "" if post.has("without_title") else post.label("en")
    office = recipient.office.get("en", "")
    first = [" ".join(filter(None, (title, person_in_latin(recipient))))]
    first += [office] if recipient.office_named and office not in lines else []
    code = recipient.postcode
    return [*filter(None, first), *lines, *([code] if code and not any(code in line for line in lines) else [])]


def person_in_latin(recipient: Recipient) -> str:
    """The name of the holder of the office, family name first, or ""."""
    name = recipient.name.latin if recipient.name else None
    return " ".join(part for part in (name.surname, name.given) if part) if name else ""


def mail_of(letter: Letter, recipient: Recipient) -> Mail | None:
    """The e-mail link of a letter, or None where no address is known.

    The link is cut to its subject where the whole would be longer than Windows hands on.
    """
    if not recipient.email:
        return None
    subject = mail_link(recipient, letter.subject)
    # RFC 6068, section 5: line breaks in the body are CRLF.
    whole = subject + "&body=" + quote(letter.message.replace("\n", "\r\n"))
    if len(whole) <= MAILTO_LIMIT:
        return Mail(recipient.email, whole, True)
    return Mail(recipient.email, subject, False)


def mail_link(recipient: Recipient, subject: str) -> str:
    """A `mailto:` link with a subject, or "" where no address is known."""
    return f"{mail_url(recipient.email)}?subject={quote(subject)}" if recipient.email else ""
