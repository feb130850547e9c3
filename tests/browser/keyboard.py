"""A reader's hands on a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Page

# More stops than any page has.
PATIENCE = 400


async def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what a selector means has the focus. Raises LookupError where it never does."""
    for _ in range(PATIENCE):
        await page.keyboard.press("Tab")
        if await page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise LookupError(selector)
