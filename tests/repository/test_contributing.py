"""CONTRIBUTING in both languages: what it shows is right, what it warns of is wrong, what it quotes is said."""

from __future__ import annotations

import argparse
import io
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from content_factory import ACTION, ACTION_ZH, MINIMAL, RECIPIENTS, SETTINGS, Content
from emptychair.as_of.snapshot import snapshot_of
from emptychair.as_of.stale import check_stale
from emptychair.cli import command_modules, main
from emptychair.commands.common import OK
from emptychair.commands.problem_formats import marked_text
from emptychair.text.problems import errors, one_line
from emptychair.text.strings import Strings

ROOT = Path(__file__).resolve().parents[2]
GUIDES = {"en": ROOT / "CONTRIBUTING.md", "zh": ROOT / "CONTRIBUTING.zh.md"}
OTHER = {"en": "zh", "zh": "en"}
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CASE = "cases/c-0042.md"
CODE = re.compile(r"`([^`]+)`")
DAY = "2026-11-20"
MISTAKES = [("updated: 2026-11-20", "updated: 2026/11/20"), ("held: CN-GD", "held: CN-DG"), ("taken-away", "indicted")]
SAFETY = {"en": "## Safety first", "zh": "## 安全第一"}
LINK = re.compile(r"\]\(([^)#:]+)(?:#([^)]+))?\)|\]\(#([^)]+)\)")


def guide(language: str) -> str:
    """The text of the guide."""
    return GUIDES[language].read_text(encoding="utf-8")


def blocks(language: str, kind: str) -> list[str]:
    """The fenced blocks of a kind, in order."""
    return [text for found, text in FENCED.findall(guide(language)) if found == kind]


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the guide."""
    return str(request.param)


@pytest.fixture
def specimen(language: str, tmp_path: Path) -> Content:
    """A folder with the annotated case and its twin, as the guide shows them, and nothing else."""
    source, twin = blocks(language, "markdown")
    content = Content(tmp_path)
    content.files.clear()
    content.put(SETTINGS, MINIMAL[SETTINGS]).put(RECIPIENTS, MINIMAL[RECIPIENTS])
    content.swap(RECIPIENTS, "checked: 2020-05-01", f"checked: {DAY}")
    return content.put(f"{language}/{CASE}", source).put(f"{OTHER[language]}/{CASE}", twin)


def said(content: Content, language: str) -> list[str]:
    """The errors, as `emptychair check` says them."""
    return [one_line(problem, language) for problem in errors(content.load().problems)]


def test_it_begins_with_safety(language: str) -> None:
    """No heading, command or link to an account stands before it, but the way to the other language."""
    before = guide(language).partition(SAFETY[language])[0]
    assert SAFETY[language] in guide(language)
    assert "##" not in before
    assert "```" not in before


def test_the_annotated_case_is_right(specimen: Content, language: str) -> None:
    """Neither an error nor a warning, in its source, in its twin, or because of the day on which it was written."""
    loaded = specimen.load()
    assert [one_line(problem, language) for problem in loaded.problems] == []
    assert loaded.campaign
    assert list(check_stale(snapshot_of(loaded.campaign, Content.day(DAY)), loaded.index)) == []


def test_the_annotated_case_is_explained(language: str) -> None:
    """Nearly every part of it has a line that says what it is, in the language of the guide."""
    comments = [line for line in blocks(language, "markdown")[0].splitlines() if line.lstrip().startswith("# ")]
    assert len(comments) >= 15
    assert all(bool(re.search(r"[\u4e00-\u9fff]", line)) == (language == "zh") for line in comments)


def test_what_is_bold_ends(language: str) -> None:
    """CommonMark (section 6.2) does not close it between a full-width sign and a letter, and shows the stars."""
    assert not re.findall(r"[，。：；！？”）]\*\*[\w“（]", guide(language))


def rows(language: str) -> list[tuple[str, str]]:
    """(what was typed, what is right) of each trap; what is right is "" where it is no line."""
    lines = guide(language).partition("## Traps" if language == "en" else "## 书写格式的陷阱")[2].splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| `")]
    return [(CODE.findall(typed)[0], "".join(CODE.findall(right)[:1])) for typed, _, right in cells]


def typed(content: Content, path: str, line: str) -> Content:
    """The specimen with a line of it typed otherwise."""
    key = re.split("[:：]", line, maxsplit=1)[0]
    old = next(one for one in str(content.files[path]).splitlines() if one.lstrip().startswith(f"{key}:"))
    indent = old[: len(old) - len(old.lstrip())]
    text = str(content.files[path]).replace(f"{old}\n", f"{indent}{line}\n", 1)
    if key == "regions":
        text = re.sub(r"(\n  regions: \{.*\})\n    held: CN-GD", r"\1", text)
    return content.put(path, text)


@pytest.mark.parametrize(("guide_language", "number"), [(one, n) for one in GUIDES for n in range(len(rows(one)))])
def test_a_trap_is_a_trap(guide_language: str, number: int, tmp_path: Path) -> None:
    """What is typed wrongly is refused at its line; what stands beside it is not."""
    source, twin = blocks(guide_language, "markdown")
    path = f"{guide_language}/{CASE}"
    content = Content(tmp_path)
    content.files.clear()
    content.put(SETTINGS, MINIMAL[SETTINGS]).put(RECIPIENTS, MINIMAL[RECIPIENTS])
    content.put(f"{OTHER[guide_language]}/{CASE}", twin)
    wrong, right = rows(guide_language)[number]
    found = said(typed(content.put(path, source), path, wrong), guide_language)
    line = next(n for n, one in enumerate(str(content.files[path]).splitlines(), 1) if one.strip() == wrong.strip())
    assert any(one.startswith(f"content/{path}:{line}: ") for one in found), found
    if right:
        assert said(typed(content.put(path, source), path, right), guide_language) == []


def test_what_the_checks_say(specimen: Content, language: str) -> None:
    """Three mistakes in one file are told in one run, with their cures, word by word as the guide shows it."""
    for old, new in MISTAKES:
        specimen.swap(f"{language}/{CASE}", old, new)
    (shown,) = blocks(language, "text")
    assert shown == marked_text(errors(specimen.load().problems), language, coloured=False)
    assert len(shown.splitlines()) == 3


def commands(language: str) -> list[str]:
    """Every line of the guide that a terminal is given."""
    return [line for block in blocks(language, "sh") for line in block.splitlines()]


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(exit_on_error=False)
    known = made.add_subparsers(required=True)
    for command in command_modules():
        command.add(known, Strings("en", "commands"))
    return made


def test_every_command_exists(language: str) -> None:
    """With the options that the guide gives it."""
    lines = [line for line in commands(language) if line.startswith(".venv/bin/emptychair ")]
    assert len(lines) >= 11
    made = parser()
    for line in lines:
        assert made.parse_args(shlex.split(line)[1:]).run


def test_the_commands_do_what_the_guide_says(
    specimen: Content, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the annotated case, in the order of the guide: news, a confirmation, a look, the end of an action."""
    for path, pair in ((ACTION, language), (ACTION_ZH, OTHER[language])):
        text = re.sub("2020-(05-10|06-24|06-01)", DAY, MINIMAL[path]).replace("[li-si]", "[c-0042]")
        specimen.put(f"{pair}/actions/write-for-li-si.md", text)
    monkeypatch.chdir(specimen.write().parent)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796472000")  # noon of 2026-12-05
    monkeypatch.setattr("sys.stdin", io.StringIO())
    done = [shlex.split(line)[1:] for line in commands(language) if line.startswith(".venv/bin/emptychair ")]
    acts = [words for words in done if words[0] == "checked" or {"--text", "--source"} & set(words)]
    assert len(acts) == 4
    for words in acts:
        assert main(words) == OK, capsys.readouterr()
    assert main(["check"]) == OK
    text = Path("content", language, CASE).read_text(encoding="utf-8")
    assert "as_of: 2026-12-04\n" in text
    assert "status: arrested\n" in text
    assert "checked: 2026-12-05\n" in text


def test_both_guides_give_the_same_commands() -> None:
    """In the same order; only words and the language of the messages differ."""

    def bare(language: str) -> list[str]:
        lines = [re.sub(r'"[^"]*[^\x00-\x7f"][^"]*"', '"…"', line) for line in commands(language)]
        return [line.partition(" --")[0].replace("content/zh", "content/en") for line in lines]

    assert bare("en") == bare("zh")


def test_a_commit_tells_neither_who_nor_where(language: str, tmp_path: Path) -> None:
    """The lines of the guide, run as they stand: a pseudonym, a noreply address, UTC, noon, no signature."""
    lines = [line for line in commands(language) if not line.startswith(".venv")]
    script = "\n".join(["git init --quiet", "touch a", "git add a", *lines])
    hidden = {"HOME": str(tmp_path), "TZ": "Asia/Shanghai", "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["bash", "-euc", script],  # noqa: S607 - the one there is
        cwd=tmp_path,
        env=hidden,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    log = done.stdout
    assert log.count("a-pseudonym <a-pseudonym@users.noreply.github.com>") == 2
    assert len(re.findall(r"Date: +.* 12:00:00 [0-9]{4} \+0000$", log, re.MULTILINE)) == 2


def test_links_lead_somewhere(language: str) -> None:
    """To files of the repository, and to headings or marks of the guide."""
    text = guide(language)
    slugs = {re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-") for line in text.splitlines()}
    marks = {*re.findall(r'<a id="([a-z]+)">', text), *slugs}
    for path, _, anchor in LINK.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        assert (ROOT / path).is_file() if path else anchor in marks, (path, anchor)


def test_the_help_of_check_is_that_of_the_guide(capsys: pytest.CaptureFixture[str]) -> None:
    """`--lang` and `--help` are there, as the guide says."""
    assert main(["check", "--lang", "zh", "--help"]) == OK
    assert "--lang" in capsys.readouterr().out
