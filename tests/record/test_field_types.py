"""Types of single fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from emptychair.record.field_types import DEVICES, SLUG_LIMIT, Email, Link, Slug, TagUri, safe_link
from for_each import for_each
from properties import not_empty, tried

# Half of them begin as links do: of texts by chance none would.
ADDRESSES = st.text(max_size=60) | st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["https://", "HTTP://", "javascript:", "//"]),
        st.sampled_from(["example.org", "example.org:8443/a", "xn--fsqu00a.example", "user@example.org", "localhost"]),
        st.sampled_from(["", "/a", "/b?c=d#e", '/"', "/ b", "/<"]) | st.text(max_size=20),
    ),
)


@for_each(
    "address",
    [
        "https://example.org",
        "http://example.org/a/b.html?c=d#e",
        "https://xn--fsqu00a.xn--0zwm56d/",
        "https://example.org:8443/a",
        "https://en.wikipedia.org/wiki/Liu_Xiaobo_(dissident)",
        "https://example.org/中文",
    ],
)
def test_the_site_links_to_the_web(address: str) -> None:
    """Addresses of https and http with a host are links."""
    assert safe_link(address)


@for_each(
    "address",
    [
        "",
        "example.org",
        "//example.org",
        "/a",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "mailto:a@example.org",
        "tel:110",
        "https://",
        "https://user@example.org",
        "https://user:word@example.org",
        "https://bank.example@example.org",
        "https://localhost",
        "https://例子.中国",
        "https://exаmple.org",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://example.org/<x>",
        'https://example.org/"x',
        "https://example.org/'x",
        "https://example.org\\a.org",
        "https://example.org/`x",
        " https://example.org",
        "https://[::1",
        "https://[::1]/",
        "https://example.org:x\x00",
    ],
)
def test_everything_else_is_no_link(address: str) -> None:
    """Scripts, hidden hosts, names before an @, signs that end an attribute and hosts that look alike are refused."""
    assert not safe_link(address)


@not_empty(10)
@given(ADDRESSES)
def test_a_safe_link_is_plain(address: str) -> None:
    """Whatever is typed, a link that is taken begins with http and holds no sign that could end an attribute."""
    if safe_link(address):
        tried()
        assert address.lower().startswith(("http://", "https://"))
        assert not set(address) & set("<>\"'\\` \t\r\n")


@for_each(
    "kind, good, bad",
    [
        (
            Slug,
            ["li-si", "c-0042", "a", "x" * SLUG_LIMIT],
            ["", "Li", "a--b", "-a", "a-", "a_b", "李四", "a b", "x" * 65, "a\n"],
        ),
        (Slug, [], sorted(DEVICES)),
        (
            Email,
            ["a@b.cn", "a.b+c@d-e.org"],
            ["a@b", "A@b.cn", "[email protected]", "a@b.cn,c@d.cn", "a@b.cn\n", "a b@c.cn", "а@b.cn"],
        ),
        (
            TagUri,
            ["tag:example.org,2026:x", "tag:example.org,2026-01-02:a.b"],
            ["tag:example.org:x", "urn:x", "tag:e.org,26:x"],
        ),
        (Link, ["https://example.org/"], ["javascript:alert(1)", "x"]),
    ],
)
def test_the_form_of_a_field(kind: type[str], good: list[str], bad: list[str]) -> None:
    """Each type takes what it is for and nothing beside it."""
    adapter = TypeAdapter(kind)
    assert [adapter.validate_python(text) for text in good] == good
    for text in bad:
        with pytest.raises(ValidationError):
            adapter.validate_python(text)
