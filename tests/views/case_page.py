"""Parts of the page of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaign_outputs import elements

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def entry(html: str, anchor: str) -> ET.Element:
    """The entry of a list with this id."""
    (found,) = [one for one in elements(html, "li") if one.get("id") == anchor]
    return found
