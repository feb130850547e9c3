"""A small content folder that is right in every way, for tests to break in one place at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from emptychair.as_of.snapshot import Snapshot, snapshot_of
from emptychair.load.load import Loaded, load
from emptychair.record.campaign import Campaign
from emptychair.text.problems import errors, one_line

if TYPE_CHECKING:
    from pathlib import Path


SETTINGS = "campaign.yml"
RECIPIENTS = "recipients.yml"
CASE = "en/cases/li-si.md"
CASE_ZH = "zh/cases/li-si.md"
ACTION = "en/actions/write.md"
ACTION_ZH = "zh/actions/write.md"
UPDATE = "en/updates/2020-05-20-news.md"

MINIMAL = {
    SETTINGS: """\
id: "tag:example.org,2026:test"
names:
  en: "A test"
  zh: "测试"
timezone: "UTC"
confirm_within_months: 12
closing_soon_days: 14
data_licence: "CC BY 4.0"
data_licence_url: "https://creativecommons.org/licenses/by/4.0/"
sample: true
salutations: respectful
page_size: 2
""",
    RECIPIENTS: """\
police:
  kind: police
  post: police-director
  office:
    en: "Public Security Bureau"
    zh: "公安局"
  address:
    latin:
      - "1 Long Road"
  country: CN
  source:
    title: "A published source"
  checked: 2020-05-01
""",
    CASE: """\
---
description: "An organiser of workers."
added: 2020-06-01
updated: 2020-06-01
case:
  names:
    en: "Li Si"
    zh: "李四"
  kind: person
  consent:
    basis: public-record
    reviewed: 2020-05
    scope: [name, story]
  as_of: 2020-05-01
  events:
    - id: taken
      date: 2020-05-01
      status: taken-away
      text: "Police took Li Si from the office."
  sources:
    paper:
      title: "A published source"
      publisher: "A newspaper"
---
Li Si organised workers.
""",
    CASE_ZH: """\
---
description: "劳工组织者。"
updated: 2020-06-01
translates: 2020-06-01
words:
  events:
    taken: "警方从办公室将李四带走。"
---
李四组织工人。
""",
    ACTION: """\
---
title: "Write for Li Si"
description: "Letters for an organiser of workers."
added: 2020-06-01
updated: 2020-06-01
action:
  cases: [li-si]
  issued: 2020-05-10
  until: 2020-06-24
  recipients:
    - recipient: police
  demands:
    - id: lawyer
      text: "Let Li Si see a lawyer."
---
Li Si organised workers.

## The letter {#letter}

I am writing about Li Si.
""",
    ACTION_ZH: """\
---
title: "为李四写信"
updated: 2020-06-01
translates: 2020-06-01
words:
  demands:
    lawyer: "让李四会见律师。"
---
李四组织工人。

## 信 {#letter}

我为李四的事写信。
""",
    UPDATE: """\
---
title: "News of Li Si"
added: 2020-06-01
updated: 2020-06-01
update:
  kind: news
  cases: [li-si]
  sources:
    paper:
      title: "A published source"
---
There is news.
""",
}


@dataclass(frozen=True)
class Edit:
    """One change to a file: `old` (once in it) becomes `new`; with an empty `old`, `new` is the whole file."""

    path: str
    old: str
    new: str | bytes


def above(path: str, line: str, text: str) -> Edit:
    """Lines put above a line of a file."""
    return Edit(path, f"\n{line}\n", f"\n{text}\n{line}\n")


@dataclass
class Content:
    """A content folder in the making: path below content/ -> what stands in it."""

    root: Path
    files: dict[str, str | bytes] = field(default_factory=lambda: dict(MINIMAL))

    def edit(self, *edits: Edit) -> Content:
        """Make these changes, each of which must find its place."""
        for one in edits:
            text = self.files.get(one.path, "")
            if not one.old:
                self.files[one.path] = one.new
                continue
            assert isinstance(text, str)
            assert isinstance(one.new, str)
            assert text.count(one.old) == 1, f"{one.path} holds {text.count(one.old)} times: {one.old!r}"
            self.files[one.path] = text.replace(one.old, one.new)
        return self

    def swap(self, path: str, old: str, new: str) -> Content:
        """Put `new` where `old` stands."""
        return self.edit(Edit(path, old, new))

    def put(self, path: str, text: str | bytes) -> Content:
        """Make a file, or a file anew."""
        return self.edit(Edit(path, "", text))

    def remove(self, *paths: str) -> Content:
        """Leave files out."""
        for path in paths:
            del self.files[path]
        return self

    def write(self) -> Path:
        """The folder on disk."""
        folder = self.root / "content"
        kept = {home for path in self.files for home in (folder / path).parents}
        # Folders that are needed again stay: making them anew takes longer than everything else here.
        for left in sorted(folder.rglob("*"), reverse=True):
            if left.is_symlink() or not left.is_dir():
                left.unlink()
            elif left not in kept:
                left.rmdir()
        for path, text in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder

    def load(self) -> Loaded:
        """What the loader makes of it."""
        return load(self.write())

    @staticmethod
    def read(folder: Path) -> Loaded:
        """What the loader makes of a folder that is on disk."""
        return load(folder)

    @staticmethod
    def day(text: str) -> date:
        """`2020-05-01` as a date."""
        return date.fromisoformat(text)

    def lines(self, language: str = "en") -> list[str]:
        """Every problem as one line."""
        return [one_line(problem, language) for problem in self.load().problems]

    def campaign(self) -> Campaign:
        """The campaign of a folder without errors; warnings stop no build."""
        loaded = self.load()
        assert errors(loaded.problems) == []
        assert loaded.campaign
        return loaded.campaign

    def snapshot(self, today: str) -> Snapshot:
        """The campaign of a folder without problems, on a day."""
        return snapshot_of(self.campaign(), self.day(today))


def events(*rows: str) -> Edit:
    """The events of the case, each row its fields but `text`: `"id: a, date: 2020, status: rsdl"`."""
    old = MINIMAL[CASE][MINIMAL[CASE].index("    - id: taken") : MINIMAL[CASE].index("  sources:")]
    fields = [row.split(", ") for row in rows]
    new = "".join("    - " + "\n      ".join([*row, 'text: "It is so."']) + "\n" for row in fields)
    return Edit(CASE, old, new)


def codes(loaded: Loaded) -> list[str]:
    """The codes of all problems, in their order."""
    return [problem.code for problem in loaded.problems]
