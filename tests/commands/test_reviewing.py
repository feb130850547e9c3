"""`emptychair summary`, `publishable` and `links` as processes of workflows see them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from content_factory import CASE, RECIPIENTS, Content
from emptychair.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Noon of 2020-05-15."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1589544000")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit status, output, errors."""
    status = main([str(one) for one in arguments])
    return status, *capsys.readouterr()


@pytest.fixture
def other(tmp_path: Path) -> Content:
    """A second folder."""
    return Content(tmp_path / "other")


def test_summary_tells_in_both_languages(content: Content, other: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0; whichever language the messages are in, reviewers of both read it."""
    other.swap(RECIPIENTS, "1 Long Road", "2 Long Road")
    status, out, err = run(capsys, "summary", content.write(), other.write(), "--lang", "zh")
    assert (status, err) == (0, "")
    assert "## What readers would see" in out
    assert "## 读者会看到的变化" in out
    assert out.count("| address.latin.1 | <del>1</del> Long Road | <ins>2</ins> Long Road |") == 2


@pytest.mark.parametrize("fault", ["status: indicted", "status: x"])
def test_summary_of_a_change_with_errors(
    content: Content, other: Content, capsys: pytest.CaptureFixture[str], fault: str
) -> None:
    """Status 1: nothing is told of a record that cannot be read whole."""
    other.swap(CASE, "status: taken-away", fault)
    status, out, _ = run(capsys, "summary", content.write(), other.write())
    assert status == 1
    assert "The change has errors: 1." in out
    assert "修改后的内容有1个错误" in out


def test_summary_of_a_change_that_mends(content: Content, other: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0: the change is not at fault where the record before it was."""
    content.swap("campaign.yml", "page_size: 2", "page_size: two")
    status, out, _ = run(capsys, "summary", content.write(), other.write())
    assert status == 0
    assert "nothing can be compared" in out


def test_summary_without_a_campaign(content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 names the folder that is none."""
    status, out, err = run(capsys, "summary", content.write(), tmp_path / "nowhere")
    assert (status, out) == (2, "")
    assert "nowhere" in err


def test_summary_with_a_bad_epoch(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2, as for every command that knows the day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    folder = content.write()
    assert run(capsys, "summary", folder, folder)[0] == 2


@pytest.mark.parametrize("command", ["publishable", "links"])
def test_no_campaign_is_wrong_use(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, said on the error output."""
    status, out, err = run(capsys, command, tmp_path / "nowhere")
    assert (status, out) == (2, "")
    assert err.startswith("emptychair: there is no campaign at ")


def test_links_as_text_and_json(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """One to a line for people; with everything that a checker needs for programs."""
    content.swap(
        CASE, '      publisher: "A newspaper"', "      url: https://a.example/b\n      archived: https://c.example/"
    )
    folder = content.write()
    status, out, _ = run(capsys, "links", folder)
    assert (status, len(out.splitlines())) == (0, 2)
    assert out.splitlines()[0].endswith("case.sources.paper.url: https://a.example/b")
    rows = json.loads(run(capsys, "links", folder, "--format", "json")[1])
    assert [(row["address"], row["archived"], row["is_archive"]) for row in rows] == [
        ("https://a.example/b", "https://c.example/", False),
        ("https://c.example/", "", True),
    ]
    assert json.loads(run(capsys, "links", content.root / "content" / "zh", "--format", "json")[1]) == rows


@pytest.mark.parametrize("command", ["summary", "publishable", "links"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help(command: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What it does, an example, what the exit statuses mean."""
    status, out, _ = run(capsys, command, "--help", "--lang", language)
    told = " ".join(out.split())
    assert status == 0
    assert f"emptychair {command}" in told
    assert ("Exit status" if language == "en" else "退出码") in told
