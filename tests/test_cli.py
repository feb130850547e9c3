"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from content_factory import ACTION_ZH, CASE, Content
from emptychair.cli import main
from emptychair.text.strings import Strings

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = "1589544000"  # noon of 2020-05-15
BROKEN = "content/en/cases/li-si.md"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day on which nothing of the small folder is old."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def broken(content: Content) -> Path:
    """A folder with an error in a case and a warning in an action."""
    content.swap(CASE, "status: taken-away", "status: indicted")
    return content.swap(ACTION_ZH, "translates: 2020-06-01", "translates: 2020-05-20").write()


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit status, output, errors."""
    status = main([str(one) for one in arguments])
    return status, *capsys.readouterr()


def test_a_good_folder(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0 and a summary."""
    assert run(capsys, "check", content.write()) == (0, "0 errors, 0 warnings.\n", "")


def test_errors(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1, every problem on a line of its own with file, line and field, then the summary."""
    status, out, err = run(capsys, "check", broken)
    lines = out.splitlines()
    assert (status, err) == (1, "")
    assert len(lines) == 3
    assert lines[0].startswith(f"{BROKEN}:18: error: case.events.taken.status: 'indicted' is a stage")
    assert lines[1].startswith("content/zh/actions/write.md:4: warning: translates: ")
    assert lines[2] == "1 error, 1 warning."


def test_warnings_do_not_count(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0 where there is nothing but warnings."""
    content.swap(ACTION_ZH, "translates: 2020-06-01", "translates: 2020-05-20")
    status, out, _ = run(capsys, "check", content.write())
    assert (status, out.splitlines()[-1]) == (0, "0 errors, 1 warning.")


def test_what_time_has_overtaken(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Warnings depend on the day: years later the status, the consent and the address are old."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 5 * 366 * 86_400))
    status, out, _ = run(capsys, "check", content.write())
    assert status == 0
    assert out.splitlines()[-1] == "0 errors, 3 warnings."


def test_in_chinese(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Messages and summary in the language that was asked for."""
    status, out, _ = run(capsys, "check", broken, "--lang", "zh")
    assert status == 1
    assert out.splitlines()[-1] == "1 个错误，1 个警告。"
    assert "indicted" in out
    assert "is a stage" not in out


def test_as_json(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One list, for programs, without the summary."""
    status, out, _ = run(capsys, "check", broken, "--format", "json")
    found = json.loads(out)
    assert status == 1
    assert [(one["path"], one["line"], one["severity"]) for one in found] == [
        (BROKEN, 18, "error"),
        ("content/zh/actions/write.md", 4, "warning"),
    ]
    assert found[0]["field"] == "case.events.taken.status"
    assert set(found[0]) == {"path", "line", "field", "code", "severity", "message", "hint"}


def test_json_of_a_good_folder_is_an_empty_list(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads it all the same."""
    assert json.loads(run(capsys, "check", content.write(), "--format", "json")[1]) == []


def test_as_github(broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An annotation at the line, with the path from the current folder; special signs are escaped."""
    monkeypatch.chdir(broken.parent)
    status, out, _ = run(capsys, "check", "content", "--format", "github")
    first, second = out.splitlines()
    assert status == 1
    assert first.startswith(f"::error file={BROKEN},line=18::case.events.taken.status: 'indicted' is a stage")
    assert second.startswith("::warning file=content/zh/actions/write.md,line=4::")
    monkeypatch.chdir(broken / "en")
    assert "file=cases/li-si.md,line=18::" in run(capsys, "check", broken, "--format", "github")[1]


def test_github_commands_cannot_be_forged(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody typed makes no second command: signs of the format are escaped."""
    content.swap(CASE, "status: taken-away", 'status: "a%0A::error file=x,line=1::b"')
    out = run(capsys, "check", content.write(), "--format", "github")[1]
    assert len(out.splitlines()) == 1
    assert "%250A::error" in out


@pytest.mark.parametrize(
    ("path", "count"),
    [("en", 1), ("en/cases", 1), ("en/cases/li-si.md", 1), ("zh", 1), ("en/actions/write.md", 0), (".", 2)],
)
def test_a_part_of_a_folder(broken: Path, capsys: pytest.CaptureFixture[str], path: str, count: int) -> None:
    """Only the problems of that file or folder are shown and count; the rest is still read."""
    status, out, _ = run(capsys, "check", broken / path)
    assert len(out.splitlines()) == count + 1
    assert status == (1 if "is a stage" in out else 0)


def test_several_files(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The problems of all of them and of nothing else, as a hook before a commit asks for them."""
    case, action = broken / "en/cases/li-si.md", broken / "zh/actions/write.md"
    assert len(run(capsys, "check", case, action)[1].splitlines()) == 3
    status, out, _ = run(capsys, "check", action, broken / "en/actions/write.md")
    assert (status, out.splitlines()[-1]) == (0, "0 errors, 1 warning.")


def test_files_of_two_campaigns(content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong use: one of them would be checked for nothing."""
    other = Content(tmp_path / "other").write()
    status, out, err = run(capsys, "check", content.write(), other)
    assert (status, out) == (2, "")
    assert str(other) in err


def test_the_folder_above_and_the_current_one(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a path, content/ of the current folder; the project's own folder is as good."""
    folder = content.write()
    monkeypatch.chdir(folder.parent)
    assert run(capsys, "check")[0] == 0
    assert run(capsys, "check", ".")[0] == 0


@pytest.mark.parametrize("path", ["nowhere", "elsewhere"])
def test_no_campaign_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    """Status 2, said on the error output, in the language that was asked for."""
    (tmp_path / "elsewhere").mkdir()
    status, out, err = run(capsys, "check", tmp_path / path)
    assert (status, out) == (2, "")
    assert err.startswith("emptychair: there is no campaign at ")
    assert "没有活动" in run(capsys, "check", tmp_path / path, "--lang", "zh")[2]


@pytest.mark.parametrize(
    "arguments",
    [[], ["nothing"], ["check", "--format", "xml"], ["check", "--lang", "fr"], ["epoch"], ["-x"]],
)
def test_what_cannot_be_understood_is_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and how it is used."""
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: emptychair")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["epoch", "-h"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0, in the words of strings/."""
    status, out, _ = run(capsys, *arguments)
    assert status == 0
    assert out.startswith("usage: emptychair")


def test_help_says_what_the_statuses_mean(capsys: pytest.CaptureFixture[str]) -> None:
    """The promise of the exit status stands in the help."""
    told = " ".join(run(capsys, "check", "--help")[1].split())
    assert Strings("en", "commands")("check-about") in told


def test_a_folder_whose_settings_cannot_be_read(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Problems of the rest are listed all the same."""
    content.swap(CASE, "status: taken-away", "status: indicted").swap("campaign.yml", "page_size: 2", "page_size: two")
    status, out, _ = run(capsys, "check", content.write())
    assert status == 1
    assert out.splitlines()[-1] == "2 errors, 0 warnings."


def test_epoch(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Noon of the day in the campaign's time zone, in seconds."""
    content.swap("campaign.yml", 'timezone: "UTC"', 'timezone: "Asia/Taipei"')
    status, out, _ = run(capsys, "epoch", "2020-05-15", "--content", content.write())
    assert (status, out) == (0, f"{int(EPOCH) - 8 * 3_600}\n")


@pytest.mark.parametrize("day", ["2020-06", "2020-13-01", "today", "2020-06-10~", "10.6.2020"])
def test_epoch_of_what_is_no_day(content: Content, capsys: pytest.CaptureFixture[str], day: str) -> None:
    """Status 2 and the right form."""
    status, out, err = run(capsys, "epoch", day, "--content", content.write())
    assert (status, out) == (2, "")
    assert err == f"emptychair: '{day}' is not a day; write it like 2019-05-20\n"


def test_epoch_without_a_campaign(tmp_path: Path, content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 where there is none, or where its settings cannot be read."""
    assert run(capsys, "epoch", "2020-06-10", "--content", tmp_path / "nowhere")[0] == 2
    folder = content.swap("campaign.yml", "page_size: 2", "page_size: two").write()
    assert run(capsys, "epoch", "2020-06-10", "--content", folder)[0] == 2


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "emptychair.cli", "check", str(folder), *arguments],
        capture_output=True,
        text=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        env={**os.environ, **environment},
        check=False,
    )


def test_as_a_process(broken: Path) -> None:
    """The exit status of the process is that of the command."""
    done = start(broken)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith("1 error, 1 warning.\n")


def test_chinese_on_a_terminal_that_knows_none(broken: Path) -> None:
    """An editor on Windows sees the problem, with escapes for signs if need be, and no traceback."""
    done = start(broken, "--lang", "zh", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, "")
    assert r"\u9519\u8bef" in done.stdout


@pytest.mark.parametrize("seconds", ["abc", "2020-06-10", "99999999999999999999"])
def test_a_bad_epoch_is_wrong_use(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    """Status 2 and a sentence: 1 would say that the content is at fault."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    status, out, err = run(capsys, "check", content.write())
    assert (status, out) == (2, "")
    (line,) = err.splitlines()
    assert line.startswith("emptychair: ")
    assert seconds in line


def test_a_folder_is_not_the_beginning_of_another(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for content/en, what stands in content/en-old is not shown."""
    content.put("en-old/about.md", "x")
    assert "en-old" not in run(capsys, "check", content.write() / "en")[1]


def test_a_file_is_not_the_beginning_of_another(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for one file, what stands in a file with a longer name is not shown; its own problems are."""
    content.put("en/about.md", "x").put("en/about.md-old.md", "x")
    out = run(capsys, "check", content.write() / "en" / "about.md")[1]
    assert "about.md:" in out
    assert "about.md-old" not in out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_bad_epoch_is_told_in_the_language_that_was_asked_for(
    content: Content,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    """The sentence names the variable and what was found in it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    status, out, err = run(capsys, "check", content.write(), "--lang", language)
    assert (status, out) == (2, "")
    assert err == f"emptychair: {Strings(language, 'commands')('no-epoch', found='soon')}\n"
    assert "SOURCE_DATE_EPOCH" in err
