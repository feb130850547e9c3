"""Pictures of the invented campaign for people to look at: `python -m browser.screenshots FOLDER`."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

from browser.engine import LOOKS, Engine, Look
from browser.server import serve
from emptychair.text.clock import noon_of
from whole_site import builder

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

CONFIG = builder.ROOT / "tests" / "campaign" / "mkdocs.yml"
# A day on which some of its actions are open, and its time zone.
DAY, ZONE = date(2026, 6, 15), "Asia/Taipei"
PAGES = {
    "home": "index.html",
    "index": "status.html",
    "case": "cases/green-teapot.html",
    "action": "actions/write-for-blue-lantern.html",
    "archive": "archive.html",
    "search": "search.html",
}
LANGUAGES = {"en": "", "zh": "zh/"}


async def draw(site: Path, folder: Path) -> None:
    """Every page of PAGES that the site has, in each language and look."""
    folder.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        engine = Engine("chromium", playwright)
        with serve(site) as served:
            for look in LOOKS:
                async with engine.context(look) as context:
                    await _draw_all(context, look, served.url, site, folder)
        await engine.close()


async def _draw_all(context: BrowserContext, look: Look, url: str, site: Path, folder: Path) -> None:
    page = await context.new_page()
    for name, path in PAGES.items():
        for language, prefix in LANGUAGES.items():
            if (site / prefix / path).exists():
                await page.goto(url + prefix + path)
                file = folder / f"{name}-{language}-{look.width}-{look.scheme}.png"
                await page.screenshot(path=file, full_page=True)


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        built = Path(temporary) / "site"
        builder.build_well(CONFIG, built, builder.environment(noon_of(DAY, ZONE)))
        asyncio.run(draw(built, Path(sys.argv[1])))
