"""Broken files: each is refused with exactly the lines that stand beside it, and no more."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from content_factory import CASE, RECIPIENTS, Content
from emptychair import rules
from emptychair.as_of import stale
from emptychair.as_of.snapshot import snapshot_of
from emptychair.text.problems import Problem, one_line
from emptychair.text.strings import catalogue
from faults import FAULTS, OVERDUE_FAULTS, TEXT_FAULTS
from faults.rows import Fault
from for_each import for_each
from obstacles import OBSTACLES
from work import not_for_ever

BROKEN = Path(__file__).parents[1] / "broken"
FILES = sorted(path.stem for path in BROKEN.glob("*.md"))
LANGUAGES = ("en", "zh")
# Rows that no change to one file gives: three are about what lies in the folder, one is for what nobody has foreseen,
# two are about files that are to be added (test_add_document.py), four are about the languages of the site
# (test_content_files.py, test_reading.py, test_told_once.py and test_site_languages.py have them), and the last ones
# about a language of the campaign's own, whose file is no page and is never without the warning that something is
# missing (test_language_files.py).
OF_NO_FILE = {"file-missing", "symlink", "not-readable", "bad-value", "document-pdf", "document-too-long"} | {
    "unknown-language",
    "language-twice",
    "language-without-folder",
    "language-not-named",
    "language-ships",
    "language-not-known",
    "po-unreadable",
    "text-unknown",
    "text-placeholders",
    "text-with-markup",
    "text-wrong-value",
    "texts-missing",
}


def expected_of_file(name: str) -> dict[str, list[str]]:
    """broken/<name>.txt: the English lines, an empty line, the Chinese lines."""
    english, chinese = (BROKEN / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return {"en": english.split("\n"), "zh": chinese.split("\n")}


@cache
def expected_of_rows() -> dict[str, dict[str, list[str]]]:
    """broken/faults.txt: the name of a row, its English line, its Chinese line, an empty line."""
    blocks = (BROKEN / "faults.txt").read_text(encoding="utf-8").strip().split("\n\n")
    rows = (block.split("\n") for block in blocks)
    return {name: {"en": [english], "zh": [chinese]} for name, english, chinese in rows}


def problems_of(content: Content) -> tuple[Problem, ...]:
    """Every problem of the folder, found in the end."""
    with not_for_ever():
        return content.load().problems


def found(problems: Iterable[Problem], language: str) -> list[str]:
    """The problems as lines."""
    return [one_line(problem, language) for problem in problems]


def test_the_folder_that_tests_break_is_right(content: Content) -> None:
    """Without a change, nothing is found: what a row finds, its change has made."""
    assert content.lines() == []


@for_each("name", FILES)
def test_a_broken_file_gives_exactly_its_lines(name: str, content: Content) -> None:
    """Line, field, message and hint in both languages, each fault once, none more."""
    expected = expected_of_file(name)
    path = expected["en"][0].split(":")[0].removeprefix("content/")
    problems = problems_of(content.put(path, (BROKEN / f"{name}.md").read_bytes()))
    assert {language: found(problems, language) for language in LANGUAGES} == expected


@for_each("row", FAULTS, ids=str)
def test_a_fault_gives_exactly_its_line(row: Fault, content: Content) -> None:
    """One change, one fault, one line: path, line, field, message and hint in both languages."""
    problems = problems_of(content.edit(*row.edits))
    assert [problem.code for problem in problems] == [row.code]
    assert {language: found(problems, language) for language in LANGUAGES} == expected_of_rows()[row.name]


@for_each("row", TEXT_FAULTS, ids=str)
def test_a_fault_of_the_whole_text_is_one_problem(row: Fault, content: Content) -> None:
    """A front matter that cannot be read as a whole gives one problem in its file."""
    problems = problems_of(content.edit(*row.edits))
    assert [(problem.path, problem.code) for problem in problems] == [(f"content/{row.edits[0].path}", row.code)]


def test_the_broken_files_are_at_least_twenty_five() -> None:
    """Enough whole files to show what people type."""
    assert len(FILES) >= 25


def test_everything_wrong_is_told_in_one_run(content: Content) -> None:
    """The fully broken file shows more than sixty faults of more than thirty-five kinds at once."""
    text = (BROKEN / "everything-wrong.md").read_bytes()
    problems = problems_of(content.put("en/cases/everything-wrong.md", text))
    assert len(problems) > 60
    assert len({problem.code for problem in problems}) > 35


def test_no_expected_line_is_left_over() -> None:
    """Every block of faults.txt belongs to a row."""
    assert list(expected_of_rows()) == [row.name for row in FAULTS]


def test_every_problem_is_produced_by_a_broken_file(content: Content) -> None:
    """No row of strings/problems.yml without a file or a change that gives it: nobody adds a check without a test."""
    rows = {row.code for row in (*FAULTS, *TEXT_FAULTS, *OVERDUE_FAULTS)} | {row.code for row in OBSTACLES}
    for name in FILES:
        files = Content(content.root / name).put(CASE, (BROKEN / f"{name}.md").read_bytes())
        rows |= {problem.code for problem in files.load().problems}
    assert rows | OF_NO_FILE == set(catalogue("problems"))


def test_a_missing_register_is_told(content: Content) -> None:
    """A campaign without its recipients is refused by name (the unknown recipient follows from it)."""
    problems = content.remove(RECIPIENTS).load().problems
    assert "file-missing" in {problem.code for problem in problems}


@for_each("text", ["- police\n", "police: [\n", "a: b\n---\na: b\n"])
def test_an_unreadable_register_is_one_problem(text: str, content: Content) -> None:
    """A register that cannot be read still counts as existing: nothing follows from it."""
    paths = [problem.path for problem in content.put(RECIPIENTS, text).load().problems]
    assert paths == ["content/recipients.yml"]


# --- each rule is needed


def rule_rows(rule: Callable[..., object], rows: Iterable[Fault]) -> list[Fault]:
    return [row for row in rows if row.rule == rule.__name__]


def test_every_rule_has_a_row() -> None:
    """Each rule of the record and of the day has a fault in the table, and every row names a rule that exists."""
    named = {row.rule for row in (*FAULTS, *OVERDUE_FAULTS)} - {""}
    assert named == {rule.__name__ for rule in (*rules.ENTRY_RULES, *rules.DOCUMENT_RULES, *stale.RULES)}


@for_each("rule", [*rules.ENTRY_RULES, *rules.DOCUMENT_RULES], ids=lambda rule: rule.__name__)
def test_without_a_rule_its_faults_are_not_found(
    rule: Callable[..., object], content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each rule finds what no other finds: without it the faults of its rows, which are told with it, are not."""
    name = "ENTRY_RULES" if rule in rules.ENTRY_RULES else "DOCUMENT_RULES"
    others = tuple(one for one in getattr(rules, name) if one is not rule)
    for number, row in enumerate(rule_rows(rule, FAULTS)):
        files = Content(content.root / str(number)).edit(*row.edits)
        with monkeypatch.context() as patch:
            patch.setattr(rules, name, others)
            assert row.code not in {problem.code for problem in files.load().problems}


@pytest.mark.parametrize("rule", stale.RULES, ids=lambda rule: rule.__name__)
def test_without_a_rule_of_the_day_its_warning_is_not_given(
    rule: Callable[..., object], content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each warning about time comes from its own rule, is the only one, and stops no build."""
    (row,) = rule_rows(rule, OVERDUE_FAULTS)
    loaded = content.edit(*row.edits).load()
    assert loaded.campaign
    snapshot = snapshot_of(loaded.campaign, content.day(row.today))
    warnings = list(stale.check_stale(snapshot, loaded.index))
    assert [(warning.code, warning.severity) for warning in warnings] == [(row.code, "warning")]
    monkeypatch.setattr(stale, "RULES", tuple(one for one in stale.RULES if one is not rule))
    assert list(stale.check_stale(snapshot, loaded.index)) == []


# --- the words of problems


@for_each("code", catalogue("problems"))
def test_a_problem_has_words_in_both_languages(code: str) -> None:
    """Every row says what is wrong in English and in Chinese, and how to mend it."""
    row = catalogue("problems")[code]
    assert {"en", "zh", "hint_en", "hint_zh"} <= set(row)
    terms = {f"{name}_{language}" for name in ("term", "or", "and", "hint_else") for language in LANGUAGES}
    assert set(row) <= {"en", "zh", "hint_en", "hint_zh", "hint_needs", "severity", *terms}
    assert ("{terms}" in row["hint_en"] + row["hint_zh"]) == (terms < set(row))
    assert row.get("severity", "error") in ("error", "warning")
    assert all(row.values())
