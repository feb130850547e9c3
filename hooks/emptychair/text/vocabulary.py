"""The word lists: vocabulary/*.yml, one row per term, all languages in the row, with what the code needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from emptychair.text.dates import Span, parse_span
from emptychair.text.strings import kept_by_languages, rows_in_use

NEVER = "never"


@dataclass(frozen=True)
class Term:
    """One row of a word list: its code, its list, and the row as it stands in the file."""

    code: str
    vocabulary: str
    row: Mapping[str, Any]

    def label(self, language: str) -> str:
        """The term in `language`."""
        label: str = self.row[language]
        return label

    def get(self, key: str) -> str:
        """A plain entry of the row, or an empty string."""
        entry: str = self.row.get(key, "")
        return entry

    def has(self, key: str) -> bool:
        """Is the entry set to true?"""
        return self.row.get(key) == "true"

    def needs(self) -> tuple[str, ...]:
        """The fields that are obligatory beside this term."""
        return tuple(self.row.get("needs", ()))


def terms(name: str) -> Mapping[str, Term]:
    """The terms of one word list in their order: code -> Term. Raises FileNotFoundError for an unknown list."""
    return _terms(name)


@kept_by_languages(None)
def _terms(name: str) -> dict[str, Term]:
    return {code: Term(code, name, row) for code, row in rows_in_use("vocabulary", name).items()}


def term(name: str, code: str) -> Term:
    """One term. Raises KeyError for an unknown code."""
    return terms(name)[code]


def names() -> list[str]:
    """The names of all word lists."""
    folder = files("emptychair.text") / "vocabulary"
    return sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))


@kept_by_languages(None)
def is_joined(language: str) -> bool:
    """Do words stand beside each other without a blank, as Chinese ones do?"""
    row = terms("languages").get(language)
    return row is not None and row.has("joined")


@cache
def fresh_for(name: str, code: str) -> Span | None:
    """How long a status or flag may stand without news; None where it never fades or the row sets nothing."""
    span = term(name, code).get("fresh_for")
    return None if span in ("", NEVER) else parse_span(span)


def never_fades(name: str, code: str) -> bool:
    """Does the row say that no length of silence changes it (an enforced disappearance, a death)?"""
    return term(name, code).get("fresh_for") == NEVER


@cache
def legal_maximum(code: str) -> Span | None:
    """The longest time for which the law allows a status; None where the law sets none.

    Hours are rounded up to whole days, because the record knows days (24 hours end on the following day).
    """
    row = term("statuses", code).row.get("legal_max")
    if row is None:
        return None
    hours = timedelta(hours=int(row.get("hours", 0)))
    return Span(days=int(row.get("days", 0)) + hours.days, months=int(row.get("months", 0)))


def limit_applies(code: str, day: date) -> bool:
    """Is the text of the law that the word list cites for the limit of a status the one that was in force on a day?

    Other texts had other limits. Where the list does not know from when a text applied, the answer is no.
    """
    limit = term("statuses", code).row.get("legal_max") or {}
    return bool(limit) and version_in_force(limit["law"], day) == limit["version"]


def version_in_force(law: str, day: date) -> str:
    """The version of a law whose text applied on a day, or "" before the oldest of which the list knows from when."""
    in_force = term("laws", law).row.get("in_force", {})
    applying = [version for version, since in in_force.items() if date.fromisoformat(since) <= day]
    return max(applying, key=lambda version: str(in_force[version]), default="")
