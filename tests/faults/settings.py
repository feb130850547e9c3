"""Faults of the settings: what campaign.yml names, and the files that it speaks of."""

from __future__ import annotations

from content_factory import SETTINGS, Edit, above
from faults.rows import PROSE, REPORT, body, fault

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


def off(*names: str) -> Edit:
    """Pages that are switched off."""
    return above(SETTINGS, "sample: true", "\n".join(["pages:", *(f"  {name}: false" for name in names)]))


PAGE_FAULTS = (
    fault(
        "must-be-true-or-false", above(SETTINGS, "sample: true", "pages:\n  archive: off"), name="page-off-by-a-word"
    ),
    fault("unknown-key", off("status"), name="page-that-cannot-be-off"),
    fault("page-off", off("archive"), Edit("en/archive.md", "", PROSE)),
    fault("page-off", off("reports"), Edit("en/reports/of-2020.md", "", REPORT), name="report-of-no-list"),
    fault(
        "link-to-page-off",
        off("data"),
        body("See [the data](../data.md).\n"),
        rule="links_lead_somewhere",
    ),
    fault("unknown-contact-page", off("follow"), contact("page: follow.md"), name="contact-on-a-page-off"),
)


def redirects(*pairs: tuple[str, str]) -> Edit:
    """Old addresses, each with the page to which it leads."""
    return above(SETTINGS, "sample: true", "\n".join(["redirects:", *(f'  "{old}": "{new}"' for old, new in pairs)]))


ABOUT = "en/status.md"
REDIRECT_FAULTS = (
    fault("bad-old-address", redirects(("https://old.example/a.html", ABOUT)), name="old-address-with-host"),
    fault("bad-old-address", redirects(("../a.html", ABOUT)), name="old-address-above-the-site"),
    fault("bad-old-address", redirects(("old/%2e%2e/a.html", ABOUT)), name="old-address-above-the-site-in-disguise"),
    fault("bad-old-address", redirects(("?p=12", ABOUT)), name="old-address-with-a-query"),
    fault("bad-old-address", redirects(("feed.xml", ABOUT)), name="old-address-of-a-file"),
    fault("bad-old-address", redirects(("old/%FF.html", ABOUT)), name="old-address-in-no-encoding"),
    fault("old-address-of-page", redirects(("zh/cases/li-si.html", ABOUT))),
    fault("old-address-of-page", redirects(("Status.html", ABOUT)), name="old-address-of-page-but-for-a-letter"),
    fault("old-address-of-page", redirects(("/", ABOUT)), name="old-address-of-home"),
    fault("old-address-of-page", redirects(("zh/cases/by/role/editor.html", ABOUT)), name="old-address-of-a-list"),
    fault("old-address-of-page", redirects(("updates-2.html", ABOUT)), name="old-address-of-a-second-page"),
    fault("equal-old-addresses", redirects(("old/", ABOUT), ("/old/index.html", ABOUT))),
    fault("redirect-outside", redirects(("old/", "https://new.example/"))),
    fault("redirect-loop", redirects(("old/", "new.html"), ("new.html", ABOUT))),
    fault("redirect-loop", redirects(("old/", "old/")), name="redirect-to-itself"),
    fault("redirect-to-no-page", redirects(("old/", "en/cases/li-shi.md"))),
    fault("redirect-to-no-page", redirects(("old/", "fr/status.md")), name="redirect-to-no-language"),
    fault("redirect-to-no-page", redirects(("old/", "en/data.md")), off("data"), name="redirect-to-a-page-off"),
    fault("unknown-anchor", redirects(("old/", "en/cases/li-si.md#nowhere")), name="redirect-to-no-heading"),
)

SETTINGS_FAULTS = (*CONTACT_FAULTS, *PAGE_FAULTS, *REDIRECT_FAULTS)
