"""The documents that a search finds."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from campaign_outputs import (
    LANGUAGES,
    article_of,
    by_class,
    elements,
    on_day,
    pages,
    pages_of,
    snapshot,
    visible,
    words,
)
from content_factory import ACTION_ZH, CASE, CASE_ZH, Content
from emptychair.outputs.search_documents import LEFT_OUT, SearchDocument, create_search_document
from emptychair.record.reserved_urls import SEARCHED
from for_each import for_each

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

HAN = re.compile(r"[\u3400-\u9fff]{2,}")


def document_of(content: Content, path: str, language: str = "en", today: str = "2020-06-10") -> SearchDocument | None:
    """The document of a page of a small folder."""
    made = pages_of(on_day(content, today), language)
    return create_search_document(made, made.routes.by_path[path], article_of(made, path))


def spaced(html: str) -> str:
    """A text as it comes to stand in a document."""
    made = pages("zh")
    found = create_search_document(made, made.routes.by_path["cases/stone-umbrella"], html)
    assert found
    return found.html.removeprefix(found.head).removesuffix("</body></html>")


@cache
def documents(language: str) -> dict[str, SearchDocument]:
    """All documents of the invented campaign: path -> document."""
    made = pages(language)
    found = {
        path: create_search_document(made, route, article_of(made, path)) for path, route in made.routes.by_path.items()
    }
    return {path: one for path, one in found.items() if one}


@for_each("language", LANGUAGES)
def test_what_is_found_is_what_somebody_wrote_in_the_language(language: str) -> None:
    """Every case, action, update, report and page of prose that is out and has a page in the language; nothing else."""
    made = snapshot()
    wanted = {
        record.path
        for record in made.records_out
        if record.kind in SEARCHED
        and language in record.pages
        and pages(language).routes.by_path[record.path].kind in SEARCHED
    }
    assert documents(language).keys() == wanted
    assert {pages(language).routes.by_path[path].kind for path in wanted} == set(SEARCHED)


def test_who_is_paused_is_not_found(content: Content) -> None:
    """Nor is a fallback page, a list, or what lies ahead."""
    assert document_of(content, "cases/li-si")
    assert document_of(content, "status") is None
    assert document_of(content, "cases/by/status/taken-away") is None
    assert document_of(content, "cases/li-si", today="2019-01-01") is None
    assert document_of(content.remove(ACTION_ZH), "actions/write", "zh") is None
    content.swap(CASE, "  kind: person", "  kind: person\n  visibility: paused").remove(CASE_ZH)
    assert document_of(content, "cases/li-si") is None


@for_each("language", LANGUAGES)
def test_a_document_says_its_language_and_its_title(language: str) -> None:
    """The title as it stands on the page; the language decides in which index the document comes to stand."""
    for path, one in documents(language).items():
        # Chinese is cut already: no dictionary is asked.
        told = {"en": "en", "zh": "und"}[language]
        assert one.html.startswith(f'<html lang="{told}"><body data-pagefind-weight="')
        (meta,) = elements(one.html, "meta")
        assert meta.get("data-pagefind-meta") == "title[content]"
        assert meta.get("content") == pages(language).title(pages(language).routes.by_path[path]).value


def test_a_title_is_text(content: Content) -> None:
    """What is special in HTML stays a part of the title."""
    found = document_of(content.swap(CASE, 'en: "Li Si"', """en: 'Li "the & pen" Si'"""), "cases/li-si")
    assert found
    assert elements(found.html, "meta")[0].get("content") == 'Li "the & pen" Si'


def test_cases_count_more_than_reports() -> None:
    """The kinds have weights, the most wanted first."""
    weights = {}
    for path, one in documents("en").items():
        weight = re.search(r'data-pagefind-weight="([0-9.]+)"', one.html)
        assert weight
        weights[pages("en").routes.by_path[path].kind] = float(weight[1])
    assert sorted(SEARCHED, key=lambda kind: -weights[kind]) == list(SEARCHED)
    assert weights["case"] > weights["action"] > weights["update"] > weights["page"]


@for_each("language", LANGUAGES)
def test_every_chinese_character_is_a_word(language: str) -> None:
    """Nowhere in a document do two stand side by side, so that a part of a word finds it; no word is lost."""
    for path, one in documents(language).items():
        body = one.html.removeprefix(one.head).removesuffix("</body></html>")
        assert not HAN.search(body), path
        assert "".join(body.split()) == "".join(one.article.split()), path


@for_each(
    "html, text",
    [
        ("<p>寻衅滋事罪</p>", "寻 衅 滋 事 罪"),
        ("<p>见<a>许志永</a>和丁家喜</p>", "见 许 志 永 和 丁 家 喜"),
        ("<p>在2019年，Wei Zhili（危志立）被捕</p>", "在 2019 年 ， Wei Zhili （ 危 志 立 ） 被 捕"),
        ("<p>微信、WhatsApp和“Tor”</p>", "微 信 、 WhatsApp 和 “Tor”"),
        ("<p>No full width here, don’t touch it.</p>", "No full width here, don’t touch it."),
        ("<p>𠮷野家</p>", "𠮷 野 家"),
    ],
)
def test_blanks_between_wide_characters(html: str, text: str) -> None:
    """Also at the border of an element, a number or a name in Latin letters."""
    assert words(elements(spaced(html), "p")[0]) == text


@for_each("html", ["<h2>背景</h2>", "<li><a>背景</a></li>", "<p>背景<strong>和处境</strong>\n</p>"])
def test_no_blank_at_the_end_of_a_block(html: str) -> None:
    """There Pagefind sets a full stop behind a letter, and only behind a letter."""
    assert re.search(r"[景境](?:</(?:a|strong)>)*\s*</(?:h2|li|p)>", spaced(html))


@for_each(
    "html, text",
    [
        ("<dl><dt>Role</dt><dd>Editor</dd></dl>", "Role Editor"),
        ("<table><tr><th>One</th><td>Two</td></tr></table>", "One Two"),
        ("<ul><li>an item<blockquote>a quotation</blockquote>behind</li></ul>", "an item a quotation behind"),
        ("<p>one<br>two</p>", "one two"),
        ("<p><b>un</b><i>cut</i> <u>un</u><code>cut</code>, <q>un</q>cut</p>", "uncut uncut, uncut"),
        ("<p>前<code>中文</code>abc</p>", "前 中 文 abc"),
    ],
)
def test_words_of_two_blocks_stay_two_words(html: str, text: str) -> None:
    """A term and its explanation, two cells: nobody would find "RoleEditor". Within a line nothing is cut."""
    assert visible(spaced(html)) == text


def test_terms_are_those_of_the_people_whom_a_page_is_about(content: Content) -> None:
    """The kind for each; status, charge and region of the cases that are shown."""
    content.swap(CASE, "  kind: person", "  kind: person\n  roles: [writer]\n  regions:\n    held: CN-GD")
    wanted = ("status:taken-away", "region:CN-GD")
    for path, kind in (("cases/li-si", "case"), ("actions/write", "action"), ("updates/2020-05-20-news", "update")):
        found = document_of(content, path)
        assert found
        assert found.terms == (f"kind:{kind}", *wanted)
    content.swap(CASE, "  kind: person", "  kind: person\n  visibility: paused").remove(CASE_ZH)
    found = document_of(content, "updates/2020-05-20-news")
    assert found is None or found.terms == ("kind:update",)


def left_in(html: str) -> str:
    """What remains of an article in its document."""
    made = pages("en")
    found = create_search_document(made, made.routes.by_path["cases/stone-umbrella"], html)
    assert found
    return found.article


def parts(html: str, selector: str) -> list[ET.Element]:
    """The elements that one of the selectors of LEFT_OUT means."""
    if selector.startswith("."):
        return by_class(html, selector[1:])
    return [
        one for one in elements(html) if selector in (one.tag, f"#{one.get('id')}", *map("[{}]".format, one.attrib))
    ]


@for_each(
    "selector",
    [
        ".ec-banner",
        ".ec-as-of",
        ".ec-warnings",
        "template",
        ".ec-start",
        ".ec-share",
        ".ec-ref",
        ".ec-shape",
        ".ec-print-only",
        "#feed",
        ".ec-act",
        ".ec-chart",
        ".ec-contents",
        "address",
        "[hidden]",
    ],
)
def test_what_stands_on_every_page_is_left_out(selector: str) -> None:
    """Some page has such a part, and no document."""
    assert selector in LEFT_OUT
    assert any(parts(article_of(pages("en"), path), selector) for path in documents("en"))
    assert not any(parts(one.article, selector) for one in documents("en").values())


def test_a_part_within_a_part_is_left_out_with_it() -> None:
    """It is taken away once; an element without an end takes nothing along."""
    html = '<p hidden>a<i class="ec-ref">b</i></p><img class="ec-print-only" src="c.svg" alt=""><p>d</p>'
    assert left_in(html) == "<p>d</p>"


def test_a_document_is_the_same_on_the_next_day(content: Content) -> None:
    """Where no deadline passed between them: an index is made anew when somebody wrote, not because a day went by."""
    days = ("2020-06-10", "2020-06-11")
    first, second = (document_of(content, "cases/li-si", today=day) for day in days)
    assert first
    assert first == second
    shown, later = (article_of(pages_of(on_day(content, day), "en"), "cases/li-si") for day in days)
    assert shown != later
