"""Small screens, and readers whom movement makes ill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.engine import Engine, Look
from browser.variety import ERROR_PAGE, varied

if TYPE_CHECKING:
    from browser.server import Served
    from whole_site.sites import Edited

NARROW = 320
# What sticks out, unless it does so in a box of its own that scrolls.
TOO_WIDE = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const out = [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > width + 1);
  return ["scrolls", ...out.slice(0, 5).map(one => one.outerHTML.slice(0, 120))];
}
"""
MOVING = """
() => {
  const lasts = time => time.split(",").some(one => parseFloat(one) > 0.001);
  const moves = style => lasts(style.transitionDuration) || style.scrollBehavior === "smooth"
    || style.animationName !== "none" && lasts(style.animationDuration);
  return [...document.querySelectorAll("*")]
    .filter(one => ["", "::before", "::after"].some(part => moves(getComputedStyle(one, part))))
    .slice(0, 5).map(one => one.outerHTML.slice(0, 120));
}
"""
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


async def ask(engine: Engine, served: Served, paths: list[str], look: Look, question: str) -> dict[str, list[str]]:
    """The pages for which a question has an answer."""
    found = {}
    async with engine.context(look) as context:
        page = await context.new_page()
        for path in paths:
            await page.goto(served.url + path)
            if answer := await page.evaluate(question):
                found[path] = answer
    return found


async def test_nothing_scrolls_sideways_at_320_px(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """WCAG 1.4.10: every kind of page in both languages fits into 320 px."""
    paths = [ERROR_PAGE, *varied(invented.site), *varied(invented.site, "zh")]
    assert await ask(engine, campaign_site, paths, Look(NARROW), TOO_WIDE) == {}


async def test_the_sample_fits_too(engine: Engine, sample_site: Served, sample: Edited) -> None:
    """The same of the sample, whose names and sentences are longer."""
    paths = [*varied(sample.site), *varied(sample.site, "zh")]
    assert await ask(engine, sample_site, paths, Look(NARROW), TOO_WIDE) == {}


async def test_no_line_begins_with_the_number_of_a_source(engine: Engine, sample_site: Served, sample: Edited) -> None:
    """It stays beside the last word of its sentence, whatever the width and the script."""
    found, asked = [], 0
    async with engine.context(Look(NARROW)) as context:
        page = await context.new_page()
        for path in [*varied(sample.site), *varied(sample.site, "zh")]:
            if 'class="ec-ref"' not in sample.site.text(path):
                continue
            await page.goto(sample_site.url + path)
            for width in range(NARROW, 620, 40):
                await page.set_viewport_size({"width": width, "height": 800})
                found += [f"{path} {one}" for one in await page.evaluate(ALONE)]
                asked += 1
    assert asked > 30
    assert found == []


async def test_nothing_moves_where_that_was_asked(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """prefers-reduced-motion: no transition, no animation, no smooth scrolling."""
    paths = varied(invented.site)
    assert await ask(engine, campaign_site, paths, Look(NARROW, still=True), MOVING) == {}
