"""From every kind of page to the same page in the other language, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.engine import DESK, PHONE, Engine, Look
from browser.variety import one_of_each

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served
    from whole_site.site_reader import Site
    from whole_site.sites import Edited


async def switch(page: Page, language: str) -> None:
    """Take the header's link to another language, as a hand on a keyboard does."""
    link = page.locator(f'header a[hreflang="{language}"]')
    await link.focus()
    async with page.expect_navigation():
        await page.keyboard.press("Enter")


async def follow_there_and_back(engine: Engine, served: Served, site: Site, paths: list[str], look: Look) -> list[str]:
    """The pages from which the switch leads elsewhere than to the twin and back, or to a page of another language."""
    wrong = []
    async with engine.context(look) as context:
        page = await context.new_page()
        for path in paths:
            await page.goto(served.url + path)
            for language, wanted in (("zh", site.twin_of(path)), ("en", path)):
                await switch(page, language)
                own = await page.locator("html").get_attribute("lang")
                wrong += [f"{path}: {page.url} ({own})"] * ((page.url, own) != (served.url + wanted, language))
    return wrong


async def test_the_switch_keeps_the_page(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """There the address is that of the twin, and back it is the first again; the page says its language."""
    paths = one_of_each(invented.site)
    assert len(paths) > 15
    assert await follow_there_and_back(engine, campaign_site, invented.site, paths, Look(PHONE)) == []


async def test_the_switch_needs_no_script(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """The same at a desk without scripts, from one page: that it is a link to the twin on all is asked below."""
    look = Look(DESK, scripts=False)
    assert await follow_there_and_back(engine, campaign_site, invented.site, ["status.html"], look) == []


async def test_without_scripts_the_switch_is_a_link_to_the_twin(
    engine: Engine, campaign_site: Served, invented: Edited
) -> None:
    """On each kind of page at a desk, where it can be seen, in both directions."""
    site, wrong, paths = invented.site, {}, [*one_of_each(invented.site), *one_of_each(invented.site, "zh")]
    async with engine.context(Look(DESK, scripts=False)) as context:
        page = await context.new_page()
        for path in paths:
            await page.goto(campaign_site.url + path)
            link = page.locator(f'header a[hreflang="{"en" if path.startswith("zh/") else "zh"}"]')
            found = (await link.is_visible(), await link.evaluate("link => link.href"))
            wrong[path] = found if found != (True, campaign_site.url + site.twin_of(path)) else None
    assert {path: found for path, found in wrong.items() if found} == {}
