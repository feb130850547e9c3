"""A share card: its size, its colours, both scripts on it, the same bytes each time."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from emptychair.images.card import HEIGHT, MARGIN, TEXT_WIDTH, WIDTH, CardText, create_card, is_card
from for_each import for_each

CARD = CardText("Blue Lantern", "蓝灯", "■", "In prison, as of 24 May 2026", "Empty Chair · 空椅")
LONG = "Free the twelve of the paper mill who asked for their wages " * 4
LONG_ZH = "释放在窗口被带走的造纸厂十二人，他们只是要求支付工资。" * 4


def opened(data: bytes) -> Image.Image:
    """A card as a picture."""
    return Image.open(BytesIO(data)).convert("RGB")


def inked(picture: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Is anything drawn in this part of a card?"""
    return len(picture.crop(box).getcolors(100_000) or [0, 0]) > 1


def test_a_card_is_a_small_png_without_more() -> None:
    """1200 by 630, a palette, at most 40 KB, and no chunk that tells of a time, a tool or a place."""
    data = create_card(CARD)
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
        assert image.info == {}
    assert is_card(data)
    assert len(data) < 40 * 1024
    chunks = [name for name in (b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf", b"iCCP", b"pHYs") if name in data]
    assert chunks == []


def test_the_same_words_give_the_same_bytes() -> None:
    """And other words give others."""
    assert create_card(CARD) == create_card(CARD)
    assert create_card(CARD) != create_card(CardText("Blue Lantern", "蓝灯", "○", CARD.line, CARD.site))


@for_each("field", ["title", "second", "shape", "line", "site"])
def test_each_part_is_seen(field: str) -> None:
    """Leaving it out changes the picture."""
    parts = {name: getattr(CARD, name) for name in ("title", "second", "shape", "line", "site")}
    without = CardText(**(parts | {field: ""}))
    assert ImageChops.difference(opened(create_card(CARD)), opened(create_card(without))).getbbox()


@pytest.mark.parametrize("title", [LONG, LONG_ZH, LONG.replace(" ", "")[:150]])
@pytest.mark.parametrize("second", [LONG, LONG_ZH])
def test_long_words_stay_in_their_place(title: str, second: str) -> None:
    """Whatever somebody calls an action: title, status and site never run into each other or off the card."""
    card = opened(create_card(CardText(title, second, "■", LONG[:200], "Empty Chair · 空椅")))
    assert not inked(card, (MARGIN, 395, MARGIN + TEXT_WIDTH, 405))
    assert not inked(card, (MARGIN, 515, MARGIN + TEXT_WIDTH, 535))
    assert not inked(card, (MARGIN + TEXT_WIDTH + 2, 0, 875, HEIGHT))
    assert not inked(card, (WIDTH - 30, 0, WIDTH, HEIGHT))


@for_each("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", create_card(CARD)[:20]])
def test_what_is_no_card(data: bytes) -> None:
    """Other files, and the beginning of one."""
    assert not is_card(data)
