"""`emptychair new` at a terminal: everything is asked, and who stops leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands.new_pages import files, flags
from content_factory import ACTION, CASE, CASE_ZH, Content
from emptychair.cli import main
from emptychair.front_matter.document import parse_page
from emptychair.load.load import load
from emptychair.text.problems import errors
from terminal import CTRL_C, CTRL_D, Terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("the_day")


def test_at_a_terminal_everything_is_asked(folder: Path) -> None:
    """A wrong answer is told and asked again; Enter takes the default; ? lists the terms; the page is right."""
    terminal = Terminal(folder, "new", "case")
    terminal.expect("Who consented is never written down.")
    terminal.answer(
        ("On what the record rests", "pulic-record"),
        ("did you mean public-record (Public record only)?", "public-record"),
        ("A person or a group (person, group) [person]", ""),
        ("Name, as a source prints it", ""),
        ("an answer is needed here", "Wang Wu"),
        ("never guessed from pinyin", "-"),
        ("c-0001 says nothing about anybody", "Wang Wu"),
        ("is not a name that an address can hold", "c-0001"),
        ("without a status", ""),
        ("never guessed from the name", ""),
        ("What the person does", "?"),
        ("journalist: Journalist", "editor, journalist"),
        ("Region where", ""),
        ("Town", "-"),
        ("Title of a published source", "A published source"),
        ("Who published it", "A newspaper"),
        ("Date of the source", "2020-05"),
        ("Address of the source", ""),
        ("archive copy", ""),
        ("Date of the newest event", "2020年5月1日"),
        ("did you mean 2020-05-01?", "2020-05-01"),
        ("Where the person was", "? 带走"),
        ("taken-away: Taken away", "<"),
        ("Date of the newest event", ""),
        ("Where the person was", "Taken away"),
        ("How far the case has got", ""),
        ("What happened", "Police took Wang Wu from the office."),
        ("How certain it is", ""),
        ("Date of the newest news [2020-05]", ""),
        ("Who the person is", "Wang Wu is an editor."),
        ("no photo without photo", "story"),
        ("'name' is not in it", ""),
        ("last considered [2020-05]", ""),
    )
    terminal.expect("written: content/en/cases/c-0001.md")
    assert terminal.end() == 0
    assert errors(load(folder / "content").problems) == []
    document, _ = parse_page("x.md", (folder / "content/en/cases/c-0001.md").read_text(encoding="utf-8"))
    assert document.meta["case"]["roles"] == ["editor", "journalist"]
    assert document.meta["case"]["consent"]["scope"] == ["name", "story"]


def test_at_a_terminal_in_chinese(folder: Path) -> None:
    """Questions, terms and what is wrong; an option that is given is not asked."""
    terminal = Terminal(folder, "new", "report", "--lang", "zh", "--slug", "nian-bao", "--published", "去年")
    assert "--published:" in terminal.expect("直接回车")
    terminal.answer(
        ("标题", "一份报告"),
        ("一句话简介", ""),
        ("发布日期", "2020"),
        ("发布者", ""),
        ("所涉个案", "li-so"),
        ("是不是 li-si？", "李四"),
        ("文件的网址", ""),
        ("公开来源的标题", ""),
        ("正文", "报告的内容。"),
    )
    assert "页面网址" not in terminal.expect("已写入：content/zh/reports/nian-bao.md")
    assert terminal.end() == 0
    text = (folder / "content/zh/reports/nian-bao.md").read_text(encoding="utf-8")
    assert "## emptychair explain 加键名" in text


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_who_stops_leaves_nothing_behind(key: str, folder: Path) -> None:
    """Status 1, a word, and no file."""
    before = files(folder)
    terminal = Terminal(folder, "new", "update")
    terminal.answer(("Day of the update", ""), ("Title", "News"))
    terminal.expect("Address of the page")
    terminal.press(key, "stopped; nothing was written.")
    assert terminal.end() == 1
    assert files(folder) == before


def test_asking_without_the_terminal_of_a_test(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same questions, answered in this process: one that another answer opens is asked after it."""
    answers = iter(["2020-06-01", "Let Li Si go.", "", "I am writing about Li Si."])
    monkeypatch.setattr("emptychair.commands.new.can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    options = {"demand": "", "letter": "", "until": "ongoing"}
    assert main([*flags("action", **options), "--description", "Letters.", "--issued", "2020-05-01"]) == 0
    text = (folder / "content/en/actions/letters.md").read_text(encoding="utf-8")
    assert "review_by: 2020-06-01" in text
    assert text.endswith("---\n## The letter {#letter}\n\nI am writing about Li Si.\n")
    assert capsys.readouterr().err == ""


def test_the_files_that_the_tests_count_on(content: Content) -> None:
    """The folder holds what the wrong answers above run into."""
    assert {CASE, CASE_ZH, ACTION} <= set(content.files)
