"""A visit to a page: all that the page did, asked for, said and left behind."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import BrowserContext, ConsoleMessage, Page

# Asked before any script of the page: what its policy stopped.
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
class Visit:
    """One page, and what was noticed until the reader left."""

    path: str
    page: Page
    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    async def stopped(self) -> list[str]:
        """What the page's policy stopped."""
        found: list[str] = await self.page.evaluate("window.stopped")
        return found

    async def stored(self) -> list[str]:
        """What the page left on the reader's device."""
        kept: list[str] = await self.page.evaluate(STORED)
        return [*kept, *(f"cookie {one['name']}" for one in await self.page.context.cookies())]


@asynccontextmanager
async def visit(context: BrowserContext, root: str, path: str) -> AsyncIterator[Visit]:
    """Open the page of a site in a tab of its own, and listen from the first moment."""
    page = await context.new_page()
    await page.add_init_script(WATCH)
    visited = _listen(Visit(path, page))
    await page.goto(root + path)
    yield visited
    await page.close()


def _listen(found: Visit) -> Visit:
    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.on("requestfailed", lambda request: found.failed.append(f"{request.url}: {request.failure}"))
    found.page.on("response", lambda answer: found.failed.extend([answer.url] if answer.status >= 400 else []))
    found.page.on("console", lambda message: found.said.extend(_complaint(message)))
    found.page.on("pageerror", lambda error: found.said.append(str(error)))
    return found


def _complaint(message: ConsoleMessage) -> list[str]:
    return [f"{message.type}: {message.text}"] if message.type in ("error", "warning") else []
