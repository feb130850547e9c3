"""Files that tell programs of a site: robots.txt, CNAME, .well-known/security.txt."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from emptychair.as_of.snapshot import Snapshot
from emptychair.record.field_types import KEY_FILE, mail_url
from emptychair.record.models import Settings
from emptychair.views.urls import page_url

ROBOTS, CNAME, SECURITY = "robots.txt", "CNAME", ".well-known/security.txt"
# RFC 9116, section 2.5.5: less than a year.
EXPIRES_IN = timedelta(days=360)


def site_file_paths(settings: Settings) -> list[str]:
    """The paths of `create_site_files`, in their order."""
    contact = settings.contact
    secure = [SECURITY] if contact and (contact.email or contact.page) else []
    return [ROBOTS, *([CNAME] if settings.cname else []), *secure]


def create_site_files(snapshot: Snapshot, site_url: str) -> Iterator[tuple[str, bytes]]:
    """(path below the site's root, bytes) of each; `site_url` is the public URL of the root and ends in a slash."""
    made = {
        ROBOTS: f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n",
        CNAME: f"{urlsplit(site_url).hostname}\n",
        SECURITY: "".join(f"{name}: {value}\n" for name, value in _security_fields(snapshot, site_url)),
    }
    for path in site_file_paths(snapshot.campaign.settings):
        yield path, made[path].encode()


def _security_fields(snapshot: Snapshot, site_url: str) -> Iterator[tuple[str, str]]:
    """The fields of security.txt (RFC 9116) in their order, from the contact of the settings."""
    campaign, contact = snapshot.campaign, snapshot.campaign.settings.contact
    if contact is None:
        return
    if contact.email:
        yield "Contact", mail_url(contact.email)
    if contact.page:
        own = page_url(site_url, campaign, campaign.default_language, contact.page.removesuffix(".md"))
        yield "Contact", contact.page if contact.page.startswith("https://") else own
    yield "Expires", f"{snapshot.today + EXPIRES_IN}T00:00:00Z"
    if contact.pgp and KEY_FILE.fullmatch(contact.pgp):
        yield "Encryption", f"{site_url}assets/{contact.pgp}"
    elif contact.pgp:
        yield "Encryption", f"openpgp4fpr:{contact.pgp.lower()}"
    yield "Preferred-Languages", ", ".join(campaign.languages)
    yield "Canonical", f"{site_url}{SECURITY}"
