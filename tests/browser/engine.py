"""A browser of the machine, and how a reader may look at a page: width, scheme, with or without scripts and motion."""

from __future__ import annotations

from asyncio import Lock
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import product
from typing import TYPE_CHECKING, Literal

from browser.machine import program

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, BrowserContext, Page, Playwright

Scheme = Literal["light", "dark"]
HEIGHT = 800
# What the clocks of all readers show: the day for which the invented campaign is built. Its actions are open then.
NOW = datetime(2026, 6, 15, 4, tzinfo=UTC)
PHONE, DESK = 360, 1280
# What Firefox is told by preferences when it starts, for it cannot be told later.
DARK = {"light": 1, "dark": 0}


@dataclass(frozen=True)
class Look:
    """How a reader looks at a page."""

    width: int = DESK
    scheme: Scheme = "light"
    scripts: bool = True
    still: bool = False

    def __str__(self) -> str:
        words = [f"{self.width} px", self.scheme, *["no scripts"] * (not self.scripts), *["still"] * self.still]
        return ", ".join(words)


SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LOOKS = [Look(width, scheme) for width, scheme in product((PHONE, DESK), SCHEMES)]


@dataclass
class Engine:
    """One of the two browsers. Chromium runs once; Firefox once for each kind of reader that it is started for."""

    name: str
    playwright: Playwright
    running: dict[tuple[object, ...], Browser] = field(default_factory=dict)
    starting: Lock = field(default_factory=Lock)

    @asynccontextmanager
    async def context(self, look: Look) -> AsyncIterator[BrowserContext]:
        """A reader who was never here before."""
        browser = await self._browser(look)
        if self.name == "chromium":
            context = await browser.new_context(
                viewport={"width": look.width, "height": HEIGHT},
                java_script_enabled=look.scripts,
                color_scheme=look.scheme,
                reduced_motion="reduce" if look.still else "no-preference",
            )
        else:
            context = await browser.new_context(viewport={"width": look.width, "height": HEIGHT})
        try:
            await context.clock.set_fixed_time(NOW)
            yield context
        finally:
            await context.close()

    @asynccontextmanager
    async def page(self, address: str, look: Look) -> AsyncIterator[Page]:
        """A page opened by such a reader."""
        async with self.context(look) as context:
            page = await context.new_page()
            await page.goto(address)
            yield page

    async def close(self) -> None:
        """Close the browser."""
        for one in self.running.values():
            await one.close()

    async def _browser(self, look: Look) -> Browser:
        key = () if self.name == "chromium" else (look.scheme, look.still, look.scripts)
        async with self.starting:
            if key not in self.running:
                self.running[key] = await self._launch(look)
        return self.running[key]

    async def _launch(self, look: Look) -> Browser:
        path = program(self.name)
        if self.name == "chromium":
            # One process draws the pages of all readers: to start one for each costs a tenth of the time. Every page is
            # new to its scripts, axe above all: they run a tenth faster if they are measured from the first call on.
            args = ["--renderer-process-limit=1", "--js-flags=--no-lazy-feedback-allocation"]
            return await self.playwright.chromium.launch(executable_path=path, args=args)
        # The channel makes Playwright speak WebDriver BiDi, the language of Firefox as it is published.
        return await self.playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=path,
            firefox_user_prefs={
                "layout.css.prefers-color-scheme.content-override": DARK[look.scheme],
                "ui.prefersReducedMotion": int(look.still),
                "javascript.enabled": look.scripts,
                # Where a key leads to is looked at at once, not when a page has glided there.
                "general.smoothScroll": False,
            },
        )
