"""`emptychair from-text`: pages from the texts of those who have no account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from content_factory import Content, codes
from docx_files import docx, paragraphs
from emptychair.cli import main
from emptychair.editing.issue_form import TEXT_LIMIT, forms
from issue_texts import CASE_VALUES, form

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign in the current folder, on 2020-05-15."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1589544000")
    monkeypatch.chdir(content.write().parent)
    return content.root


def test_a_case_from_a_text_and_from_a_word_processor(folder: Path, content: Content) -> None:
    """The same page, which the checks pass, of both."""
    text = form("new-case", CASE_VALUES | {"event-date": "1 May 2020"}, "zh")
    (folder / "one.txt").write_text(text, "utf-8-sig")
    (folder / "two.docx").write_bytes(docx(paragraphs(text)))
    assert [main(["from-text", name]) for name in ("one.txt", "two.docx")] == [0, 0]
    pages = [(folder / f"content/zh/cases/c-000{number}.md").read_text("utf-8") for number in (1, 2)]
    assert pages[0] == pages[1]
    assert "date: 2020-05-01" in pages[0]
    assert codes(content.read(folder / "content")).count("same-person") <= 2


def test_the_headings_are_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To be handed out; a campaign is not needed."""
    assert main(["from-text", "--blank", "correction", "--lang", "zh"]) == 0
    assert "### 需要更正的页面网址\n" in capsys.readouterr().out


def test_a_field_that_lacks_is_told_by_its_heading(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page is not written, so a line of it would be none."""
    (folder / "one.txt").write_text("Name in Latin letters: Wang Wu\nPronoun: she\n", "utf-8")
    assert main(["from-text", "one.txt"]) == 1
    told = capsys.readouterr().err.splitlines()
    needed = [label["en"] for field, label in forms()["new-case"].items() if label.get("required")]
    assert told == [*(f"{label}: an answer is needed here" for label in needed[1:]), "stopped; nothing was written."]


def test_what_cannot_be_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, with the reason: no text, no headings, no file, no campaign."""
    files = {
        "long.txt": b"x" * (TEXT_LIMIT + 1),
        "x.doc": b"\xd0\xcf\x11\xe0",
        "x.docx": b"PK\x03\x04",
        "a.txt": b"Hello.",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    for name in (*files, "nothing.txt"):
        assert main(["from-text", name]) == 2, name
    said = capsys.readouterr().err.splitlines()
    assert ["as a .docx" in line for line in said] == [True, True, True, False, True]
    assert "none of the headings" in said[3]
    assert [main(["from-text"]), main(["from-text", "a.txt", "--content", "/"])] == [2, 2]
