"""The filter of the status index: who is found, by what, on which page, and what the address says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from browser.engine import PHONE, Engine, Look
from browser.tab import new_tab, step_back

if TYPE_CHECKING:
    from playwright.async_api import Page

    from browser.server import Served
    from whole_site.sites import Edited

QUERY = "#filter-query"
RESULTS = ".ec-filter__results .ec-card__name"
SAID = ".ec-filter__count"
ALL = ".ec-filter__all"
# A person's name, on pages of both languages, in all that somebody may type for it.
NAMES = [
    "Stone Umbrella",
    "stoneumbrella",
    "STONE UMB",
    "Stōne Ümbrellà",
    "stone-umb-rella",
    "umbrella stone",
    "umbrellastone",
    "石伞",
    "伞",
    "石伞 scholar",
    "石傘",  # in the other script
    "stone umbrela",  # a letter too few
    "stnoe umbrella",
]
# Pen names, a transliteration without its signs, a misspelling -> whose they are.
ALIASES = {
    "Leaf at Four": "Green Teapot",
    "四点之叶": "Green Teapot",
    "清壶": "Green Teapot",
    "qeghezkeme": "Paper Boat",
    "needle0": "Grey Thimble",
}


async def found(page: Page, query: str) -> list[str]:
    """Who is listed once a query has been typed and answered."""
    await page.fill(QUERY, query)
    await page.locator(f"{SAID}:not(:empty)").wait_for()
    return await page.locator(RESULTS).all_inner_texts()


async def test_a_name_in_either_script(engine: Engine, campaign_site: Served) -> None:
    """With or without tones, blanks, hyphens and capitals, in both orders, by a part, on pages of both languages."""
    wrong: dict[str, list[str]] = {}
    for path, name in (("status.html", "Stone Umbrella"), ("zh/status.html", "石伞")):
        async with engine.page(campaign_site.url + path, Look(PHONE)) as page:
            answers = {query: await found(page, query) for query in NAMES}
            wrong |= {f"{path} {query}": answer for query, answer in answers.items() if answer != [name]}
    assert wrong == {}


async def test_an_alias(engine: Engine, campaign_site: Served) -> None:
    """A pen name, a transliteration without its signs, a misspelling, which is found by and never shown."""
    async with engine.page(campaign_site.url + "status.html", Look()) as page:
        assert {query: await found(page, query) for query in ALIASES} == {
            query: [name] for query, name in ALIASES.items()
        }
        await found(page, "清壶")
        assert "清壶" not in await page.inner_text("body")


async def test_terms_in_both_languages(engine: Engine, campaign_site: Served) -> None:
    """A charge, a region, a role; two words narrow down; what matches by name stands first."""
    async with engine.page(campaign_site.url + "status.html", Look()) as page:
        charged = await found(page, "picking quarrels")
        assert "Blue Lantern" in charged
        assert await found(page, "寻衅滋事") == charged
        narrowed = await found(page, "寻衅滋事 yunnan")
        assert "Green Teapot" in narrowed
        assert set(narrowed) < set(charged)
        # "Paper" begins a name, and stands within another one; "reading" is a name of a group.
        assert [name.startswith("Paper") for name in await found(page, "paper")] == [True, False]


async def test_every_page_of_the_index_finds_everybody(engine: Engine, campaign_site: Served, invented: Edited) -> None:
    """The index of the campaign has many pages; each finds each person, by name."""
    paths = [path for path in invented.site.pages if re.fullmatch(r"status(-\d+)?\.html", path)]
    people = [anchor for path in paths for anchor in invented.site.pages[path].anchors if "ec-card" in anchor.near]
    names = {anchor.text for anchor in people if anchor.href.startswith("cases/") and "/by/" not in anchor.href}
    assert len(paths) > 2
    assert len(names) > 10
    for path in (paths[0], paths[-1]):
        async with engine.page(campaign_site.url + path, Look()) as page:
            for name in sorted(names):
                assert name in await found(page, name), path


async def test_who_is_paused_is_not_found(engine: Engine, campaign_site: Served) -> None:
    """By no name; and the page says what can be looked for."""
    async with engine.page(campaign_site.url + "status.html", Look()) as page:
        for query in ("Folded Map", "折图"):
            assert await found(page, query) == []
            assert await page.inner_text(SAID) == await page.get_attribute(SAID, "data-none")


async def test_the_number_is_announced_and_escape_takes_it_back(engine: Engine, campaign_site: Served) -> None:
    """A status for those who listen; Escape or the button shows everybody again and leaves the focus in the field."""
    async with engine.page(campaign_site.url + "zh/status.html", Look(PHONE)) as page:
        assert await page.get_attribute(SAID, "role") == "status"
        for key in ("Escape", "button"):
            await found(page, "石伞")
            assert re.fullmatch(r"\d+份记录中有1份符合。", await page.inner_text(SAID))
            assert not await page.is_visible(ALL)
            await (page.keyboard.press(key) if key == "Escape" else page.click("[data-does=clear]"))
            assert await page.is_visible(ALL)
            assert (await page.input_value(QUERY), await page.inner_text(SAID)) == ("", "")
            assert await page.evaluate("document.activeElement.id") == "filter-query"


async def test_the_address_says_what_is_filtered(engine: Engine, campaign_site: Served) -> None:
    """In its fragment, never in a query: it can be handed on, and one step back leads to the whole index."""
    address = campaign_site.url + "status.html"
    async with engine.page(address, Look()) as page:
        await page.locator(QUERY).press_sequentially("石伞")
        await page.wait_for_selector(RESULTS)
        shared = page.url
        assert shared == f"{address}#q=%E7%9F%B3%E4%BC%9E"
        await step_back(page, address)
        await page.wait_for_selector(ALL, state="visible")
        assert await page.input_value(QUERY) == ""
        await page.go_forward()
        await page.wait_for_selector(RESULTS)
    async with engine.page(shared, Look()) as page:
        await page.wait_for_selector(RESULTS)
        assert await page.input_value(QUERY) == "石伞"
    assert [asked.path for asked in campaign_site.log if "status.html?" in asked.path] == []


async def test_a_link_to_a_heading_leads_there_from_a_filtered_list(engine: Engine, campaign_site: Served) -> None:
    """The heading had been hidden by the filter."""
    async with engine.page(campaign_site.url + "status.html#q=stone", Look()) as page:
        await page.wait_for_selector(RESULTS)
        await page.evaluate("location.hash = 'legend'")
        await page.wait_for_selector(ALL, state="visible")
        await page.wait_for_function("document.getElementById('legend').getBoundingClientRect().top < innerHeight")


async def test_it_works_from_a_disk(engine: Engine, invented: Edited) -> None:
    """Opened as a file, with nothing stopped and nothing asked for but files of the copy."""
    assert invented.site
    root = invented.folder.as_uri() + "/"
    async with engine.context(Look(PHONE)) as context:
        seen = await new_tab(context)
        await seen.open(root + "zh/status-2.html")
        assert await found(seen.page, "stoneumbrella") == ["石伞"]
        assert seen.page.url.endswith("zh/status-2.html#q=stoneumbrella")
        assert (seen.failed, seen.said, await seen.stopped()) == ([], [], [])
        await seen.page.click(RESULTS)
        assert seen.page.url == root + "zh/cases/stone-umbrella.html"


async def test_without_scripts_there_is_no_field(engine: Engine, campaign_site: Served) -> None:
    """Nothing that does nothing; the lists are there."""
    async with engine.page(campaign_site.url + "status.html", Look(scripts=False)) as page:
        assert not await page.is_visible(QUERY)
        assert await page.is_visible(ALL)
        assert await page.is_visible("#lists")
