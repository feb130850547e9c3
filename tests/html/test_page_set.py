"""Pages: titles that are words and never markup, fallback pages that say so, nothing undefined on any day."""

from __future__ import annotations

import html as html_module
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from campaign_outputs import (
    CAMPAIGN,
    LANGUAGES,
    TODAY,
    article,
    article_of,
    by_class,
    campaign,
    drawn,
    elements,
    files,
    links,
    on_day,
    page_set,
    pages,
    pages_of,
    snapshot,
    tree,
    visible,
    words,
)
from content_factory import ACTION_ZH, CASE_ZH, Content
from emptychair.as_of.routes import Route
from emptychair.as_of.snapshot import Snapshot, snapshot_of
from emptychair.html.environment import environment
from emptychair.html.head import create_error_head, create_head
from emptychair.html.page_set import not_found
from emptychair.record.campaign import Text
from emptychair.text.strings import Strings
from emptychair.views.language_site import LanguageSite
from for_each import for_each
from properties import share_of_examples

SCRIPTS = Path(__file__).parents[2] / "overrides" / "assets" / "scripts"
DAYS = [date(1990, 1, 1), date(2025, 6, 1), date(2026, 3, 1), date(2027, 1, 1), date(2060, 1, 1)]
EVERY = [(path, language) for language in LANGUAGES for path in pages(language).routes.by_path]
RECORDS = sorted(record.path for record in campaign().records())
FALLBACKS = [
    (record.path, language) for record in campaign().records() for language in LANGUAGES if record.is_fallback(language)
]
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
TITLES = st.text(LETTERS, min_size=1).filter(lambda one: one.strip() == one)


def titled(title: str) -> LanguageSite:
    """The invented campaign with another title of one action."""
    record = campaign().actions["both-mirrors"]
    page = replace(record.pages["en"], title=title, description=title)
    actions = {**campaign().actions, "both-mirrors": replace(record, pages={**record.pages, "en": page})}
    return pages_of(snapshot_of(replace(campaign(), actions=actions), TODAY), "en")


@share_of_examples(3)
@given(TITLES)
@example("</title><script>alert(1)</script>")
@example("</h1><img src=x onerror=alert(1)>")
@example("&amp;lt;b&gt; \"x\" 'y' {{ 1 }} {% raw %} ]]>")
@example("<!--")
def test_a_title_is_words(title: str) -> None:
    """Whatever a title is, it comes back from <title>, <h1>, description and links, and makes no element."""
    own = titled(title)
    route = own.routes.by_path["actions/both-mirrors"]
    head = create_head(own, route)
    (inside,) = re.findall(r"<title>(.*?)</title>", head, re.DOTALL)
    assert html_module.unescape(inside).removesuffix(" - " + own.site_name()) == title
    (description,) = re.findall(r'<meta name="description" content="(.*?)">', head, re.DOTALL)
    assert html_module.unescape(description) == title
    page = page_set(own).article(route, "").html
    (heading,) = re.findall(r"<h1>(.*?)</h1>", page, re.DOTALL)
    assert html_module.unescape(heading) == title
    plain = page_set(pages("en")).article(pages("en").routes.by_path["actions/both-mirrors"], "").html
    assert [one.tag for one in elements(page)] == [one.tag for one in elements(plain)]
    listed = "".join(page_set(own).article(own.routes.by_path[path], "").html for path in ("archive", "archive-2"))
    cells = re.findall(r'<a href="actions/both-mirrors.html">(.*?)</a>', listed, re.DOTALL)
    assert [html_module.unescape(one) for one in cells] == [title]


@for_each("day", DAYS, ids=str)
def test_every_page_can_be_made_on_every_day(day: date) -> None:
    """Long before, in between, and long after: every address has its page, and no name in it is undefined."""
    for language in LANGUAGES:
        for path in pages(language, day).routes.by_path:
            text = re.sub(r"<[^<>]*>", " ", article(path, language, day))
            assert text.strip(), path
            assert "{" not in text, path
            assert "None" not in text.split(), path


@for_each("language", LANGUAGES)
def test_every_link_inside_leads_to_a_page_or_file(language: str) -> None:
    """Relative links only, each to a page that is there; so the site works from a zip and under any path."""
    prefix = {"en": "", "zh": "zh/"}
    known = {f"{prefix[one]}{path}.html" for one in LANGUAGES for path in pages(one).routes.by_path}
    known |= files().keys() | drawn()
    known |= {f"assets/{file.name}" for file in (CAMPAIGN / "assets").glob("*.asc")}
    known |= {f"assets/scripts/{file.name}" for file in SCRIPTS.iterdir()}
    # The sign of the site on a sheet of paper.
    known.add("assets/favicon.svg")
    found = {(path, link) for path in pages(language).routes.by_path for link in links(article(path, language))}
    outside = re.compile(r"https?://|mailto:|tel:|webcal:")
    inside = {one for one in found if one[1].partition("#")[0] and not outside.match(one[1])}
    assert len(inside) > 1_000
    for path, link in inside:
        target = link.partition("#")[0]
        assert normpath(join(dirname(prefix[language] + path), target)) in known, (path, link)


@for_each("path, language", EVERY)
def test_the_frame_of_every_page(path: str, language: str) -> None:
    """One article with one heading of the first level, and the day as of which it tells."""
    html = article(path, language)
    assert [one.tag for one in tree(html)] == ["article"]
    assert len(elements(html, "h1")) == 1
    (as_of,) = by_class(html, "ec-as-of")
    assert {"en": "15 June 2026", "zh": "2026年6月15日"}[language] in words(as_of)


# --- fallback pages


def test_the_invented_campaign_has_fallback_pages_in_both_directions() -> None:
    """English for Chinese readers, and Chinese for English ones."""
    assert {language for _, language in FALLBACKS} == {"en", "zh"}
    assert len(FALLBACKS) > 4


@for_each("path, language", FALLBACKS)
def test_a_fallback_page_says_so(path: str, language: str) -> None:
    """A banner with the way to the original, the language on the story, and the title marked."""
    own = pages(language)
    route = own.routes.by_path[path]
    assert own.is_fallback(route)
    html = article(path, language)
    (banner,) = by_class(html, "ec-banner--translation")
    assert {"en": "Nobody has translated this page yet", "zh": "本页尚未翻译"}[language] in words(banner)
    (link,) = banner.iter("a")
    up = "../" * path.count("/") + ("../" if language == "zh" else "")
    assert link.get("href") == f"{up}{'zh/' if language == 'en' else ''}{path}.html"
    other = {"en": "zh", "zh": "en"}[language]
    if own.body(route).strip():
        (story,) = by_class(html, "ec-story")
        assert story.get("lang") == other
    (heading,) = elements(html, "h1")
    names = getattr(campaign().record_at(path), "facts", None)
    if not path.startswith("cases/") or language not in getattr(names, "names", {}):
        assert [one.get("lang") for one in heading.iter("span")] == [other]


@for_each("path", RECORDS)
def test_a_page_that_somebody_wrote_is_not_marked(path: str) -> None:
    """The story of an own page has no `lang`, and no banner says that it is missing."""
    record = campaign().record_at(path)
    assert record
    for language in record.pages:
        html = article(path, language)
        assert not any(one.get("lang") for one in by_class(html, "ec-story"))
        assert "Nobody has translated" not in html


def test_a_partial_translation_says_how_much_is_missing(content: Content) -> None:
    """With the number, and the missing words marked where they stand."""
    content.swap(CASE_ZH, 'words:\n  events:\n    taken: "警方从办公室将李四带走。"\n', "")
    html = article_of(pages_of(on_day(content), "zh"), "cases/li-si")
    (banner,) = by_class(html, "ec-banner--translation")
    assert "1处尚未翻译" in words(banner)
    assert "以英文显示" in words(banner)
    assert "Police took Li Si from the office." in {
        words(one) for one in elements(html, "span") if one.get("lang") == "en"
    }


def test_a_stale_translation_says_from_when_it_is(content: Content) -> None:
    """With both dates."""
    content.swap(ACTION_ZH, "translates: 2020-06-01", "translates: 2020-05-20")
    (banner,) = by_class(article_of(pages_of(on_day(content), "zh"), "actions/write"), "ec-banner--translation")
    assert "本页译自2020年5月20日的版本；英文原文已于2020年6月1日修改。" in words(banner)


def test_a_complete_translation_says_nothing() -> None:
    """No banner where there is nothing to say."""
    assert by_class(article("cases/blue-lantern", "zh"), "ec-banner--translation") == []


# --- the rest


def test_a_letter_is_in_no_story() -> None:
    """The body of an action ends where its letters begin."""
    for language in LANGUAGES:
        for slug in campaign().actions:
            body = pages(language).body(pages(language).routes.by_path[f"actions/{slug}"])
            assert "{#letter" not in body
            assert "Thank you for your attention" not in body


def test_only_the_first_page_of_a_list_has_the_introduction() -> None:
    """content/<language>/status.md stands above the first page, and gives it its title."""
    assert "This index groups invented people" in article("status")
    assert "This index groups invented people" not in article("status-2")
    assert visible(article("status-2")).startswith("People, page 2")


def test_the_sample_says_that_it_is_one(content: Content) -> None:
    """On every page."""
    own = pages_of(content.snapshot("2020-06-10"), "en")
    assert all(by_class(article_of(own, path), "ec-banner--sample") for path in own.routes.by_path)
    assert by_class(article("index"), "ec-banner--sample") == []


def test_a_page_without_a_record_is_an_error() -> None:
    """A route of a record that is not there is a fault of the program."""
    with pytest.raises(LookupError):
        page_set(pages("en")).article(Route("cases/nobody", "case"), "")


def test_an_undefined_name_in_a_template_is_an_error() -> None:
    """Never an empty place."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_values_in_templates_are_escaped() -> None:
    """Lines of an address, words in another language, plain text, and what no filter takes up."""
    filtered = "{{ a|lines }} {{ b|words }} {{ c|words }} {{ d|words }} {{ e|words }}"
    render = environment().from_string(f"{filtered} {{{{ f }}}}").render
    found = render(
        a=("<b>", "x"),
        b=Text("<i>", "zh"),
        c="<u>",
        d=Text("", "zh"),
        e=Text("x", "ug"),
        f="<s>",
        say=pages("en").say,
    )
    expected = '&lt;b&gt;<br>x <span lang="zh">&lt;i&gt;</span> &lt;u&gt;  <span lang="ug" dir="rtl">x</span> &lt;s&gt;'
    assert found == expected


def test_a_page_from_right_to_left_says_what_goes_the_other_way() -> None:
    """Words and elements of other languages, numbers and addresses; nothing between languages of one direction."""
    elements_of = '<i{{ "en"|marked }}><i{{ c|marked }}><i{{ "ug"|direction("en") }}>'
    render = environment().from_string("{{ a|words }} {{ b|latin }} {{ b|isolated }}" + elements_of).render
    values = {"a": Text("李四", "zh"), "b": "+86 1", "c": "ar"}
    expected = '<span lang="zh" dir="ltr">李四</span> <bdi dir="ltr">+86 1</bdi> \u2066+86 1\u2069'
    assert render(values, say=Strings("ug")) == f'{expected}<i lang="en" dir="ltr"><i lang="ar"><i dir="rtl">'
    expected = '<span lang="zh">李四</span> +86 1 +86 1'
    assert render(values, say=Strings("en")) == f'{expected}<i><i lang="ar" dir="rtl"><i dir="rtl">'


@for_each("base", ["./", "../", "/chair/"])
def test_the_error_page_speaks_every_language(base: str) -> None:
    """One section for each, marked with it, with the way on."""
    html = not_found(snapshot(), base)
    sections = elements(html, "section")
    assert [one.get("lang") for one in sections] == list(LANGUAGES)
    assert [one.tag for one in elements(html) if one.tag in ("h1", "h2")] == ["h1", "h2"]
    targets = [link.removeprefix(base) for link in links(html)]
    assert targets[:3] == ["index.html", "status.html", "actions.html"]
    assert targets[3:] == ["zh/index.html", "zh/status.html", "zh/actions.html"]
    assert "noindex" in create_error_head(pages("en"), base)


def test_a_site_without_a_home_page_has_one_all_the_same(content: Content) -> None:
    """With a title of its own where no editor wrote one, and the name of the site in its language."""
    own: LanguageSite = pages_of(content.snapshot("2020-06-10"), "zh")
    (heading,) = elements(article_of(own, "index"), "h1")
    assert words(heading) == "首页"
    assert own.site_name() == "测试"


def test_names_of_the_site_fall_back(content: Content) -> None:
    """A site with a name in one language has it in all."""
    content.swap("campaign.yml", '  en: "A test"\n  zh: "测试"', '  zh: "测试"')
    made: Snapshot = on_day(content)
    assert pages_of(made, "en").site_name() == "测试"
