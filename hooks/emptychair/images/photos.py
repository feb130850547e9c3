"""Smaller copies of the photos of people, made from their pixels alone."""

from io import BytesIO

from PIL import Image, ImageFilter

from emptychair.images.copies import Copy

# What a first view may load, so what no copy may be larger than.
COPY_LIMIT = 60 * 1024
# Quality, and softening for a picture that is nothing but noise.
STEPS = ((80, 0.0), (62, 0.0), (45, 0.0), (30, 0.0), (30, 2.0), (25, 8.0))


def create_copy(data: bytes, copy: Copy) -> bytes:
    """A copy of the picture in these bytes, with which nothing is wrong (picture_files): at most COPY_LIMIT."""
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
