"""Pictures hold pixels and nothing else: what is found in them, and what is made of any picture."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from emptychair.images.metadata import BYTES_LIMIT, SIDE_LIMIT, PictureError, cleaned, fault_of
from for_each import for_each
from properties import not_empty, tried
from sample_images import moving, noise, picture, written

FORMATS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
SECRET = b"by Li Si at 31.2 N"


def fault(name: str, data: bytes) -> tuple[str, str]:
    """The code of what is wrong, and what was found."""
    found = fault_of(name, data)
    return (found.code, found.values.get("found", "")) if found else ("", "")


def in_short(value: str | bytes) -> str:
    """A name or a code as it is, a picture by its length."""
    return value if isinstance(value, str) else f"{len(value)} bytes"


def opened(data: bytes) -> Image.Image:
    """A picture as an independent reader sees it."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


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


@pytest.mark.parametrize(
    ("name", "data", "code"),
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


@pytest.mark.parametrize("side", [9_000, 10_000, 30_000, 2**31 - 1])
def test_a_bomb_is_not_unpacked(side: int) -> None:
    """Its size is read, no pixel is."""
    assert fault("a.png", bomb(side, side))[0] == "picture-too-wide"
    with pytest.raises(PictureError) as caught:
        cleaned(bomb(side, side))
    assert caught.value.code == "picture-too-wide"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (moving("WEBP"), "picture-moves"),
        (moving("PNG"), "picture-moves"),
        (moving("GIF"), "picture-unreadable"),
        (b"", "picture-unreadable"),
        (picture()[:300], "picture-unreadable"),
        (b"\xff\xd8\xff" + b"x" * 50 * 1024 * 1024, "picture-too-large"),
    ],
    ids=["webp", "png", "gif", "nothing", "half", "huge"],
)
def test_what_cannot_be_made_a_photo_is_refused(data: bytes, code: str) -> None:
    """With the reason."""
    with pytest.raises(PictureError) as caught:
        cleaned(data)
    assert caught.value.code == code


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright(orientation: int) -> None:
    """What the camera wrote about how it was held becomes pixels, and goes."""
    upright = Image.new("RGB", (60, 90), "red")
    upright.paste("blue", (0, 45, 60, 90))
    upright.paste("lime", (0, 0, 30, 45))
    transposed = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    held = upright.transpose(transposed[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    made = opened(cleaned(written(held, "JPEG", exif=exif, quality=95)))
    assert made.size == (60, 90)
    assert not made.getexif()
    for place, colour in (((15, 20), (0, 255, 0)), ((45, 20), (255, 0, 0)), ((30, 70), (0, 0, 255))):
        found = made.getpixel(place)
        assert isinstance(found, tuple)
        assert all(abs(a - b) < 16 for a, b in zip(found, colour, strict=True))


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("RGBA", (255, 0, 0, 0), (255, 255, 255)),
        ("RGBA", (255, 0, 0, 255), (255, 0, 0)),
        ("LA", (0, 0), (255, 255, 255)),
        ("1", 1, (255, 255, 255)),
        ("I;16", 65_535, (255, 255, 255)),
        ("I;16", 32_768, (128, 128, 128)),
    ],
)
def test_what_is_see_through_stands_on_white(mode: str, colour: object, seen: tuple[int, int, int]) -> None:
    """And sixteen bits of grey become eight."""
    made = opened(cleaned(written(Image.new(mode, (16, 16), colour), "PNG")))  # type: ignore[arg-type]
    found = made.getpixel((8, 8))
    assert made.mode == "RGB"
    assert isinstance(found, tuple)
    assert all(abs(a - b) < 3 for a, b in zip(found, seen, strict=True))


def test_a_palette_with_a_see_through_colour() -> None:
    """As GIFs that became PNGs have it."""
    image = Image.new("P", (16, 16), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    assert opened(cleaned(written(image, "PNG", transparency=0))).getpixel((8, 8)) == (255, 255, 255)


def test_colours_for_printing_become_colours_for_screens() -> None:
    """CMYK, with the profile of a printer or without one."""
    image = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    made = opened(cleaned(written(image, "JPEG", quality=95)))
    found = made.getpixel((8, 8))
    assert made.mode == "RGB"
    assert isinstance(found, tuple)
    assert found[0] > 200
    assert max(found[1:]) < 60


def test_colours_of_a_wide_gamut_are_kept() -> None:
    """The profile is applied before it goes: a green of another gamut is another number in sRGB."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (16, 16), (10, 200, 30))
    same = opened(cleaned(written(image, "JPEG", icc_profile=lab, quality=95)))
    found = same.getpixel((8, 8))
    assert isinstance(found, tuple)
    assert all(abs(a - b) < 6 for a, b in zip(found, (10, 200, 30), strict=True))
    assert "icc_profile" not in same.info


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_profile_that_is_none_is_left_out(mode: str) -> None:
    """The picture is made without it."""
    data = picture(file_format="JPEG", mode=mode, icc_profile=b"no profile")
    assert fault("a.jpg", cleaned(data)) == ("", "")


def test_a_profile_of_another_kind_is_left_out() -> None:
    """A profile for colours on a picture in grey."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert fault("a.jpg", cleaned(picture(file_format="JPEG", mode="L", icc_profile=profile))) == ("", "")


def test_a_large_photo_becomes_small() -> None:
    """No side over the limit, the shape kept; noise is made smaller until it fits."""
    assert opened(cleaned(picture(5_000, 2_500, "JPEG"))).size == (2_000, 1_000)
    made = cleaned(noise(1_000, 1_000))
    assert opened(made).size < (1_000, 1_000)
    assert len(made) <= BYTES_LIMIT
    assert fault("a.jpg", made) == ("", "")


def test_the_same_photo_makes_the_same_bytes() -> None:
    """And what was made once is made again from itself, in its size."""
    data = picture(file_format="JPEG", comment="x")
    assert cleaned(data) == cleaned(data)
    assert opened(cleaned(cleaned(data))).size == opened(data).size


def test_text_in_a_picture_is_no_bomb() -> None:
    """Compressed text in a PNG is not unpacked without end."""
    info = PngImagePlugin.PngInfo()
    info.add_text("a", "x" * 2_000_000, zip=True)
    data = picture(pnginfo=info)
    assert fault("a.png", data) in (("picture-unreadable", ""), ("picture-with-more", "zTXt"))
