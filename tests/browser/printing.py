"""What comes out of a printer."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.async_api import Page


async def printed(page: Page) -> list[str]:
    """The words of each sheet of A4 on which a page is printed."""
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(await page.pdf(format="A4"))).pages]


def bare(text: str) -> str:
    """Words without what typesetting does to them: blanks, and on paper ligatures."""
    return "".join(normalize("NFKC", text).split())
