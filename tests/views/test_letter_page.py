"""Each letter on a page of its own, in every language of the site."""

from __future__ import annotations

from campaign_outputs import LANGUAGES, article, article_of, by_class, elements, on_day, pages, pages_of, visible, words
from content_factory import CASE, Content, Edit
from emptychair.as_of.routes import Routes
from emptychair.html.head import head_of, sitemap
from emptychair.views.recipients import telephone_link
from for_each import for_each

ACTION = "actions/write-for-blue-lantern"
LETTER = f"{ACTION}/letter-embassy-us"


@for_each("language", LANGUAGES)
def test_an_action_leads_to_the_page_of_each_letter(language: str) -> None:
    """A list of recipients and languages stands in the page without scripts, each a link to a page that there is."""
    html = article(ACTION, language)
    (choice,) = by_class(html, "ec-choice")
    found = [link.get("href", "") for link in choice.iter("a")]
    routes = pages(language).routes.by_path
    assert len(found) == len(set(found)) == len(by_class(html, "ec-letter__sheet")) == 10
    assert [one for one in found if one.removeprefix("../").removesuffix(".html") not in routes] == []


@for_each("language", LANGUAGES)
def test_the_page_of_a_letter_has_it_alone_with_warnings_above(language: str) -> None:
    """One letter, whole; the warnings, then its buttons, then its text, then its address."""
    html = article(f"{LETTER}-zh", language)
    (sheet,) = by_class(html, "ec-letter__sheet")
    assert sheet.get("lang") == ("zh" if language == "en" else None)
    assert "[署名]" in words(sheet)
    places = [html.index(sign) for sign in ("ec-warnings", "ec-send", "ec-letter__sheet", "<address")]
    assert places == sorted(places)
    assert "<template" not in html
    assert {"en": "Letter to Imaginary Embassy", "zh": "致驻美国虚构大使馆的信"}[language] in visible(html)


def test_a_letter_is_for_no_search_engine() -> None:
    """Who searches is to find the action, which says until when a letter may be sent."""
    own = pages("en")
    head = head_of(own, own.routes.by_path[f"{LETTER}-en"])
    assert head.noindex
    assert head.alternates
    rows = [row.loc for row in sitemap(own.snapshot, Routes(own.snapshot), "https://example.org/")]
    assert [one for one in rows if "/letter-" in one] == []


@for_each("language", LANGUAGES)
def test_the_page_of_a_letter_that_is_past_leads_to_the_action(language: str) -> None:
    """It keeps its address, and has neither letter nor address nor warning."""
    html = article("actions/three-offices/letter-nowhere-ferry-police-zh", language)
    assert {"en": "Please do not send it", "zh": "请不要寄出"}[language] in visible(html)
    assert "../../actions/three-offices.html" in [one.get("href") for one in elements(html, "a")]
    for name in ("ec-letter", "ec-buttons", "ec-warnings"):
        assert by_class(html, name) == [], name
    assert "mailto:" not in html
    assert "<address" not in html


def test_the_page_of_a_letter_names_nobody_who_asked_for_silence(content: Content) -> None:
    """The title of the action may be a name."""
    content.edit(Edit(CASE, "  as_of: 2020-05-01", "  visibility: paused\n  as_of: 2020-05-01"))
    for language in LANGUAGES:
        text = visible(article_of(pages_of(on_day(content), language), "actions/write/letter-police-zh"))
        assert "Li Si" not in text
        assert "李四" not in text


def test_a_letter_of_a_later_day_has_its_page_earlier() -> None:
    """Links must not break; before the action is issued the page asks for nothing."""
    assert pages("en").snapshot.actions["wages-at-the-window"].state == "draft"
    drafts = [path for path in pages("en").routes.by_path if path.startswith("actions/wages-at-the-window/letter-")]
    assert drafts
    for path in drafts:
        assert by_class(article(path), "ec-letter") == []


@for_each(
    "number, link",
    [
        ("+86 (10) 1234-5678", "tel:+861012345678"),
        ("010 1234 5678", ""),
        ("+86 10 1234 ext. 5", ""),
        ("", ""),
    ],
)
def test_a_telephone_is_a_link_where_every_telephone_would_reach_it(number: str, link: str) -> None:
    """With its country alone: without, it is somebody else's number in the reader's country."""
    assert telephone_link(number) == link


def test_a_fax_is_no_link() -> None:
    """A telephone would call the machine."""
    html = article(f"{ACTION}/letter-nowhere-ferry-police-en")
    (channels,) = by_class(html, "ec-channels")
    assert [link.get("href") for link in channels.iter("a")] == ["tel:+000000000"]
    assert "+00 000 0001" in words(channels)
