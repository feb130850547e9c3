"""Sentences and the numbers of their sources, in any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.engine import HEIGHT, Engine, Look
from browser.reading import NARROW

if TYPE_CHECKING:
    from browser.server import Served
    from browser.variety import Variety

# The numbers of sources that stand lower than the words that they follow.
ALONE = """
() => [...document.querySelectorAll(".ec-ref")].filter(one => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, text =>
    text.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  walk.currentNode = one;
  const words = walk.previousNode();
  const range = document.createRange();
  range.setStart(words, words.data.trimEnd().length - 1);
  range.setEnd(words, words.data.trimEnd().length);
  return one.querySelector("a").getClientRects()[0].top >= range.getBoundingClientRect().bottom;
}).map(one => `${innerWidth}: ${one.parentElement.textContent.trim()}`)
"""


async def test_no_line_begins_with_the_number_of_a_source(
    engine: Engine, campaign_site: Served, variety: Variety
) -> None:
    """It stays beside the last word of its sentence, whatever the width and the script."""
    found, asked = [], 0
    async with engine.context(Look(NARROW)) as context:
        page = await context.new_page()
        for path in variety.parts:
            if 'class="ec-ref"' not in variety.site.text(path):
                continue
            await page.goto(campaign_site.url + path)
            for width in range(NARROW, 620, 40):
                await page.set_viewport_size({"width": width, "height": HEIGHT})
                found += [f"{path} {one}" for one in await page.evaluate(ALONE)]
                asked += 1
    assert asked > 30
    assert found == []
