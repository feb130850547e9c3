"""`emptychair new` with options: a page that passes every check, and what is told of wrong answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands.new_pages import ANSWERS, files, flags
from emptychair.cli import main
from emptychair.front_matter.document import parse_page
from emptychair.load.load import load
from emptychair.text.problems import errors

if TYPE_CHECKING:
    from pathlib import Path


FILES = {
    "case": "cases/c-0042",
    "action": "actions/letters",
    "update": "updates/2020-05-15-li-si",
    "report": "reports/a-report",
}

pytestmark = pytest.mark.usefixtures("the_day")


@pytest.mark.parametrize("kind", ANSWERS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_with_all_options_the_page_is_written_and_right(
    kind: str, language: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No terminal is needed, and a check of the whole campaign finds no error."""
    before = files(folder)
    assert main([*flags(kind), "--written-in", language]) == 0
    made = f"content/{language}/{FILES[kind]}.md"
    assert files(folder) - before == {made}
    assert f"written: {made}" in capsys.readouterr().out
    assert errors(load(folder / "content").problems) == []


def test_what_was_answered_stands_in_the_page(folder: Path) -> None:
    """Also where YAML would take it for something else; the rest has honest defaults."""
    assert main(flags("case", roles="editor, journalist", other_name="王五", story="Wang Wu is an editor.")) == 0
    document, _ = parse_page("x.md", (folder / "content/en/cases/c-0042.md").read_text(encoding="utf-8"))
    case = document.meta["case"]
    assert case["names"] == {"en": "Wang Wu", "zh": "王五"}
    assert case["events"][0]["text"] == 'Police said: "come along" #now'
    assert case["roles"] == ["editor", "journalist"]
    assert (case["pronoun"], case["as_of"], case["consent"]["reviewed"]) == ("unknown", "2020-05-01", "2020-05")
    assert document.meta["updated"] == document.meta["added"] == "2020-05-15"
    assert document.body == "Wang Wu is an editor.\n"


@pytest.mark.parametrize(
    ("kind", "options", "words"),
    [
        ("case", {"slug": ""}, "--slug"),
        ("case", {"scope": "", "basis": ""}, "--basis --scope"),
        ("case", {"kind": "group"}, "--count --count-is"),
        ("case", {"event_status": "released", "verification": "confirmed"}, "--release-type"),
        ("action", {"until": "ongoing"}, "--review-by"),
        ("update", {"update_kind": "event"}, "--event-day"),
        ("report", {"text": ""}, "--text"),
    ],
)
def test_without_a_terminal_missing_options_are_named(
    kind: str, options: dict[str, str], words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also those that only another answer makes necessary; nothing is written."""
    before = files(folder)
    assert main(flags(kind, **options)) == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(f": {words}")
    assert files(folder) == before


@pytest.mark.parametrize(
    ("kind", "option", "text", "words"),
    [
        ("case", "slug", "Wang Wu", "is not a name that an address can hold"),
        ("case", "slug", "../../x", "stands in a folder that content/ does not have"),
        ("case", "slug", "li-si", "content/en/cases/li-si.md is there already"),
        ("case", "event-date", "2020年5月1日", "did you mean 2020-05-01?"),
        ("case", "event-date", "2021-05-01", "later than the page's updated"),
        ("case", "event-status", "arested", "did you mean arrested (Formally arrested)?"),
        ("case", "event-status", "indicted", "is a stage"),
        ("case", "event-status", "enforced-disappearance", "no source names who found it"),
        ("case", "basis", "publick", "did you mean public-record (Public record only)?"),
        ("case", "scope", "story", "'name' is not in it"),
        ("case", "roles", "editor, jurnalist", "did you mean journalist (Journalist)?"),
        ("case", "source-url", "javascript:x", "is not an address that the site links to"),
        ("case", "count", "12", "is for groups"),
        ("action", "cases", "li-so", "did you mean li-si?"),
        ("action", "recipients", "polise", "did you mean police?"),
        ("action", "until", "2020-05", "is not one day"),
        ("action", "letter", "A **bold** letter.", "sign of Markdown"),
        ("update", "day", "2020-02-30", "is not a name that an address can hold"),
        ("report", "text", "# A heading", "first level"),
    ],
)
def test_a_wrong_answer_says_what_is_wrong(
    kind: str, option: str, text: str, words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words of the checks, at the option; status 1, and nothing is written."""
    before = files(folder)
    assert main(flags(kind, **{option: text})) == 1
    lines = capsys.readouterr().err.splitlines()
    assert any(line.startswith(f"--{option}: ") and words in line for line in lines), lines
    assert files(folder) == before


def test_several_wrong_answers_are_told_in_one_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In Chinese as in English."""
    options = {"basis": "publick", "event_date": "2020-5-1", "roles": "jurnalist"}
    assert main([*flags("case", **options), "--lang", "zh"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["--basis", "--roles", "--event-date"]
    assert "是不是 public-record（仅据公开资料）？" in lines[0]


def test_nothing_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a page, not one of the other language, and not a file that came in between."""
    assert main(flags("case")) == 0
    page = (folder / "content/en/cases/c-0042.md").read_bytes()
    assert main(flags("case", name="Somebody else")) == 1
    assert main([*flags("case"), "--written-in", "zh"]) == 1
    assert (folder / "content/en/cases/c-0042.md").read_bytes() == page
    assert not (folder / "content/zh/cases/c-0042.md").exists()
    told = capsys.readouterr().err.splitlines()
    assert "is there already" in told[0]
    assert "holds the facts of this page too" in told[1]


def test_the_slug_of_an_update_begins_with_its_day(folder: Path) -> None:
    """The day is a question of its own."""
    assert main(flags("update", day="2020-05-10")) == 0
    assert (folder / "content/en/updates/2020-05-10-li-si.md").is_file()


def test_somewhere_else_there_is_no_campaign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, with the path."""
    assert main([*flags("case"), "--content", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_a_wrong_epoch_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day is not guessed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert main(flags("case")) == 2
    assert "yesterday" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 with the system's reason; no draft is left."""
    (folder / "content/en/reports").write_text("in the way")
    # The folder of the reports is a file here.
    before = files(folder)
    assert main(flags("report")) == 2
    assert "content/en/reports/a-report.md" in capsys.readouterr().err
    assert files(folder) == before


def test_help_has_examples_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """For every kind of page."""
    for kind in (*ANSWERS, "translation"):
        for language, words in (("en", "examples:"), ("zh", "示例：")):
            assert main(["new", kind, "--lang", language, "--help"]) == 0
            assert words in capsys.readouterr().out
