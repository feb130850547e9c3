"""The photo of a case on its page and on lists, and the drawn chair of those who have none."""

from __future__ import annotations

from campaign_outputs import article_of, by_class, elements, on_day, pages_of, words
from content_factory import CASE, CASE_ZH, Content
from for_each import for_each
from sample_images import picture

BY_STATUS = "cases/by/status/taken-away"
PHOTO = """  photo:
    file: li-si.jpg
    credit: "A friend"
    licence: "CC BY 4.0"
    alt: "A chair"
  sources:"""


def with_photo(content: Content, width: int = 1000, height: int = 1250) -> Content:
    """The small folder with a drawn photo of its case."""
    content.put("assets/li-si.jpg", picture(width, height, "JPEG"))
    content.swap(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "一把椅子"\n')
    return content.swap(CASE, "scope: [name, story]", "scope: [name, story, photo]").swap(CASE, "  sources:", PHOTO)


@for_each(
    "language, path, up",
    [("en", "status", ""), ("en", BY_STATUS, "../../../"), ("zh", "status", "../"), ("zh", BY_STATUS, "../../../../")],
)
def test_a_small_picture_on_lists(content: Content, language: str, path: str, up: str) -> None:
    """It decorates, because the name stands beside it; it waits until it is looked at, and its place is kept."""
    (card,) = by_class(article_of(pages_of(on_day(with_photo(content)), language), path), "ec-card")
    (image,) = card.iter("img")
    assert image.get("src") == f"{up}pictures/li-si-jpg-160.webp"
    assert image.get("srcset") == f"{up}pictures/li-si-jpg-320.webp 2x"
    assert (image.get("alt"), image.get("loading")) == ("", "lazy")
    assert (image.get("width"), image.get("height")) == ("120", "150")


@for_each("language", ["en", "zh"])
def test_who_has_no_photo_has_a_name(content: Content, language: str) -> None:
    """No picture stands in for one, on lists or on the page: the names in both scripts are the portrait."""
    made = pages_of(on_day(content), language)
    (card,) = by_class(article_of(made, "status"), "ec-card")
    assert not list(card.iter("img"))
    names = next(one for one in card.iter("p") if "ec-card__names" in one.get("class", ""))
    assert words(names) == "李四 Li Si"
    (link,) = names.iter("a")
    assert words(link) == {"en": "Li Si", "zh": "李四"}[language]
    assert not by_class(article_of(made, "cases/li-si"), "ec-photo")


@for_each("visibility", ["minimal", "paused"])
def test_a_silent_person_has_no_photo(content: Content, visibility: str) -> None:
    """No copy of the photo is named on any page."""
    with_photo(content).swap(CASE, "  kind: person", f"  kind: person\n  visibility: {visibility}")
    made = pages_of(on_day(content), "en")
    assert made.snapshot.shown_photos == ()
    assert not [path for path in made.routes.by_path if "li-si-jpg" in article_of(made, path)]


def test_a_small_photo_has_the_copies_that_it_can_fill(content: Content) -> None:
    """None is larger than what was given."""
    html = article_of(pages_of(on_day(with_photo(content, 200, 100)), "en"), "cases/li-si")
    image = next(one for one in elements(html, "img") if one.get("alt") == "A chair")
    assert image.get("src") == "../pictures/li-si-jpg-200.webp"
    assert image.get("srcset") == "../pictures/li-si-jpg-160.webp 160w, ../pictures/li-si-jpg-200.webp 200w"
    assert (image.get("width"), image.get("height"), image.get("loading")) == ("200", "100", None)
