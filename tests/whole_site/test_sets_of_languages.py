"""Any ordered set of languages: one alone, Chinese in both scripts, and three, one of them from right to left."""

from __future__ import annotations

import csv
import gzip
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import feedparser
import pytest
from icalendar import Calendar

from emptychair.text.translatable import texts_to_translate
from whole_site import invented_language
from whole_site.language_sets import NAMES, SETS, Spoken, built_once
from whole_site.test_links import broken

if TYPE_CHECKING:
    from pathlib import Path

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
# How search engines and readers of feeds name a language, where it has another script beside it.
TAGS = {"scripts": {"zh": "zh-Hans"}}
RSS = {"zh": "zh-cn", "zh-Hant": "zh-tw"}
# What the post office abroad must read.
ON_ENVELOPE = {"Director", "1 Long Road", "P.R. CHINA"}


@pytest.fixture(scope="module", params=list(SETS))
def spoken(request: pytest.FixtureRequest, run_folder: Path) -> Spoken:
    """Each of the sites."""
    return built_once(request.param, run_folder)


def test_every_link_leads_to_a_page(spoken: Spoken) -> None:
    """Each link of each page leads to a file of the site and an id in it, and every page has a home page in reach."""
    site = spoken.site
    assert {path: wrong for path, page in site.pages.items() if (wrong := broken(site, path, page))} == {}
    for language in spoken.languages:
        assert {
            f"{spoken.folder_of(language)}{name}.html" for name in ("index", "status", "actions")
        } <= site.reachable()


def test_every_page_is_in_the_language_of_its_folder(spoken: Spoken) -> None:
    """The first language at the root, each other one in its folder, with the same pages."""
    names = {language: set(map(spoken.name_of, spoken.pages_of(language))) for language in spoken.languages}
    assert all(found == names[spoken.languages[0]] for found in names.values())
    for path, page in spoken.site.pages.items():
        assert page.language == spoken.language_of(path), path


def test_every_run_says_its_direction(spoken: Spoken) -> None:
    """The page on its root, and each run of another language: a name in Uyghur, an address in English."""
    way = {invented_language.CODE: "rtl"}
    for path, page in spoken.site.every_page.items():
        assert page.direction == way.get(page.language, "ltr"), path
        assert {run for run in page.runs if run[1] != way.get(run[0], "ltr")} == set(), path


def test_alternates_name_every_language(spoken: Spoken) -> None:
    """Those in which the page is written, alike on each, the first of them as x-default; on one alone none."""
    for path, page in spoken.site.pages.items():
        name, written = spoken.name_of(path), spoken.written_in(path)
        if {"index", "status"} & {name.removesuffix(".html")} or not written:
            written = set(spoken.languages)
        found = {one: spoken.site.local(address) for one, address in page.alternates.items()}
        if spoken.language_of(path) not in written or len(written) == 1:
            assert found == {}, path
        else:
            tags = TAGS.get(spoken.name, {})
            kept = [one for one in spoken.languages if one in written]
            wanted = {tags.get(one, one): f"{spoken.folder_of(one)}{name}" for one in kept}
            assert found == wanted | {"x-default": next(iter(wanted.values()))}, path


def test_the_sitemap_has_the_alternates_of_the_pages(spoken: Spoken) -> None:
    """The same as the heads, and none on a site of one language."""
    rows = list(ET.fromstring(spoken.site.text("sitemap.xml")).iter(f"{SITEMAP}url"))  # noqa: S314 - our own output
    assert rows
    for row in rows:
        page = spoken.site.pages[spoken.site.local(str(row.findtext(f"{SITEMAP}loc")))]
        assert {one.attrib["hreflang"]: one.attrib["href"] for one in row.iter(LINK)} == page.alternates


def test_the_switch_names_the_other_languages(spoken: Spoken) -> None:
    """By their names in mkdocs.yml, in its order, and leads to the same page; on a site of one it is not there."""
    for path, page in spoken.site.pages.items():
        others = [one for one in spoken.languages if one != spoken.language_of(path)]
        found = [(one.switch, one.text, spoken.site.target(path, one.href)) for one in page.anchors if one.switch]
        name = spoken.name_of(path)
        assert found == [(one, NAMES[one], f"{spoken.folder_of(one)}{name}") for one in others], path


def test_the_error_page_speaks_every_language(spoken: Spoken) -> None:
    """And no other one; it begins in the first."""
    page = spoken.site.every_page["404.html"]
    spoken_in = list(dict.fromkeys(language for _, language, _, _ in page.words))
    assert (page.language, spoken_in) == (spoken.languages[0], list(spoken.languages))


def test_feeds_and_calendars_are_read(spoken: Spoken) -> None:
    """By feedparser and icalendar, in each language, with the language that they say and links to pages of it."""
    for language in spoken.languages:
        folder = spoken.folder_of(language)
        for name in ("feed.xml", "actions.xml"):
            found = feedparser.parse(spoken.site.files[folder + name])
            assert not found.bozo, folder + name
            assert found.feed.language == RSS.get(language, language)
            assert found.entries, folder + name
            linked = {spoken.site.local(one.link.partition("#")[0]) for one in found.entries}
            assert linked <= set(spoken.pages_of(language)), folder + name
            turned = {one.summary.startswith('<div dir="rtl">') for one in found.entries if one.summary}
            assert turned == {language == invented_language.CODE}, folder + name
        assert json.loads(spoken.site.files[f"{folder}feed.json"])["language"].startswith(language)
        assert not Calendar.from_ical(spoken.site.files[f"{folder}calendar.ics"]).errors


def test_search_finds_the_pages_of_each_language(spoken: Spoken) -> None:
    """The index of a language has what is written in it, and the case that every site has."""
    for language in spoken.languages:
        folder = f"pagefind/{language}/fragment/"
        parts = (data for path, data in spoken.site.files.items() if path.startswith(folder))
        found = {
            json.loads(gzip.decompress(data).decode().removeprefix("pagefind_dcd"))["url"].lstrip("/") for data in parts
        }
        assert any("cases/" in path for path in found), language
        assert found <= {path for path in spoken.pages_of(language) if language in spoken.written_in(path)}


def test_letters_are_in_the_languages_of_their_pages(spoken: Spoken) -> None:
    """Each language of the site whose page of an action has a letter has it as a file, with a salutation in it."""
    files = [path for path in spoken.site.files if "/letter-" in path and path.endswith(".txt")]
    found = {one for one in spoken.languages if any(path.endswith(f"-{one}.txt") for path in files)}
    assert found == set(spoken.languages)
    assert {path for path in files if not path.endswith(tuple(f"-{one}.txt" for one in found))} == set()
    openings = {"en": "Dear ", "zh": "：", "zh-Hant": "尊敬的局長："}
    openings[invented_language.CODE] = invented_language.in_its_letters("Dear ")
    for language in found:
        letters = [spoken.site.text(path) for path in files if path.endswith(f"-{language}.txt")]
        assert any(openings[language] in text for text in letters), language


def test_the_data_has_the_languages_of_the_site(spoken: Spoken) -> None:
    """A column for each, in their order."""
    columns = next(csv.reader(spoken.site.text("data/v1/cases.csv").splitlines()))
    assert [one for one in columns if one.startswith("name_")] == [f"name_{one}" for one in spoken.languages]


def test_a_site_of_one_language_has_words_of_no_other(spoken: Spoken) -> None:
    """But for names in the person's own script, and for what stands on an envelope."""
    if len(spoken.languages) > 1:
        return
    words = {
        text
        for page in spoken.site.every_page.values()
        for text, language, _, _ in page.words
        if language != spoken.languages[0]
    }
    assert words == {"en": {"李四"}, "zh": ON_ENVELOPE}[spoken.languages[0]]


def test_a_missing_text_is_marked_with_its_language(spoken: Spoken) -> None:
    """In Chinese, the first language of the site that ships; where no element may stand, it is not marked."""
    code = invented_language.CODE
    pages = spoken.pages_of(code)
    if not pages:
        return
    assert ("订阅", "zh") in {(text, language) for text, language, _, _ in pages[f"{code}/follow.html"].words}
    texts = {path: spoken.site.text(path) for path in pages}
    assert {path for path, text in texts.items() if '<nav class="ec-menu" aria-label="主要页面">' not in text} == set()
    inside = re.compile(r'="<span|<title>[^<]*<span|<option[^>]*><span')
    assert {path: found[0] for path, text in texts.items() if (found := inside.search(text))} == {}
    # The file of words lies in the content, and not in the site.
    assert [path for path in spoken.site.files if path.endswith(".po")] == []


def test_the_table_of_translations_has_every_language(spoken: Spoken) -> None:
    """By the name that readers of the page give it, and of one that the campaign brings along how much is missing."""
    texts = texts_to_translate(invented_language.CODE)
    missing = sum(1 for one in texts.values() if invented_language.is_missing(one))
    sentence = f"网站本身的{len(texts)}条文字中，维吾尔文缺{missing}条。"
    names = {"en": "英文", "zh": "简体中文", "zh-Hant": "繁体中文", invented_language.CODE: "维吾尔文"}
    labels = {"en": {"en": "English"}, "zh": names}[spoken.languages[0]]
    words = " ".join(text for text, _, _, _ in spoken.site.pages["translations.html"].words)
    assert {code for code, label in labels.items() if label in words} == set(spoken.languages)
    assert (sentence in words) == (invented_language.CODE in spoken.languages)
