"""Readers without scripts, as in Tor Browser at its safest: everything is there, and nothing that does nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browser.engine import PHONE, Engine, Look
from browser.printing import bare

if TYPE_CHECKING:
    from browser.server import Served
    from browser.variety import Variety
    from whole_site.sites import Edited

LOOK = Look(PHONE, scripts=False)
UNFOLD = 'for (const one of document.querySelectorAll("details")) one.open = true;'
SHOWN = "one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0"
HIDDEN_LINKS = f"""
() => {{
  {UNFOLD}
  const links = [...document.querySelectorAll("body a[href]:not([href^='#'])")];
  const shown = new Set(links.filter(one => {SHOWN}).map(one => one.href));
  return links.filter(one => !shown.has(one.href)).map(one => one.href);
}}
"""
DEAD_CONTROLS = f"""
() => {{
  {UNFOLD}
  const controls = "form, button, input, select, textarea:not([readonly]), [role=button], [role=switch], [role=tab]";
  return [...document.querySelectorAll(controls)].filter(one => {SHOWN}).map(one => one.outerHTML.slice(0, 120));
}}
"""
ALL_WORDS = f"() => {{ {UNFOLD} return document.querySelector('main').innerText; }}"
LETTER = re.compile(r"actions/.*/letter-.*\.txt$")


@pytest.fixture(scope="module")
async def found(engine: Engine, campaign_site: Served, variety: Variety) -> dict[str, dict[str, list[str]]]:
    """Every part of every kind of page: page -> what it hides, and what it shows that does nothing."""
    answers = {}
    async with engine.context(LOOK) as context:
        page = await context.new_page()
        for path in variety.parts:
            await page.goto(campaign_site.url + path)
            answers[path] = {"hidden": await page.evaluate(HIDDEN_LINKS), "dead": await page.evaluate(DEAD_CONTROLS)}
    assert len(answers) > 25
    return answers


def test_pages_hide_no_link(found: dict[str, dict[str, list[str]]]) -> None:
    """Each link of a page can be seen without scripts, none waits for one.

    With the links that lead from the home page to every page (tests/whole_site/test_links.py) nothing is out of reach.
    """
    assert {path: one["hidden"] for path, one in found.items() if one["hidden"]} == {}


def test_pages_show_no_dead_control(found: dict[str, dict[str, list[str]]]) -> None:
    """What needs a script cannot be seen."""
    assert {path: one["dead"] for path, one in found.items() if one["dead"]} == {}


async def test_every_letter_can_be_read_in_full(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """Each paragraph of each letter file stands on a page of its own, in one of the languages by turns."""
    letters = [path for path in invented.site.files if LETTER.match(path) and to_sign(invented.site.text(path))]
    assert len(letters) > 5
    async with engine.context(LOOK) as context:
        page = await context.new_page()
        for number, letter in enumerate(sorted(letters)):
            await page.goto(f"{campaign_site.url}{('', 'zh/')[number % 2]}{letter.removesuffix('txt')}html")
            words = bare(await page.evaluate(ALL_WORDS))
            assert [one for one in paragraphs(invented.site.text(letter)) if bare(one) not in words] == []


def to_sign(letter: str) -> bool:
    """Is it a letter? That of a past action says that there is none to send any more."""
    return "[YOUR NAME]" in letter or "[署名]" in letter


def paragraphs(letter: str, blocks: int = 1) -> list[str]:
    """The paragraphs of a letter below the blocks of its address."""
    return letter.strip().split("\n\n")[blocks:]
