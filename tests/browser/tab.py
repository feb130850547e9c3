"""A tab of a browser, and all that the page in it did, asked for, said and left behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, ConsoleMessage, Page

# Asked before any script of a page: what its policy stopped.
WATCH = """
window.stopped = [];
addEventListener("securitypolicyviolation", event => {
  window.stopped.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
"""
# A file has no caches, and not every browser tells of its databases there.
STORED = """
async () => [
  ...document.cookie ? [`cookie ${document.cookie}`] : [],
  ...Object.keys(localStorage).map(key => `localStorage ${key}`),
  ...Object.keys(sessionStorage).map(key => `sessionStorage ${key}`),
  ...(await indexedDB.databases()).map(one => `indexedDB ${one.name}`),
  ...(window.caches ? await caches.keys() : []).map(key => `cache ${key}`),
  ...(await navigator.serviceWorker?.getRegistrations() ?? []).map(one => `service worker ${one.scope}`),
]
"""


@dataclass
class Tab:
    """One tab, and what was noticed since its page was opened."""

    page: Page
    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    async def open(self, address: str) -> None:
        """Open a page, and forget the last one."""
        for found in (self.requests, self.failed, self.said):
            found.clear()
        await self.page.goto(address)

    async def stopped(self) -> list[str]:
        """What the page's policy stopped."""
        found: list[str] = await self.page.evaluate("window.stopped")
        return found

    async def stored(self) -> list[str]:
        """What the pages left on the reader's device."""
        kept: list[str] = await self.page.evaluate(STORED)
        return [*kept, *(f"cookie {one['name']}" for one in await self.page.context.cookies())]


async def new_tab(context: BrowserContext) -> Tab:
    """A tab that listens before its first page is opened."""
    page = await context.new_page()
    await page.add_init_script(WATCH)
    tab = Tab(page)
    page.on("request", lambda request: tab.requests.append(request.url))
    page.on("requestfailed", lambda request: tab.failed.append(f"{request.url}: {request.failure}"))
    page.on("response", lambda answer: tab.failed.extend([answer.url] if answer.status >= 400 else []))
    page.on("console", lambda message: tab.said.extend(_complaint(message)))
    page.on("pageerror", lambda error: tab.said.append(str(error)))
    return tab


async def step_back(page: Page, address: str) -> None:
    """Go back within a page, to an address of it.

    The page is asked where it is: of a step to an address without a fragment Firefox tells nothing.
    """
    await page.evaluate("history.back()")
    await page.wait_for_function("address => location.href === address", arg=address)


def _complaint(message: ConsoleMessage) -> list[str]:
    return [f"{message.type}: {message.text}"] if message.type in ("error", "warning") else []
