"""The search box in the header of every page: what it opens, and where it is only a link."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

import pytest

from browser.engine import DESK, PHONE, Engine, Look
from browser.test_search import PATIENCE, QUERY, RESULTS, WITHOUT

if TYPE_CHECKING:
    from browser.server import Served
    from whole_site.sites import Edited

BOX = ".ec-search-box input"
# Keeps the address that a link would open, instead of opening it.
KEEP = """
() => {
  window.opened = [];
  document.querySelector(".ec-search-box a").addEventListener("click", event => {
    event.preventDefault();
    window.opened.push(event.currentTarget.href);
  });
}
"""


@pytest.mark.parametrize(
    ("path", "query", "how", "found_at"),
    [
        ("index.html", "Stone Umbrella", "Enter", "cases/stone-umbrella.html"),
        ("cases/by/status/taken-away.html", "ferry & petitions", "click", "cases/stone-umbrella.html"),
        ("zh/actions/stone-umbrella-rsdl.html", "诉状", "Enter", "zh/cases/stone-umbrella.html"),
        ("404.html", "Stone Umbrella", "click", "cases/stone-umbrella.html"),
    ],
)
async def test_the_box_in_the_header_opens_the_search(
    path: str, query: str, how: str, found_at: str, engine: Engine, campaign_site: Served
) -> None:
    """With what was typed; it is sent to no server."""
    async with engine.page(campaign_site.url + path, Look(DESK)) as page:
        await page.fill(BOX, f" {query} ")
        if how == "Enter":
            await page.press(BOX, "Enter")
        else:
            await page.click(f"{BOX} + a")
        await page.wait_for_selector(RESULTS, timeout=PATIENCE)
        assert await page.input_value(QUERY) == query
        links = await page.locator(RESULTS).evaluate_all("links => links.map(link => link.href)")
        assert campaign_site.url + found_at in links
        # There the page has a field of its own.
        assert await page.locator(BOX).count() == 0
    assert [one.path for one in campaign_site.log if query in unquote_plus(one.path)] == []


async def test_characters_that_are_being_composed_are_not_searched(engine: Engine, campaign_site: Served) -> None:
    """The key that accepts them opens nothing, in Safari neither; the next one opens what was accepted."""
    async with engine.page(campaign_site.url + "zh/index.html", Look(DESK)) as page:
        await page.evaluate(KEEP)
        await page.fill(BOX, "诉状")
        for sign in ({"isComposing": True}, {"keyCode": 229}):
            await page.locator(BOX).dispatch_event("keydown", {"key": "Enter", **sign})
        assert await page.evaluate("window.opened") == []
        await page.press(BOX, "Enter")
        assert await page.evaluate("window.opened") == [campaign_site.url + "zh/search.html#q=%E8%AF%89%E7%8A%B6"]


async def test_an_empty_box_opens_the_search_without_words(engine: Engine, campaign_site: Served) -> None:
    """Also where something was typed and taken back."""
    async with engine.page(campaign_site.url + "zh/index.html", Look(DESK)) as page:
        await page.fill(BOX, "诉状")
        await page.fill(BOX, " ")
        await page.press(BOX, "Enter")
        await page.wait_for_url(campaign_site.url + "zh/search.html")


@pytest.mark.parametrize("where", ["disk", "no scripts"])
async def test_the_box_is_a_link_where_no_search_runs(
    where: str, engine: Engine, campaign_site: Served, invented: Edited
) -> None:
    """From a file and without scripts the header has the link to the page, and no field that does nothing."""
    root = invented.site.root.as_uri() + "/" if where == "disk" else campaign_site.url
    async with engine.page(root + "cases/stone-umbrella.html", Look(DESK, scripts=where != "no scripts")) as page:
        assert not await page.is_visible(BOX)
        assert await page.is_visible(".ec-search-box a span")
        await page.goto(await page.locator(".ec-search-box a").evaluate("link => link.href"))
        assert await page.is_visible(WITHOUT)


async def test_a_phone_has_the_search_in_its_menu(engine: Engine, campaign_site: Served) -> None:
    """And no field: the row is for the name, the other language and the menu, which opens without scripts."""
    for scripts in (True, False):
        async with engine.page(campaign_site.url + "cases/stone-umbrella.html", Look(PHONE, scripts=scripts)) as page:
            assert not await page.is_visible(".ec-search-box")
            await page.click(".ec-menu-switch summary")
            await page.click(".ec-menu__search a")
            assert page.url == campaign_site.url + "search.html"


async def test_the_header_is_one_row(engine: Engine, campaign_site: Served) -> None:
    """At most 56 pixels at every width, in both languages, before the script has shown the field and after."""
    heights: dict[bool, list[float]] = {True: [], False: []}
    for arrives, found_heights in heights.items():
        async with engine.context(Look(DESK)) as context:
            page = await context.new_page()
            if not arrives:
                await page.route("**/site.js", lambda route: route.abort())
            for path in ("cases/stone-umbrella.html", "zh/cases/stone-umbrella.html"):
                await page.goto(campaign_site.url + path)
                assert await page.is_visible(BOX) is arrives
                for width in range(320, 1300, 28):
                    await page.set_viewport_size({"width": width, "height": 800})
                    found_heights.append(
                        await page.evaluate("document.querySelector('.ec-header').getBoundingClientRect().height")
                    )
                await page.set_viewport_size({"width": DESK, "height": 800})
    assert max(heights[True]) <= 56
    assert heights[True] == heights[False]
