"""A case on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from browser.engine import DESK, Engine, Look
from browser.printing import printed

if TYPE_CHECKING:
    from browser.server import Served
    from whole_site.sites import Edited

LATIN = re.compile(r"[A-Za-z]+")


async def test_a_case_is_one_sheet(engine: Engine, sample_site: Served, sample: Edited) -> None:
    """Each case of the sample, in both languages, prints on one page, with the person's name on it."""
    cases = [path for path in sample.site.pages if path.removeprefix("zh/").startswith("cases/") and "/by/" not in path]
    assert len(cases) > 10
    sheets = {}
    async with engine.context(Look(DESK)) as context:
        page = await context.new_page()
        for path in cases:
            await page.goto(sample_site.url + path)
            sheets[path] = await printed(page)
            # Of a heavy Chinese font a file may hold the shapes alone, without telling the characters.
            name = LATIN.findall(await page.locator("h1").inner_text())
            assert [word for word in name if word not in sheets[path][0]] == [], path
    assert {path: len(found) for path, found in sheets.items() if len(found) != 1} == {}
