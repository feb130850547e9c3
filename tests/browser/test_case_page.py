"""A case on a phone: what stands in the first view, and a time line that can be read."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING

from browser.engine import PHONE, Engine, Look

if TYPE_CHECKING:
    from browser.server import Served

# A case with the longest situation, and one with a photo: both can be written for.
PAGES = ("cases/stone-umbrella.html", "zh/cases/blue-lantern.html")
# In CSS pixels: the height of the situation, where the button ends below a header of one row, the time line.
SITUATION, BUTTON_ENDS, HEADER, DRAWING = 150, 420, 56, (328, 120)
MEASURE = """
() => {
  const box = one => one.getBoundingClientRect();
  const find = selector => box(document.querySelector(selector));
  const drawing = document.querySelector(".ec-timeline svg");
  return {
    situation: find(".ec-status").height,
    button: find(".ec-act a").bottom - find(".ec-header").height,
    finger: find(".ec-act a").height,
    drawing: [box(drawing).width, box(drawing).height],
    order: [".ec-status", ".ec-act", ".ec-timeline", ".ec-photo", ".ec-contents", "#story", "#timeline", "#sources"]
      .map(selector => document.querySelector(selector)).filter(Boolean).map(one => box(one).top),
    words: [...drawing.querySelectorAll("text")].map(box).map(one => [one.left, one.top, one.right, one.bottom]),
    frame: [box(drawing).left, box(drawing).right],
    wide: document.scrollingElement.scrollWidth,
  };
}
"""
# A minute behind the deadline of the second of these, in the time zone of the campaign.
OVER = datetime(2026, 8, 31, 16, 1, tzinfo=UTC)
# What is above and below the letters of a line of writing belongs to its box.
LEADING = 4


def on_each_other(one: list[float], other: list[float]) -> bool:
    """Do two boxes share room, but for the leading of their lines?"""
    beside = one[2] <= other[0] or other[2] <= one[0]
    return not beside and min(one[3], other[3]) - max(one[1], other[1]) > LEADING


async def test_a_case_in_the_first_view_of_a_phone(engine: Engine, campaign_site: Served) -> None:
    """Situation, button and time line in their heights and their order; no word of the drawing on another."""
    found = {}
    async with engine.context(Look(PHONE, scripts=False)) as context:
        page = await context.new_page()
        for path in PAGES:
            await page.goto(campaign_site.url + path)
            found[path] = await page.evaluate(MEASURE)
    for path, page_found in found.items():
        assert page_found["situation"] <= SITUATION, path
        assert page_found["button"] + HEADER <= BUTTON_ENDS, path
        assert page_found["finger"] >= 44, path
        assert page_found["drawing"][0] <= DRAWING[0] + 8, path
        assert page_found["drawing"][1] <= DRAWING[1], path
        assert page_found["order"] == sorted(page_found["order"]), path
        assert page_found["wide"] <= PHONE, path
        words, (left, right) = page_found["words"], page_found["frame"]
        assert [pair for pair in combinations(words, 2) if on_each_other(*pair)] == [], path
        assert [one for one in words if one[0] < left - 1 or one[2] > right + 1] == [], path


async def test_no_button_asks_for_a_letter_behind_the_deadline(engine: Engine, campaign_site: Served) -> None:
    """A page that is read later, by the clock of the reader."""
    async with engine.page(campaign_site.url + PAGES[1], Look(PHONE)) as page:
        button = page.locator(".ec-act a")
        assert await button.is_visible()
        await page.clock.set_fixed_time(OVER)
        await page.reload()
        assert not await button.is_visible()
