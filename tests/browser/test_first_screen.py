"""The first screen of home and of the index on a phone: what stands where, in pixels, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from browser.engine import DESK, HEIGHT, PHONE, Engine, Look

if TYPE_CHECKING:
    from browser.server import Served

# One row; the campaign's sentence in three lines of 34; the button in the first screen; people before legends.
HEADER, SENTENCE, NUMBER, BAR, BUTTON, BUTTON_END, FIRST_PERSON = 56, 102, 40, 12, 48, 620, 420
FOLDERS = ("", "zh/")
# What is measured; links of lists are counted as small below 44 pixels.
MEASURED = """
() => {
  const box = one => document.querySelector(one)?.getBoundingClientRect();
  const style = one => getComputedStyle(document.querySelector(one));
  const lists = ".ec-languages a, .ec-links a, .ec-list > summary, "
    + ":is(.ec-menu, .ec-footer__menu, .ec-more, .ec-terms, .ec-pager) a";
  const all = [...document.querySelectorAll("details")];
  const button = box(".ec-button--main");
  const found = {
    header: box(".ec-header").height,
    fields: [...document.querySelectorAll(".ec-header input")].filter(one => one.offsetParent).length,
    sentence: box("h1").height,
    numbers: [...document.querySelectorAll(".ec-number strong")].map(one => getComputedStyle(one).fontSize),
    bars: [...document.querySelectorAll(".ec-bar")].map(one => one.getBoundingClientRect().height),
    buttons: document.querySelectorAll(".ec-button--main").length,
    button: button && [button.height, button.bottom],
    person: box(".ec-card").top,
    empty: [...document.querySelectorAll(".ec-card img")].filter(one => !one.src.includes("/pictures/")).length,
  };
  all.forEach(one => one.open = true);
  const links = [...document.querySelectorAll(lists)].filter(one => one.offsetParent);
  found.links = links.length;
  found.small = links.filter(one => one.getBoundingClientRect().height < 44).map(one => one.textContent);
  all.forEach(one => one.open = false);
  return found;
}
"""
# The left edges and the right ones of what stands in an article of two columns.
EDGES = """
() => [...new Set([...document.querySelectorAll(".ec-article > *, .ec-index__first > *")]
  .map(one => one.getBoundingClientRect()).filter(one => one.width)
  .flatMap(one => [Math.round(one.left), Math.round(one.right)]))]
"""
# In colours of the system: the entry of this page is marked, and the mark of the site is seen.
FORCED = """
() => {
  const line = one => getComputedStyle(one).borderBlockEndColor;
  const [here, other] = [..."01"].map(at => document.querySelectorAll(".ec-menu a")[at]);
  const ground = getComputedStyle(document.body).backgroundColor;
  const seal = getComputedStyle(document.querySelector(".ec-seal rect")).fill;
  return [here.getAttribute("aria-current"), line(here) !== line(other), seal !== ground];
}
"""


async def measured(engine: Engine, address: str) -> dict[str, Any]:
    """What a phone shows of a page."""
    async with engine.page(address, Look(PHONE)) as page:
        found: dict[str, Any] = await page.evaluate(MEASURED)
        return found


async def test_home_says_who_how_many_and_what_to_do(engine: Engine, campaign_site: Served) -> None:
    """One row of header without a field, three lines, one number, one bar, one filled button within the budget."""
    for folder in FOLDERS:
        found = await measured(engine, f"{campaign_site.url}{folder}index.html")
        kept = {
            "header": found["header"] <= HEADER and found["fields"] == 0,
            "sentence": found["sentence"] <= SENTENCE,
            "number": found["numbers"] == [f"{NUMBER}px"],
            "bar": found["bars"] == [BAR],
            "button": found["buttons"] == 1 and found["button"][0] >= BUTTON and found["button"][1] <= BUTTON_END,
            "pictures": found["empty"] == 0,
            "targets": found["links"] > 10,
        }
        assert found["small"] == [], folder
        assert all(kept.values()), (folder, kept, found)


async def test_the_index_shows_people_before_legends(engine: Engine, campaign_site: Served) -> None:
    """The filter and the bar, and the first person within the budget; legends and lists are folded."""
    for folder in FOLDERS:
        found = await measured(engine, f"{campaign_site.url}{folder}status.html")
        kept = {
            "header": found["header"] <= HEADER and found["fields"] == 0,
            "bar": found["bars"] == [BAR],
            "person": found["person"] < FIRST_PERSON,
            "targets": found["links"] > 40,
        }
        assert found["small"] == [], folder
        assert all(kept.values()), (folder, kept, found)


async def test_a_wide_screen_has_one_grid(engine: Engine, campaign_site: Served) -> None:
    """Home and index have two columns and no third left-over width; a system's own colours show where one is."""
    edges = set()
    async with engine.page(campaign_site.url + "index.html", Look(DESK)) as page:
        await page.set_viewport_size({"width": DESK, "height": HEIGHT})
        edges |= set(await page.evaluate(EDGES))
        await page.goto(campaign_site.url + "status.html")
        edges |= set(await page.evaluate(EDGES))
        assert len(edges) == 4, edges
        if engine.name == "chromium":
            await page.emulate_media(forced_colors="active")
            assert await page.evaluate(FORCED) == ["page", True, True]
