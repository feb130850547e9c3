"""Answers for new pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


ANSWERS = {
    "case": {
        "basis": "public-record",
        "name": "Wang Wu",
        "slug": "c-0042",
        "source-title": "A published source",
        "event-date": "2020-05-01",
        "event-status": "taken-away",
        "event-text": 'Police said: "come along" #now',
        "scope": "name, story",
    },
    "action": {
        "title": "Letters for Li Si",
        "slug": "letters",
        "cases": "li-si",
        "until": "2020-06-24",
        "recipients": "police",
        "demand": "Let Li Si go.",
        "letter": "I am writing about Li Si.",
    },
    "update": {"title": "News", "slug": "li-si", "source-title": "A paper", "text": "There is news."},
    "report": {"title": "A report", "slug": "a-report", "published": "2020", "text": "What it says."},
}


def flags(page: str, /, **others: str) -> list[str]:
    given = ANSWERS[page] | {key.replace("_", "-"): text for key, text in others.items()}
    return ["new", page, *(part for key, text in given.items() for part in (f"--{key}", text) if text)]


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
