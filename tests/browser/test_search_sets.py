"""The search page in other sets of languages: one alone, both scripts of Chinese, and one from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.engine import PHONE, Engine, Look
from browser.server import serve
from browser.test_search import found
from whole_site import invented_language
from whole_site.language_sets import SETS, built_once

if TYPE_CHECKING:
    from pathlib import Path

CASE = "cases/li-si.html"
# A set -> language -> what is typed, and a page that it finds.
TYPED = {
    "scripts": {"zh": ("李四", CASE), "en": ("Li Si", CASE), "zh-Hant": ("譯者寫", CASE)},
    "zh-alone": {"zh": ("织工人", CASE)},
    "en-alone": {"en": ("organised", CASE)},
    "three": {
        "zh": ("诉状", "cases/stone-umbrella.html"),
        invented_language.CODE: (invented_language.in_its_letters("scholar"), "cases/glass-comb.html"),
        "en": ("petitions", "cases/stone-umbrella.html"),
    },
}


async def test_each_language_of_a_set_is_searched(engine: Engine, run_folder: Path) -> None:
    """What stands on a page is found on the search page of its language, in pages of that language alone."""
    wrong, looked = {}, 0
    for name, languages in SETS.items():
        spoken = built_once(name, run_folder)
        with serve(spoken.site.root) as served:
            for language in languages:
                folder, (query, path) = spoken.folder_of(language), TYPED[name][language]
                async with engine.page(f"{served.url}{folder}search.html", Look(PHONE)) as page:
                    # In a folder, paths below it come without it, others whole.
                    rows = [one if "://" in one else f"{served.url}{folder}{one}" for one in await found(page, query)]
                answer = {one.removeprefix(served.url) for one in rows}
                looked += 1
                if folder + path not in answer or {spoken.language_of(one) for one in answer} != {language}:
                    wrong[name, language] = answer
    assert wrong == {}
    assert looked == sum(map(len, SETS.values()))
