"""What comes out of a printer."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from browser.engine import DESK, Engine, Look

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served
    from whole_site.sites import Edited


async def printed(page: Page) -> list[str]:
    """The words of each sheet of A4 on which a page is printed."""
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(await page.pdf(format="A4"))).pages]


async def test_a_case_is_one_sheet(engine: Engine, sample_site: Served, sample: Edited) -> None:
    """Each case of the sample, in both languages, prints on one page with the person's name on it."""
    cases = [path for path in sample.site.pages if path.removeprefix("zh/").startswith("cases/") and "/by/" not in path]
    assert len(cases) > 10
    sheets = {}
    async with engine.context(Look(DESK)) as context:
        page = await context.new_page()
        for path in cases:
            await page.goto(sample_site.url + path)
            sheets[path] = await printed(page)
            assert bare(await page.locator("h1").inner_text()) in bare("".join(sheets[path])), path
    assert {path: len(found) for path, found in sheets.items() if len(found) != 1} == {}


def bare(text: str) -> str:
    """Words without what typesetting puts between them."""
    return "".join(text.split())
