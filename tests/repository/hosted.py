"""A copy of the project as a host's run finds it: a repository with a campaign of the tests, and its environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from emptychair.text.clock import noon_of
from whole_site.builder import ROOT, put_campaign

GITHUB = ROOT / ".github"
WORKFLOWS = {file.stem: file for file in sorted((GITHUB / "workflows").iterdir())}
BIN = Path(sys.executable).parent
FILES = ("Makefile", "pyproject.toml", ".gitignore", ".pre-commit-config.yaml", "requirements*.txt")
FOLDERS = ("hooks", "overrides", "scripts", ".github", ".ci", "tests/sample")
# Lines run on a fixed day: what a check warns of must not change with the clock.
DAY = str(noon_of(date(2026, 6, 15), "UTC"))


def read(name: str) -> dict[Any, Any]:
    """A workflow as GitHub reads it."""
    found: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))
    return found


def run_lines(steps: list[dict[str, Any]]) -> list[str]:
    """What the steps of a job run."""
    return [step["run"].rstrip("\n") for step in steps if "run" in step]


def git(folder: Path, *arguments: str) -> None:
    """Git, as nobody in particular."""
    who = ["-c", "user.name=nobody", "-c", "user.email=nobody@users.noreply.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607 - the one there is


def create_repository(folder: Path, campaign: Path) -> Path:
    """The project with a campaign of the tests as its content, committed to main, with the environment set up."""
    folder.mkdir()
    for pattern in FILES:
        for file in ROOT.glob(pattern):
            shutil.copy2(file, folder)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    put_campaign(campaign, folder)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=The record as it stands")
    environment = folder / ".venv"
    environment.mkdir()
    for entry in BIN.parent.iterdir():
        (environment / entry.name).symlink_to(entry) if entry.name != ".site-ready" else None
    (environment / ".site-ready").touch()
    return folder


def merge_change(folder: Path) -> None:
    """Commit what was changed, and merge it into main, as a host does before it checks a pull request."""
    git(folder, "checkout", "--quiet", "-b", "change")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=A change")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--message=As it would be merged", "change")


def undo_change(folder: Path) -> None:
    """Put main back to what it was before the merge, and remove what the run of the checks made."""
    git(folder, "reset", "--quiet", "--hard", "HEAD^1")
    git(folder, "branch", "--quiet", "-D", "change")
    shutil.rmtree(folder / "before", ignore_errors=True)
    shutil.rmtree(folder / "site", ignore_errors=True)


def run(line: str, folder: Path) -> tuple[int, str, str]:
    """A line as the host runs it: exit status, output, and what it added to the summary or to the job's outputs."""
    added = folder.parent / "added"
    added.write_text("", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MAKE", "MFLAGS"))}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", line],  # noqa: S607 - the one there is
        cwd=folder,
        env={**kept, "GITHUB_STEP_SUMMARY": str(added), "GITHUB_OUTPUT": str(added), "SOURCE_DATE_EPOCH": DAY},
        capture_output=True,
        text=True,
        timeout=570,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr, added.read_text(encoding="utf-8")
