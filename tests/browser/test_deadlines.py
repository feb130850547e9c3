"""A page that is read long after it was built."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from browser.engine import PHONE, Engine, Look

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served

ACTION = "actions/write-for-blue-lantern.html"
# The first moment at which it is over: midnight in the time zone of the campaign, Asia/Taipei.
OVER = datetime(2026, 8, 31, 16, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def open_at(page: Page, address: str, moment: datetime) -> None:
    """Read a page when the clock of the device shows a moment."""
    await page.clock.set_fixed_time(moment)
    await page.goto(address)


async def test_the_clock_of_the_reader_closes_an_action(engine: Engine, campaign_site: Served) -> None:
    """Until the deadline the letters are there; behind it the page says that it is past, and offers no letter."""
    async with engine.context(Look(PHONE)) as context:
        page = await context.new_page()
        note = page.locator("[data-ends]")
        await open_at(page, campaign_site.url + ACTION, OVER - MINUTE)
        assert not await note.is_visible()
        assert await page.locator("#letter-tool").is_visible()
        await open_at(page, campaign_site.url + ACTION, OVER + MINUTE)
        assert await note.is_visible()
        assert not await page.locator("#letter-tool").is_visible()
        for offer in (".ec-letter a[href^='mailto:']", ".ec-letter .ec-copy", ".ec-letter .ec-print"):
            assert await page.locator(f"{offer}:visible").count() == 0, offer
