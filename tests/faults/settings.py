"""Faults of the settings: what campaign.yml names, and the files that it speaks of."""

from __future__ import annotations

from content_factory import SETTINGS, Edit, above
from faults.rows import body, fault

KEY = "assets/chairs.asc"
PUBLIC_KEY = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n"


def contact(*lines: str) -> Edit:
    """A contact with these lines."""
    rows = ["contact:", "  name:", '    en: "The chairs"', *(f"  {line}" for line in lines)]
    return above(SETTINGS, "sample: true", "\n".join(rows))


CONTACT_FAULTS = (
    fault("bad-email", contact('email: "Chairs at example.org"'), name="bad-email-of-contact"),
    fault("bad-pgp-key", contact('email: "chairs@example.org"', 'pgp: "AAAA BBBB"')),
    fault("bad-signal-name", contact("signal: chairs")),
    fault("bad-page-address", contact('page: "http://example.org/"')),
    fault("contact-unreachable", contact(f'pgp: "{"AAAA" * 10}"')),
    fault("unknown-contact-page", contact("page: abuot.md")),
    fault("unknown-key-file", contact('email: "chairs@example.org"', "pgp: chairs.asc")),
    fault("key-unused", Edit(KEY, "", PUBLIC_KEY)),
    fault("key-secret", contact("signal: chairs.01", "pgp: chairs.asc"), Edit(KEY, "", "-----BEGIN PGP PRIVATE KEY")),
    fault("key-unreadable", contact("signal: chairs.01", "pgp: chairs.asc"), Edit(KEY, "", "a key")),
    fault(
        "address-in-text",
        contact('email: "chairs@example.org"'),
        body("[Write](mailto:chairs@example.org?bcc=office@example.org).\n"),
        rule="links_lead_somewhere",
        name="more-than-the-address-of-contact",
    ),
)

SETTINGS_FAULTS = CONTACT_FAULTS
