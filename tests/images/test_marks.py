"""Marks: what is published of a picture, and what becomes of a file that somebody wants as a mark."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

from emptychair.images.marks import SIDE, create_mark, fault_of, size_of, taken_in, type_of
from emptychair.images.metadata import BYTES_LIMIT
from sample_images import drawing, noise, picture, written


def opened(data: bytes) -> Image.Image:
    """A PNG as a picture."""
    return Image.open(BytesIO(data), formats=["PNG"])


def test_a_mark_is_published_made_anew() -> None:
    """From pixels, with their transparency, no larger than it can be of use; from shapes alone."""
    clear = Image.new("RGBA", (1_000, 500), (10, 20, 30, 0))
    clear.paste((200, 0, 0, 255), (0, 0, 500, 500))
    made = opened(create_mark("mark.png", written(clear, "PNG")))
    assert (made.mode, made.size, made.info) == ("RGBA", (SIDE, SIDE // 2), {})
    assert [made.getpixel((x, 20))[3] for x in (20, SIDE - 20)] == [255, 0]  # type: ignore[index]
    assert opened(create_mark("mark.png", picture(30, 20))).size == (30, 20)
    assert b"Li Si" not in create_mark("mark.svg", drawing("<!-- Li Si -->"))
    assert [type_of(name) for name in ("a.svg", "a.png")] == ["image/svg+xml", "image/png"]


def test_any_picture_can_be_taken_in() -> None:
    """As a PNG without what a program wrote into it, transparent as it was, no heavier than a picture may be."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x013B] = "Li Si"
    for file_format, mode in (("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("WEBP", "RGBA")):
        data = picture(60, 40, file_format, mode, exif=exif, icc_profile=profile)
        suffix, left = taken_in(data)
        assert (suffix, fault_of("mark.png", left), size_of("mark.png", left)) == (".png", None, (60, 40))
        assert b"Li Si" not in left
    half = Image.new("RGBA", (8, 8), (255, 0, 0, 128))
    assert opened(taken_in(written(half, "PNG", dpi=(72, 72)))[1]).getpixel((4, 4)) == (255, 0, 0, 128)
    assert len(taken_in(noise(320, 320))[1]) <= BYTES_LIMIT
    suffix, left = taken_in(b"\xef\xbb\xbf" + drawing("<metadata/>"))
    assert (suffix, fault_of("mark.svg", left)) == (".svg", None)
