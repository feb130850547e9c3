"""Templates of pull requests, and the hooks before a commit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from for_each import for_each
from whole_site.builder import SAMPLE

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
BIN = Path(sys.executable).parent
TEMPLATES = sorted((GITHUB / "PULL_REQUEST_TEMPLATE").iterdir())
DEFAULT = GITHUB / "pull_request_template.md"
ACTS = ["correction", "new-action", "new-case", "new-event", "new-translation"]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_a_template_for_each_act() -> None:
    """And a default one that leads to all of them."""
    assert [file.stem for file in TEMPLATES] == ACTS
    linked = re.findall(r"\?expand=1&template=([a-z-]+)\.md", DEFAULT.read_text(encoding="utf-8"))
    assert sorted(linked) == ACTS


@for_each("file", [*TEMPLATES, DEFAULT], ids=lambda file: file.stem)
def test_a_template_begins_with_safety(file: Path) -> None:
    """In both languages, before anything else."""
    text = file.read_text(encoding="utf-8")
    assert text.startswith("<!-- Safety first")
    assert "中国大陆、香港或澳门" in text[:600]


@for_each("file", TEMPLATES, ids=lambda file: file.stem)
def test_every_question_stands_in_both_languages(file: Path) -> None:
    """An English line, and a Chinese one below it."""
    _, *questions = file.read_text(encoding="utf-8").split("- [ ] ")
    assert len(questions) >= 6
    for question in questions:
        english, chinese = question.strip().split("\n")
        assert not CHINESE.search(english)
        assert CHINESE.search(chinese)


def test_the_hooks_can_be_read() -> None:
    """By pre-commit itself; every hook runs in the environment of the project, so nothing is fetched."""
    config = ROOT / ".pre-commit-config.yaml"
    done = subprocess.run(
        [str(BIN / "pre-commit"), "validate-config", str(config)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    (repository,) = yaml.safe_load(config.read_text(encoding="utf-8"))["repos"]
    assert repository["repo"] == "local"
    assert {hook["language"] for hook in repository["hooks"]} == {"system"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with the hooks, the record and the environment."""
    folder = tmp_path / "project"
    shutil.copytree(SAMPLE / "content", folder / "content")
    shutil.copy2(ROOT / ".pre-commit-config.yaml", folder)
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(BIN)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)  # noqa: S607 - the one there is
    subprocess.run(["git", "add", "content", ".pre-commit-config.yaml"], cwd=folder, check=True)  # noqa: S607
    return folder


def hook(project: Path, name: str, *files: str) -> tuple[int, str]:
    """Exit status and output of one hook for some files."""
    done = subprocess.run(
        [str(BIN / "pre-commit"), "run", name, "--verbose", "--files", *files],
        cwd=project,
        env={**os.environ, "PRE_COMMIT_HOME": str(project.parent / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_commit_with_a_fault_is_stopped(project: Path) -> None:
    """The problems of the changed files are told as `emptychair check` tells them; others are not."""
    case, other = "content/en/cases/wei-zhili.md", "content/en/cases/ke-chengbing.md"
    for path in (case, other):
        file = project / path
        file.write_text(file.read_text(encoding="utf-8").replace("kind: person", "kind: people"), encoding="utf-8")
    status, out = hook(project, "emptychair", case, "content/en/about.md")
    assert status == 1
    assert f"{case}:" in out
    assert "ke-chengbing" not in out


def test_a_commit_without_a_fault_goes_on(project: Path) -> None:
    """And what is no content is not the record's affair."""
    assert hook(project, "emptychair", "content/en/about.md", "content/recipients.yml")[0] == 0
    assert "Skipped" in hook(project, "emptychair", ".pre-commit-config.yaml")[1]


def test_python_is_checked_too(project: Path) -> None:
    """By ruff, on the changed file alone."""
    (project / "a.py").write_text("import os\n", encoding="utf-8")
    status, out = hook(project, "ruff", "a.py")
    assert status == 1
    assert "F401" in out
