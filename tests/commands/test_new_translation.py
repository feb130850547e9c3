"""`emptychair new translation`: a twin is written, or filled up; nothing is lost, and what remains is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, MINIMAL, UPDATE, Content
from emptychair.cli import main
from emptychair.load.load import load
from emptychair.text.problems import errors

if TYPE_CHECKING:
    from pathlib import Path

    from commands.typed_answers import Typed

MORE = """\
    - id: second
      date: 2020-06-03
      text: "A second thing."
  sources:
    paper"""


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """2020-06-10."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1591790400")


def written(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(content.write().parent)
    return content.root


@pytest.mark.parametrize("path", [CASE, CASE_ZH, ACTION, UPDATE])
def test_the_twin_is_written_once(
    path: str, content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside its source page; a second time there is nothing to write, and what is open is told."""
    source = path.replace("zh/", "en/")
    twin = source.replace("en/", "zh/")
    if twin in content.files:
        content.remove(twin)
    folder = written(content, monkeypatch)
    assert main(["new", "translation", f"content/{source}"]) == 0
    assert f"written: content/{twin}" in capsys.readouterr().out
    data = (folder / "content" / twin).read_bytes()
    assert main(["new", "translation", f"content/{twin}"]) == 0
    assert "still to be translated: " in capsys.readouterr().out
    assert (folder / "content" / twin).read_bytes() == data


def test_a_twin_of_a_case_stops_no_build(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a word is translated, a check only warns."""
    folder = written(content.remove(CASE_ZH), monkeypatch)
    assert main(["new", "translation", f"content/{CASE}"]) == 0
    problems = load(folder / "content").problems
    assert errors(problems) == []
    assert {problem.code for problem in problems} == {"not-translated"}


def test_what_a_check_will_find_is_told(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An action needs its title and its letter, in the language that was asked for."""
    written(content.remove(ACTION_ZH), monkeypatch)
    assert main(["new", "translation", f"content/{ACTION}", "--lang", "zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["已写入：content/zh/actions/write.md", "页面有待填写；填好之前，检查会发现："]
    assert any("title: 缺少“title”" in line for line in lines)
    assert any("“letter”一节是空的" in line for line in lines)


def test_a_source_page_that_has_moved_on(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The missing word is added; the day to write, and the entries that are newer, are told."""
    content.swap(CASE, "  sources:\n    paper", MORE).swap(CASE, "updated: 2020-06-01", "updated: 2020-06-05")
    content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-06-03")
    folder = written(content, monkeypatch)
    assert main(["new", "translation", f"content/{CASE}"]) == 0
    out = capsys.readouterr().out
    assert "added to content/zh/cases/li-si.md: 1 word to translate" in out
    assert "still to be translated: events.second" in out
    assert "write translates: 2020-06-05" in out
    assert "entries dated after 2020-06-01: events.second." in out
    new = '    ## A second thing.\n    second: ""\n'
    old = MINIMAL[CASE_ZH]
    assert (folder / "content" / CASE_ZH).read_text(encoding="utf-8") == old.replace('带走。"\n', f'带走。"\n{new}')


def test_a_text_that_was_only_reworded_cannot_be_told(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is made up: the dates tell of nothing, and that is said."""
    written(content.swap(CASE, "updated: 2020-06-01", "updated: 2020-06-05"), monkeypatch)
    assert main(["new", "translation", f"content/{CASE_ZH}"]) == 0
    out = capsys.readouterr().out
    assert "lacks nothing" in out
    assert "no entry is dated after 2020-06-01" in out


def test_words_without_a_place_are_named(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page is left as it is."""
    content.swap(CASE, "  sources:\n    paper", MORE).swap(CASE, "updated: 2020-06-01", "updated: 2020-06-05")
    content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-06-03")
    content.swap(CASE_ZH, '  events:\n    taken: "警方从办公室将李四带走。"\n', '  events: {taken: "带走。"}\n')
    folder = written(content, monkeypatch)
    before = (folder / "content" / CASE_ZH).read_bytes()
    assert main(["new", "translation", f"content/{CASE}"]) == 0
    assert "not in block style: events.second" in capsys.readouterr().err
    assert (folder / "content" / CASE_ZH).read_bytes() == before


@pytest.mark.parametrize("path", ["content/en/cases/nobody.md", "content/campaign.yml", "content/en/cases/li-si.md"])
def test_what_is_no_page_is_refused(
    path: str, content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that is not there, a register, a source page with errors: status 2."""
    written(content.swap(CASE, "kind: person", "kind: persona"), monkeypatch)
    assert main(["new", "translation", path]) == 2
    assert path in capsys.readouterr().err


def test_outside_a_campaign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2."""
    assert main(["new", "translation", str(tmp_path)]) == 2
    assert "no campaign" in capsys.readouterr().err


def test_a_wrong_epoch_is_named(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The day of a new page is not guessed."""
    written(content.remove(CASE_ZH), monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert main(["new", "translation", f"content/{CASE}"]) == 2
    assert "soon" in capsys.readouterr().err


def test_a_file_in_the_way_is_not_overwritten(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that the loader refused has words in it, too."""
    folder = written(content.put(CASE_ZH, "no front matter\n"), monkeypatch)
    assert main(["new", "translation", f"content/{CASE}"]) == 2
    assert (folder / "content" / CASE_ZH).read_text() == "no front matter\n"


def test_each_word_is_asked_below_its_source_text(content: Content, typed: Typed) -> None:
    """One line each, checked at once, with a way back; what is left is laid out, and who stops sees what was typed."""
    folder = content.remove(CASE_ZH).write()
    command = ["new", "translation", f"{folder}/{CASE}"]
    status, _, err = typed.run(command, "劳工组织者。", "警方")
    assert (status, err.splitlines()[1:]) == (1, ["description: 劳工组织者。", "events.taken: 警方"])
    assert not (folder / CASE_ZH).exists()
    status, out, _ = typed.run(
        command, "写信到 [email protected]。", "劳工组织者。", "<", "", "警方将李四带走。", "李四组织工人。"
    )
    assert status == 0
    assert "Police took Li Si from the office." in out
    assert "  ! " in out
    text = (folder / CASE_ZH).read_text("utf-8")
    assert 'description: "劳工组织者。"' in text
    assert '    taken: "警方将李四带走。"' in text
    assert text.endswith("---\n李四组织工人。\n")
    assert content.read(folder).problems == ()


def test_a_letter_is_asked_beside_the_rest(content: Content, typed: Typed) -> None:
    """Reasons and letter of an action as the command writes it; with both there is nothing left to be done by hand."""
    folder = content.remove(ACTION_ZH).write()
    answers = (
        "为李四写信",
        "为一位劳工组织者写信。",
        "让李四会见律师。",
        "李四组织工人。",
        "我为**李四**写信。",
        "我为李四写信。",
    )
    status, out, _ = typed.run(["new", "translation", f"{folder}/{ACTION}", "--lang", "zh"], *answers)
    assert status == 0
    assert "  ! " in out
    assert (
        (folder / ACTION_ZH)
        .read_text("utf-8")
        .endswith("---\n李四组织工人。\n\n## 信件正文 {#letter}\n\n我为李四写信。\n")
    )
    assert content.read(folder).problems == ()
