"""From every kind of page to the same page in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.engine import DESK, PHONE, Engine, Look

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served
    from browser.variety import Variety
    from whole_site.site_reader import Site


async def switch(page: Page, language: str) -> None:
    """Take the header's link to another language, as a hand on a keyboard does."""
    link = page.locator(f'header a[hreflang="{language}"]')
    await link.focus()
    async with page.expect_navigation():
        await page.keyboard.press("Enter")


async def wrong_switches(engine: Engine, served: Served, site: Site, paths: list[str], look: Look) -> list[str]:
    """The pages from which the switch leads elsewhere than to the twin, or to a page that says another language."""
    wrong = []
    async with engine.context(look) as context:
        page = await context.new_page()
        for path in paths:
            await page.goto(served.url + path)
            twin = site.twin_of(path)
            await switch(page, site.language_of(twin))
            own = await page.locator("html").get_attribute("lang")
            wrong += [f"{path}: {page.url} ({own})"] * ((page.url, own) != (served.url + twin, site.language_of(twin)))
    return wrong


async def test_the_switch_keeps_the_page(engine: Engine, campaign_site: Served, variety: Variety) -> None:
    """From each kind of page to its twin, the address of which is its own; the page says its language."""
    assert len(variety.kinds) > 15
    assert await wrong_switches(engine, campaign_site, variety.site, variety.kinds, Look(PHONE)) == []


async def test_the_switch_needs_no_script(engine: Engine, campaign_site: Served, variety: Variety) -> None:
    """At a desk without scripts there and back, from one page: that it is a link to the twin on all is asked below."""
    look, there_and_back = Look(DESK, scripts=False), ["status.html", "zh/status.html"]
    assert await wrong_switches(engine, campaign_site, variety.site, there_and_back, look) == []


async def test_without_scripts_the_switch_is_a_link_to_the_twin(
    engine: Engine, campaign_site: Served, variety: Variety
) -> None:
    """On each kind of page at a desk, where it can be seen."""
    site, wrong = variety.site, {}
    async with engine.context(Look(DESK, scripts=False)) as context:
        page = await context.new_page()
        for path in variety.kinds:
            await page.goto(campaign_site.url + path)
            link = page.locator(f'header a[hreflang="{site.language_of(site.twin_of(path))}"]')
            found = (await link.is_visible(), await link.evaluate("link => link.href"))
            wrong[path] = found if found != (True, campaign_site.url + site.twin_of(path)) else None
    assert {path: found for path, found in wrong.items() if found} == {}
