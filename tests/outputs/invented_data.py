"""The open data of the invented campaign, read as a program reads them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from campaign_outputs import TODAY, files

DAYS = [TODAY, date(2026, 1, 1), date(2025, 6, 1), date(2030, 1, 1), date(1990, 1, 1)]


def data(path: str, day: date = TODAY) -> Any:
    """One of the JSON files."""
    return json.loads(files(day)[f"data/v1/{path}"])


def cases(day: date = TODAY) -> dict[str, Any]:
    """The cases of cases.json by slug."""
    return {one["slug"]: one for one in data("cases.json", day)["cases"]}
