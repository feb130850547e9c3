"""`emptychair translations --po` and `--from-po`: the words of pages out to translators, and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from content_factory import ACTION_ZH, CASE, CASE_ZH, UPDATE, Content
from emptychair.cli import main
from emptychair.text.po import PoEntry, po_text, read_entries

UPDATE_ZH = UPDATE.replace("en/", "zh/")
TEXTS = {
    "updates/2020-05-20-news#title": "李四的消息",
    "updates/2020-05-20-news#body.1": "有消息。",
    "cases/li-si#events.taken.text": "警察把他带走了。",
}


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1591012800")  # 2020-06-01


@pytest.fixture
def project(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small campaign, in whose folder the commands run."""
    monkeypatch.chdir(content.write().parent)
    return Path("content")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Exit status, and the lines of output and errors."""
    status = main(["translations", "--into", "zh", *arguments])
    found = capsys.readouterr()
    return status, [line for line in (found.out + found.err).splitlines() if not line.startswith("reading")]


def entries_of(file: str) -> dict[str, PoEntry]:
    """The texts of a file by their ids."""
    return {one.id: one for one in read_entries(Path(file).read_text("utf-8"))[0]}


def write_back(found: dict[str, PoEntry], texts: dict[str, str], **others: object) -> None:
    """What a translator returns: these texts in the entries that went out."""
    back = [PoEntry(key, found[key].source, text) for key, text in texts.items()]
    back = [PoEntry(**{**vars(one), **others}) for one in back]
    Path("back.po").write_text(po_text("test", "zh", "", back), "utf-8")


def test_what_is_to_be_translated_goes_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Title, description and words, with what is translated already; a body where there is none; of the named pages."""
    status, lines = run(capsys, "--po", "out.po")
    found = entries_of("out.po")
    assert (status, lines) == (0, [f"out.po: {len(found)} texts of 3 pages."])
    assert found["updates/2020-05-20-news#title"].text == ""
    assert found["updates/2020-05-20-news#body.1"].source == "There is news."
    assert found["cases/li-si#events.taken.text"].text == "警方从办公室将李四带走。"
    assert not [key for key in found if key.startswith("cases/") and "#body" in key]
    assert run(capsys, "--po", "one.po", f"content/{CASE}")[0] == 0
    assert {key.partition("#")[0] for key in entries_of("one.po")} == {"cases/li-si"}


def test_what_came_back_stands_in_its_pages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new page is laid out; of one that is there a word is changed, and every other byte stays; the check passes."""
    assert run(capsys, "--po", "out.po")[0] == 0
    before = (project / CASE_ZH).read_text("utf-8")
    write_back(entries_of("out.po"), TEXTS)
    assert run(capsys, "--from-po", "back.po") == (0, ["2 pages written."])
    after, new = (project / CASE_ZH).read_text("utf-8"), (project / UPDATE_ZH).read_text("utf-8")
    assert after == before.replace("警方从办公室将李四带走。", TEXTS["cases/li-si#events.taken.text"]) != before
    assert ('title: "李四的消息"' in new, new.endswith("---\n有消息。\n")) == (True, True)
    assert re.search(r"^translates: 2020-06-01$", new, re.MULTILINE)
    assert main(["check"]) == 0


def test_out_and_back_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody translated anything."""
    before = {file: file.read_bytes() for file in project.rglob("*.md")}
    assert run(capsys, "--po", "out.po")[0] == 0
    assert run(capsys, "--from-po", "out.po") == (0, ["0 pages written."])
    assert {file: file.read_bytes() for file in project.rglob("*.md")} == before


def test_what_is_not_taken_is_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Fuzzy texts, texts of another source, texts of no page; a body of which a part is missing."""
    assert run(capsys, "--po", "out.po")[0] == 0
    found = entries_of("out.po")
    for others, line in (
        ({"unsure": True}, "Not taken, because they are marked as fuzzy: 3."),
        ({"source": "Else"}, "Not taken, because their source text has changed since: 3. Write a new file with --po."),
        (
            {"id": "about#title"},
            "Not taken, because these pages have no such texts (or have a body of their own by now): 3.",
        ),
    ):
        write_back(found, TEXTS, **others)
        assert run(capsys, "--from-po", "back.po") == (0, [line, "0 pages written."])


def test_half_a_body_is_left(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page has all of it or none; the words are taken."""
    content.swap(UPDATE, "There is news.", "There is news.\n\nAnd more.")
    monkeypatch.chdir(content.write().parent)
    assert run(capsys, "--po", "out.po")[0] == 0
    write_back(entries_of("out.po"), TEXTS)
    status, lines = run(capsys, "--from-po", "back.po")
    assert (status, lines[0]) == (
        0,
        "updates/2020-05-20-news: a part of the body is not translated; the body is left as it is",
    )
    assert "有消息。" not in Path("content", UPDATE_ZH).read_text("utf-8")


def test_what_the_check_refuses_is_not_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the problem and its line; pages without a fault are written."""
    assert run(capsys, "--po", "out.po")[0] == 0
    before = (project / ACTION_ZH).read_bytes()
    write_back(entries_of("out.po"), TEXTS | {"actions/write#title": "为李四\u03bfh写信"})
    status, lines = run(capsys, "--from-po", "back.po")
    assert (status, lines[-1], (project / ACTION_ZH).read_bytes()) == (1, "2 pages written.", before)
    assert lines[0].startswith("zh/actions/write.md is left as it is")
    assert lines[1].startswith("content/zh/actions/write.md:2: title: ")


def test_a_word_that_cannot_be_put_in_its_place_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One with a sign that nobody sees."""
    assert run(capsys, "--po", "out.po")[0] == 0
    before = (project / ACTION_ZH).read_bytes()
    write_back(entries_of("out.po"), {"actions/write#title": "为李四\u202e写信"})
    status, lines = run(capsys, "--from-po", "back.po")
    assert (status, lines[-1], (project / ACTION_ZH).read_bytes()) == (1, "0 pages written.", before)
    assert lines[0].startswith("zh/actions/write.md: ")
    assert lines[0].endswith(": title")


@pytest.mark.parametrize(
    "arguments", [("--po", "a.po", "--into", "ug"), ("--from-po", "no.po"), ("--from-po", "bad.po")]
)
def test_wrong_use_is_refused(arguments: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a line and status 2."""
    Path("bad.po").write_text("msgid\n", "utf-8")
    status, lines = run(capsys, *arguments)
    assert (status, len(lines)) == (2, 1)
