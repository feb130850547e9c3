"""What `make sizes` weighs is what a browser asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sizes

from browser.engine import DESK, Engine, Look
from browser.variety import kind_of

if TYPE_CHECKING:
    from browser.server import Served
    from browser.variety import Variety
    from whole_site.sites import Edited

MINUTE = 60_000
ASK_AGAIN = "fetch(location.href, {cache: 'reload'}).then(answer => answer.text())"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
async def test_a_case_asks_for_what_is_weighed_and_no_more(
    engine: Engine, campaign_site: Served, invented: Edited, variety: Variety, *, scripts: bool
) -> None:
    """Every request for a case page is for a file that was counted."""
    for path in [one for one in variety.parts if kind_of(one) == "case"]:
        view = sizes.first_view(invented.folder, path)
        start = len(campaign_site.log)
        async with engine.page(campaign_site.url + path, Look(DESK, scripts=scripts)) as page:
            if scripts:
                # What a script asks for when all is loaded: whatever it waits for is due, and its request before ours.
                await page.clock.run_for(MINUTE)
                await page.evaluate(ASK_AGAIN)
        asked = {one.path.lstrip("/") for one in campaign_site.log[start:]}
        assert path in asked
        # Of a photo the browser chooses a size, and the largest is weighed.
        photos = {one for one in asked if Path(one).suffix in sizes.PHOTOS}
        assert asked - photos <= view.plain | (view.scripts if scripts else set())
        assert len(photos) <= len(view.photos)
