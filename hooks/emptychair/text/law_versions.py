"""Articles of law as of their time: which version of a law was in force on a day, and what may be cited of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from emptychair.text import vocabulary


@dataclass(frozen=True, slots=True)
class Citation:
    """A law by its code, the version of its text, the article; either is "" where it cannot be named."""

    law: str
    version: str
    article: str


def citation(row: Mapping[str, Any], entry: Mapping[str, Any], day: date | None) -> Citation | None:
    """What an entry of a charge cites on a day; None where it names no law, or no longer or not yet applied.

    `row` is that of the charge, `entry` the row itself or one of its `articles`. Without a day: as in the word list.
    """
    law, version, article = entry.get("law", row.get("law")), entry.get("version"), entry.get("article", "")
    if not law or not version or (day and not _applies(entry, day)):
        return None
    facts = vocabulary.term("laws", law).row
    if day is None or "in_force" not in facts:
        return Citation(law, version, article)
    then = vocabulary.version_in_force(law, day)
    known = then and then not in facts.get("renumbered", ()) and then >= entry.get("article_since", "")
    return Citation(law, then, article if known else "")


def _applies(entry: Mapping[str, Any], day: date) -> bool:
    start, end = entry.get("from", date.min.isoformat()), entry.get("until", date.max.isoformat())
    return bool(date.fromisoformat(start) <= day <= date.fromisoformat(end))
