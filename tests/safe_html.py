"""What HTML may hold that an editor's Markdown became, as html5lib reads it."""

import re
from urllib.parse import urljoin, urlsplit

from campaign_outputs import elements
from emptychair.html.sanitise import IDS
from emptychair.text.html_elements import CLASSES

BASE = "https://example.org/chair/cases/li-si.html"
# Written down here a second time, so that a tag which somebody adds to the list is looked at twice.
ALLOWED_TAGS = frozenset(
    "a abbr b blockquote br caption code dd del div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark "  # noqa: SIM905 - read at a glance
    "ol p pre q s small span strong sub sup table tbody td tfoot th thead tr u ul".split()
)
ALLOWED_ATTRIBUTES = frozenset(
    "alt class colspan dir height href id lang rel rowspan scope src start title width".split()  # noqa: SIM905 - the same
)
# html5lib wraps loose table parts, as browsers do.
BUILT = {"html", "head", "body", "colgroup"}


def leads_inside(address: str) -> bool:
    """Does a browser (WHATWG URL: it trims and drops control signs) stay on the site's host with this address?"""
    trimmed = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))
    return urljoin(BASE, trimmed.replace("\\", "/")).startswith("https://example.org/")


def leads_outside_plainly(address: str) -> bool:
    """Is it https or http to a host in ASCII, without a user, written as it is read?"""
    parts = urlsplit(address)
    plain = not re.search(r"[\x00-\x20\\@]", address.partition("?")[0])
    return parts.scheme in ("https", "http") and bool(parts.hostname) and parts.netloc.isascii() and plain


def assert_safe(html: str) -> None:
    """Every element, attribute and address in HTML, read by html5lib, is one that the site allows."""
    for one in elements(html):
        assert one.tag in ALLOWED_TAGS | BUILT, one.tag
        for name, value in one.attrib.items():
            assert name in ALLOWED_ATTRIBUTES, (one.tag, name)
            if name == "href":
                assert leads_inside(value) or leads_outside_plainly(value), value
            if name == "src":
                assert leads_inside(value) or value.startswith("https://example.org/"), value
            if name == "class":
                assert all(CLASSES.fullmatch(word) for word in value.split()), value
            if name == "id":
                assert IDS.fullmatch(value), value
                assert not value.startswith("_"), value
