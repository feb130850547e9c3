"""One browser for all tests, and the sites of tests/whole_site at addresses on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright

from browser.engine import Engine
from browser.server import Served, serve
from browser.variety import Variety

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from whole_site.sites import Edited


@pytest.fixture(scope="session")
async def engine(request: pytest.FixtureRequest) -> AsyncIterator[Engine]:
    """The browser that was asked for, Chromium without a word."""
    async with async_playwright() as playwright:
        found = Engine(request.config.getoption("--engine"), playwright)
        yield found
        await found.close()


@pytest.fixture(scope="session")
def variety(invented: Edited, request: pytest.FixtureRequest) -> Variety:
    """The pages of the invented campaign that stand for all."""
    return Variety(invented.site, request.config.getoption("--both-languages"))


@pytest.fixture(scope="session")
def campaign_site(invented: Edited) -> Iterator[Served]:
    """The invented campaign over http."""
    assert invented.site
    with serve(invented.folder) as served:
        yield served
