"""The search page: what is found in which language, what narrows it, and where it cannot run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

import pytest

from browser.engine import DESK, PHONE, Engine, Look
from browser.tab import new_tab, step_back

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served
    from whole_site.sites import Edited

BOX = ".ec-search-box input"
QUERY = "#search-query"
RESULTS = ".ec-result__title a"
SAID = ".ec-search__count"
WITHOUT = ".ec-search__without"
# Loading the index, and a pause in typing, on a machine that is busy with other tests.
PATIENCE = 20_000


async def found(page: Page, query: str = "", **choices: str) -> dict[str, str]:
    """Path of each page found -> its excerpt, once the answer to this query is there."""
    await page.evaluate(f"document.querySelector('{SAID}').textContent = ''")
    await page.fill(QUERY, query)
    if choices:
        await page.evaluate("document.querySelector('.ec-search details').open = true")
    for name, value in choices.items():
        await page.select_option(f"#search-{name}", value)
    await page.wait_for_timeout(300)
    await page.wait_for_function(
        f"() => document.querySelector('{SAID}').textContent !== '' && "
        f"document.querySelectorAll('.ec-result').length >= Math.min(10, parseInt(document.querySelector('{SAID}')"
        ".textContent.match(/\\d+/) ?? 0))",
        timeout=PATIENCE,
    )
    root = page.url.split("search.html")[0].removesuffix("zh/")
    rows = await page.locator(".ec-result").all()
    answer = {}
    for row in rows:
        address = await row.locator("a").evaluate("link => link.href")
        answer[address.removeprefix(root)] = await row.locator(".ec-result__excerpt").inner_text()
    return answer


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("伞写", "zh/actions/stone-umbrella-rsdl.html"),  # in the middle of a title
        ("续审", "zh/actions/before-the-second-hearing.html"),
        ("石伞", "zh/cases/stone-umbrella.html"),  # a name
        ("诉状", "zh/cases/stone-umbrella.html"),  # in the middle of a sentence
        ("替渡口工人写", "zh/cases/stone-umbrella.html"),
        ("口工", "zh/cases/stone-umbrella.html"),  # no word of any dictionary
        ("石伞 诉状", "zh/cases/stone-umbrella.html"),
    ],
)
async def test_chinese_is_found_by_any_part(query: str, path: str, engine: Engine, campaign_site: Served) -> None:
    """In titles and in sentences; the excerpt reads as it was written."""
    async with engine.page(campaign_site.url + "zh/search.html", Look(PHONE)) as page:
        answer = await found(page, query)
        assert path in answer
        assert all(one.startswith("zh/") for one in answer)
        assert not re.search(r"[\u3400-\u9fff] [\u3400-\u9fff]", answer[path].replace("  ", ""))
        assert any(part in answer[path] for part in query.split())


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("Stone Umbrella", "cases/stone-umbrella.html"),
        ("石伞", "cases/stone-umbrella.html"),
        ('"stone umbrella"', "cases/stone-umbrella.html"),
    ],
)
async def test_english_is_found(query: str, path: str, engine: Engine, campaign_site: Served) -> None:
    """By words, by a quotation, and by a name in characters that stands on the English page."""
    async with engine.page(campaign_site.url + "search.html", Look()) as page:
        answer = await found(page, query)
        assert path in answer
        assert not [one for one in answer if one.startswith("zh/")]


async def test_the_number_of_an_action_is_one_word(engine: Engine, campaign_site: Served) -> None:
    """In Chinese too, where a dictionary would cut it: its page is found, and no other that has a 26."""
    async with engine.page(campaign_site.url + "zh/search.html", Look()) as page:
        for query in ("00.26", '"00.26"', "第00.26号"):
            assert list(await found(page, query)) == ["zh/actions/stone-umbrella-rsdl.html"], query


async def test_signs_in_a_query_do_not_matter(engine: Engine, campaign_site: Served) -> None:
    """Who copies a part of a text finds the page."""
    async with engine.page(campaign_site.url + "zh/search.html", Look()) as page:
        for query in ("诉状。法律", "写诉状的法律学者。昵称：伞先生", "“昵称：伞先生”", "！石伞"):
            assert "zh/cases/stone-umbrella.html" in await found(page, query), query


async def test_an_excerpt_begins_and_ends_as_a_text(engine: Engine, campaign_site: Served) -> None:
    """No full stop of another sentence before it, and no Latin one behind Chinese."""
    async with engine.page(campaign_site.url + "zh/search.html", Look()) as page:
        every = {**await found(page, "渡口"), **await found(page, "2026"), **await found(page, "被带走")}
    assert len(every) > 10
    assert [one for one in every.values() if re.search(r"^[.。，、]|[\u3400-\u9fff] ?[.](?: |$)", one)] == []


async def test_nothing_of_the_other_language_is_found(engine: Engine, campaign_site: Served) -> None:
    """A sentence of the Chinese page is in no English one."""
    async with engine.page(campaign_site.url + "search.html", Look()) as page:
        assert await found(page, "替渡口工人写诉状") == {}
        assert await page.inner_text(SAID) == await page.get_attribute(SAID, "data-none")
        address = await page.get_attribute(".ec-search__elsewhere a", "href")
        assert address
        assert address.startswith("status.html#q=%E6%9B%BF")


async def test_choices_narrow_what_is_found(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """By kind, status, charge and region, together with words or without any."""
    async with engine.page(campaign_site.url + "search.html", Look(DESK)) as page:
        everything = await found(page, "ferry")
        actions = await found(page, "ferry", kind="action")
        assert actions
        assert actions.keys() < everything.keys() | actions.keys()
        assert all(path.startswith("actions/") for path in actions)
        for name, facet in (("status", "status"), ("charge", "charge"), ("region", "region")):
            options = page.locator(f"#search-{name} option")
            value = await options.nth(1).get_attribute("value")
            assert value
            await page.click("[data-does=clear]")
            answer = await found(page, kind="case", **{name: value})
            listed = invented.site.pages[f"cases/by/{facet}/{value.lower()}.html"]
            people = {
                one.href.removeprefix("../../../") for one in listed.anchors if one.href.startswith("../../../cases/")
            }
            assert people & answer.keys() == people


async def test_the_address_says_what_is_searched(engine: Engine, campaign_site: Served) -> None:
    """In its fragment: it can be handed on, and goes to no server; one step back leads to where nothing was."""
    address = campaign_site.url + "zh/search.html"
    async with engine.page(address, Look()) as page:
        await found(page, "渡口", kind="case")
        shared = page.url
        assert shared == f"{address}#q=%E6%B8%A1%E5%8F%A3&kind=case"
        await step_back(page, address)
        await page.wait_for_function(f"document.querySelector('{SAID}').textContent === ''")
    async with engine.page(shared, Look()) as page:
        await page.wait_for_selector(RESULTS, timeout=PATIENCE)
        assert await page.input_value("#search-kind") == "case"
    asked = [one.path for one in campaign_site.log]
    assert [path for path in asked if "%E6%B8%A1" in path or "渡口" in path or "kind=" in path] == []


@pytest.mark.parametrize(
    ("path", "query", "how", "found_at"),
    [
        ("index.html", "Stone Umbrella", "Enter", "cases/stone-umbrella.html"),
        ("cases/by/status/taken-away.html", "ferry & petitions", "click", "cases/stone-umbrella.html"),
        ("zh/actions/stone-umbrella-rsdl.html", "诉状", "Enter", "zh/cases/stone-umbrella.html"),
        ("404.html", "Stone Umbrella", "click", "cases/stone-umbrella.html"),
    ],
)
async def test_the_box_in_the_header_opens_the_search(
    path: str, query: str, how: str, found_at: str, engine: Engine, campaign_site: Served
) -> None:
    """With what was typed; it is sent to no server."""
    async with engine.page(campaign_site.url + path, Look(PHONE)) as page:
        await page.fill(BOX, f" {query} ")
        if how == "Enter":
            await page.press(BOX, "Enter")
        else:
            await page.click(f"{BOX} + a")
        await page.wait_for_selector(RESULTS, timeout=PATIENCE)
        assert await page.input_value(QUERY) == query
        links = await page.locator(RESULTS).evaluate_all("links => links.map(link => link.href)")
        assert campaign_site.url + found_at in links
        # There the page has a field of its own.
        assert await page.locator(BOX).count() == 0
    assert [one.path for one in campaign_site.log if query in unquote_plus(one.path)] == []


async def test_characters_that_are_being_composed_are_not_searched(engine: Engine, campaign_site: Served) -> None:
    """The key that accepts them opens nothing, in Safari neither; an empty box opens the search without words."""
    async with engine.page(campaign_site.url + "zh/index.html", Look(DESK)) as page:
        for sign in ({"isComposing": True}, {"keyCode": 229}):
            await page.locator(BOX).dispatch_event("keydown", {"key": "Enter", **sign})
        await page.wait_for_timeout(300)
        assert page.url.endswith("zh/index.html")
        await page.fill(BOX, "诉状")
        await page.fill(BOX, " ")
        await page.press(BOX, "Enter")
        await page.wait_for_url(campaign_site.url + "zh/search.html")


@pytest.mark.parametrize("where", ["disk", "no scripts"])
async def test_the_box_is_a_link_where_no_search_runs(
    where: str, engine: Engine, campaign_site: Served, invented: Edited
) -> None:
    """From a file and without scripts the header has the link to the page, and no field that does nothing."""
    root = invented.site.root.as_uri() + "/" if where == "disk" else campaign_site.url
    async with engine.page(root + "cases/stone-umbrella.html", Look(PHONE, scripts=where != "no scripts")) as page:
        assert not await page.is_visible(BOX)
        assert await page.is_visible(".ec-search-box a")
        await page.goto(await page.locator(".ec-search-box a").evaluate("link => link.href"))
        assert await page.is_visible(WITHOUT)


async def test_the_box_moves_nothing_when_it_comes(engine: Engine, campaign_site: Served) -> None:
    """Its place is held until the script has come, in both languages and every width."""
    heights: dict[bool, list[float]] = {True: [], False: []}
    for arrives, found_heights in heights.items():
        async with engine.context(Look(PHONE)) as context:
            page = await context.new_page()
            if not arrives:
                await page.route("**/site.js", lambda route: route.abort())
            for path in ("cases/stone-umbrella.html", "zh/cases/stone-umbrella.html"):
                await page.goto(campaign_site.url + path)
                assert await page.is_visible(BOX) is arrives
                for width in range(320, 1300, 28):
                    await page.set_viewport_size({"width": width, "height": 800})
                    found_heights.append(
                        await page.evaluate("document.querySelector('.ec-header').getBoundingClientRect().height")
                    )
    assert len(set(heights[True])) > 1
    assert heights[True] == heights[False]


async def test_a_search_breaks_no_promise(engine: Engine, campaign_site: Served) -> None:
    """Nothing that the policy would stop, no other host, nothing kept, no error; only this page may run the engine."""
    async with engine.context(Look(PHONE)) as context:
        seen = await new_tab(context)
        await seen.open(campaign_site.url + "search.html")
        assert await found(seen.page, "ferry")
        assert (seen.failed, seen.said, await seen.stopped()) == ([], [], [])
        assert await seen.stored() == []
        assert [url for url in seen.requests if not url.startswith(campaign_site.url)] == []
        await seen.page.keyboard.press("Tab")
        await seen.page.locator(RESULTS).first.click()
        assert await seen.page.locator("article h1").count() == 1


async def test_escape_takes_a_search_back(engine: Engine, campaign_site: Served) -> None:
    """And the focus stays in the field."""
    async with engine.page(campaign_site.url + "search.html", Look()) as page:
        await found(page, "ferry")
        await page.focus(QUERY)
        await page.keyboard.press("Escape")
        await page.wait_for_function(f"document.querySelector('{SAID}').textContent === ''")
        assert await page.locator(RESULTS).count() == 0
        assert await page.evaluate("document.activeElement.id") == "search-query"


@pytest.mark.parametrize("where", ["disk", "no scripts", "no index"])
async def test_where_it_cannot_run_it_points_to_the_lists(
    where: str, engine: Engine, campaign_site: Served, invented: Edited
) -> None:
    """From a file and without scripts there is no field; where the index does not come, the page says so."""
    assert invented.site
    root = invented.folder.as_uri() + "/" if where == "disk" else campaign_site.url
    async with engine.context(Look(PHONE, scripts=where != "no scripts")) as context:
        page = await context.new_page()
        await page.route("**/pagefind/**", lambda route: route.abort())
        await page.goto(root + "search.html")
        if where == "no index":
            await page.fill(QUERY, "ferry")
            await page.wait_for_selector(WITHOUT, state="visible", timeout=PATIENCE)
            assert await page.inner_text(SAID) == await page.get_attribute(SAID, "data-failed")
        else:
            assert not await page.is_visible(QUERY)
        assert await page.is_visible(WITHOUT)
        lists = await page.locator("h2#lists ~ ul a").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        assert lists == [
            "status.html",
            "status.html#lists",
            "actions.html",
            "archive.html",
            "updates.html",
            "reports.html",
        ]
