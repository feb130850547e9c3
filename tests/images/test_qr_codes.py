"""QR codes are read back by an independent reader, and hold nothing that could run."""

from __future__ import annotations

import re

import zxingcpp
from PIL import Image, ImageDraw

from emptychair.images.qr_codes import create_code, is_code
from for_each import for_each

ADDRESSES = ("https://emptychair.example/cases/wei-zhili.html", f"https://a.example/zh/actions/{'a' * 64}.html")
STEP = re.compile(r"([Mmh])(-?[0-9.]+)(?: (-?[0-9.]+))?")


def raster(svg: str) -> Image.Image:
    """The dark modules of a code as a picture, each 8 pixels wide."""
    size = int(svg.partition('viewBox="0 0 ')[2].partition(" ")[0])
    image = Image.new("L", (size * 8, size * 8), 255)
    draw, x, y = ImageDraw.Draw(image), 0.0, 0.0
    for step, first, second in STEP.findall(svg.split('stroke="#000" d="')[1]):
        if step == "M":
            x, y = float(first), float(second)
        elif step == "m":
            x, y = x + float(first), y + float(second)
        else:
            draw.rectangle((x * 8, (y - 0.5) * 8, (x + float(first)) * 8 - 1, (y + 0.5) * 8 - 1), fill=0)
            x += float(first)
    return image


@for_each("address", ADDRESSES)
def test_a_code_leads_to_its_address(address: str) -> None:
    """Read by ZXing; even where a fold or a stain took a part of it."""
    image = raster(create_code(address).decode())
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == address
    ImageDraw.Draw(image).rectangle(
        (image.width * 0.55, image.height * 0.55, image.width * 0.7, image.height * 0.7), 255
    )
    (worn,) = zxingcpp.read_barcodes(image)
    assert worn.text == address


def test_a_code_is_a_plain_file() -> None:
    """No style, script, link or time in it, and the same bytes each time."""
    data = create_code(ADDRESSES[0])
    assert data == create_code(ADDRESSES[0])
    assert is_code(data)
    assert not re.search(rb"style|script|href|on[a-z]+=|<!|<\?", data)
    assert len(data) < 5000


@for_each(
    "added", [b"<script/>", b' onload="x()"', b"<a href='//e'/>", b"<style/>", b'<image href="https://e.example/x"/>']
)
def test_a_code_with_more_in_it_is_none(added: bytes) -> None:
    """A kept file into which somebody wrote more is not taken."""
    data = create_code(ADDRESSES[0])
    assert not is_code(data.replace(b"</svg>", added + b"</svg>"))
    assert not is_code(data.replace(b"<path ", b"<path " + added, 1))
    assert not is_code(data + added)
