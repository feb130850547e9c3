"""Who has no mouse reaches everything, sees where they are, and need not pass the menu on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from browser.engine import DESK, PHONE, Engine, Look

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served
    from browser.variety import Variety

# After each Tab: which element has the focus by now, does it look different from before, can it be seen?
WATCH = """
() => {
  const wanted = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const shown = one => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0;
  const look = one => { const style = getComputedStyle(one); return [style.outline, style.boxShadow].join(" / "); };
  const uncovered = one => [...one.getClientRects()].some(box => {
    return one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
  });
  const all = [...document.querySelectorAll(wanted)].filter(one => !one.disabled && one.tabIndex >= 0 && shown(one));
  const before = new Map(all.map(one => [one, look(one)]));
  // Of the radio buttons of a group Tab reaches one.
  const stop = one => one.type === "radio" ? all.find(other => other.name === one.name) : one;
  window.stops = new Set(all.map(stop));
  window.reached = new Map();
  window.note = () => {
    const one = document.activeElement;
    // The first time counts: who goes on past the end leaves the page, in some browsers by way of its first stops.
    if (!before.has(one) || window.reached.has(stop(one))) return;
    window.reached.set(stop(one), {changed: look(one) !== before.get(one), seen: uncovered(one)});
  };
  // Each Tab notes first where the one before it has led to, when styles and scrolling have followed.
  addEventListener("keydown", window.note, {capture: true});
  return window.stops.size;
}
"""
REPORT = """
() => {
  const name = one => `${one.outerHTML.slice(0, 120)}`;
  const found = [...window.reached];
  return {
    unreached: [...window.stops].filter(one => !window.reached.has(one)).map(name),
    unmarked: found.filter(([, how]) => !how.changed).map(([one]) => name(one)),
    covered: found.filter(([, how]) => !how.seen).map(([one]) => name(one)),
  };
}
"""
# Where a link within the page has led to, after one more Tab.
WHERE = """
() => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const behind = target.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
  return {behind: Boolean(behind), main: Boolean(document.activeElement.closest("main"))};
}
"""
LOOKS = {"en": Look(PHONE), "zh": Look(DESK, "dark")}


async def walk(page: Page) -> dict[str, list[str]]:
    """Go through a page by Tab, once around; what was not reached, not marked, not to be seen."""
    stops = await page.evaluate(WATCH)
    assert stops > 5
    # Scrolling boxes are stops too.
    for _ in range(stops + 6):
        await page.keyboard.press("Tab")
    report: dict[str, list[str]] = await page.evaluate(REPORT)
    return report


@pytest.fixture(scope="module")
async def walks(engine: Engine, campaign_site: Served, variety: Variety) -> dict[str, dict[str, list[str]]]:
    """A walk through a page of each kind: those in English on a phone, those in Chinese at a desk."""
    found = {}

    # One after the other, each in a window of its own: Firefox marks the focus in one, and not once Tab has left it.
    for path in variety.kinds:
        async with engine.page(campaign_site.url + path, LOOKS[variety.site.language_of(path)]) as page:
            found[path] = await walk(page)
    return found


def findings(walks: dict[str, dict[str, list[str]]], what: str) -> dict[str, list[str]]:
    assert len(walks) > 15
    return {path: report[what] for path, report in walks.items() if report[what]}


def test_tab_reaches_every_link_and_control(walks: dict[str, dict[str, list[str]]]) -> None:
    """Whatever can be used can be reached by Tab."""
    assert findings(walks, "unreached") == {}


def test_focus_is_marked(walks: dict[str, dict[str, list[str]]]) -> None:
    """What has the focus has another outline or shadow than without it."""
    assert findings(walks, "unmarked") == {}


def test_focus_is_never_covered(walks: dict[str, dict[str, list[str]]]) -> None:
    """What has the focus is in view and not under something else (WCAG 2.4.11)."""
    assert findings(walks, "covered") == {}


@pytest.mark.parametrize("path", ["index.html", "zh/status.html", "cases/green-teapot.html"])
async def test_the_first_stop_skips_the_menu(engine: Engine, campaign_site: Served, path: str) -> None:
    """The first Tab shows a link, which leads past the header: the next stop is in the content."""
    async with engine.page(campaign_site.url + path, Look(PHONE)) as page:
        await page.keyboard.press("Tab")
        box = await page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert_in_view(box)
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        assert await page.evaluate(WHERE) == {"behind": True, "main": True}


def assert_in_view(box: dict[str, Any]) -> None:
    assert box["width"] > 20
    assert box["height"] > 10
    assert box["left"] >= 0
    assert box["top"] >= 0
    assert box["right"] <= PHONE
