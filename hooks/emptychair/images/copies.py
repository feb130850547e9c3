"""The published copies of a photo, in place of the file that was given: paths, sizes, and bytes.

They are made from its pixels alone.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFilter

from emptychair.record.campaign import Picture

# A picture on a list, on a phone, on a page, and on a screen with finer dots.
WIDTHS = (160, 320, 640, 960)
# A long scroll is shown no higher than this many times a width.
HIGHEST = 1.5
# What a first view may load, so what no copy may be larger than.
COPY_LIMIT = 60 * 1024
# Quality, and softening for a picture that is nothing but noise.
STEPS = ((80, 0.0), (62, 0.0), (45, 0.0), (30, 0.0), (30, 2.0), (25, 8.0))


@dataclass(frozen=True, slots=True)
class Copy:
    """A published copy of a picture: its path below the site's root and its size."""

    path: str
    width: int
    height: int


def copies_of(picture: Picture) -> tuple[Copy, ...]:
    """A picture -> its copies, the smallest first: each width once, none larger than the picture itself."""
    return tuple({copy.width: copy for copy in (_copy(picture, width) for width in WIDTHS)}.values())


def _copy(picture: Picture, width: int) -> Copy:
    scale = min(1.0, width / picture.width, width * HIGHEST / picture.height)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return Copy(f"pictures/{picture.file.replace('.', '-')}-{size[0]}.webp", *size)


def create_copy(data: bytes, copy: Copy) -> bytes:
    """The bytes of a picture without a fault (metadata.fault_of) -> those of its copy: WebP, at most COPY_LIMIT."""
    with Image.open(BytesIO(data)) as image:
        pixels = image.convert("RGBA" if image.has_transparency_data else "RGB")
    small = pixels.resize((copy.width, copy.height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    for quality, softened in STEPS:
        written = _as_webp(small.filter(ImageFilter.GaussianBlur(softened)) if softened else small, quality)
        if len(written) <= COPY_LIMIT:
            break
    return written


def _as_webp(image: Image.Image, quality: int) -> bytes:
    data = BytesIO()
    # Without these two Pillow copies the profile and the metadata of the original.
    image.save(data, "WEBP", quality=quality, method=4, icc_profile=b"", exif=b"")
    return data.getvalue()


def is_copy(data: bytes) -> bool:
    """Is it a WebP file (RFC 9649, 2.4), and no larger than a copy may be?"""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) <= COPY_LIMIT
