"""robots.txt, CNAME and security.txt of a small campaign."""

from __future__ import annotations

from datetime import datetime

from campaign_outputs import SITE, files_of
from content_factory import SETTINGS, Content
from for_each import for_each

SECURITY = ".well-known/security.txt"
DAY = "2020-06-10"


def with_contact(content: Content, *lines: str) -> Content:
    """The small folder with somebody to reach."""
    rows = "".join(f"  {line}\n" for line in lines)
    return content.swap(SETTINGS, "sample: true", f'contact:\n  name:\n    en: "Us"\n{rows}sample: true')


def fields(content: Content) -> list[tuple[str, str]]:
    """The fields of security.txt."""
    text = files_of(content.snapshot(DAY))[SECURITY].decode()
    return [(name, value) for name, _, value in (line.partition(": ") for line in text.splitlines())]


def test_robots_may_read_everything_and_find_the_sitemap(content: Content) -> None:
    """A sample too: what keeps it out of searches is noindex, which only who reads a page can see."""
    assert files_of(content.snapshot(DAY))["robots.txt"].decode() == (
        f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"
    )


def test_a_domain_is_named_where_it_is_wanted(content: Content) -> None:
    """The host of the site's URL, alone in its file; without the setting there is none."""
    assert "CNAME" not in files_of(content.snapshot(DAY))
    content.swap(SETTINGS, "sample: true", "cname: true\nsample: true")
    assert files_of(content.snapshot(DAY))["CNAME"] == b"example.org\n"


def test_security_txt_says_how_to_reach_those_who_speak(content: Content) -> None:
    """Each way as a URI, the key, the languages, its own address; it ends within a year of the day of the build."""
    with_contact(content, 'email: "a&b@example.org"', "page: status.md", f'pgp: "{"AB" * 20}"')
    found = fields(content)
    assert [one for one in found if one[0] != "Expires"] == [
        ("Contact", "mailto:a%26b@example.org"),
        ("Contact", f"{SITE}status.html"),
        ("Encryption", f"openpgp4fpr:{'ab' * 20}"),
        ("Preferred-Languages", "en, zh"),
        ("Canonical", f"{SITE}{SECURITY}"),
    ]
    ends = datetime.fromisoformat(dict(found)["Expires"].replace("Z", "+00:00"))
    assert 0 < (ends.date() - content.day(DAY)).days < 365


@for_each("lines", [(), ("signal: chairs.01",)])
def test_there_is_none_without_an_address(lines: tuple[str, ...], content: Content) -> None:
    """Neither without a contact, nor with one whose address no program can open."""
    made = with_contact(content, *lines) if lines else content
    assert SECURITY not in files_of(made.snapshot(DAY))


def test_a_page_elsewhere_is_named_as_it_is(content: Content) -> None:
    """And a key in a file by its URL."""
    content.put("assets/us.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n")
    found = fields(with_contact(content, 'page: "https://chairs.cat/us"', "pgp: us.asc"))
    assert ("Contact", "https://chairs.cat/us") in found
    assert ("Encryption", f"{SITE}assets/us.asc") in found
