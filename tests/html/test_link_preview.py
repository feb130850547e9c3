"""Previews say what the page says and no more, in forms that other sites read: Open Graph, Twitter's card, JSON-LD."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from campaign_outputs import LANGUAGES, SITE, campaign, drawn, elements, on_day, pages, pages_of, snapshot
from content_factory import CASE, SETTINGS, Content
from emptychair.html.link_preview import create_preview
from for_each import for_each

EVERY = [(path, language) for language in LANGUAGES for path in pages(language).routes.by_path]
SHOWN = [
    (path, language)
    for path, language in EVERY
    if (record := campaign().record_at(path)) is None or snapshot().is_out(record)
]


def preview(path: str, language: str = "en") -> str:
    """The preview of a page of the invented campaign."""
    own = pages(language)
    return create_preview(own, own.routes.by_path[path])


def tags(html: str) -> dict[str, str]:
    """The properties and names of the metas."""
    return {one.get("property") or one.get("name") or "": one.get("content", "") for one in elements(html, "meta")}


def data(html: str) -> Any:
    """The JSON of the one script, as an independent parser of HTML finds it."""
    (script,) = elements(html, "script")
    assert script.attrib == {"type": "application/ld+json"}
    return json.loads("".join(script.itertext()))


@for_each("path, language", SHOWN)
def test_every_page_has_a_preview(path: str, language: str) -> None:
    """Absolute addresses, the picture a file of the site with its size and its words, the language and the others."""
    html = preview(path, language)
    found, told = tags(html), data(html)
    assert found["og:url"] == told["url"] == told["@id"]
    assert found["og:locale"] == {"en": "en_GB", "zh": "zh_CN"}[language]
    assert found["og:title"] == told["name"] != ""
    for name in ("og:url", "og:image"):
        assert found[name].startswith(SITE)
        assert urlsplit(found[name]).scheme == "https"
    assert found["og:image"].removeprefix(SITE) in drawn()
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:image:alt"]
    assert found["twitter:card"] == "summary_large_image"
    assert told["@context"] == "https://schema.org"


@for_each("path, language", [one for one in EVERY if one not in SHOWN])
def test_what_is_not_out_has_no_preview(path: str, language: str) -> None:
    """A paused case, a draft, an action whose person asked us to wait."""
    assert preview(path, language) == ""


def test_a_case_in_json() -> None:
    """A person by names in both scripts, and nothing else of the person."""
    told = data(preview("cases/blue-lantern", "zh"))
    assert told["about"] == {"@type": "Person", "name": "蓝灯", "alternateName": ["Blue Lantern"]}
    assert told["@type"] == "WebPage"
    assert told["inLanguage"] == "zh"
    assert date.fromisoformat(told["dateModified"]) <= snapshot().today
    assert told["isPartOf"] == {
        "@type": "WebSite",
        "name": "空椅（虚构示例）",
        "url": f"{SITE}zh/index.html",
    }


def test_a_group_is_no_person() -> None:
    """Schema.org has no word for people who are held together."""
    groups = [slug for slug, record in campaign().cases.items() if record.facts.kind == "group"]
    told = [data(preview(f"cases/{slug}"))["about"]["@type"] for slug in groups if snapshot().cases[slug].listed]
    assert set(told) == {"Thing"}


@for_each("path, language", SHOWN)
def test_nothing_about_a_person_is_guessed(path: str, language: str) -> None:
    """Of a person there are names: no birth, gender, nationality, address, picture."""
    told = data(preview(path, language)).get("about", [])
    for one in told if isinstance(told, list) else [told]:
        assert set(one) <= {"@type", "name", "alternateName"}


def test_an_action_in_json() -> None:
    """Its deadline, and its people by name; an ongoing one expires on no day."""
    told = data(preview("actions/both-mirrors"))
    record = campaign().actions["both-mirrors"]
    assert told["expires"] == record.facts.deadline.isoformat()
    assert [one["name"] for one in told["about"]] == [
        campaign().cases[slug].facts.names["en"] for slug in record.facts.cases if snapshot().cases[slug].listed
    ]
    ongoing = [slug for slug, one in campaign().actions.items() if one.facts.until == "ongoing"]
    shown = [slug for slug in ongoing if snapshot().actions[slug].listed]
    assert shown
    assert [slug for slug in shown if "expires" in data(preview(f"actions/{slug}"))] == []


def test_news_in_json() -> None:
    """The day of an update."""
    told = data(preview("updates/2026-05-25-blue-lantern"))
    assert (told["@type"], told["datePublished"]) == ("NewsArticle", "2026-05-25")
    assert told["headline"] == told["name"]


def test_when_an_article_was_changed() -> None:
    """The day on which an editor changed the page; never after the day of the build; lists are no articles."""
    found = tags(preview("cases/cloud-ladder", "zh"))
    assert (found["og:type"], found["article:modified_time"]) == ("article", "2026-06-01")
    assert "article:modified_time" not in tags(preview("status"))
    assert tags(preview("index"))["og:type"] == "website"


def test_other_languages_are_named_where_they_are() -> None:
    """Og:locale:alternate for a twin, none for a page that is there in one language only."""
    records = [(path, language, campaign().record_at(path)) for path, language in SHOWN]
    alone = [one for one in records if one[2] and one[2].kind != "page" and len(one[2].pages) < 2]
    assert alone
    for path, language, _ in alone:
        assert "og:locale:alternate" not in tags(preview(path, language)), path
    assert tags(preview("cases/blue-lantern"))["og:locale:alternate"] == "zh_CN"


HOSTILE = '</script><script>alert(1)</script><!-- & "quoted"'


def test_words_cannot_leave_the_json(content: Content) -> None:
    """A description that would end the element stays a description."""
    content.swap(CASE, '"An organiser of workers."', json.dumps(HOSTILE))
    own = pages_of(on_day(content), "en")
    html = create_preview(own, own.routes.by_path["cases/li-si"])
    assert data(html)["description"] == HOSTILE
    assert tags(html)["og:description"] == HOSTILE
    assert html.count("<script") == 1
    assert "<!--" not in html


@for_each("visibility", ["minimal", "paused"])
def test_a_preview_says_no_more_than_a_silent_page(content: Content, visibility: str) -> None:
    """Minimal: name and status. Paused: nothing."""
    content.swap(CASE, "  kind: person\n", f"  kind: person\n  visibility: {visibility}\n")
    own = pages_of(on_day(content), "en")
    html = create_preview(own, own.routes.by_path["cases/li-si"])
    if visibility == "paused":
        assert html == ""
        return
    assert "organiser" not in html
    assert data(html)["about"]["name"] == "Li Si"
    assert tags(html)["og:image"] == f"{SITE}cards/cases/li-si.png"


def test_without_cards_there_is_no_picture(content: Content) -> None:
    """Switched off in campaign.yml: a preview in words."""
    content.swap(SETTINGS, "page_size: 2\n", "page_size: 2\nshare_cards: false\n")
    own = pages_of(content.snapshot("2020-06-10"), "en")
    for path in ("index", "cases/li-si", "actions/write"):
        found = tags(create_preview(own, own.routes.by_path[path]))
        assert not [name for name in found if name.startswith("og:image")]
        assert found["twitter:card"] == "summary"
