"""The mark and the favicon of a campaign: what may be one, and the files that are published in place of those given."""

from io import BytesIO

from PIL import Image

from emptychair.images.drawings import SUFFIX, cleaned, stripped
from emptychair.images.drawings import fault_of as fault_of_drawing
from emptychair.images.drawings import size_of as size_of_drawing
from emptychair.images.metadata import BYTES_LIMIT, PictureError, transparent
from emptychair.images.metadata import fault_of as fault_of_picture
from emptychair.images.metadata import size_of as size_of_picture

# By the ending of their names. Photos (JPEG, WebP) have no transparent ground.
TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
# No side of a published PNG is longer: four times the room in the header, for screens with finer dots.
SIDE = 480


def fault_of(name: str, data: bytes) -> PictureError | None:
    """What is wrong with a picture or a drawing of this file name, or None."""
    return fault_of_drawing(data) if name.endswith(SUFFIX) else fault_of_picture(name, data)


def size_of(name: str, data: bytes) -> tuple[int, int]:
    """Width and height of a picture or a drawing with which nothing is wrong."""
    return size_of_drawing(data) if name.endswith(SUFFIX) else size_of_picture(data)


def type_of(name: str) -> str:
    """The media type of a mark, by the ending of its name."""
    return TYPES[name[name.rindex(".") :]]


def create_mark(name: str, data: bytes) -> bytes:
    """A mark without a fault (fault_of) -> the bytes that are published: shapes alone, or pixels alone."""
    return cleaned(data) if name.endswith(SUFFIX) else _as_png(transparent(data))


def taken_in(data: bytes) -> tuple[str, bytes]:
    """Any SVG, PNG, JPEG or WebP -> (ending of its name, its bytes as a mark with nothing wrong).

    Raises PictureError where it is none of these, or where a drawing holds more than could be left out unseen.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return SUFFIX, stripped(data)
    return ".png", _as_png(transparent(data))


def _as_png(pixels: Image.Image) -> bytes:
    """A PNG of pixels alone, no side longer than SIDE, as large as a picture may be."""
    side = SIDE
    while True:
        written = BytesIO()
        fitted(pixels, (side, side)).save(written, "PNG", optimize=False, compress_level=9)
        if written.tell() <= BYTES_LIMIT:
            return written.getvalue()
        side = side * 3 // 4


def fitted(pixels: Image.Image, box: tuple[int, int]) -> Image.Image:
    """A picture no larger than a box, in its own proportions and never larger than it was."""
    scale = min(1.0, box[0] / pixels.width, box[1] / pixels.height)
    size = max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale))
    # Without what Pillow keeps beside the pixels: a new picture has none.
    bare = Image.new(pixels.mode, pixels.size)
    bare.paste(pixels)
    return bare.resize(size, Image.Resampling.LANCZOS) if size != pixels.size else bare
