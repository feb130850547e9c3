"""The one font of the share cards, which sets Latin and Chinese: Noto Sans SC, from a pinned package."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

PACKAGE = "justmytype_intl_cjk"
REGULAR, BOLD = 400, 700
# The languages of names that it sets. The others have scripts that want shaping, or letters that it lacks.
SCRIPTS = ("en", "zh", "zh-Hant")
# By the script in which a language is written (ISO 15924): the words of a page in another one stand on no card.
SET = frozenset({"Latn", "Hans", "Hant"})


@cache
def font_file() -> Path:
    """The file of the font. Raises FileNotFoundError where the package is not installed as files."""
    with as_file(files(PACKAGE) / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf") as file:
        if not file.is_file():
            raise FileNotFoundError(file)
        return file


@cache
def font(size: int, weight: int = REGULAR) -> ImageFont.FreeTypeFont:
    """The font in a size in pixels and a weight from 100 to 900."""
    # The basic layout: the other one depends on a library of the machine, and so would the bytes.
    face = ImageFont.truetype(font_file(), size, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight])
    return face


@cache
def _covered() -> frozenset[int]:
    """The code points that have a glyph, from the table `cmap`, of which fontTools would name each glyph first."""
    with TTFont(font_file(), lazy=True) as tables:
        table = tables.reader["cmap"]
    return frozenset(point for first, last in _ranges(table) for point in range(first, last + 1))


def _ranges(table: bytes) -> Iterator[tuple[int, int]]:
    """The first and last code point of each range in the subtable for all of Unicode (OpenType, cmap, format 12)."""
    # Of each subtable: platform, encoding, where it begins. Windows (3) has all of Unicode in encoding 10.
    count = struct.unpack_from(">H", table, 2)[0]
    starts = {row[:2]: row[2] for row in struct.iter_unpack(">HHL", table[4 : 4 + 8 * count])}
    start = starts[3, 10]
    groups = struct.unpack_from(">L", table, start + 12)[0]
    for first, last, _ in struct.iter_unpack(">LLL", table[start + 16 : start + 16 + 12 * groups]):
        yield first, last


def composed(text: str) -> str:
    """The text in the form in which it is set: a letter and its accent are one sign (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def missing_signs(text: str) -> str:
    """The signs of a text for which the font has no glyph, each once."""
    return "".join(dict.fromkeys(sign for sign in composed(text) if not sign.isspace() and ord(sign) not in _covered()))
