"""`emptychair translations`: missing, old, changed since; the same computation as the page of the site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from content_factory import ACTION_ZH, CASE, CASE_ZH, UPDATE, Content
from emptychair.cli import main

if TYPE_CHECKING:
    from pathlib import Path


MORE = """\
    - id: second
      date: 2020-06-03
      text: "A second thing."
  sources:
    paper"""
STALE = (
    "content/en/cases/li-si.md: Chinese (simplified) made from the page of 2020-06-01, changed on 2020-06-05; "
    "dated later: events.second; missing: events.second"
)


@pytest.fixture
def old(content: Content) -> Path:
    """A case that has moved on, an action that lacks a word, an update that nobody translated."""
    content.swap(CASE, "  sources:\n    paper", MORE).swap(CASE, "updated: 2020-06-01", "updated: 2020-06-05")
    content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-06-03")
    return content.swap(ACTION_ZH, '    lawyer: "让李四会见律师。"', '    lawyer: ""').write()


def test_every_gap_is_a_line(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1; the newest version, what is dated later, what is missing; then a summary for each language."""
    assert main(["translations", str(old)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        STALE,
        "content/en/actions/write.md: missing in Chinese (simplified): description, demands.lawyer",
        "content/en/updates/2020-05-20-news.md: no page in Chinese (simplified)",
        "0 of 3 pages in Chinese (simplified) are translated and up to date.",
    ]


def test_in_chinese(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same in the other language."""
    assert main(["translations", str(old), "--lang", "zh"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "content/en/actions/write.md：简体中文缺 description, demands.lawyer"
    assert lines[-1] == "3 个页面中，0 个的简体中文译文完整且未过时。"


@pytest.mark.parametrize("path", [CASE, CASE_ZH, "en/cases", "zh/cases"])
def test_only_what_was_asked_for(path: str, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page or a folder, in either language."""
    assert main(["translations", str(old / path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("content/en/cases/li-si.md")


def test_as_json(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object for each page and language."""
    assert main(["translations", str(old), "--format", "json"]) == 1
    rows = {row["path"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows[f"content/{CASE}"] == {
        "path": f"content/{CASE}",
        "language": "zh",
        "state": "stale",
        "missing": ["events.second"],
        "updated": "2020-06-05",
        "translates": "2020-06-01",
        "changed": ["events.second"],
    }
    assert rows[f"content/{UPDATE}"]["state"] == "missing"
    assert rows[f"content/{UPDATE}"]["translates"] is None


def test_where_everything_is_translated(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0, and a summary alone."""
    content.remove(UPDATE).swap(ACTION_ZH, 'title: "为李四写信"', 'title: "为李四写信"\ndescription: "信件。"')
    assert main(["translations", str(content.write())]) == 0
    assert capsys.readouterr().out == "2 of 2 pages in Chinese (simplified) are translated and up to date.\n"


def test_without_a_campaign(content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No folder, or settings that cannot be read: status 2."""
    assert main(["translations", str(tmp_path / "nothing")]) == 2
    content.put("campaign.yml", "id: x\n")
    assert main(["translations", str(content.write())]) == 2
    assert "no campaign" in capsys.readouterr().err
