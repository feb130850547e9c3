"""A case on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.engine import DESK, Engine, Look
from browser.printing import bare, printed

if TYPE_CHECKING:
    from browser.server import Served
    from whole_site.sites import Edited


async def test_a_case_is_one_sheet(engine: Engine, sample_site: Served, sample: Edited) -> None:
    """Each case of the sample, in both languages, prints on one page, with what the person is known for."""
    cases = [path for path in sample.site.pages if path.removeprefix("zh/").startswith("cases/") and "/by/" not in path]
    assert len(cases) > 10
    sheets = {}
    async with engine.context(Look(DESK)) as context:
        page = await context.new_page()
        for path in cases:
            await page.goto(sample_site.url + path)
            sheets[path] = await printed(page)
            assert bare(await page.locator(".ec-description").inner_text()) in bare("".join(sheets[path])), path
    assert {path: len(found) for path, found in sheets.items() if len(found) != 1} == {}
