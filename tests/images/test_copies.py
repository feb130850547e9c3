"""Copies of photos: small, and with nothing of the file in them but what is to be seen."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

from emptychair.images.copies import COPY_LIMIT, Copy, copies_of, create_copy, is_copy
from emptychair.record.campaign import Picture
from for_each import for_each
from sample_images import noise, picture

WHERE = "38.8977 N, a camera, a name"


def opened(data: bytes) -> Image.Image:
    """A copy as a picture."""
    return Image.open(BytesIO(data))


def exif() -> bytes:
    """Metadata as a camera writes it."""
    found = Image.Exif()
    found[0x010E] = WHERE
    return found.tobytes()


@for_each(
    "size, copies",
    [
        ((1000, 1250), [(160, 200), (320, 400), (640, 800), (960, 1200)]),
        ((400, 300), [(160, 120), (320, 240), (400, 300)]),
        ((100, 100), [(100, 100)]),
        ((1000, 10_000), [(24, 240), (48, 480), (96, 960), (144, 1440)]),
        ((16_000, 10), [(160, 1), (320, 1), (640, 1), (960, 1)]),
        ((1, 1), [(1, 1)]),
    ],
)
def test_the_copies_of_a_picture(size: tuple[int, int], copies: list[tuple[int, int]]) -> None:
    """Never larger than the picture, each width once, a scroll no higher than one and a half widths."""
    found = copies_of(Picture("li-si.jpg", *size))
    assert [(copy.width, copy.height) for copy in found] == copies
    assert [copy.path for copy in found] == [f"pictures/li-si-jpg-{width}.webp" for width, _ in copies]


@for_each("file_format", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_the_file_is_in_a_copy(file_format: str) -> None:
    """No metadata, no profile, no thumbnail, no comment: whoever took the picture, and where, stays out."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = picture(400, 500, file_format, exif=exif(), icc_profile=profile)
    assert WHERE.encode() in data
    copy = create_copy(data, Copy("x", 320, 400))
    with opened(copy) as image:
        image.load()
        assert (image.format, image.size) == ("WEBP", (320, 400))
        assert set(image.info) <= {"loop", "background", "timestamp", "duration"}
        assert dict(image.getexif()) == {}
    assert WHERE.encode() not in copy
    assert not [name for name in (b"EXIF", b"ICCP", b"XMP ") if name in copy]


@for_each("mode", ["L", "P", "RGBA", "LA", "1", "CMYK"])
def test_every_kind_of_pixels(mode: str) -> None:
    """Grey, palette, transparent, and the four colours of printers."""
    data = picture(200, 250, "JPEG" if mode == "CMYK" else "PNG", mode)
    copy = create_copy(data, Copy("x", 160, 200))
    assert is_copy(copy)
    with opened(copy) as image:
        assert image.size == (160, 200)


def test_no_copy_is_larger_than_a_first_view_may_load() -> None:
    """Not even of noise, the picture that is hardest to make small."""
    data = noise(960, 720)
    copy = create_copy(data, Copy("x", 960, 720))
    assert len(copy) <= COPY_LIMIT
    assert opened(copy).size == (960, 720)


def test_the_same_picture_gives_the_same_bytes() -> None:
    """No time, no chance."""
    data = picture(500, 600)
    assert create_copy(data, Copy("x", 320, 384)) == create_copy(data, Copy("x", 320, 384))


@for_each("data", [b"", b"RIFF", picture(), b"RIFF....WEBP" + b"x" * COPY_LIMIT])
def test_what_is_no_copy(data: bytes) -> None:
    """Other files, and what is too large."""
    assert not is_copy(data)
