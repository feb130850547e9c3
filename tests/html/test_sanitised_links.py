"""Addresses and ids behind the sanitiser: they lead inside or plainly outside, and take no place of the page."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import emptychair.html
from campaign_outputs import EXTENSIONS, elements
from emptychair.html.sanitise import absolute, sanitise
from emptychair.record.reserved_urls import RESERVED_BEGINNINGS, RESERVED_IDS, is_reserved
from for_each import for_each
from safe_html import BASE, assert_safe

HIDDEN_BLANKS = ["&#9;", " ", "&#10;", "&#13;", "&#12;", "&#1;", "&#31;", " &#9; "]


def test_links_to_others_tell_them_nothing() -> None:
    """Every link carries noopener noreferrer, whatever the editor wrote."""
    (link,) = elements(sanitise('<a href="https://good.example/" rel="opener">x</a>'), "a")
    assert link.get("rel") == "noopener noreferrer"


@for_each(
    "address, expected",
    [
        ("../about.html", "https://example.org/chair/about.html"),
        ("wang-wu.html#sources", "https://example.org/chair/cases/wang-wu.html#sources"),
        ("#sources", "https://example.org/chair/cases/li-si.html#sources"),
        ("https://example.net/", "https://example.net/"),
    ],
)
def test_a_feed_reads_from_anywhere(address: str, expected: str) -> None:
    """Every address in a feed is absolute, seen from the page that it stands on."""
    (link,) = elements(absolute(f'<a href="{address}">x</a>', BASE), "a")
    assert link.get("href") == expected


@pytest.mark.parametrize("blank", HIDDEN_BLANKS)
@pytest.mark.parametrize("element", ['<a href="{}">x</a>', '<img src="{}" alt="">'])
def test_a_blank_before_two_slashes_does_not_lead_outside(element: str, blank: str) -> None:
    """Browsers drop blanks and control signs at the beginning of an address: `TAB//host` is `//host`."""
    assert_safe(sanitise(element.format(f"{blank}//evil.example/x")))


def test_a_blank_before_a_slash_is_not_relative() -> None:
    """An address from the root breaks in a zip and under a path."""
    (link,) = elements(sanitise('<a href="&#9;/etc">x</a>'), "a")
    assert "href" not in link.attrib


@for_each("anchor", [*sorted(RESERVED_IDS), *(f"{one}x" for one in RESERVED_BEGINNINGS)])
def test_a_text_does_not_take_an_id_of_the_page(anchor: str) -> None:
    """The e-mail links are described by the element `warnings`: the first with this id must be the warnings."""
    assert is_reserved(anchor)
    for html in (f'<p id="{anchor}">Safe.</p>', markdown.markdown(f"## Safe {{#{anchor}}}", extensions=EXTENSIONS)):
        assert "id=" in html
        assert "id=" not in sanitise(html)
        assert "Safe" in sanitise(html)


@for_each("anchor", ["events", "sources-2026", "my-source-1", "letterbox", "why", "warning", "eventual"])
def test_other_ids_stay(anchor: str) -> None:
    """What only looks like an id of the generator belongs to the editor."""
    assert not is_reserved(anchor)
    assert f'id="{anchor}"' in sanitise(f'<p id="{anchor}">x</p>')


# Ids that the templates of pages and lists write themselves.
WRITTEN = sorted(
    {
        found
        for file in (Path(emptychair.html.__file__).parent / "templates").glob("*.html")
        for found in re.findall(r'id="([a-z-]+)"', file.read_text(encoding="utf-8"))
    }
    | {"past-actions"}
)


@for_each("anchor", WRITTEN)
def test_every_id_that_a_template_writes_is_reserved(anchor: str) -> None:
    """An introduction or a story with the same id would take the place of the section that links lead to."""
    assert is_reserved(anchor)


TAG_PIECES = r"""
<a href= <img src= <p <svg> <math> <style> </style> <script> </script> <!-- --> <table> <td> <mglyph>
<noscript> <template> <title> </title> <textarea> <h2 id= <div class= <foreignObject> <annotation-xml> </p> <br>
onerror=alert(1) javascript: data: https:// evil.example class= md-overlay id= __config style= title= footnote
xlink:href= < > / " ' = & ; ` \ : // # -- ! ? x 字 &#9 &#x6a @
""".split()  # noqa: SIM905 - the same


PIECES = st.sampled_from([*TAG_PIECES, " ", "\t", "\n"])


@given(st.lists(PIECES, max_size=25).map("".join))
@example("<math><mtext><table><mglyph><style><!--</style><img title='--></mglyph><img src=x onerror=alert(1)>'>")
@example("<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>")
def test_whatever_is_typed_is_safe_after_another_parser_read_it(html: str) -> None:
    """Whatever comes in, what html5lib reads in the output is allowed; a second washing changes nothing of that."""
    once = sanitise(html)
    assert_safe(once)
    assert_safe(sanitise(once))
    assert_safe(absolute(once, BASE))


URLS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(
            ["", "https:", "http:", "HTTPS:", "javascript:", "data:", "ftp:", "mailto:", "vbscript:", "a:"]
        ),
        st.sampled_from(["", "/", "//", "///", "\\\\", "/\\", "#", "?", "./", "../"]),
        st.sampled_from(["", "user@", "a:b@", "mfa.example@"]),
        st.sampled_from(["", "evil.example", "еvil.example", "127.0.0.1", "[::1]", "[", "localhost", "a b", "x"]),
        st.sampled_from(["", ":80", ":x", "/p", "/../..", "?q=1", "#f", "\\x", "%00", "\t", "\n", '"', "'", "`"]),
    ),
)


@given(URLS)
def test_every_address_is_allowed_or_left_out(address: str) -> None:
    """Over a grammar of addresses: the href and src that another parser finds lead inside, or plainly outside."""
    escaped = address.replace("&", "&amp;").replace('"', "&quot;")
    html = sanitise(f'<a href="{escaped}">x</a><img src="{escaped}">')
    assert_safe(html)
    assert_safe(absolute(html, BASE))
