"""What comes out of a printer."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.async_api import Page


async def printed(page: Page, paper: str = "A4") -> list[str]:
    """The words of each sheet of paper on which a page is printed."""
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(await page.pdf(format=paper))).pages]


def bare(text: str) -> str:
    """Words without what typesetting does to them: blanks, and on paper ligatures."""
    return "".join(normalize("NFKC", text).split())
