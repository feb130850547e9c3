"""What a change touches, by its paths: `python scripts/changed.py [BASE]` prints `content` or `everything`.

`content` where every file that differs from the commit BASE lies below content/: then the record is checked, the site
is built and its links are followed. `everything` where anything else differs, and where nothing can be compared (no
BASE, an unknown one, no repository, no difference): then the tests run as well.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTENT, EVERYTHING = "content", "everything"


def main(arguments: list[str]) -> int:
    """Print the decision for the project around this file. Returns 0."""
    base = arguments[0] if arguments else ""
    print(decide(changed_paths(ROOT, base)) if base else EVERYTHING)
    return 0


def decide(paths: Iterable[str]) -> str:
    """The decision for changed paths, relative to the project: `content` or `everything`."""
    found = list(paths)
    return CONTENT if found and all(path.startswith("content/") for path in found) else EVERYTHING


def changed_paths(project: Path, base: str) -> list[str]:
    """Every path that differs between a commit and the files on the disk, the untracked included; [] if git fails."""
    # A file that was moved into content/ is missing where it was: without --no-renames only its new path is told.
    differing = ["diff", "--name-only", "--no-renames", "-z", "--end-of-options", base, "--"]
    untracked = ["ls-files", "--others", "--exclude-standard", "-z"]
    outputs = [_git(project, arguments) for arguments in (differing, untracked)]
    if None in outputs:
        return []
    return [path for output in outputs if output for path in output.split("\0") if path]


def _git(project: Path, arguments: list[str]) -> str | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=project, capture_output=True, check=False)  # noqa: S607
    except OSError:
        return None
    # Whatever a file is called: the check of the content refuses its name.
    return None if done.returncode else os.fsdecode(done.stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
