"""Pages of a language from right to left, on a phone and at a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.axe import SOURCE, violations
from browser.engine import DESK, HEIGHT, PHONE, Engine, Look
from browser.reading import TOO_WIDE
from browser.server import serve
from whole_site import invented_language
from whole_site.language_sets import built_once

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("index", "status", "cases/blue-lantern", "actions/write-for-blue-lantern", "search")
# Which axe reads: a page is built alike in all languages, and its rules for other directions are few.
READ = ("cases/blue-lantern", "search")
# Where things begin: the first entry of the menu and the brand at the right edge, the lines of statuses and events too.
BEGINNINGS = """
() => {
  const right = one => one.getBoundingClientRect().right;
  const edge = right(document.querySelector(".ec-header__inner"));
  const apart = one => edge - right(document.querySelector(one));
  const lined = [...document.querySelectorAll(".ec-status, .ec-entries > li")];
  const turned = one => getComputedStyle(one).borderRightWidth !== "0px" && getComputedStyle(one).direction === "rtl";
  return {
    brand: apart(".ec-brand") < 40,
    menu: document.querySelector(".ec-menu li").getBoundingClientRect().left
      > document.querySelector(".ec-menu li:nth-child(2)").getBoundingClientRect().left,
    lines: lined.every(turned),
    heading: getComputedStyle(document.querySelector("h1")).textAlign,
  };
}
"""
# A telephone number with blanks is read from its plus sign on.
NUMBERS = """
() => [...document.querySelectorAll(".ec-channels bdi")].filter(one => one.offsetParent).map(one => {
  const text = one.firstChild, at = n => {
    const range = document.createRange();
    range.setStart(text, n);
    range.setEnd(text, n + 1);
    return range.getBoundingClientRect().left;
  };
  return at(0) < at(text.length - 1);
})
"""


async def test_pages_are_mirrored_and_nothing_sticks_out(engine: Engine, run_folder: Path) -> None:
    """Brand, menu and lines begin at the right, numbers stay as they are, at both widths; axe finds nothing."""
    site, wrong = built_once("three", run_folder).site, {}
    with serve(site.root) as served:
        async with engine.context(Look(PHONE)) as context:
            await context.add_init_script(path=SOURCE)
            page = await context.new_page()
            for name in PAGES:
                await page.goto(f"{served.url}{invented_language.CODE}/{name}.html")
                await page.evaluate("document.querySelector('.ec-menu-switch').open = true")
                found = await violations(page) if name in READ else []
                for width in (PHONE, DESK):
                    await page.set_viewport_size({"width": width, "height": HEIGHT})
                    found += await page.evaluate(TOO_WIDE)
                    begins = await page.evaluate(BEGINNINGS)
                    found += [f"{key} at {width} px" for key, well in begins.items() if well not in (True, "start")]
                found += ["numbers"] * (not all(await page.evaluate(NUMBERS)))
                wrong[name] = found
                await page.set_viewport_size({"width": PHONE, "height": HEIGHT})
            assert await page.locator("html").get_attribute("dir") == "rtl"
    assert wrong == {name: [] for name in PAGES}
