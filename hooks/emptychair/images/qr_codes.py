"""QR codes of URLs, for paper: SVG files without styles, and nothing in them that could run."""

import re
from io import BytesIO

import segno

# What this module writes, and all that it takes from a cache.
PART = rb'<path (?:fill="#fff" d="M0 0h\d{1,3}v\d{1,3}h-\d{1,3}z"|stroke="#000" d="[Mmh0-9 .-]+")/>'
WRITTEN = re.compile(
    rb'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 \d{1,3} \d{1,3}">(?:' + PART + rb"){2}</svg>\n?"
)


def create_code(address: str) -> bytes:
    """A URL -> its QR code as SVG (ISO/IEC 18004) with a quiet zone; a quarter of it may be lost on a creased sheet."""
    data = BytesIO()
    code = segno.make_qr(address, error="q", boost_error=False)
    code.save(data, kind="svg", xmldecl=False, omitsize=True, svgclass=None, lineclass=None, light="#fff")
    return data.getvalue()


def is_code(data: bytes) -> bool:
    """Is it what `create_code` writes?"""
    return WRITTEN.fullmatch(data) is not None
