"""Every kind of page, at both widths, in both schemes and languages: access, policy, requests, traces."""

from __future__ import annotations

from asyncio import gather
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from browser.axe import violations
from browser.engine import DESK, LOOKS, PHONE, Engine, Look
from browser.tab import new_tab
from browser.variety import ERROR_PAGE, one_of_each, varied

if TYPE_CHECKING:
    from browser.server import Served
    from browser.tab import Tab
    from whole_site.sites import Edited


@dataclass(frozen=True)
class Survey:
    """What was found on each page that was visited: its address and look -> findings."""

    wrong: dict[str, list[str]]
    stopped: dict[str, list[str]]
    said: dict[str, list[str]]
    failed: dict[str, list[str]]
    elsewhere: dict[str, list[str]]
    stored: dict[str, list[str]]


@pytest.fixture(scope="module")
async def survey(engine: Engine, campaign_site: Served, invented: Edited) -> Survey:
    """The invented campaign: the richest page of each kind in all looks, all varied pages in one for each language."""
    found = Survey({}, {}, {}, {}, {}, {})

    async def look_at(path: str, look: Look, tab: Tab) -> None:
        name = f"{path} ({look})"
        await tab.open(campaign_site.url + path)
        found.wrong[name] = await violations(tab.page)
        found.stopped[name] = await tab.stopped()
        found.stored[name] = await tab.stored()
        found.said[name], found.failed[name] = [*tab.said], [*tab.failed]
        found.elsewhere[name] = [url for url in tab.requests if not url.startswith((campaign_site.url, "data:"))]

    async def look_at_all(look: Look) -> None:
        english = varied if look == Look(PHONE, "light") else one_of_each
        chinese = varied if look == Look(DESK, "dark") else one_of_each
        async with engine.context(look) as context:
            tab = await new_tab(context)
            for path in [ERROR_PAGE, *english(invented.site), *chinese(invented.site, "zh")]:
                await look_at(path, look, tab)

    await gather(*(look_at_all(look) for look in LOOKS))
    return found


def only_findings(found: dict[str, list[str]]) -> dict[str, list[str]]:
    assert len(found) > 100
    return {name: lines for name, lines in found.items() if lines}


def test_axe_finds_no_violation(survey: Survey) -> None:
    """WCAG 2.2 A and AA and axe's best practices: nothing to complain of, on any page in any look."""
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
