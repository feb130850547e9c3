"""Who speaks on a site and how to reach them, as one line: on the home page, in the footer, where to contribute."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from emptychair.record.campaign import Campaign, Record, Text
from emptychair.record.field_types import KEY_FILE, mail_url
from emptychair.record.models import Contact
from emptychair.text.locales import left_to_right
from emptychair.text.strings import Strings
from emptychair.views.context import Context, Link

# Where an editor may say what a campaign wants to hear without an account: the line stands below this heading.
WITHOUT_ACCOUNT = "without-account"
# The page of prose that tells how to contribute.
CONTRIBUTE = "contribute"


@dataclass(frozen=True)
class ContactLine:
    """Who speaks, and the ways to reach them; a way without an address leads nowhere and is copied by hand."""

    name: Text
    ways: tuple[Link, ...]


@dataclass(frozen=True)
class ProseView:
    """A page of prose; `contact` is there where it tells how to contribute."""

    contact: ContactLine | None


def prose_view(context: Context, record: Record[None]) -> ProseView:
    """A page of prose; the one about contributing says how to reach those who speak, without an account."""
    campaign = context.snapshot.campaign
    wanted = record.path == CONTRIBUTE
    return ProseView(contact_line(campaign, context.say, context.up, context.root) if wanted else None)


def contact_line(campaign: Campaign, say: Strings, up: str, root: str) -> ContactLine | None:
    """Who speaks, or None where the settings do not say it.

    `up` leads from the page to the root of its language, `root` to the root of the site.
    """
    contact = campaign.settings.contact
    if contact is None:
        return None
    return ContactLine(campaign.text_in(say.language, contact.name), tuple(_ways(contact, say, up, root)))


def _ways(contact: Contact, say: Strings, up: str, root: str) -> Iterator[Link]:
    def way(words: str, href: str = "") -> Link:
        return Link(Text(words, say.language), href)

    if contact.email:
        yield way(contact.email, mail_url(contact.email))
    if contact.pgp and KEY_FILE.fullmatch(contact.pgp):
        yield way(say("contact-key"), f"{root}assets/{contact.pgp}")
    elif contact.pgp:
        yield way(say("contact-fingerprint", found=left_to_right(" ".join(wrap(contact.pgp, 4)), say.language)))
    if contact.signal and contact.signal.startswith("https://"):
        yield way("Signal", contact.signal)
    elif contact.signal:
        yield way(say("contact-signal", found=left_to_right(contact.signal, say.language)))
    if contact.page:
        outside = contact.page.startswith("https://")
        yield way(say("contact-page"), contact.page if outside else f"{up}{contact.page.removesuffix('.md')}.html")
