"""Pictures in the bodies of pages, as text."""

from __future__ import annotations

from emptychair.editing.body_pictures import BodyPicture, picture_paragraphs, with_other_picture, with_picture
from emptychair.front_matter.document import Document
from emptychair.rules.index import Entry

NEW = "![New](../assets/new.jpg)\n\n*B, CC0*\n"
SHOWN = "One.\n\n![O\\]ld](../assets/old.png)\n\n*A \\* chair (B, CC0)*\n\nTwo.\n"


def test_the_paragraphs_of_a_picture() -> None:
    """At the depth of the page, in its language; nothing that was typed is Markdown."""
    picture = BodyPicture("a.jpg", "A ](x)", "*Big* <b>", "A_B", "CC0")
    entry = Entry("updates/2020-05-20-news", "update", "zh", Document("", {}, "", 1))
    shown = "![A \\](x)](../../assets/a.jpg)\n\n*\\*Big\\* \\<b\\>（A\\_B，CC0）*\n"
    assert picture_paragraphs(picture, entry) == shown


def test_a_picture_stands_above_the_first_heading_or_at_the_end() -> None:
    """With empty lines around it, and the line ends of the page."""
    assert with_picture("", NEW) == NEW
    assert with_picture("One.", NEW) == f"One.\n\n{NEW}"
    assert with_picture("One.\n\n## Two {#two}\n\nX.\n", NEW) == f"One.\n\n{NEW}\n## Two {{#two}}\n\nX.\n"
    assert with_picture("One.\r\n", NEW) == f"One.\n\n{NEW}".replace("\n", "\r\n")


def test_another_picture_takes_the_place_with_its_words() -> None:
    """The words in italics below the old one go; other text stays, also where it has none, or is not shown at all."""
    assert with_other_picture(SHOWN, "old.png", NEW) == f"One.\n\n{NEW}\nTwo.\n"
    alone = "![Old](../assets/old.png)\n\nNo *words* of it.\n"
    assert with_other_picture(alone, "old.png", NEW) == f"{NEW}\nNo *words* of it.\n"
    assert with_other_picture(SHOWN.replace("\n", "\r\n"), "old.png", NEW).count("\r\n") == 7
    assert with_other_picture("One.\n", "old.png", NEW) == f"One.\n\n{NEW}"
