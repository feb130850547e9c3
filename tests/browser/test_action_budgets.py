"""What stands where on the page of an action, on a phone of 360 x 780: the way to a letter is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.engine import PHONE, Engine, Look

if TYPE_CHECKING:
    from browser.server import Served

SCREEN = 780
# The header of a phone is one row; what stands below it is measured from where it ends.
HEADER = 56
# The actions with the most recipients and with the most people.
ACTIONS = ("actions/write-for-blue-lantern", "actions/two-from-noplace-ridge")
LANGUAGES = ("", "zh/")
# Of each thing where it begins and ends, from the top of the article, and how high the page is.
BOXES = """
() => {
  const top = document.querySelector(".ec-article").getBoundingClientRect().top;
  const wanted = {
    start: ".ec-start a", warnings: ".ec-step:has(.ec-warnings)", choice: ".ec-step:has(#letter-tool)",
    send: ".ec-send", copy: ".ec-send .ec-copy", sheet: ".ec-letter__sheet",
  };
  const boxes = {};
  for (const [name, selector] of Object.entries(wanted)) {
    const one = [...document.querySelectorAll(selector)].find(one => one.getClientRects().length);
    const box = one?.getBoundingClientRect();
    if (box) boxes[name] = [box.top - top, box.bottom - top];
  }
  return boxes;
}
"""
PAGE_HEIGHT = "document.documentElement.scrollHeight"
FIRST_SENTENCES = """
() => [...document.querySelectorAll(".ec-warning strong")].map(one => one.getBoundingClientRect().bottom)
"""


@pytest.mark.parametrize("folder", LANGUAGES)
async def test_the_way_to_a_letter_is_short(engine: Engine, campaign_site: Served, folder: str) -> None:
    """Button, warnings, choice and buttons in their places; the tap on the first leads to the last in one screen."""
    async with engine.context(Look(PHONE)) as context:
        page = await context.new_page()
        await page.set_viewport_size({"width": PHONE, "height": SCREEN})
        for action in ACTIONS:
            await page.goto(f"{campaign_site.url}{folder}{action}.html")
            boxes = {name: (begin, end) for name, (begin, end) in (await page.evaluate(BOXES)).items()}
            height = {name: end - begin for name, (begin, end) in boxes.items()}
            assert boxes["start"][1] + HEADER <= 420, (action, boxes)
            assert height["start"] >= 44, action
            assert height["warnings"] <= 420, (action, height)
            assert height["choice"] <= 180, (action, height)
            assert height["send"] <= 56, (action, height)
            assert boxes["send"][1] <= boxes["sheet"][0], action
            sentences = await page.evaluate(FIRST_SENTENCES)
            assert len(sentences) == 4
            await page.locator(".ec-start a").click()
            # A letter that is too long for a link has a button of more words.
            await page.locator("#letter-tool select").nth(1).select_option("zh")
            assert len(await page.locator(".ec-mail:visible").all_inner_texts()) == 1
            box = await page.locator(".ec-send:visible").bounding_box()
            assert box
            assert box["height"] <= 56, (action, box)
            copy = await page.locator(".ec-send .ec-copy:visible").bounding_box()
            assert copy
            assert copy["y"] + copy["height"] <= 2 * SCREEN, action


@pytest.mark.parametrize("folder", LANGUAGES)
async def test_no_page_of_an_action_is_long_without_scripts(engine: Engine, campaign_site: Served, folder: str) -> None:
    """The action with its list of letters, and a letter on its own page."""
    async with engine.context(Look(PHONE, scripts=False)) as context:
        page = await context.new_page()
        for path in (*ACTIONS, f"{ACTIONS[0]}/letter-nowhere-ferry-police-en"):
            await page.goto(f"{campaign_site.url}{folder}{path}.html")
            assert await page.evaluate(PAGE_HEIGHT) <= 6_000, path
