"""`emptychair add-language` and `emptychair language`: a language laid out, given out, taken in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from content_factory import Content
from emptychair.cli import main
from emptychair.editing.language_file import new_language_file
from emptychair.text.po import read_entries
from emptychair.text.strings import use_languages
from emptychair.text.translatable import texts_to_translate

HOME = "strings/pages/title-index"


@pytest.fixture(autouse=True)
def _nothing_further() -> Iterator[None]:
    yield
    use_languages(())


@cache
def new_file() -> str:
    """What `add-language ug` writes."""
    return new_language_file("ug")


@pytest.fixture
def laid_out(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a language that was added to a campaign."""
    monkeypatch.chdir(content.put("languages/ug.po", new_file()).write().parent)
    return Path("content/languages/ug.po")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Exit status, and the lines of output and errors."""
    status = main([*arguments])
    found = capsys.readouterr()
    return status, [line for line in (found.out + found.err).splitlines() if not line.startswith("reading")]


def fill(file: Path, key: str, text: str, source: str = "", mark: str = "") -> None:
    """Put a translation into a file, as a translator's tool would."""
    own = texts_to_translate("ug")[key].text
    old = f'msgctxt "{key}"\nmsgid "{own}"\nmsgstr ""'
    new = f'{mark}msgctxt "{key}"\nmsgid "{source or own}"\nmsgstr "{text}"'
    before = file.read_text("utf-8")
    assert before.count(old) == 1
    file.write_text(before.replace(old, new), "utf-8")


def texts(file: Path) -> dict[str, tuple[str, bool]]:
    """Id -> (translation, is it marked as fuzzy) of what is translated in a file."""
    entries, unreadable = read_entries(file.read_text("utf-8"))
    assert not unreadable
    return {one.id: (one.text, one.unsure) for one in entries if one.text}


def test_a_language_is_laid_out(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Every text with its id and source text; the rows of mkdocs.yml and the next command; the check passes."""
    folder = content.write()
    status, lines = run(capsys, "add-language", "ug", "--content", str(folder))
    text = (folder / "languages" / "ug.po").read_text("utf-8")
    entries, _ = read_entries(text)
    assert text == new_file()
    assert {one.id: one.source for one in entries} == {one.id: one.text for one in texts_to_translate("ug").values()}
    assert (status, lines[2:5]) == (0, ["      - locale: ug", "        name: ئۇيغۇرچە", "        build: true"])
    assert lines[-1].endswith("emptychair new translation content/en/index.md --into ug")
    assert run(capsys, "check", str(folder))[0] == 0


@pytest.mark.parametrize("code", ["zh", "klingon", "UG", "pt_BR", "../ug"])
def test_a_language_that_is_none_is_refused(code: str, content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """One that ships too; nothing is written."""
    folder = content.write()
    assert run(capsys, "add-language", code, "--content", str(folder))[0] == 2
    assert not (folder / "languages").exists()


def test_what_is_there_is_not_overwritten(laid_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the file of a language nor that of an export."""
    fill(laid_out, HOME, "Own")
    Path("there.po").write_text("mine", "utf-8")
    before = laid_out.read_bytes()
    assert [run(capsys, *one)[0] for one in (("add-language", "ug"), ("language", "ug", "--export", "there.po"))] == [
        2,
        2,
    ]
    assert (laid_out.read_bytes(), Path("there.po").read_text("utf-8")) == (before, "mine")


def test_out_and_back_changes_nothing(laid_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same bytes, also in the file that went out."""
    before = laid_out.read_bytes()
    assert run(capsys, "language", "ug", "--export", "out.po")[0] == 0
    assert run(capsys, "language", "ug", "--import", "out.po")[0] == 0
    assert laid_out.read_bytes() == Path("out.po").read_bytes() == before


def test_what_came_back_is_taken(laid_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """But not what is fuzzy, and as fuzzy what was made from another text; each is counted."""
    assert run(capsys, "language", "ug", "--export", "out.po")[0] == 0
    out = Path("out.po")
    fill(out, HOME, "Own")
    fill(out, "strings/pages/title-reports", "Maybe", mark="#, fuzzy\n")
    fill(out, "strings/pages/title-follow", "Old", source="Feeds")
    out.write_text(out.read_text("utf-8") + '\nmsgctxt "strings/pages/nowhere"\nmsgid "N"\nmsgstr "n"\n', "utf-8")
    before = texts(laid_out)
    status, lines = run(capsys, "language", "ug", "--import", "out.po")
    assert texts(laid_out) == before | {HOME: ("Own", False), "strings/pages/title-follow": ("Old", True)}
    every = len(texts_to_translate("ug"))
    assert (status, lines) == (
        0,
        [
            "1 text taken.",
            "Not taken, because they are marked as fuzzy: 1.",
            "Translated from an older text, and marked as fuzzy: 1. Look at them again.",
            "The site has no such texts, and they are left out: strings/pages/nowhere",
            f"content/languages/ug.po: {every - len(before) - 1} of {every} texts are missing.",
        ],
    )
    assert '#| msgid "Feeds"' in laid_out.read_text("utf-8")


def test_a_fault_takes_nothing_in(laid_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told with the line of the entry, and status 1."""
    assert run(capsys, "language", "ug", "--export", "out.po")[0] == 0
    fill(Path("out.po"), HOME, "<b>Own</b>")
    before = laid_out.read_bytes()
    status, lines = run(capsys, "language", "ug", "--import", "out.po")
    assert (status, lines[-1], laid_out.read_bytes()) == (1, "Nothing was written.", before)
    assert f": {HOME}: the text has a < or a >" in lines[0]


def test_wrong_use_is_refused(laid_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a line, status 2, and nothing written."""
    before = laid_out.read_bytes()
    Path("bad.po").write_text("msgid\n", "utf-8")
    wrong = ("bo", "../../campaign", "ug --import nowhere.po", "ug --import bad.po", "ug --content nowhere")
    found = {one: run(capsys, "language", *one.split()) for one in (*wrong, "ug --import bad.po --export out.po")}
    assert {one: status for one, (status, lines) in found.items() if status != 2 or not lines} == {}
    assert (laid_out.read_bytes(), Path("out.po").exists()) == (before, False)
