"""The font has a glyph for whatever the site itself may set on a card."""

from __future__ import annotations

from fontTools.ttLib import TTFont

from emptychair.images.fonts import BOLD, REGULAR, composed, font, font_file, missing_signs
from emptychair.images.shapes import SHAPES, shape_mask
from emptychair.text import vocabulary
from emptychair.text.strings import catalogue
from for_each import for_each

LANGUAGES = ("en", "zh")


def test_every_term_and_sentence_of_the_site_can_be_set() -> None:
    """Statuses, states of actions, and the sentences that hold dates and deadlines, in both languages."""
    rows = [term.row for name in ("statuses", "action_states") for term in vocabulary.terms(name).values()]
    rows += [catalogue(name)[key] for name in ("pages", "dates") for key in catalogue(name)]
    assert {sign for row in rows for one in LANGUAGES for sign in missing_signs(str(row.get(one, "")))} <= set("←→↗▸")


def test_every_shape_has_a_drawing() -> None:
    """One for each class of status, unlike all others; a death has the colour of no other class."""
    shapes = [term.get("shape") for term in vocabulary.terms("classes").values()]
    assert sorted(shapes) == sorted(SHAPES)
    assert len({shape_mask(shape, 34).tobytes() for shape in shapes}) == len(shapes)
    assert len({colour for _, colour in SHAPES.values()}) == len(shapes)
    assert vocabulary.term("classes", "died").get("shape") == "▬"


@for_each("text", ["Wèi Zhìlì", "Nǚ Lǜ", "We\u0301i", "危志立 魏 龘", "“a” ‘b’ – …"])
def test_names_in_both_scripts_can_be_set(text: str) -> None:
    """Pinyin with its tones, composed or not, rare characters, quotation marks."""
    assert missing_signs(text) == ""


def test_what_the_font_lacks_is_named_once() -> None:
    """Signs of other scripts, in the order in which they stand."""
    assert missing_signs("a 🪑 ئۇ 🪑") == "🪑ئۇ"


def test_every_glyph_of_the_font_is_known() -> None:
    """No more signs and no fewer than fontTools finds in the same file."""
    with TTFont(font_file(), lazy=True) as table:
        glyphs = table.getBestCmap()
    every = "".join(map(chr, range(0x20000)))
    assert set(map(ord, missing_signs(every))) == {
        ord(sign) for sign in composed(every) if not sign.isspace() and ord(sign) not in glyphs
    }


def test_the_font_may_be_used_by_anybody() -> None:
    """The SIL Open Font License, as the font itself says."""
    with TTFont(font_file(), lazy=True) as table:
        assert "SIL Open Font License" in str(table["name"].getDebugName(13))


def test_weights_are_not_mixed() -> None:
    """Bold stays bold after the same size was asked for in another weight."""
    bold = font(40, BOLD).getlength("Chair")
    assert font(40, REGULAR).getlength("Chair") < bold == font(40, BOLD).getlength("Chair")
