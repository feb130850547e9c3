"""Whom a reader comes from is told to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.engine import DESK, Engine, Look
from browser.server import serve

if TYPE_CHECKING:
    from pathlib import Path

    from browser.server import Served
    from browser.variety import Variety

# Any link to another site, led to a server that writes down what it is told.
LEAVE = """
(elsewhere) => {
  const link = [...document.querySelectorAll("a[href^=http]")].find(one => one.origin !== location.origin);
  if (link) { link.href = elsewhere; link.click(); }
  return Boolean(link);
}
"""


async def test_no_request_says_where_it_comes_from(
    engine: Engine, campaign_site: Served, variety: Variety, tmp_path: Path
) -> None:
    """Within the site and on the way out: no Referer, no Cookie, in any request, from any kind of page."""
    left = 0
    (tmp_path / "index.html").touch()
    with serve(tmp_path) as elsewhere:
        async with engine.context(Look(DESK)) as context:
            page = await context.new_page()
            for path in variety.kinds:
                await page.goto(campaign_site.url + path)
                # Another address each time, so that none is answered from memory.
                if await page.evaluate(LEAVE, f"{elsewhere.url}?{left}"):
                    await page.wait_for_url(f"{elsewhere.url}?{left}")
                    left += 1
    arrived = [one for one in elsewhere.log if one.path.startswith("/?")]
    assert len(arrived) == left > 3
    assert [one for one in [*campaign_site.log, *arrived] if {"Referer", "Cookie"} & set(one.headers)] == []
