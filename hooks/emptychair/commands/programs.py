"""Other programs, for `emptychair upgrade` alone: git says what was changed, pip fetches and installs a version.

Nothing else asks a network for anything; what git knows of a change, `changed_files` asks.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PIP = ("-m", "pip")
# No question, no news of pip, nothing to be built, and nothing resolved: what is asked for, and no more.
QUIET = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--only-binary=:all:")


class ProgramError(Exception):
    """A program failed; its text is what it said last."""


def git_changes(folder: Path) -> list[str]:
    """What differs in a folder from its last commit, or is in none: a line each. Raises ProgramError without git."""
    asked = ["status", "--porcelain", "--untracked-files=normal", "--", "."]
    return _run(["git", "-c", "core.quotePath=false", *asked], folder).splitlines()


def download_wheel(requirement: str, folder: Path) -> None:
    """Fetch the wheel of a package (`emptychair`, `emptychair==0.2.0`) into a folder. Raises ProgramError."""
    _run([sys.executable, *PIP, "download", *QUIET, "--dest", str(folder), requirement], folder)


def create_environment(folder: Path, requirements: Path, sources: Sequence[str]) -> Path:
    """A new environment with pinned packages -> its Python. `sources` are options of pip. Raises ProgramError."""
    _run([sys.executable, "-m", "venv", str(folder)], requirements.parent)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    options = [*QUIET, "--require-hashes", *sources, "--requirement", str(requirements)]
    _run([str(python), *PIP, "install", *options], requirements.parent)
    return python


def run_command(python: Path, arguments: Sequence[str], folder: Path) -> int:
    """Run `emptychair` of another environment in a folder, and return its exit status; it prints as this one does."""
    # Isolated: what this one was told of where modules are is not for that one.
    return subprocess.run([str(python), "-I", "-m", "emptychair.cli", *arguments], cwd=folder, check=False).returncode


def _run(command: Sequence[str], folder: Path) -> str:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    except OSError as error:
        raise ProgramError(str(error)) from error
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise ProgramError(said[-1] if said else str(done.returncode))
    return done.stdout
