"""From every kind of page to the same page in the other language, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.engine import DESK, PHONE, Engine, Look
from browser.variety import one_of_each

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served
    from whole_site.sites import Edited


async def switch(page: Page, language: str) -> None:
    """Take the header's link to another language, as a hand on a keyboard does."""
    link = page.locator(f'header a[hreflang="{language}"]')
    await link.focus()
    async with page.expect_navigation():
        await page.keyboard.press("Enter")


@pytest.mark.parametrize("look", [Look(PHONE), Look(DESK, scripts=False)], ids=str)
async def test_the_switch_keeps_the_page(engine: Engine, campaign_site: Served, invented: Edited, look: Look) -> None:
    """There the address is that of the twin, and back it is the first again; the page says its language."""
    site = invented.site
    async with engine.context(look) as context:
        page = await context.new_page()
        for path in one_of_each(site):
            await page.goto(campaign_site.url + path)
            for language, wanted in (("zh", site.twin_of(path)), ("en", path)):
                await switch(page, language)
                assert page.url == campaign_site.url + wanted
                assert await page.locator("html").get_attribute("lang") == language
