"""What a change touches, as git knows it, and which problems concern it."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from emptychair.text.problems import Problem

# Without --no-renames only the new name of a page that moved is told; without --relative, paths from the top.
DIFFERING = ("diff", "--name-only", "--no-renames", "--relative", "-z", "--end-of-options")
UNTRACKED = ("ls-files", "--others", "--exclude-standard", "-z")


def changed_files(folder: Path, commit: str) -> frozenset[str] | None:
    """The paths below a folder whose files differ from a commit or are new, deleted ones too; None where git fails."""
    differing, untracked = _git(folder, *DIFFERING, commit, "--"), _git(folder, *UNTRACKED)
    if differing is None or untracked is None:
        return None
    return frozenset(path for path in (differing + untracked).split("\0") if path)


def concerning(problems: Iterable[Problem], changed: Iterable[str]) -> list[Problem]:
    """The problems for those who change these files: every error, and the warnings of their pages in any language.

    An error stops the site wherever it stands: a case that was deleted is missed by the action that names it. And of
    a translation it is told that it lags behind the page that was changed.
    """
    pages = set(map(_page, changed))
    return [problem for problem in problems if problem.severity == "error" or _page(problem.path) in pages]


def _page(path: str) -> str:
    """A path without the folder of its language: content/zh/cases/a.md as content/cases/a.md."""
    parts = PurePosixPath(path).parts
    return "/".join((*parts[:1], *parts[2:])) if len(parts) > 2 else path


def _git(folder: Path, *arguments: str) -> str | None:
    try:
        # The git of whoever runs it; the commit cannot be taken for an option.
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return None if done.returncode else os.fsdecode(done.stdout)
