"""The feeds of the invented campaign, read as a program reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

import feedparser

from campaign_outputs import TODAY, files


def entries(path: str, day: date = TODAY) -> list[Any]:
    """The items of an RSS feed as feedparser reads them, without its own cleaning."""
    return parsed(files(day)[path]).entries  # type: ignore[no-any-return]


def parsed(data: bytes) -> Any:
    """A feed as feedparser reads it."""
    return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
