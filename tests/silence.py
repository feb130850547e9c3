"""Who is silent in the invented campaign, and where its outputs hold a text."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from campaign_outputs import LANGUAGES, article, files, pages, text_of
from emptychair.record.reserved_urls import GENERATED

LIST_KINDS = (*GENERATED, "facet")


@cache
def list_pages() -> dict[tuple[str, str], str]:
    """Every list and tool in every language: (path, language) -> article."""
    return {
        (path, language): article(path, language)
        for language in LANGUAGES
        for path, route in pages(language).routes.by_path.items()
        if route.kind in LIST_KINDS
    }


def holding(text: str, paths: tuple[str, ...] = ("",)) -> list[str]:
    """The files that hold a text, as it is and as JSON would escape it."""
    return [
        path
        for path, data in files().items()
        if path.startswith(paths) and (text in text_of(data) or json.dumps(text)[1:-1] in text_of(data))
    ]


def json_case(slug: str) -> dict[str, Any]:
    """A case of cases.json."""
    found = json.loads(files()["data/v1/cases.json"])["cases"]
    return next(one for one in found if one["slug"] == slug)
