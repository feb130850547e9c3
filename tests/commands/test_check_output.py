"""What `check` prints: errors first, marked, coloured on a terminal; of a change only what concerns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from content_factory import ACTION_ZH, CASE, CASE_ZH, UPDATE, Content
from emptychair.cli import main
from emptychair.commands.problem_formats import marked_text, shows_colours
from emptychair.text.problem_counts import log_lines
from emptychair.text.problems import Problem
from for_each import for_each
from repository.hosted import git

if TYPE_CHECKING:
    from pathlib import Path

WARNING = Problem("content/en/a.md", 3, "", "odd-blank", {"found": "U+00A0"})
ERROR = Problem("content/zh/a.md", 1, "", "no-front-matter")


def test_errors_stand_first_and_each_line_is_marked() -> None:
    """In the language that was asked for."""
    english, chinese = (marked_text([WARNING, ERROR], language, False).splitlines() for language in ("en", "zh"))
    assert [line.split(": ")[:2] for line in english] == [
        ["content/zh/a.md:1", "error"],
        ["content/en/a.md:3", "warning"],
    ]
    assert [line.split(": ")[1] for line in chinese] == ["错误", "警告"]


def test_only_the_mark_is_coloured() -> None:
    """What stands around it can be copied, and the colour ends."""
    assert ": \x1b[31merror\x1b[0m: " in marked_text([ERROR], "en", True)
    assert ": \x1b[33mwarning\x1b[0m: " in marked_text([WARNING], "en", True)


@for_each(
    "is_terminal, environ, coloured",
    [
        (True, {}, True),
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": "1"}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_colours_are_for_terminals(is_terminal: bool, environ: dict[str, str], coloured: bool) -> None:
    """Not for files and logs, and not where somebody wants none (no-color.org)."""
    assert shows_colours(is_terminal, environ) is coloured


def test_a_build_counts_warnings() -> None:
    """An error to a line; of many warnings of a kind the count and the first, and where all are listed."""
    others = [Problem("content/en/b.md", 1, "", "stale-translation", dict.fromkeys(("found", "path", "updated"), "x"))]
    found = list(log_lines([ERROR, *[WARNING] * 300, *others], "en"))
    assert [severity for severity, _ in found] == ["error", "warning", "warning", "warning"]
    assert found[1][1].startswith("300 warnings of the kind odd-blank, the first: content/en/a.md:3: ")
    assert found[2][1].startswith("content/en/b.md:1: ")
    assert found[3][1].startswith("301 warnings in all; emptychair check ")
    assert next(log_lines([ERROR], "zh"))[1].startswith("content/zh/a.md:1: ")


@pytest.fixture
def changed(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an old warning in an action, and a change: a case, and a new update with an error."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1589544000")
    folder = content.swap(ACTION_ZH, "translates: 2020-06-01", "translates: 2020-05-20").write()
    git(folder.parent, "init", "-q")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "before")
    content.swap(CASE, "updated: 2020-06-01", "updated: 2020-06-02")
    return content.put("en/updates/2020-05-21-more.md", "no page").write()


def test_of_a_change_only_what_concerns_it(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every error; the warning of a translation whose source page was changed; a count of the others."""
    assert main(["check", str(changed), "--changed-since", "HEAD"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[:2] for line in lines[:2]] == [
        ["content/en/updates/2020-05-21-more.md:1", "error"],
        [f"content/{CASE_ZH}:4", "warning"],
    ]
    assert lines[2:] == [
        "1 error, 1 warning.",
        "1 warning more on pages that this change does not touch; emptychair check lists them all.",
    ]


def test_of_a_change_as_annotations(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The count is a notice without a line, so that it hides no annotation."""
    main(["check", str(changed), "--changed-since", "HEAD", "--format", "github"])
    commands = [line.split(" ")[0].split("::")[1] for line in capsys.readouterr().out.splitlines()]
    assert sorted(commands) == ["error", "notice", "warning"]


def test_an_error_elsewhere_belongs_to_the_change(
    content: Content, changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case that is deleted is missed by a page that was not touched."""
    content.remove("en/updates/2020-05-21-more.md", CASE, CASE_ZH).write()
    assert main(["check", str(changed), "--changed-since", "HEAD", "--format", "json"]) == 1
    assert f'"content/{UPDATE}"' in capsys.readouterr().out


@pytest.mark.parametrize("commit", ["nowhere", "--output=x"])
def test_an_unknown_commit_is_wrong_use(commit: str, changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said in a sentence; nothing is checked as if nothing had changed."""
    assert main(["check", str(changed), f"--changed-since={commit}"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith("emptychair: git cannot compare")) == ("", True)
