"""Cards, relations and the photo on the page of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from campaign_outputs import article, article_of, by_class, on_day, pages, pages_of, snapshot, visible, words
from content_factory import CASE, CASE_ZH, Content
from emptychair.views.language_site import LanguageSite
from emptychair.views.status import card_of
from sample_images import picture
from views.case_page import entry

if TYPE_CHECKING:
    pass


def test_a_case_without_an_event_has_no_card() -> None:
    """A list cannot tell what is not known."""
    own: LanguageSite = pages("en")
    context = own.context(own.routes.by_path["index"])
    with pytest.raises(LookupError, match="early-plum"):
        card_of(context, snapshot().cases["early-plum"])


def test_related_people_are_told_by_what_joins_them() -> None:
    """A link with the name, and the relation."""
    html = article("cases/blue-lantern")
    assert 'href="../cases/copper-bell.html"' in html
    assert "Copper Bell" in visible(html[html.index('id="related"') :])


def test_a_photo_is_shown_with_its_credit(content: Content) -> None:
    """A picture with its credit stands on the page of its person."""
    rows = (
        "photo:",
        "  file: li-si.png",
        '  credit: "A friend"',
        '  licence: "CC BY 4.0"',
        '  alt: "A chair"',
        "sources:",
    )
    photo = "\n".join(f"  {row}" for row in rows)
    content.swap(CASE, "scope: [name, story]", "scope: [name, story, photo]").put(
        "assets/li-si.png", picture(1000, 1250)
    )
    made = on_day(content.swap(CASE, "  sources:", photo).remove(CASE_ZH))
    for language, up in (("en", "../"), ("zh", "../../")):
        html = article_of(pages_of(made, language), "cases/li-si")
        (figure,) = by_class(html, "ec-photo")
        (image,) = figure.iter("img")
        assert figure.tag == "figure"
        assert (image.get("src"), image.get("alt")) == (f"{up}pictures/li-si-png-640.webp", "A chair")
        sizes = [f"{up}pictures/li-si-png-{width}.webp {width}w" for width in (160, 320, 640, 960)]
        assert image.get("srcset") == ", ".join(sizes)
        assert (image.get("width"), image.get("height")) == ("960", "1200")
        assert image.get("lang") == (None if language == "en" else "en")
        (caption,) = figure.iter("figcaption")
        assert "A friend" in words(caption)
        assert "CC BY 4.0" in words(caption)


def test_a_photo_with_a_caption_in_the_readers_language(content: Content) -> None:
    """Translated words have no mark; signs of HTML in them are words."""
    rows = (
        '  photo:\n    file: li-si.png\n    credit: "A & B"\n    licence: "<i>"\n    alt: "A \\"chair\\" > 1"\n'
        '    caption: "Where <b>Li Si</b> sat"\n  sources:'
    )
    content.put("assets/li-si.png", picture(1000, 1250)).swap(CASE, "  sources:", rows)
    content.swap(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "一把椅子"\n    caption: "李四坐过的地方"\n')
    made = on_day(content)
    (english,) = by_class(article_of(pages_of(made, "en"), "cases/li-si"), "ec-photo")
    (chinese,) = by_class(article_of(pages_of(made, "zh"), "cases/li-si"), "ec-photo")
    assert next(english.iter("img")).get("alt") == 'A "chair" > 1'
    assert "Where <b>Li Si</b> sat" in words(english)
    assert "A & B" in words(english)
    assert "<i>" in words(english)
    assert [one.tag for one in chinese.iter()] == ["figure", "img", "figcaption", "span"]
    assert (next(chinese.iter("img")).get("alt"), next(chinese.iter("img")).get("lang")) == ("一把椅子", None)
    assert "李四坐过的地方" in words(chinese)


def test_an_entry_without_a_date_has_no_empty_line(content: Content) -> None:
    """What is not known has no line: a screen reader stops at none."""
    made = content.swap(CASE, "  sources:", '  custody:\n    - id: place\n      facility: "A house"\n  sources:')
    found = entry(article_of(pages_of(on_day(made), "en"), "cases/li-si"), "custody-place")
    assert all(words(one) for one in found.iter("p"))
