"""Copies of the site: unpacked from a zip and opened as files, and on a server below some other path."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from browser.engine import PHONE, Engine, Look
from browser.server import serve
from browser.tab import new_tab
from browser.test_languages import switch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import Page

    from browser.server import Served
    from browser.variety import Variety
    from whole_site.sites import Edited

# What only a page with all its styles measures.
STYLED = """
() => {
  const body = getComputedStyle(document.body);
  const boxes = [...document.querySelectorAll("header, h1, footer")].map(one => one.getBoundingClientRect().height);
  return [body.fontFamily, body.color, body.backgroundColor, ...boxes].join();
}
"""


@pytest.fixture(scope="module")
def unpacked(invented: Edited, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a copy that went through a zip, in a folder whose name needs escaping."""
    folder = tmp_path_factory.mktemp("copy")
    archive = shutil.make_archive(str(folder / "site"), "zip", invented.folder)
    shutil.unpack_archive(archive, folder / "unpacked 空椅")
    return (folder / "unpacked 空椅").as_uri() + "/"


@pytest.fixture(scope="module")
def mirror(invented: Edited, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site below a path of a server."""
    with serve(invented.folder, "/a/b/") as served:
        yield served.url


@pytest.fixture(params=["unpacked", "mirror"])
def copy(request: pytest.FixtureRequest) -> str:
    """The address of each copy in turn."""
    found: str = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
async def originals(engine: Engine, campaign_site: Served, variety: Variety) -> dict[str, str]:
    """How each kind of page looks on its own server, in languages that lie in folders of other depths."""
    found = {}
    async with engine.context(Look(PHONE)) as context:
        page = await context.new_page()
        for path in variety.kinds:
            await page.goto(campaign_site.url + path)
            found[path] = await page.evaluate(STYLED)
    return found


async def test_a_copy_is_whole(engine: Engine, originals: dict[str, str], copy: str) -> None:
    """In a copy each kind of page looks as on its own server, asks only for files of the copy, and is not in error."""
    wrong = {}
    # A mirror differs from the site by its path alone: the language that lies deeper stands for both.
    deepest = "zh/" if copy.startswith("http") else ""
    async with engine.context(Look(PHONE)) as context:
        seen = await new_tab(context)
        for path in (path for path in originals if path.startswith(deepest)):
            await seen.open(copy + path)
            other = [] if await seen.page.evaluate(STYLED) == originals[path] else ["looks differently"]
            elsewhere = [url for url in seen.requests if not url.startswith((copy, "data:"))]
            wrong[path] = [*other, *elsewhere, *seen.failed, *seen.said, *await seen.stopped()]
    assert {path: found for path, found in wrong.items() if found} == {}


async def test_links_of_a_copy_stay_in_the_copy(engine: Engine, copy: str) -> None:
    """From the home page to a case, its action, the other language and the letter, without leaving the copy."""
    async with engine.context(Look(PHONE)) as context:
        page = await context.new_page()
        await page.goto(copy + "index.html")
        await page.click("header summary")
        await follow(page, "header a[href$='status.html']")
        await follow(page, "main a[href*='cases/'][href$='.html']:not([href*='/by/'])")
        await switch(page, "zh")
        await page.click("header summary")
        await follow(page, "header a[href$='actions.html']")
        await follow(page, "main a[href*='actions/'][href$='.html']")
        assert page.url.startswith(copy + "zh/actions/")


async def follow(page: Page, link: str) -> None:
    """Take the first such link."""
    async with page.expect_navigation():
        await page.locator(link).first.click()
