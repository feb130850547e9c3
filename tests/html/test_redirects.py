"""Old addresses: a stub at each leads on at once, without a script, and can be followed by hand."""

from __future__ import annotations

import re

import pytest

from campaign_outputs import LANGUAGES, SITE, elements, pages_of, words
from content_factory import CASE_ZH, SETTINGS, Content
from emptychair.html.head import POLICY
from emptychair.html.redirects import create_redirects, redirect_paths
from emptychair.record.redirects import old_file
from for_each import for_each

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')


def stubs(content: Content, *pairs: tuple[str, str]) -> dict[str, str]:
    """The stubs of the small folder with these redirects."""
    lines = "\n".join(["redirects:", *(f'  "{old}": "{new}"' for old, new in pairs)])
    made = content.swap(SETTINGS, "sample: true", f"{lines}\nsample: true").snapshot("2020-06-10")
    found = list(create_redirects(made.campaign.settings, {one: pages_of(made, one) for one in LANGUAGES}))
    assert [path for path, _ in found] == redirect_paths(made.campaign.settings)
    return {path: data.decode() for path, data in found}


@for_each(
    "address, file",
    [
        ("old.html", "old.html"),
        ("/2019/old.HTM", "2019/old.HTM"),
        ("old/", "old/index.html"),
        ("old", "old/index.html"),
        ("people/li.php", "people/li.php/index.html"),
        ("2024/旧页/", "2024/旧页/index.html"),
        ("2024/%E6%97%A7%E9%A1%B5.html", "2024/旧页.html"),
        ("a%20b.html", "a b.html"),
    ],
)
def test_the_file_that_answers_at_an_old_address(address: str, file: str) -> None:
    """Percent-encoded or not; what has no ending of a page is a folder."""
    assert old_file(address) == file


IMPOSSIBLE = (
    *("//host/a.html", "https://host/", "C:/a.html", "../a.html", "a/../b.html", "a/%2E%2E/b.html", "a//b.html"),
    *("./a.html", ".well-known/x.html", "a\\b.html", "a.html?x=1", "a.html#x", "%00.html", "a%0Ab.html"),
    *("\u202ea.html", "%ff.html", "feed.xml", "about.html/", "x.css/a.html", "CNAME", "cname/a.html"),
    *("a /b.html", "a./b.html", "x" * 250, "x/" * 900),
)


@for_each("address", IMPOSSIBLE)
def test_an_address_at_which_no_page_can_be(address: str) -> None:
    """Out of the site, hidden, of another kind of file, or of no name that every disk takes."""
    with pytest.raises(ValueError):  # noqa: PT011 - what is not UTF-8 has another message
        old_file(address)


def test_a_stub_leads_on_by_itself_and_by_hand(content: Content) -> None:
    """To a relative address, the same in both ways, in the language of the page, by the rules of every page."""
    found = stubs(content, ("2024/旧页/", "zh/cases/li-si.md#timeline"), ("old.html", "en/status.md"))
    for path, language, href, url, title in (
        ("2024/旧页/index.html", "zh", "../../zh/cases/li-si.html#timeline", "zh/cases/li-si.html", "李四"),
        ("old.html", "en", "status.html", "status.html", "People"),
    ):
        html = found[path]
        (link,) = elements(html, "a")
        assert (link.get("href"), words(link)) == (href, title)
        assert REFRESH.findall(html) == [href]
        assert f'<html lang="{language}">' in html
        assert f'<link rel="canonical" href="{SITE}{url}">' in html
        assert '<meta name="robots" content="noindex">' in html
        assert POLICY.replace("'", "&#39;") in html
        assert not elements(html, "script")


def test_a_stub_leads_to_a_page_that_nobody_has_translated(content: Content) -> None:
    """The page is there in every language; its canonical address is that of the original."""
    html = stubs(content.remove(CASE_ZH), ("old", "zh/cases/li-si.md"))["old/index.html"]
    assert REFRESH.findall(html) == ["../zh/cases/li-si.html"]
    assert f'<link rel="canonical" href="{SITE}cases/li-si.html">' in html


def test_names_in_a_stub_are_escaped(content: Content) -> None:
    """As everywhere."""
    content.put("en/about.md", '---\ntitle: "<b>&"\nadded: 2020-06-01\nupdated: 2020-06-01\n---\nText.\n')
    assert "<b>" not in stubs(content, ("old", "en/about.md"))["old/index.html"]
