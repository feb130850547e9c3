"""Every kind of page, at both widths, in both schemes and languages: access, policy, requests, traces."""

from __future__ import annotations

from asyncio import gather
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from browser.axe import SOURCE, violations
from browser.engine import DESK, HEIGHT, PHONE, Engine, Look
from browser.reading import MOVING, NARROW, TOO_WIDE
from browser.tab import new_tab
from browser.variety import ERROR_PAGE

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

    from browser.server import Served
    from browser.tab import Tab
    from browser.variety import Variety


# All rules are asked of English pages on a phone in the light and of Chinese ones at a desk in the dark, the rules of
# colours in every look. A reader in the light wants no movement; what moves is looked at in the dark, and elsewhere.
FULL = {"light": Look(PHONE, "light", still=True), "dark": Look(DESK, "dark")}
OTHER = {PHONE: DESK, DESK: PHONE}
# Pages that are open at once in each look: axe rests between its rules for most of its time.
TABS = 3
# Tag and box of every element: what a scheme must not change, so that rules without colours need one scheme only.
BOXES = """
() => [...document.querySelectorAll("*")].map(one => {
  const {x, y, width, height} = one.getBoundingClientRect();
  return [one.tagName, one.id, ...[x, y, width, height].map(Math.round)].join();
})
"""


@dataclass(frozen=True)
class Survey:
    """What was found on each page that was visited: its address and look -> findings."""

    wrong: dict[str, list[str]] = field(default_factory=dict)
    stopped: dict[str, list[str]] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    failed: dict[str, list[str]] = field(default_factory=dict)
    elsewhere: dict[str, list[str]] = field(default_factory=dict)
    stored: dict[str, list[str]] = field(default_factory=dict)
    wide: dict[str, list[str]] = field(default_factory=dict)
    moving: dict[str, list[str]] = field(default_factory=dict)
    boxes: dict[tuple[str, int], dict[str, list[str]]] = field(default_factory=dict)


@dataclass
class Visitor:
    """Somebody who opens pages in one scheme, and writes down what is found."""

    tab: Tab
    look: Look
    url: str
    found: Survey

    async def visit(self, path: str, *, both_widths: bool, every_look: bool, reading: bool) -> None:
        """A page at the width of the look, with all rules of axe if it is its own, else with those of colours.

        With `both_widths` it is measured at the other one too, and in `every_look` asked about colours there.
        """
        await self.tab.open(self.url + path)
        await self._measure(path, self.look.width)
        await self._ask(path, self.look.width, colours=path.startswith("zh/") == (self.look.scheme == "light"))
        name = f"{path} ({self.look})"
        if reading:
            await self._read(name)
        if both_widths:
            await self._resize(OTHER[self.look.width])
            await self._measure(path, OTHER[self.look.width])
            if every_look:
                await self._ask(path, OTHER[self.look.width], colours=True)
        await self._behaviour(name)
        await self._resize(self.look.width)

    async def _read(self, name: str) -> None:
        if self.look.still:
            self.found.moving[name] = await self.tab.page.evaluate(MOVING)
        await self._resize(NARROW)
        self.found.wide[name] = await self.tab.page.evaluate(TOO_WIDE)

    async def _measure(self, path: str, width: int) -> None:
        if path != ERROR_PAGE:
            boxes = self.found.boxes.setdefault((path, width), {})
            boxes[self.look.scheme] = await self.tab.page.evaluate(BOXES)

    async def _ask(self, path: str, width: int, *, colours: bool) -> None:
        name = f"{path} ({width} px, {self.look.scheme})"
        self.found.wrong[name] = await violations(self.tab.page, colours=colours)

    async def _resize(self, width: int) -> None:
        await self.tab.page.set_viewport_size({"width": width, "height": HEIGHT})

    async def _behaviour(self, name: str) -> None:
        found, tab = self.found, self.tab
        found.stopped[name] = await tab.stopped()
        found.stored[name] = await tab.stored()
        found.said[name], found.failed[name] = [*tab.said], [*tab.failed]
        found.elsewhere[name] = [url for url in tab.requests if not url.startswith((self.url, "data:"))]


@pytest.fixture(scope="module")
async def survey(engine: Engine, campaign_site: Served, variety: Variety) -> Survey:
    """The richest page of each kind in all looks, the pages with the other parts in one for each language.

    A page is opened once in each scheme and changes its width there, which only its styles notice: no script asks for
    a width. Of the rules of axe those of colours are asked in both schemes (`--both-languages`: in every look), the
    others of each language at one width: a page is built alike in both languages, and that the other scheme has the
    same elements in the same places is a test of its own.
    """
    found, often = Survey(), {ERROR_PAGE, *variety.kinds}
    chinese = {path for path in variety.parts if path.startswith("zh/")}
    more = {"light": {ERROR_PAGE, *variety.parts} - chinese, "dark": chinese}

    async def visit_in_turn(look: Look, context: BrowserContext, paths: list[str]) -> None:
        visitor = Visitor(await new_tab(context), look, campaign_site.url, found)
        while paths:
            path = paths.pop()
            here = path in more[look.scheme]
            await visitor.visit(path, both_widths=path in often, every_look=variety.both, reading=here)

    async def visit_all(look: Look) -> None:
        async with engine.context(look) as context:
            await context.add_init_script(path=SOURCE)
            paths = sorted(often | more[look.scheme], reverse=True)
            await gather(*(visit_in_turn(look, context, paths) for _ in range(TABS)))

    await gather(*(visit_all(look) for look in FULL.values()))
    return found


def only_findings(found: dict[str, list[str]]) -> dict[str, list[str]]:
    assert len(found) > 50
    return {name: lines for name, lines in found.items() if lines}


def test_axe_finds_no_violation(survey: Survey) -> None:
    """WCAG 2.2 A and AA and axe's best practices: nothing to complain of, on any page in any look."""
    assert len(survey.wrong) > 50
    assert only_findings(survey.wrong) == {}


def test_no_page_breaks_its_policy(survey: Survey) -> None:
    """The browser reports nothing that a page's policy stopped."""
    assert only_findings(survey.stopped) == {}


def test_the_console_is_silent(survey: Survey) -> None:
    """No error and no warning of the browser or of a script."""
    assert only_findings(survey.said) == {}


def test_everything_a_page_asks_for_is_there(survey: Survey) -> None:
    """No request fails."""
    assert only_findings(survey.failed) == {}


def test_no_request_leaves_the_site(survey: Survey) -> None:
    """All that is asked for, by page, style or script, is asked of the site itself."""
    assert only_findings(survey.elsewhere) == {}


def test_nothing_is_left_on_the_device(survey: Survey) -> None:
    """No cookie, no storage, no database, no cache, no worker."""
    assert only_findings(survey.stored) == {}


def test_a_scheme_changes_nothing_but_colours(survey: Survey) -> None:
    """In the dark the same elements stand in the same places as in the light, at both widths."""
    both = {at: boxes for at, boxes in survey.boxes.items() if len(boxes) == len(FULL)}
    assert len(both) > 35
    changed = {at: set(boxes["light"]) ^ set(boxes["dark"]) for at, boxes in both.items()}
    assert {at: sorted(different)[:5] for at, different in changed.items() if different} == {}


def test_nothing_scrolls_sideways_at_320_px(survey: Survey) -> None:
    """WCAG 1.4.10: every kind of page in both languages fits into 320 px."""
    assert len(survey.wide) > 40
    assert {name: found for name, found in survey.wide.items() if found} == {}


def test_nothing_moves_where_that_was_asked(survey: Survey) -> None:
    """prefers-reduced-motion: no transition, no animation, no smooth scrolling."""
    assert len(survey.moving) > 20
    assert {name: found for name, found in survey.moving.items() if found} == {}
