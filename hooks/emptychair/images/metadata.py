"""Bytes of a picture -> what it holds besides its pixels; and any picture -> one that holds nothing else.

A camera writes the place, the hour and its own number into a file, and a program a small copy of what was cut off. So
a picture is allowed only the parts without which it cannot be drawn, and a new one is made from pixels alone.
"""

import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from emptychair.text.problems import Problem

BYTES_LIMIT = 300 * 1024
SIDE_LIMIT = 2_000
# What is asked for to be made smaller: a telephone's picture, and no bomb (a side of a square of as many pixels).
INPUT_BYTES_LIMIT = 50 * 1024 * 1024
INPUT_SIDE = 8_000
TYPES = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
QUALITIES = (88, 80, 72, 64)
SMALLER = 0.8

# JPEG, ITU-T T.81, annex B: frames without and with progression, tables, restarts and scans.
JPEG_PARTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD}
JPEG_END, JPEG_SCAN = 0xD9, 0xDA
JFIF, ADOBE = 0xE0, 0xEE
# The marker that ends a scan: 00 stands for FF itself, D0 to D7 are restarts within the scan.
BEHIND_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
JPEG_NAMES = {b"Exif": "Exif", b"http": "XMP", b"ICC_": "ICC", b"MPF\0": "MPF", b"Phot": "IPTC", b"JFXX": "JFXX"}
COMMENT = 0xFE
# PNG, third edition, 5.6: the chunks without which no pixel can be drawn.
PNG_PARTS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
# WebP container (RFC 9649, section 2).
WEBP_PARTS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
# What telephones write (ISO/IEC 23008-12, annexes B and F).
BRANDS = dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"), "HEIC") | {b"avif": "AVIF"}
MOVING = {b"acTL", b"fcTL", b"fdAT", b"ANIM", b"ANMF"}
NAMES = {b"eXIf": "Exif", b"iCCP": "ICC", b"EXIF": "Exif", b"ICCP": "ICC", b"XMP ": "XMP"}
UNREADABLE = (OSError, SyntaxError, ValueError, IndexError, EOFError, struct.error, zlib.error)


class PictureError(Exception):
    """A picture that cannot be used: a row of strings/problems.yml and its values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def problem(self, path: str) -> Problem:
        """As a problem of the file at this path."""
        return Problem(path, 1, "", self.code, self.values)


def fault_of(name: str, data: bytes) -> PictureError | None:
    """What is wrong with a picture of this file name, or None: its size, its type, its parts, its pixels."""
    try:
        _check(name, data)
    except PictureError as error:
        return error
    except UNREADABLE:
        return PictureError("picture-unreadable")
    return None


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a picture with which nothing is wrong."""
    with opened(data, _kind(data)) as image:
        return image.size


def cleaned(data: bytes) -> bytes:
    """Any JPEG, PNG or WebP -> a JPEG of its pixels: upright, sRGB, on white, within the limits, and nothing else.

    Raises PictureError where it is no such picture, moves, or has more pixels than anybody photographs.
    """
    try:
        with quiet():
            return _encoded(_pixels(data))
    except UNREADABLE as error:
        raise PictureError("picture-unreadable") from error


def transparent(data: bytes) -> Image.Image:
    """Any JPEG, PNG or WebP -> its pixels, upright, in sRGB, as transparent as they were. Errors: see `cleaned`."""
    try:
        with quiet():
            return _pixels(data, flat=False).convert("RGBA")
    except UNREADABLE as error:
        raise PictureError("picture-unreadable") from error


def _check(name: str, data: bytes) -> None:
    if len(data) > BYTES_LIMIT:
        # Where and by whom it was taken is worse than its size, and the same command mends both.
        if part := _part_at_beginning(data):
            raise PictureError("picture-with-more", found=part)
        raise PictureError("picture-too-large", limit=str(BYTES_LIMIT // 1024))
    kind = _kind(data)
    if kind != TYPES[name[name.rindex(".") :]]:
        raise PictureError("picture-of-other-type", found=kind)
    with quiet(), opened(data, kind) as image:
        if max(image.size) > SIDE_LIMIT:
            _too_wide(image, SIDE_LIMIT)
        for part in _PARTS[kind](data):
            if part:
                raise PictureError("picture-with-more", found=part)
        # A JPEG can be decoded at an eighth of its size: whether it can be, and not how it looks, is asked here.
        image.draft(None, (1, 1))
        image.load()


def _part_at_beginning(data: bytes) -> str:
    """The first part that no pixel needs in a picture whose end may not have been read, or ""."""
    try:
        # What stands behind the end (+1234) is told with the rest once the file is small enough to be read whole.
        return next((part for part in _PARTS[_kind(data)](data) if part and not part.startswith("+")), "")
    except (PictureError, *UNREADABLE):
        return ""


def _kind(data: bytes) -> str:
    """The type by the first bytes: the name of a file says what somebody typed."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    # ISO/IEC 14496-12, 4.3: the brand of a file stands behind the name of its first box.
    if data[4:8] == b"ftyp" and (found := BRANDS.get(data[8:12])):
        raise PictureError("picture-not-read", found=found)
    raise PictureError("picture-unreadable")


@contextmanager
def quiet() -> Iterator[None]:
    """Pillow's warning about bombs as an error, and none of the others: they are about metadata that is dropped."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            side = f"{INPUT_SIDE} × {INPUT_SIDE}"
            raise PictureError("picture-too-wide", found=f"> {side}", limit=side) from None


def opened(data: bytes, kind: str) -> Image.Image:
    """The picture with its size read, and no pixel yet."""
    return Image.open(BytesIO(data), formats=[kind])


def _too_wide(image: Image.Image, side: int) -> None:
    raise PictureError("picture-too-wide", found=f"{image.width} × {image.height}", limit=f"{side} × {side}")


def _jpeg_parts(data: bytes) -> Iterator[str]:
    """The name of each part that no pixel needs, "" for the others; the number of bytes behind the end."""
    position = 2
    while True:
        while data[position + 1] == 0xFF:
            position += 1
        marker = data[position + 1]
        if data[position] != 0xFF:
            raise PictureError("picture-unreadable")
        if marker == JPEG_END:
            yield _tail(data, position + 2)
            return
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        yield _jpeg_name(marker, data[position + 4 : position + 2 + length])
        position += 2 + length
        if marker == JPEG_SCAN:
            behind = BEHIND_SCAN.search(data, position)
            if behind is None:
                raise PictureError("picture-unreadable")
            position = behind.start()


def _jpeg_name(marker: int, part: bytes) -> str:
    plain = marker == JFIF and part.startswith(b"JFIF\0") and len(part) == 14
    if marker in JPEG_PARTS or plain or (marker == ADOBE and part.startswith(b"Adobe") and len(part) == 12):
        return ""
    if marker == COMMENT:
        return "COM"
    return JPEG_NAMES.get(part[:4], f"APP{marker - JFIF}" if JFIF <= marker <= JFIF + 15 else f"FF{marker:02X}")


def _png_parts(data: bytes) -> Iterator[str]:
    position, chunk = 8, b""
    while chunk != b"IEND":
        length, chunk = struct.unpack(">I4s", data[position : position + 8])
        yield _chunk_name(chunk, PNG_PARTS) or ("IEND" if chunk == b"IEND" and length else "")
        position += length + 12
    yield _tail(data, position)


def _webp_parts(data: bytes) -> Iterator[str]:
    (size,) = struct.unpack("<I", data[4:8])
    position, end = 12, 8 + size + size % 2
    while position < min(end, len(data)):
        chunk, length = struct.unpack("<4sI", data[position : position + 8])
        yield _chunk_name(chunk, WEBP_PARTS)
        position += 8 + length + length % 2
    yield _tail(data, end)


def _chunk_name(chunk: bytes, allowed: set[bytes]) -> str:
    if chunk in MOVING:
        raise PictureError("picture-moves")
    return "" if chunk in allowed else NAMES.get(chunk, chunk.decode("ascii", "replace").strip())


def _tail(data: bytes, end: int) -> str:
    return f"+{len(data) - end}" if len(data) > end else ""


_PARTS = {"JPEG": _jpeg_parts, "PNG": _png_parts, "WEBP": _webp_parts}


def _pixels(data: bytes, flat: bool = True) -> Image.Image:
    """The pixels of a picture, upright, in sRGB, if `flat` on white, no side longer than the limit."""
    if len(data) > INPUT_BYTES_LIMIT:
        raise PictureError("picture-too-large", limit=str(INPUT_BYTES_LIMIT // 1024))
    kind = _kind(data)
    with opened(data, kind) as image:
        if image.width * image.height > INPUT_SIDE**2:
            _too_wide(image, INPUT_SIDE)
        # The second picture of a telephone's JPEG is a depth map or a copy; in the other types it is movement.
        if kind != "JPEG" and getattr(image, "is_animated", False):
            raise PictureError("picture-moves")
        image.draft(None, (SIDE_LIMIT, SIDE_LIMIT))
        upright = _upright(image)
        whole = upright.convert("RGBA") if not flat and upright.has_transparency_data else None
        ground = whole.convert("RGB") if whole else _on_white(upright)
        picture = _in_srgb(ground, upright.info.get("icc_profile"))
        if whole:
            picture.putalpha(whole.getchannel("A"))
        picture.thumbnail((SIDE_LIMIT, SIDE_LIMIT), Image.Resampling.LANCZOS)
        return picture


def _upright(image: Image.Image) -> Image.Image:
    """The picture as the camera was held; as it stands where what the camera wrote cannot be read."""
    try:
        return ImageOps.exif_transpose(image)
    except UNREADABLE:
        return image


def _on_white(image: Image.Image) -> Image.Image:
    """A picture without transparency, eight bits to a colour."""
    if image.mode.startswith("I"):
        # Sixteen bits of grey.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode == "CMYK":
        return image
    if not image.has_transparency_data:
        return image.convert("RGB")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image.convert("RGBA"))
    return white.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as the profile meant them; a profile that cannot be read, or is of another kind, is left out."""
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            turned = None
        if turned:
            return turned
    return image.convert("RGB")


def _encoded(picture: Image.Image) -> bytes:
    """A JPEG of the pixels, as good as the limit of bytes allows."""
    while True:
        # Pixels alone: a picture that was opened carries along what stood beside them.
        bare = Image.new("RGB", picture.size)
        bare.paste(picture)
        for quality in QUALITIES:
            file = BytesIO()
            bare.save(file, "JPEG", quality=quality, optimize=True)
            if file.tell() <= BYTES_LIMIT:
                return file.getvalue()
        smaller = (int(picture.width * SMALLER), int(picture.height * SMALLER))
        picture = bare.resize(smaller, Image.Resampling.LANCZOS)
