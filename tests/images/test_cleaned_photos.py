"""What is made of any picture: upright, in sRGB, on white, small, and of pixels alone."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from emptychair.images.metadata import BYTES_LIMIT, PictureError, cleaned
from for_each import for_each
from images.picture_faults import fault
from sample_images import moving, noise, picture, written


def opened(data: bytes) -> Image.Image:
    """A picture as an independent reader sees it."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


@for_each(
    "data, code",
    [
        (moving("WEBP"), "picture-moves"),
        (moving("PNG"), "picture-moves"),
        (moving("GIF"), "picture-unreadable"),
        (b"", "picture-unreadable"),
        (picture()[:300], "picture-unreadable"),
        (b"\xff\xd8\xff" + b"x" * 50 * 1024 * 1024, "picture-too-large"),
    ],
)
def test_what_cannot_be_made_a_photo_is_refused(data: bytes, code: str) -> None:
    """With the reason."""
    with pytest.raises(PictureError) as caught:
        cleaned(data)
    assert caught.value.code == code


@for_each("orientation", range(1, 9))
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


@for_each(
    "mode, colour, seen",
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


@for_each("mode", ["RGB", "L", "CMYK"])
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
