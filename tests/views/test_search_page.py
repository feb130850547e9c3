"""The search page: the pages to which editors' keywords lead, in every language, and the other languages."""

from __future__ import annotations

import json
from typing import Any

from campaign_outputs import LANGUAGES, article, article_of, elements, on_day, pages_of, routes, visible
from content_factory import CASE, UPDATE, Content
from emptychair.views.search import COMMA


def more(html: str) -> Any:
    """What the script of the page is given besides."""
    (tool,) = [one for one in elements(html) if one.get("data-more")]
    return json.loads(tool.get("data-more", ""))


def test_keywords_lead_to_pages_that_are_there() -> None:
    """Each once, with the words of all languages and of traditional characters; what readers see are their own."""
    for language in LANGUAGES:
        html = article("search", language)
        found = {one["href"].removesuffix(".html"): one["words"] for one in more(html)["shortcuts"]}
        assert found.keys() <= routes().by_path.keys()
        assert {"Tor", "翻墙", "翻牆", "security"} <= set(found["safety"])
        assert {"write", "写信", "寫信"} <= set(found["actions"])
        assert all(len(set(words)) == len(words) for words in found.values())
        assert ("翻墙" in visible(html)) is (language == "zh")


def test_a_page_may_have_keywords_of_its_own(content: Content) -> None:
    """In its front matter, each language its own; of a person of whom little is told the search tells no more."""
    content.swap(UPDATE, "added: 2020-06-01", 'added: 2020-06-01\nkeywords:\n  - "strike"\n  - "pay day"')
    content.swap(CASE, "added: 2020-06-01", "added: 2020-06-01\nkeywords: [organiser]")
    found = {
        one["href"]: one
        for one in more(article_of(pages_of(content.snapshot("2020-06-10"), "zh"), "search"))["shortcuts"]
    }
    own = found["updates/2020-05-20-news.html"]
    assert own["words"] == ["strike", "pay day"]
    assert own["title"] == "News of Li Si"
    assert "cases/li-si.html" in found
    content.swap(CASE, "  kind: person", "  visibility: minimal\n  kind: person")
    html = article_of(pages_of(on_day(content), "zh"), "search")
    assert "cases/li-si.html" not in {one["href"] for one in more(html)["shortcuts"]}


def test_the_other_languages_are_named_with_their_index() -> None:
    """A sentence for each plural form, in the reader's language."""
    (other,) = more(article("search", "en"))["others"]
    assert other["index"] == "pagefind/zh/"
    assert other["href"] == "zh/search.html"
    assert set(other["forms"]) == {"one", "other"}
    assert all("{count}" in words and "{language}" not in words for words in other["forms"].values())


def test_commas_of_every_script_part_keywords() -> None:
    """Latin, full width, enumeration, Arabic."""
    assert COMMA.split("a, b\uff0cc\u3001d\u060c e") == ["a", "b", "c", "d", "e"]
