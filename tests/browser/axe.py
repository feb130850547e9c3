"""axe-core, the engine that most checkers of accessibility are made of: what it finds wrong on a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.async_api import Page

SOURCE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 up to AA is all of these together; best practices are axe's own.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Of these rules the ones that read colours.
COLOURS = ["color-contrast", "link-in-text-block"]
# With everything unfolded: then all that a reader may come to see is seen at once.
RUN = """
async (runOnly) => {
  const folded = [...document.querySelectorAll("details:not([open])")];
  for (const one of folded) one.open = true;
  const found = (await axe.run(document, {runOnly, resultTypes: ["violations"], preload: false})).violations;
  for (const one of folded) one.open = false;
  return found;
}
"""


async def violations(page: Page, *, colours: bool = False) -> list[str]:
    """Each violation, of all rules or of those of colours, with its elements in one line; a page may have none.

    The page's context has SOURCE as a script of every page.
    """
    run = {"type": "rule", "values": COLOURS} if colours else {"type": "tag", "values": TAGS}
    return [_line(one) for one in await page.evaluate(RUN, run)]


def _line(found: dict[str, Any]) -> str:
    nodes = [f"{' '.join(node['target'])}: {_reason(node)}" for node in found["nodes"]]
    return f"{found['id']} ({found['impact']}): {' | '.join(nodes[:5])}"


def _reason(node: dict[str, Any]) -> str:
    return " ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])
