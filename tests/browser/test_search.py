"""The search page: what is found in which language, what narrows it, and where it cannot run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browser.engine import PHONE, Engine, Look
from browser.tab import new_tab, step_back

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served
    from whole_site.sites import Edited

QUERY = "#search-query"
RESULTS = ".ec-result__title a"
SAID = ".ec-search__count"
WITHOUT = ".ec-search__without"
# Against an index that never comes.
PATIENCE = 60_000
# A query -> a page that it finds.
CHINESE = {
    "伞写": "zh/actions/stone-umbrella-rsdl.html",  # in the middle of a title
    "续审": "zh/actions/before-the-second-hearing.html",
    "石伞": "zh/cases/stone-umbrella.html",  # a name
    "诉状": "zh/cases/stone-umbrella.html",  # in the middle of a sentence
    "替渡口工人写": "zh/cases/stone-umbrella.html",
    "口工": "zh/cases/stone-umbrella.html",  # no word of any dictionary
    "石伞 诉状": "zh/cases/stone-umbrella.html",
    "石傘": "zh/cases/stone-umbrella.html",  # in the other script
    "替渡口工人寫訴狀": "zh/cases/stone-umbrella.html",
}
SIMPLIFIED = str.maketrans("傘寫訴狀", "伞写诉状")
ROWS = """
rows => rows.map(row => [row.querySelector("a").href, row.querySelector(".ec-result__excerpt").innerText])
"""
# All fields at once, as no hand can, so that it is searched once: no answer to a part of them comes in between.
ASK = """
({said, query, choices}) => {
  document.querySelector(said).textContent = "";
  document.querySelector(".ec-search__results").replaceChildren();
  for (const [name, value] of Object.entries({query, ...choices})) {
    const field = document.getElementById(`search-${name}`);
    field.value = value;
    if (field.value !== value) throw new Error(`${name} has no ${value}`);
    field.dispatchEvent(new Event(field.matches("select") ? "change" : "input", {bubbles: true}));
  }
}
"""
# The number has been told, and as many rows are there as are shown at once.
ANSWERED = """
said => {
  const words = document.querySelector(said).textContent;
  const number = parseInt(words.match(/\\d+/) ?? 0);
  return words !== "" && document.querySelectorAll(".ec-result").length >= Math.min(10, number);
}
"""


async def found(page: Page, query: str = "", **choices: str) -> dict[str, str]:
    """Path of each page found -> its excerpt, once the answer to this query is there."""
    await page.evaluate(ASK, {"said": SAID, "query": query, "choices": choices})
    await page.wait_for_function(ANSWERED, arg=SAID, timeout=PATIENCE)
    root = page.url.split("search.html")[0].removesuffix("zh/")
    rows = await page.locator(".ec-result").evaluate_all(ROWS)
    return {address.removeprefix(root): excerpt for address, excerpt in rows}


async def test_chinese_is_found_by_any_part(engine: Engine, campaign_site: Served) -> None:
    """In titles and in sentences; the excerpt reads as it was written."""
    wrong = {}
    async with engine.page(campaign_site.url + "zh/search.html", Look(PHONE)) as page:
        for query, path in CHINESE.items():
            answer = await found(page, query)
            excerpt = answer.get(path, "").replace("  ", "")
            parted = re.search(r"[\u3400-\u9fff] [\u3400-\u9fff]", excerpt)
            shown = any(part in excerpt for part in query.translate(SIMPLIFIED).split())
            if parted or not shown or others(answer, "zh/"):
                wrong[query] = answer
    assert wrong == {}


async def test_english_is_found(engine: Engine, campaign_site: Served) -> None:
    """By words, by a quotation, and by a name in characters that stands on the English page."""
    wrong = {}
    async with engine.page(campaign_site.url + "search.html", Look()) as page:
        for query in ("Stone Umbrella", "石伞", '"stone umbrella"'):
            answer = await found(page, query)
            if "cases/stone-umbrella.html" not in answer or any(one.startswith("zh/") for one in answer):
                wrong[query] = answer
    assert wrong == {}


def others(answer: dict[str, str], folder: str) -> list[str]:
    """What was found outside a folder."""
    return [path for path in answer if not path.startswith(folder)]


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
        link = page.locator(".ec-search__instead a")
        await link.wait_for(timeout=PATIENCE)
        assert "2 pages have this" in await link.inner_text()
        assert (await link.get_attribute("href") or "").startswith("zh/search.html#q=%E6%9B%BF")


async def test_what_is_nearly_a_name_or_a_keyword_leads_to_its_page(engine: Engine, campaign_site: Served) -> None:
    """One letter wrong in a name: the person; a word of editors, in any language and script: the page that says it."""
    async with engine.page(campaign_site.url + "search.html", Look()) as page:
        assert await found(page, "Stoen Umbrela") == {}
        assert await page.inner_text(SAID) == await page.get_attribute(SAID, "data-none")
        person = page.locator(".ec-search__instead .ec-card__name")
        await person.wait_for(timeout=PATIENCE)
        assert await person.all_inner_texts() == ["Stone Umbrella"]
        for query, path in {"tor": "safety.html", "怎麼寫信": "actions.html", "write": "actions.html"}.items():
            await found(page, query)
            links = page.locator(".ec-search__topics a")
            assert await links.evaluate_all("all => all.map(one => one.getAttribute('href'))") == [path], query
        await found(page, "Stone Umbrella")
        assert await page.locator(":is(.ec-search__topics, .ec-search__instead) a").count() == 0


async def test_choices_narrow_what_is_found(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """By kind, status, charge and region, together with words or without any."""
    async with engine.page(campaign_site.url + "search.html", Look()) as page:
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
