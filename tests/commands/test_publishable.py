"""`emptychair publishable` as a workflow sees it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from content_factory import SETTINGS, Content
from emptychair.cli import main
from obstacles import CONFIG, OWNERS, ready

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("the_day")


@pytest.fixture
def campaign(content: Content, monkeypatch: pytest.MonkeyPatch) -> Content:
    """A campaign that may be published, in the current folder."""
    monkeypatch.chdir(ready(content).write().parent)
    return content


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, output, errors."""
    status = main(["publishable", *arguments])
    return status, *capsys.readouterr()


def test_what_is_ready_may_be_published(campaign: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0 and one sentence; nothing for programs."""
    assert run(capsys) == (0, "This content may be published.\n", "")
    assert run(capsys, "--lang", "zh") == (0, "这份内容可以发布。\n", "")
    assert run(capsys, "--format", "github") == (0, "", "")
    assert run(capsys, "--format", "json") == (0, "[]\n", "")


def test_what_is_in_the_way_is_listed(campaign: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1; file, line, what was found and a cure, as a check gives them, in the language that was asked for."""
    campaign.swap(CONFIG, "chairs.cat", "chairs.example").swap(SETTINGS, "sample: false", "sample: true").write()
    status, out, err = run(capsys)
    first, second, summary = out.splitlines()
    assert (status, err) == (1, "")
    assert first.startswith("content/campaign.yml:10: sample: this is the sample")
    assert second.startswith("mkdocs.yml:3: site_url: 'chairs.example' is reserved for examples and leads nowhere (")
    assert summary.startswith("In the way of publishing: 2.")
    assert "mkdocs.yml:3: site_url: “chairs.example”是留作示例的主机名" in run(capsys, "--lang", "zh")[1]


def test_annotations_and_json(campaign: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """For workflows and programs."""
    campaign.swap(OWNERS, "@chairs/editors", "@your-org/editors").write()
    status, out, _ = run(capsys, "content", "--format", "github")
    assert (status, out.partition("::'")[0]) == (1, "::error file=.github/CODEOWNERS,line=2")
    (row,) = json.loads(run(capsys, "--format", "json")[1])
    assert (row["path"], row["line"], row["code"]) == (".github/CODEOWNERS", 2, "publish-example-owner")


@pytest.mark.parametrize("text", [b"\xff", b"a: b\n" * 100_000])
def test_a_file_that_cannot_be_read_is_in_the_way(
    campaign: Content, capsys: pytest.CaptureFixture[str], text: bytes
) -> None:
    """Nobody knows what would be published."""
    campaign.put(CONFIG, text).write()
    status, out, _ = run(capsys)
    assert (status, out.count("\n")) == (1, 2)
    assert out.startswith("mkdocs.yml:1: the file is ")


def test_a_folder_in_the_place_of_a_file(
    campaign: Content, capsys: pytest.CaptureFixture[str], content: Content
) -> None:
    """It is told as what cannot be read."""
    (content.root / "CODEOWNERS").mkdir()
    status, out, _ = run(capsys)
    assert status == 1
    assert out.startswith("CODEOWNERS:1: 'CODEOWNERS' cannot be read")


def test_a_bad_epoch_is_wrong_use(
    campaign: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2, as for every command that knows the day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    status, out, err = run(capsys)
    assert (status, out) == (2, "")
    assert "soon" in err


def test_no_campaign_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, said on the error output."""
    status, out, err = run(capsys, str(tmp_path / "nowhere"))
    assert (status, out) == (2, "")
    assert "nowhere" in err
