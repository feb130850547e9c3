"""A case on paper."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from browser.engine import DESK, Engine, Look
from browser.printing import printed
from browser.variety import kind_of

if TYPE_CHECKING:
    from browser.server import Served
    from browser.variety import Variety

LATIN = re.compile(r"[A-Za-z]+")
# The two cases that have every part there is take a second sheet for their sources.
RICHEST = {"green-teapot", "blue-lantern"}
# So many characters more make a short case longer than the longest of a campaign about people, in each language.
LONGER = {"": 2800, "zh/": 1200}
LENGTHEN = """
(length) => {
  const paragraph = document.querySelector(".ec-story p");
  const [sentence, wanted] = [paragraph.textContent, paragraph.textContent.length + length];
  while (paragraph.textContent.length < wanted) paragraph.append(` ${sentence}`);
}
"""


async def test_a_case_is_one_sheet(engine: Engine, campaign_site: Served, variety: Variety) -> None:
    """Cases with every part that one may have print on one page, with the person's name on it."""
    cases = [path for path in variety.parts if kind_of(path) == "case"]
    assert len(cases) > 5
    wrong = {}
    async with engine.context(Look(DESK)) as context:
        page = await context.new_page()
        for path in cases:
            await page.goto(campaign_site.url + path)
            sheets = await printed(page)
            # Of a heavy Chinese font a file may hold the shapes alone, without telling the characters.
            unnamed = [word for word in LATIN.findall(await page.locator("h1").inner_text()) if word not in sheets[0]]
            if unnamed or len(sheets) > 1 + (PurePath(path).stem in RICHEST):
                wrong[path] = (len(sheets), unnamed)
    assert wrong == {}


async def test_a_long_story_is_one_sheet_too(engine: Engine, campaign_site: Served) -> None:
    """A story of many paragraphs' length, beside the facts, ways to help and sources of a case."""
    sheets = {}
    for folder, length in LONGER.items():
        async with engine.page(f"{campaign_site.url}{folder}cases/tin-whistle.html", Look(DESK)) as page:
            await page.evaluate(LENGTHEN, length)
            sheets[folder] = len(await printed(page))
    assert sheets == dict.fromkeys(LONGER, 1)
