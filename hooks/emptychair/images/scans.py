"""The file of a scan -> its pages as pictures that hold nothing but their pixels."""

from io import BytesIO

from PIL import Image, ImageSequence

from emptychair.images.metadata import UNREADABLE, PictureError, cleaned, opened, quiet

PDF = b"%PDF-"
TIFF = (b"II*\0", b"MM\0*")
# A program for scans may put a blank or two before the mark of a PDF.
BEFORE_MARK = 1024
# A longer document is cut into parts by whoever adds it: each page is a picture in the repository.
PAGES_LIMIT = 60


def pages_of(data: bytes) -> list[bytes]:
    """A JPEG, PNG or WebP, or a TIFF of several pages -> a JPEG of the pixels of each page, in their order.

    Raises PictureError: of a PDF, whose hint says how to make pictures of it; and as `cleaned` does.
    """
    if PDF in data[:BEFORE_MARK]:
        raise PictureError("document-pdf")
    return [cleaned(page) for page in _frames(data)] if data.startswith(TIFF) else [cleaned(data)]


def _frames(data: bytes) -> list[bytes]:
    """The pages of a TIFF, each as a PNG."""
    try:
        with quiet(), opened(data, "TIFF") as image:
            if getattr(image, "n_frames", 1) > PAGES_LIMIT:
                raise PictureError("document-too-long", limit=str(PAGES_LIMIT))
            return [_as_png(frame) for frame in ImageSequence.Iterator(image)]
    except UNREADABLE as error:
        raise PictureError("picture-unreadable") from error


def _as_png(frame: Image.Image) -> bytes:
    file = BytesIO()
    frame.convert("RGB").save(file, "PNG", compress_level=1)
    return file.getvalue()
