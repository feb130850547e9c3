"""A case on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from browser.engine import DESK, Engine, Look
from browser.printing import bare, printed
from browser.variety import kind_of

if TYPE_CHECKING:
    from playwright.async_api import ViewportSize

    from browser.server import Served
    from browser.variety import Variety

LATIN = re.compile(r"[A-Za-z]+")
# So many characters more make a short case longer than the longest of a campaign about people, in each language; and
# its lists have as many entries as no case has.
LONGER = {"": 2800, "zh/": 1200}
LENGTHEN = """
(length) => {
  const paragraph = document.querySelector(".ec-story p");
  const [sentence, wanted] = [paragraph.textContent, paragraph.textContent.length + length];
  while (paragraph.textContent.length < wanted) paragraph.append(` ${sentence}`);
  for (const list of document.querySelectorAll(".ec-entries, .ec-sources")) {
    const entry = list.lastElementChild;
    entry.append(` ${sentence}`);
    while (list.children.length < 20) list.append(entry.cloneNode(true));
  }
}
"""
# The size of the smallest letters that are seen, in points: those of drawings as they are scaled.
SMALLEST = """
() => {
  const sizes = [];
  for (const one of document.querySelectorAll(".ec-article, .ec-article *")) {
    if (!one.checkVisibility() || ![...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const drawing = one.closest("svg");
    const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    sizes.push(parseFloat(getComputedStyle(one).fontSize) * scale * 72 / 96);
  }
  return Math.min(...sizes);
}
"""
LEAST = 9.5
# A sheet of A4 between its margins, in CSS pixels: what is seen of media print is as wide as the window.
BETWEEN_MARGINS: ViewportSize = {"width": 680, "height": 1009}


async def test_a_case_is_one_sheet(engine: Engine, campaign_site: Served, variety: Variety) -> None:
    """Cases with every part that one may have print on one page, with the person's name on it, in no small type."""
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
            await page.emulate_media(media="print")
            await page.set_viewport_size(BETWEEN_MARGINS)
            smallest = await page.evaluate(SMALLEST)
            await page.emulate_media(media="null")
            if unnamed or len(sheets) > 1 or smallest < LEAST - 0.01:
                wrong[path] = (len(sheets), unnamed, smallest)
    assert wrong == {}


async def test_a_long_case_is_one_sheet_too(engine: Engine, campaign_site: Served) -> None:
    """A story of many paragraphs' length and long lists: on both sizes of paper, with the address of the rest."""
    sheets = {}
    for folder, length in LONGER.items():
        async with engine.page(f"{campaign_site.url}{folder}cases/green-teapot.html", Look(DESK)) as page:
            await page.evaluate(LENGTHEN, length)
            for paper in ("A4", "Letter"):
                found = await printed(page, paper)
                sheets[folder, paper] = (len(found), "green-teapot" in bare(found[0]))
    assert sheets == dict.fromkeys(sheets, (1, True))
