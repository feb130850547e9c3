"""Pictures hold pixels and nothing else: what is found in them."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.images.metadata import SIDE_LIMIT, PictureError, cleaned, fault_of
from for_each import for_each
from images.picture_faults import fault
from properties import not_empty, tried
from sample_images import moving, noise, picture

FORMATS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


SECRET = b"by Li Si at 31.2 N"


def in_short(value: str | bytes) -> str:
    """A name or a code as it is, a picture by its length."""
    return value if isinstance(value, str) else f"{len(value)} bytes"


def segment(marker: int, part: bytes) -> bytes:
    """A part of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(part) + 2) + part


def chunk(name: bytes, part: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))


def riff(name: bytes, part: bytes) -> bytes:
    """A part of a WebP."""
    return name + struct.pack("<I", len(part)) + part + b"\0" * (len(part) % 2)


def in_jpeg(part: bytes) -> bytes:
    """A JPEG with one part more."""
    data = picture(file_format="JPEG")
    return data[:2] + part + data[2:]


def in_png(part: bytes, *, behind_pixels: bool = False) -> bytes:
    """A PNG with one part more, above or below its pixels."""
    data = picture()
    at = len(data) - 12 if behind_pixels else 33
    return data[:at] + part + data[at:]


def in_webp(part: bytes) -> bytes:
    """A WebP with one part more."""
    data = picture(file_format="WEBP")
    return data[:4] + struct.pack("<I", len(data) - 8 + len(part)) + data[8:] + part


@pytest.mark.parametrize(("suffix", "kind"), FORMATS.items())
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA"])
def test_a_picture_of_pixels_is_right(suffix: str, kind: str, mode: str) -> None:
    """In grey, in colour, with a palette or see-through, where its type has that."""
    if (kind, mode) not in (("JPEG", "P"), ("JPEG", "RGBA")):
        assert fault(f"chair{suffix}", picture(file_format=kind, mode=mode)) == ("", "")


def test_a_progressive_picture_is_right() -> None:
    """Its scans follow one another; CMYK has the mark of its maker's colours."""
    assert fault("a.jpg", picture(file_format="JPEG", progressive=True)) == ("", "")
    assert fault("a.jpg", picture(file_format="JPEG", mode="CMYK")) == ("", "")
    assert fault("a.jpg", picture(file_format="JPEG", restart_marker_rows=1)) == ("", "")
    assert fault("a.webp", picture(file_format="WEBP", mode="RGBA", lossless=True)) == ("", "")


MORE = [
    ("a.jpg", in_jpeg(segment(0xE1, b"Exif\0\0" + SECRET)), "Exif"),
    ("a.jpg", in_jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET)), "XMP"),
    ("a.jpg", in_jpeg(segment(0xE2, b"ICC_PROFILE\0\1\1" + SECRET)), "ICC"),
    ("a.jpg", in_jpeg(segment(0xE2, b"MPF\0" + SECRET)), "MPF"),
    ("a.jpg", in_jpeg(segment(0xED, b"Photoshop 3.0\0" + SECRET)), "IPTC"),
    ("a.jpg", in_jpeg(segment(0xE0, b"JFXX\0\x10" + SECRET)), "JFXX"),
    ("a.jpg", in_jpeg(segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\1\1" + b"rgb")), "APP0"),
    ("a.jpg", in_jpeg(segment(0xEE, b"Adobe\0d\0\0\0\0\0" + SECRET)), "APP14"),
    ("a.jpg", in_jpeg(segment(0xE5, SECRET)), "APP5"),
    ("a.jpg", in_jpeg(segment(0xFE, SECRET)), "COM"),
    ("a.jpg", picture(file_format="JPEG") + SECRET, f"+{len(SECRET)}"),
    ("a.jpg", picture(file_format="JPEG", progressive=True) + b"\xff\xd8\xff" + SECRET, f"+{len(SECRET) + 3}"),
    ("a.png", in_png(chunk(b"eXIf", SECRET)), "Exif"),
    ("a.png", in_png(chunk(b"iCCP", b"a\0\0" + zlib.compress(SECRET))), "ICC"),
    ("a.png", in_png(chunk(b"tEXt", b"Author\0" + SECRET)), "tEXt"),
    ("a.png", in_png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(SECRET)), behind_pixels=True), "zTXt"),
    ("a.png", in_png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET)), "iTXt"),
    ("a.png", in_png(chunk(b"tIME", b"\x07\xe4\1\1\0\0\0")), "tIME"),
    ("a.png", in_png(chunk(b"prVt", SECRET), behind_pixels=True), "prVt"),
    ("a.png", picture() + SECRET, f"+{len(SECRET)}"),
    ("a.webp", in_webp(riff(b"EXIF", SECRET)), "Exif"),
    ("a.webp", in_webp(riff(b"XMP ", SECRET)), "XMP"),
    ("a.webp", in_webp(riff(b"ICCP", SECRET)), "ICC"),
    ("a.webp", in_webp(riff(b"SECR", SECRET)), "SECR"),
    ("a.webp", picture(file_format="WEBP") + SECRET, f"+{len(SECRET)}"),
]


@for_each("name, data, found", [*MORE, ("a.jpg", in_jpeg(segment(0xF0, SECRET)), "FFF0")], ids=in_short)
def test_whatever_is_no_pixel_is_found(name: str, data: bytes, found: str) -> None:
    """Place, hour, camera, author, thumbnails, comments, and what lies behind the end."""
    assert fault(name, data) == ("picture-with-more", found)


@for_each("name, data, found", MORE, ids=in_short)
def test_whatever_is_no_pixel_is_left_behind(name: str, data: bytes, found: str) -> None:
    """What is made of it holds none of it, and is right."""
    made = cleaned(data)
    assert SECRET not in made
    assert fault("a.jpg", made) == ("", "")


@for_each(
    "name, data, code",
    [
        ("a.jpg", picture(), "picture-of-other-type"),
        ("a.png", picture(file_format="WEBP"), "picture-of-other-type"),
        ("a.webp", picture(file_format="JPEG"), "picture-of-other-type"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "picture-unreadable"),
        ("a.jpg", b"GIF89a" + b"\0" * 20, "picture-unreadable"),
        ("a.jpg", b"\xff\xd8\xff" + b"<script>alert(1)</script>", "picture-unreadable"),
        ("a.png", b"", "picture-unreadable"),
        ("a.png", picture()[:200], "picture-unreadable"),
        ("a.jpg", picture(file_format="JPEG")[:-200], "picture-unreadable"),
        ("a.jpg", picture(file_format="JPEG")[:-2], "picture-unreadable"),
        ("a.webp", picture(file_format="WEBP")[:100], "picture-unreadable"),
        ("a.webp", moving("WEBP"), "picture-moves"),
        ("a.png", moving("PNG"), "picture-moves"),
        ("a.png", picture(SIDE_LIMIT + 1, 8), "picture-too-wide"),
        ("a.png", picture(8, SIDE_LIMIT + 1), "picture-too-wide"),
        ("a.png", noise(400, 400), "picture-too-large"),
    ],
)
def test_what_is_no_fit_picture_is_refused(name: str, data: bytes, code: str) -> None:
    """By its bytes: another type, broken, moving, too large in either measure."""
    assert fault(name, data)[0] == code


@not_empty(20)
@given(st.sampled_from(sorted(FORMATS)), st.data())
def test_no_damage_stops_the_check(suffix: str, data: st.DataObject) -> None:
    """A picture with any bytes changed or cut off is right or refused, and never an error of the program."""
    whole = picture(24, 24, FORMATS[suffix])
    place = data.draw(st.integers(0, len(whole) - 1))
    new = data.draw(st.binary(max_size=4))
    end = data.draw(st.sampled_from([len(whole), place + len(new)]))
    damaged = (whole[:place] + new + whole[place + len(new) :])[:end]
    found = fault_of(f"a{suffix}", damaged)
    assert found is None or found.code.startswith("picture-")
    with suppress(PictureError):
        made = cleaned(damaged)
        tried()
        assert fault("a.jpg", made) == ("", "")


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is as large as that; 109 KB would do for 30,000 by 30,000."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(b"\0" * 1_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + rows + chunk(b"IEND", b"")


@for_each("side", [9_000, 10_000, 30_000, 2**31 - 1])
def test_a_bomb_is_not_unpacked(side: int) -> None:
    """Its size is read, no pixel is."""
    assert fault("a.png", bomb(side, side))[0] == "picture-too-wide"
    with pytest.raises(PictureError) as caught:
        cleaned(bomb(side, side))
    assert caught.value.code == "picture-too-wide"
