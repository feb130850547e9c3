"""`emptychair from-issue`: the text of a form from a file or from standard input."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from content_factory import ACTION_ZH, CASE_ZH, Content
from emptychair.cli import main
from emptychair.load.load import load
from emptychair.text.problems import errors
from faults.rows import PROSE
from issue_texts import CASE_VALUES, form

if TYPE_CHECKING:
    from pathlib import Path

    from commands.typed_answers import Typed


@pytest.fixture(autouse=True)
def folder(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign in the current folder, on 2020-05-15."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1589544000")
    # A page of prose: the site has the other language, too.
    content.remove(CASE_ZH, ACTION_ZH).put("zh/news-room.md", PROSE)
    monkeypatch.chdir(content.write().parent)
    return content.root


def issue(folder: Path, text: str | bytes) -> str:
    file = folder / "issue.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_case(language: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written in the language of the form, checked, and the number of the next one is another."""
    file = issue(folder, form("new-case", CASE_VALUES, language))
    for number in (1, 2):
        assert main(["from-issue", file]) == 0
        assert f"written: content/{language}/cases/c-000{number}.md" in capsys.readouterr().out
    assert errors(load(folder / "content").problems) == []


def test_a_case_that_a_check_would_refuse(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1 with the problems, and no file."""
    before = list((folder / "content").rglob("*"))
    file = issue(folder, form("new-case", CASE_VALUES | {"event-date": "yesterday", "consent": "mine"}))
    assert main(["from-issue", file, "--lang", "zh"]) == 1
    assert "没有写入" in capsys.readouterr().err
    assert list((folder / "content").rglob("*")) == before


def test_what_is_left_out_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the field of the form, with what was typed: of a page that is written, and of one that is not, each once."""
    typed = CASE_VALUES | {"source-date": "3/5/2020", "notes": "Thanks.\x1b[2J"}
    assert main(["from-issue", issue(folder, form("new-case", typed))]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "left out of the entries:",
        "  Date of the source: 3/5/2020",
        "  ! this can mean 2020-05-03, 2020-03-05: write the one that the source has",
        "  Anything else for the editors: Thanks. [2J",
    ]
    typed = CASE_VALUES | {"name-latin": "Zhao Liu", "event-date": "yesterday"}
    assert main(["from-issue", issue(folder, form("new-case", typed))]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Date of the newest event, like 2019-04-19 or 2019-04: yesterday"
    assert told[1].startswith("! 'yesterday' is not a date; ")
    assert told[2:] == ["content/en/cases/c-0002.md was not written: 1 problem."]


def test_what_a_date_means_is_asked_at_a_terminal(folder: Path, typed: Typed) -> None:
    """Of fields and of earlier events; what nobody knows is left out, and who stops has changed nothing."""
    values = CASE_VALUES | {"event-date": "1/5/2020", "earlier-events": "2/3/2020: Summoned.\n- 4/3/2020, Called."}
    file = issue(folder, form("new-case", values))
    before = list((folder / "content").rglob("*"))
    status, _, err = typed.run(["from-issue", file], "2020-05-01")
    assert (status, err.splitlines()[-1], list((folder / "content").rglob("*"))) == (
        2,
        "stopped; nothing was written.",
        before,
    )
    status, out, err = typed.run(["from-issue", file], "2020-05-02", "2020-05-01", "2020-03-02", "-")
    assert status == 0
    assert "'2020-05-02' is none of 2020-05-01, 2020-01-05" in out
    assert "  Earlier events, one to a line: date, colon, what happened: - 4/3/2020, Called." in err.splitlines()
    text = (folder / "content/en/cases/c-0001.md").read_text(encoding="utf-8")
    assert [line.split()[1] for line in text.splitlines() if line.startswith("      date: ")] == [
        "2020-03-02",
        "2020-05-01",
    ]


def test_a_translation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The twin, with what was given in its place; never over one that is there."""
    values = {"page": "https://example.org/cases/li-si.html", "description": "编辑。"}
    values |= {"words": "带走。", "body": "正文。"}
    file = issue(folder, form("translation", values, "zh"))
    assert main(["from-issue", file]) == 0
    text = (folder / "content" / CASE_ZH).read_text(encoding="utf-8")
    assert 'taken: "带走。"' in text
    assert text.endswith("---\n正文。\n")
    assert errors(load(folder / "content").problems) == []
    capsys.readouterr()
    assert main(["from-issue", file]) == 2
    assert "is there already" in capsys.readouterr().err


def test_a_correction_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No file is touched."""
    values = {"page": "li-si", "event-date": "2020-05-04", "event-text": "x", "source-title": "A paper"}
    assert main(["from-issue", issue(folder, form("correction", values))]) == 0
    assert "events:\n  - id: on-2020-05-04\n" in capsys.readouterr().out


def test_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`-` reads what is piped in; what is no UTF-8 is refused."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(form("new-case", CASE_VALUES).encode())))
    assert main(["from-issue", "-"]) == 0
    for data in (b"\xff", b"x" * (64 * 1024 + 1)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert main(["from-issue", "-"]) == 2
        assert "64 KB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"\xff", "not in UTF-8"),
        ("x" * (64 * 1024 + 1), "larger than 64 KB"),
        ("Hello.", "is not the text of one of our forms"),
        (form("correction", {"page": "nobody", "source-title": "x"}), "'nobody' names no page"),
    ],
)
def test_what_cannot_be_used(text: str | bytes, words: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 with the reason."""
    assert main(["from-issue", issue(folder, text)]) == 2
    assert words in capsys.readouterr().err


def test_wrong_use(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """No file, no campaign, no day."""
    file = issue(folder, form("new-case", CASE_VALUES))
    assert main(["from-issue", "nothing.txt"]) == 2
    assert main(["from-issue", file, "--content", "/"]) == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert main(["from-issue", file]) == 2
    assert "soon" in capsys.readouterr().err.splitlines()[-1]
