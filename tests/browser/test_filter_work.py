"""How much the filter of the status index does for each letter: it grows as the number of cases, and no faster."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from browser.engine import PHONE, Engine, Look
from browser.test_filter import QUERY, RESULTS, found

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

    from browser.server import Served
    from whole_site.sites import Edited

CASES = 1190
QUERIES = ("paper", "纸船1", "paperboat 9", "boat 22", "纸", "zz")
# For each letter: layouts and styles read anew, elements put into the page, calls of the script's functions for a case.
LAYOUTS, ELEMENTS, CALLS = 4, 200, 16
# Counts the elements that are put into the page.
WATCH = """
() => {
  window.added = 0;
  new MutationObserver(records => {
    for (const one of records.flatMap(record => [...record.addedNodes])) {
      window.added += 1 + (one.querySelectorAll?.("*").length ?? 0);
    }
  }).observe(document.body, {childList: true, subtree: true});
}
"""
TYPE = """
async query => {
  const input = document.querySelector("#filter-query");
  input.value = query;
  input.dispatchEvent(new InputEvent("input", {bubbles: true}));
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
"""


def data_of(site: Edited, cases: int) -> str:
    """What the filter reads, with as many people as one likes, made of the first of the invented campaign."""
    value = json.loads(site.site.text("status-data.js").partition("=")[2].rstrip(";\n"))
    card, _, numbers = value["cases"][0]
    name = re.search(r'(?<=html">)[^<]+(?=</a>)', card)
    assert name
    value["cases"] = [
        [card.replace(name[0], f"Paper Boat {number}"), [f"Paper Boat {number}", f"纸船{number}"], numbers]
        for number in range(cases)
    ]
    return f"statusData={json.dumps(value)};\n"


async def open_with(page: Page, address: str, data: str) -> None:
    """The index, whose filter reads other data."""
    await page.route("**/status-data.js", lambda route: route.fulfill(body=data, content_type="text/javascript"))
    await page.goto(address)


async def test_a_long_list_is_shown_in_two_steps(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """The first of many at once, the others on demand, the focus on the first of them."""
    async with engine.context(Look()) as context:
        page = await context.new_page()
        await open_with(page, campaign_site.url + "status.html", data_of(invented, CASES))
        shown = len(await found(page, "paper boat"))
        assert shown < CASES
        await page.click("[data-does=more]")
        assert await page.locator(RESULTS).count() == CASES
        assert await page.evaluate("document.activeElement.textContent.trim()") == f"Paper Boat {shown}"


async def test_a_letter_costs_as_much_as_there_are_cases(
    engine: Engine, campaign_site: Served, invented: Edited
) -> None:
    """Twice the cases, about twice the calls of functions; layouts and new elements are the same few."""
    if engine.name != "chromium":
        pytest.skip("only Chromium counts calls and layouts")
    work = {}
    for cases in (CASES, 2 * CASES):
        async with engine.context(Look(PHONE)) as context:
            page = await context.new_page()
            session = await counting(page)
            await open_with(page, campaign_site.url + "status.html", data_of(invented, cases))
            await found(page, "p")
            work[cases] = await measure(page, session)
    for query in QUERIES:
        once, twice = work[CASES][query], work[2 * CASES][query]
        assert 0 < once["calls"] <= CALLS * CASES, (query, once)
        assert twice["calls"] <= 2.1 * once["calls"], (query, once, twice)
        assert max(once["layouts"], twice["layouts"]) <= LAYOUTS, (query, once, twice)
        assert max(once["elements"], twice["elements"]) <= ELEMENTS, (query, once, twice)


async def counting(page: Page) -> CDPSession:
    """The page's tools for developers, counting before there is a script: of compiled code they count less."""
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable")
    await session.send("Profiler.enable")
    await session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
    return session


async def measure(page: Page, session: CDPSession) -> dict[str, dict[str, int]]:
    """For each query what an answer to it takes: calls of functions, layouts and new styles, new elements."""
    await page.evaluate(WATCH)
    counts = {}
    for query in QUERIES:
        await calls(session)
        before = {"layouts": await layouts(session), "elements": await page.evaluate("window.added")}
        await page.evaluate(TYPE, query)
        counts[query] = {
            "calls": await calls(session),
            "layouts": await layouts(session) - before["layouts"],
            "elements": await page.evaluate("window.added") - before["elements"],
        }
    assert await page.input_value(QUERY) == QUERIES[-1]
    return counts


async def calls(session: CDPSession) -> int:
    """Runs of functions and blocks of the filter's script since this was last asked."""
    answer = await session.send("Profiler.takePreciseCoverage")
    scripts = [one["functions"] for one in answer["result"] if one["url"].endswith(("/filter.js", "/names.js"))]
    return sum(part["count"] for functions in scripts for one in functions for part in one["ranges"])


async def layouts(session: CDPSession) -> int:
    """Layouts and readings of styles so far."""
    answer = await session.send("Performance.getMetrics")
    return sum(int(one["value"]) for one in answer["metrics"] if one["name"] in ("LayoutCount", "RecalcStyleCount"))
