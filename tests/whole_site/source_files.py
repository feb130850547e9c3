"""What editors wrote, read without the generator: front matter as plain text, and what must follow from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("en", "zh")
KINDS = {"cases": "case", "actions": "action", "updates": "update", "reports": "report"}
MONTH = timedelta(days=30)
FIRST_DAY = re.compile(r"(?:\.\./)?(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
REGIONS = ("held", "home", "handled")


@dataclass(frozen=True)
class WrittenPage:
    """One Markdown file: its front matter, every scalar a string, and its body."""

    meta: dict[str, Any]
    body: str

    @property
    def translation(self) -> bool:
        """Does another page hold the facts?"""
        return "translates" in self.meta


@dataclass(frozen=True)
class Written:
    """A content folder."""

    content: Path

    @cached_property
    def pages(self) -> dict[str, dict[str, WrittenPage]]:
        """Address without language and ending -> language -> page."""
        found: dict[str, dict[str, WrittenPage]] = {}
        for language in LANGUAGES:
            for file in sorted((self.content / language).rglob("*.md")):
                path = file.relative_to(self.content / language).with_suffix("").as_posix()
                _, meta, body = file.read_text("utf-8").split("---\n", 2)
                # The base loader makes a string of every scalar; it builds no objects.
                loaded = yaml.load(meta, Loader=yaml.BaseLoader)  # noqa: S506 - the safest of the loaders
                found.setdefault(path, {})[language] = WrittenPage(loaded, body)
        return found

    @cached_property
    def settings(self) -> dict[str, Any]:
        """campaign.yml."""
        text = (self.content / "campaign.yml").read_text("utf-8")
        return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - as above

    def source(self, path: str) -> str:
        """The language of the source page."""
        return next(language for language, page in self.pages[path].items() if not page.translation)

    def slugs(self, folder: str) -> list[str]:
        """The records of a kind."""
        return [path.partition("/")[2] for path in self.pages if path.startswith(f"{folder}/")]

    def facts(self, path: str) -> dict[str, Any]:
        """The facts of a record."""
        meta = self.pages[path][self.source(path)].meta
        return dict(meta[KINDS[path.partition("/")[0]]])

    def later(self, day: date) -> set[str]:
        """The actions, updates and reports of a later day, by what their front matter says."""
        days = {path: self.facts(path)["issued"] for path in self._paths("actions")}
        days |= {path: self.facts(path)["published"] for path in self._paths("reports")}
        days |= {path: path.removeprefix("updates/") for path in self._paths("updates")}
        return {path for path, text in days.items() if first_day(text) > day}

    def without_event(self, day: date) -> set[str]:
        """The cases of which no event had become known by a day."""
        events = {slug: self.facts(f"cases/{slug}")["events"] for slug in self.slugs("cases")}
        firsts = {slug: min(first_day(one.get("reported", one["date"])) for one in events[slug]) for slug in events}
        return {slug for slug, first in firsts.items() if first > day}

    def _paths(self, folder: str) -> list[str]:
        return [f"{folder}/{slug}" for slug in self.slugs(folder)]

    @property
    def fallbacks(self) -> Iterator[tuple[str, str]]:
        """(path, language in which nobody has written it)."""
        for path, twins in self.pages.items():
            for language in LANGUAGES:
                if language not in twins:
                    yield path, language

    @property
    def lists(self) -> set[str]:
        """The lists of cases by a term: a minimal page tells of charges alone, a paused one of nothing."""
        found = set()
        for slug in self.slugs("cases"):
            facts = self.facts(f"cases/{slug}")
            if facts.get("visibility") == "paused":
                continue
            found |= {f"charge/{one['charge']}" for one in facts.get("charges", ())}
            if facts.get("visibility") == "minimal":
                continue
            found |= {f"role/{one}" for one in facts.get("roles", ())}
            found |= {f"right/{one}" for one in facts.get("rights", ())}
            regions = facts.get("regions", {})
            found |= {f"region/{regions[kind].lower()}" for kind in REGIONS if kind in regions}
            found.add(f"year/{facts['events'][0]['date'].rpartition('/')[2][:4]}")
        return {f"cases/by/{one}" for one in found}

    @cached_property
    def recipients(self) -> dict[str, dict[str, Any]]:
        """recipients.yml."""
        text = (self.content / "recipients.yml").read_text("utf-8")
        return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - as above

    def checked(self, slug: str, day: date) -> list[dict[str, Any]]:
        """The recipients of an action whose address had been checked on a day, and within a year."""
        names = [one["recipient"] for one in self.facts(f"actions/{slug}")["recipients"] if one.get("cc") != "true"]
        known = [self.recipients[name] for name in names]
        # A day some weeks ahead is that of an editor who prepares an action, and stands in snapshots before it.
        return [
            one for one in known if date.fromisoformat(one["checked"]) - MONTH <= day <= _a_year_after(one["checked"])
        ]

    def letters(self, slug: str) -> set[str]:
        """The letters of an action: each recipient who is not only copied in, in each language with a letter."""
        twins = self.pages[f"actions/{slug}"]
        written = [language for language, page in twins.items() if "{#letter}" in page.body]
        asked = [one for one in self.facts(f"actions/{slug}")["recipients"] if one.get("cc") != "true"]
        return {
            f"actions/{slug}/letter-{one['recipient']}-{language}.{ending}"
            for one in asked
            for language in written
            for ending in ("txt", "docx")
        }


def first_day(text: str) -> date:
    """The first day that a date of the record may mean: `2020-04~`, `../2020`, the beginning of a file's name."""
    found = FIRST_DAY.match(text)
    assert found, text
    return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))


def _a_year_after(text: str) -> date:
    day = date.fromisoformat(text)
    return day.replace(year=day.year + 1)
