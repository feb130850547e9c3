"""Heads and the sitemap: absolute where others read them, honest about which page is whose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from campaign_outputs import LANGUAGES, SITE, TODAY, campaign, elements, files, pages, pages_of, routes, snapshot
from content_factory import Content
from emptychair.html.head import create_head, head_of, sitemap
from for_each import for_each

if TYPE_CHECKING:
    from emptychair.html.head import Head

EVERY = [(path, language) for language in LANGUAGES for path in pages(language).routes.by_path]
FALLBACKS = [
    (record.path, language) for record in campaign().records() for language in LANGUAGES if record.is_fallback(language)
]


def head(path: str, language: str = "en", day: date = TODAY) -> Head:
    """The head of a page."""
    own = pages(language, day)
    return head_of(own, own.routes.by_path[path])


def own_address(path: str, language: str) -> str:
    """Where a page is."""
    return f"{SITE}{'zh/' if language == 'zh' else ''}{path}.html"


@for_each("path, language", FALLBACKS)
def test_a_fallback_page_points_to_its_original(path: str, language: str) -> None:
    """Canonical to the original, not for search engines, no hreflang."""
    found = head(path, language)
    assert found.canonical == own_address(path, {"en": "zh", "zh": "en"}[language])
    assert found.noindex
    assert found.alternates == ()


@for_each("path, language", [one for one in EVERY if one not in FALLBACKS])
def test_a_page_is_its_own_canonical(path: str, language: str) -> None:
    """With an absolute address, and its twin as alternate, itself included, and x-default."""
    found = head(path, language)
    assert found.canonical == own_address(path, language)
    record = campaign().record_at(path)
    twins = [one for one in LANGUAGES if record is None or one in record.pages]
    if len(twins) == 1:
        assert found.alternates == ()
    else:
        assert {one.hreflang: one.href for one in found.alternates} == {
            "en": own_address(path, "en"),
            "zh": own_address(path, "zh"),
            "x-default": own_address(path, "en"),
        }


@for_each("path, language", EVERY)
def test_the_head_as_html(path: str, language: str) -> None:
    """Charset first, one title, no referrer, feeds by relative addresses that exist, links that no script takes up."""
    own = pages(language)
    html = create_head(own, own.routes.by_path[path])
    found = elements(html)
    assert found[0].get("charset") == "utf-8"
    assert sum(one.tag == "title" for one in found) == 1
    metas = {one.get("name"): one.get("content") for one in found if one.tag == "meta"}
    assert metas["referrer"] == "no-referrer"
    assert ("robots" in metas) is head(path, language).noindex
    feeds = [one for one in found if one.get("type", "").startswith("application/")]
    assert len(feeds) >= 3
    for one in feeds:
        depth = path.count("/")
        file = one.get("href", "")
        assert file.startswith("../" * depth)
        assert ("zh/" if language == "zh" else "") + file.removeprefix("../" * depth) in files()
        assert one.get("title")


def test_what_is_not_out_is_not_for_search_engines() -> None:
    """Drafts, paused cases and their actions, cases without an event yet, updates of a later day."""
    for path in (
        "actions/wages-at-the-window",
        "actions/for-folded-map",
        "cases/c-0043",
        "cases/early-plum",
        "updates/2026-07-01-early-plum",
    ):
        assert head(path).noindex, path
    assert not head("cases/c-0042").noindex


def test_a_sample_is_not_for_search_engines_and_still_has_alternates(content: Content) -> None:
    """Noindex everywhere; hreflang and the sitemap are written all the same."""
    own = pages_of(content.snapshot("2020-06-10"), "en")
    for path, route in own.routes.by_path.items():
        found = head_of(own, route)
        assert found.noindex, path
    assert len(head_of(own, own.routes.by_path["cases/li-si"]).alternates) == 3
    assert list(sitemap(own.snapshot, own.routes, SITE))


def test_the_feed_of_a_case_is_announced_on_its_page() -> None:
    """Where there is one."""
    assert "../cases/blue-lantern.xml" in [one.href for one in head("cases/blue-lantern").feeds]
    assert len(head("cases/c-0043").feeds) == len(head("about").feeds) == 3


def test_the_sitemap_has_every_written_page_and_no_fallback() -> None:
    """Every list in every language, every record in those in which it was written, no letter; each address once."""
    rows = list(sitemap(snapshot(), routes(), SITE))
    found = [row.loc for row in rows]
    hidden = {"actions/wages-at-the-window", "actions/for-folded-map", "cases/c-0043", "cases/early-plum"}
    hidden |= {"updates/2026-07-01-early-plum"}
    shown = [(path, one) for path, one in EVERY if "/letter-" not in path and (path, one) not in FALLBACKS]
    expected = {own_address(path, language) for path, language in shown}
    expected -= {own_address(path, language) for path in hidden for language in LANGUAGES}
    assert len(set(found)) == len(found)
    assert set(found) == expected


def test_alternates_in_the_sitemap_are_mutual() -> None:
    """Every page that another names as its twin names that one."""
    rows = {row.loc: {one.href for one in row.alternates} for row in sitemap(snapshot(), routes(), SITE)}
    for loc, others in rows.items():
        assert not others or loc in others
        assert all(rows[other] == others for other in others)


def test_lastmod_is_real() -> None:
    """The day on which an editor last changed the page or the page that holds its facts."""
    rows = {row.loc: row.lastmod for row in sitemap(snapshot(), routes(), SITE)}
    assert rows[own_address("cases/cloud-ladder", "zh")] == "2026-06-01"
    assert rows[own_address("actions/both-mirrors", "en")] == "2026-03-01"
    own = [
        day for loc, day in rows.items() if any(f"/{folder}/" in loc for folder in ("actions", "updates", "reports"))
    ]
    assert all(date.fromisoformat(day) <= TODAY for day in own)


def test_an_empty_site_has_a_sitemap_without_days(content: Content) -> None:
    """Lists exist where no page does."""
    for path in list(content.files):
        if path.endswith(".md"):
            content.remove(path)
    content.put("en/about.md", '---\ntitle: "About"\nadded: 2020-06-01\nupdated: 2020-06-01\n---\nWords.\n')
    own = pages_of(content.snapshot("2020-06-10"), "en")
    rows = {row.loc: row for row in sitemap(own.snapshot, own.routes, SITE)}
    assert rows[f"{SITE}status.html"].lastmod == "2020-06-01"
    assert rows[f"{SITE}status.html"].alternates == ()


def test_no_lastmod_is_after_the_day() -> None:
    """The site as it stood says of no page that it was changed later."""
    rows = sitemap(snapshot(), routes(), SITE)
    assert all(date.fromisoformat(row.lastmod) <= TODAY for row in rows)
