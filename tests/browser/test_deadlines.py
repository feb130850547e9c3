"""A page that is read long after it was built."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from browser.engine import PHONE, Engine, Look

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served

ACTION = "actions/write-for-blue-lantern.html"
LETTER = "actions/write-for-blue-lantern/letter-embassy-us-en.html"
SENTENCE = "The deadline has passed."
# The first moment at which it is over: midnight in the time zone of the campaign, Asia/Taipei.
OVER = datetime(2026, 8, 31, 16, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
# What a page says by the clock alone: an update of its action, a list of a record that nobody kept.
LATER = {
    "zh/updates/2026-05-25-blue-lantern.html": "行动已于2026年8月31日结束",
    "index.html": "Things may have changed since",
}
YEARS = OVER + timedelta(days=1500)


async def open_at(page: Page, address: str, moment: datetime) -> None:
    """Read a page when the clock of the device shows a moment."""
    await page.clock.set_fixed_time(moment)
    await page.goto(address)


async def test_the_clock_of_the_reader_closes_an_action(engine: Engine, campaign_site: Served) -> None:
    """Until the deadline the letters are there; behind it the page says that it is past, and offers no letter."""
    async with engine.context(Look(PHONE)) as context:
        page = await context.new_page()
        line = page.locator("[data-ends]")
        await open_at(page, campaign_site.url + ACTION, OVER - MINUTE)
        assert "31 August 2026" in await line.inner_text()
        assert SENTENCE not in await page.locator("body").inner_text()
        assert await page.locator("#letter-tool").is_visible()
        for path, said in LATER.items():
            for moment, count in ((OVER - MINUTE, 0), (OVER + MINUTE if "updates/" in path else YEARS, 1)):
                await open_at(page, campaign_site.url + path, moment)
                assert await page.get_by_text(said).count() == count, (path, moment)
        for address in (ACTION, LETTER):
            await open_at(page, campaign_site.url + address, OVER + MINUTE)
            assert await line.inner_text() == f"{SENTENCE} Please do not send these letters."
            for offer in ("#letter-tool", ".ec-start", ".ec-letter", ".ec-send", ".ec-print"):
                assert await page.locator(f"{offer}:visible").count() == 0, (address, offer)


async def test_a_card_says_one_thing_only(engine: Engine, campaign_site: Served) -> None:
    """In a list the sentence stands in the place of state and deadline."""
    async with engine.context(Look(PHONE)) as context:
        page = await context.new_page()
        await open_at(page, campaign_site.url + "actions.html", OVER + MINUTE)
        card = page.locator(".ec-action:has([data-ends])").first
        assert await card.locator("[data-ends]").inner_text() == SENTENCE
        assert "Write by" not in await card.inner_text()
