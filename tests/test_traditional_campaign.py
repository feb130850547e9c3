"""A campaign in both scripts of Chinese: what is converted, what is not, and who is offered which."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from campaign_outputs import SITE, TODAY, article_of, by_class, campaign, language_files, pages_of, visible, words
from content_factory import CASE, CASE_ZH, Content
from emptychair.as_of.snapshot import Snapshot, snapshot_of
from emptychair.as_of.translation_coverage import coverage
from emptychair.commands.new_translation import lacking_language
from emptychair.html.head import create_head, head_of, sitemap
from emptychair.html.link_preview import create_preview
from emptychair.load.traditional_pages import with_traditional
from emptychair.outputs.letter_document import create_document
from emptychair.outputs.open_data import Exporter
from emptychair.outputs.search_documents import create_search_document
from emptychair.outputs.status_filter import create_status_data
from emptychair.review.change_summary import create_summary
from emptychair.site_config import SiteConfig, SiteLanguage
from emptychair.text.traditional import TITLE, alternatives, to_traditional
from emptychair.views.letters import letters_of
from load.test_site_languages import EN, ZH, config, told

if TYPE_CHECKING:
    from emptychair.record.campaign import Campaign, Record
    from emptychair.views.language_site import LanguageSite

LANGUAGES = ("en", "zh", "zh-Hant")
HANT = "{locale: zh-Hant, name: x}"
# A translator's page: one word is not in it.
CASE_HANT = "zh-Hant/cases/li-si.md"
TRANSLATED = """\
---
updated: 2020-06-01
translates: 2020-06-01
words:
  sources:
    paper:
      title: "譯者的題目"
---
這一頁是譯者寫的。
"""
# What stands in another language or script than its page.
OTHER = re.compile(r'<(\w+)[^<>]* lang="(?!zh-Hant")[^"]*"[^<>]*>.*?</\1>', re.DOTALL)


def in_both(found: Campaign) -> Campaign:
    """A campaign whose site has traditional Chinese too."""
    return with_traditional(replace(found, languages=LANGUAGES))


@cache
def both() -> Snapshot:
    """The invented campaign in three languages."""
    return snapshot_of(in_both(campaign()), TODAY)


@cache
def site(language: str = "zh-Hant") -> LanguageSite:
    """In one of them."""
    return pages_of(both(), language)


def small(content: Content) -> LanguageSite:
    """A small folder in traditional Chinese."""
    return pages_of(snapshot_of(in_both(content.campaign()), content.day("2020-06-10")), "zh-Hant")


def left_over(html: str) -> str:
    """What would be converted in a page besides names and titles, which stand as sources print them."""
    kept = {name for case in both().cases.values() for name in case.facts.names.values()}
    kept |= {alias.name for case in both().cases.values() for alias in case.facts.aliases}
    # Who issued an action is a fact, as it is printed.
    kept |= {action.facts.issuer or "" for action in both().actions.values()}
    text = TITLE.sub("", alternatives(kept).sub("", visible(OTHER.sub("", html))))
    return " ".join(part for part in re.split(r"[\s，。；：、]", text) if to_traditional(part) != part)


def test_every_page_is_whole_in_the_other_script() -> None:
    """No simplified character is left but in names, titles and what is marked as such."""
    groups = (both().campaign.prose, both().campaign.cases, both().campaign.actions)
    records: list[Record[Any]] = [record for group in groups for record in group.values()]
    paths = ["cases/by/status/rsdl", *(record.path for record in records if "zh" in record.pages)]
    found = {path: left_over(article_of(site(), path)) for path in paths}
    assert len(found) > 30
    assert {path: left for path, left in found.items() if left} == {}


def test_a_person_has_the_name_that_a_source_prints() -> None:
    """In traditional characters where the record has it, else as it is; and the page says in which language that is."""
    body = site().body(site().routes.by_path["actions/before-the-second-hearing"])
    assert "冬箏" in body
    assert "冬筝" not in body
    assert '<span lang="zh">蓝灯</span>' in article_of(site(), "cases/blue-lantern")


def test_a_converted_page_says_so() -> None:
    """In a line with a link to the page in simplified characters; a page in another language says nothing of it."""
    for path, up in (("cases/blue-lantern", "../../"), ("status", "../"), ("cases/by/status/rsdl", "../../../../")):
        found = by_class(article_of(site(), path), "ec-banner--translation")
        assert [words(one).startswith("本頁由簡體中文頁面自動轉換字形") for one in found] == [True]
        assert [one.get("href") for one in found[0].iter("a")] == [f"{up}zh/{path}.html"]
        assert not by_class(article_of(site("zh"), path), "ec-banner--translation")


def test_a_letter_goes_to_those_who_read_its_script() -> None:
    """To an office in Hong Kong, and not to the police in the mainland, who get the one that somebody wrote."""
    found = {
        (slug, one.recipient): [letter.language for letter in letters_of(both(), both().actions[slug].record, one)]
        for slug in ("before-the-second-hearing", "write-for-blue-lantern")
        for one in both().actions[slug].facts.recipients
    }
    assert found["before-the-second-hearing", "bureau-of-missing-bells"] == ["zh", "en", "zh-Hant"]
    assert found["write-for-blue-lantern", "nowhere-ferry-police"] == ["zh", "en"]
    action = both().actions["before-the-second-hearing"]
    letters = letters_of(both(), action.record, action.facts.recipients[0])
    text = next(one.text for one in letters if one.language == "zh-Hant")
    assert "我為冬箏一事寫信給您" in text
    assert "此致\n敬禮" in text.replace("　", "")
    assert b"PMingLiU" in create_document(text, "zh-Hant")


def test_heads_and_the_sitemap_name_both_scripts() -> None:
    """zh-Hans and zh-Hant, each on its own; without the other script it stays zh."""
    route = site().routes.by_path["cases/blue-lantern"]
    head, address = head_of(site(), route), f"{SITE}zh-Hant/cases/blue-lantern.html"
    assert (head.canonical, head.noindex) == (address, head_of(site("en"), route).noindex)
    assert [one.hreflang for one in head.alternates] == ["en", "zh-Hans", "zh-Hant", "x-default"]
    assert address in {row.loc for row in sitemap(both(), site().routes, SITE)}
    assert 'content="zh_TW"' in create_preview(site(), route)
    alone = pages_of(snapshot_of(replace(campaign(), languages=("en", "zh")), TODAY), "zh")
    assert 'hreflang="zh"' in create_head(alone, alone.routes.by_path["status"])


def test_files_speak_the_script() -> None:
    """Feeds and calendars with the code of the language, and ids of their own."""
    every = language_files(site()).items()
    found = {name: data.decode() for name, data in every if name.endswith((".xml", ".json", ".ics"))}
    feed = found["zh-Hant/feed.xml"]
    assert "<language>zh-tw</language>" in feed
    assert ":zh-Hant:case:blue-lantern:" in feed
    assert json.loads(found["zh-Hant/feed.json"])["language"] == "zh-Hant"
    assert "截止：為蓝灯寫信" in found["zh-Hant/calendar.ics"].replace("\r\n ", "")


def test_names_are_found_as_readers_type_them() -> None:
    """By the search and by the filter of the status index, though pages print them in simplified characters."""
    route = site().routes.by_path["cases/blue-lantern"]
    document = create_search_document(site(), route, article_of(site(), route.path))
    assert document
    assert "藍 燈" in document.html
    assert "藍燈" in create_status_data(site(), lambda card, _: card.path).decode()


def test_open_data_holds_what_somebody_wrote() -> None:
    """No converted text, and no page; the word lists are ours and speak every language."""
    data = json.loads(dict(Exporter(both(), SITE).files())["data/v1/cases/blue-lantern.json"])["case"]
    assert set(data["description"]) == set(data["pages"]) == set(data["events"][0]["text"]) == {"en", "zh"}
    assert set(data["status"]["label"]) == set(LANGUAGES)


def test_a_translator_comes_first(content: Content) -> None:
    """By page, and by word: what the translator left out is converted."""
    made = small(content.put(CASE_HANT, TRANSLATED))
    html = article_of(made, "cases/li-si")
    assert "這一頁是譯者寫的" in html
    assert "警方從辦公室將李四帶走" in html
    assert "勞工組織者" in html
    assert not by_class(html, "ec-banner--translation")
    record = made.snapshot.cases["li-si"].record
    assert (record.is_converted("zh-Hant"), set(record.as_written.pages)) == (False, set(LANGUAGES))


def test_what_is_converted_asks_for_no_translator(content: Content) -> None:
    """It is neither translated nor missing, as it is read and as it is shown; where there is nothing, it is missing."""
    written = content.campaign().cases["li-si"]
    shown = in_both(content.campaign()).cases["li-si"]
    assert [coverage(one, "zh-Hant").state for one in (written, shown)] == ["converted", "converted"]
    assert lacking_language(written, LANGUAGES) == "zh"
    assert coverage(content.remove(CASE_ZH).campaign().cases["li-si"], "zh-Hant").state == "missing"


def test_a_review_tells_of_a_script_what_was_written_in_it(content: Content) -> None:
    """The summary of a change is not repeated in the other script."""
    before = content.snapshot("2020-06-10")
    content.swap(CASE_ZH, "劳工组织者", "一位劳工组织者")
    assert create_summary(before, content.snapshot("2020-06-10"), LANGUAGES).count("\n## ") == 1
    after = content.put(CASE_HANT, TRANSLATED).snapshot("2020-06-10")
    found = create_summary(before, after, LANGUAGES)
    assert "<ins>這一頁是譯者寫的。</ins>" in found
    assert found.count("\n## ") == 2


def test_it_needs_no_folder(content: Content) -> None:
    """Beside the simplified pages; alone it is a language like any other."""
    assert told(content, config(EN, ZH, HANT)) == []
    assert told(content.remove(CASE_ZH, "zh/actions/write.md"), config(EN, HANT)) == [
        ("content/zh-Hant", "language-without-folder")
    ]
    assert CASE in content.files


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a line, and nothing is built; a site without the language needs none."""
    for module in ("site_config", "load.traditional_pages"):
        monkeypatch.setattr(f"emptychair.{module}.has_library", lambda: False)
    sets = [[SiteLanguage(code, code, code == "en") for code in codes] for codes in (("en", "zh"), LANGUAGES)]
    found = [SiteConfig("https://example.org/", one, (), True, ()).refusal(campaign(), ()) for one in sets]
    assert found[0] == ""
    assert "OpenCC" in found[1]
    assert in_both(campaign()).conversions == {}
