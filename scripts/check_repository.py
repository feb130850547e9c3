"""Check what in a campaign's repository must fit its settings: `make check-repository`.

The issue forms are those that `make forms` writes for the site_url of mkdocs.yml; each line of CODEOWNERS fits a file;
the recipients and the workflows have reviewers of their own. Prints one line for each that is not so.
"""

import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from emptychair.publishing.code_owners import owner_rows
from make_forms import FOLDER, ROOT, create_files, read_site_url

OWNERS = ROOT / ".github" / "CODEOWNERS"
# A changed address is how letters are stolen; a workflow runs with the rights of the project.
GUARDED = ("/content/recipients.yml", "/.github/")


def main() -> int:
    """Check the project around this file. Returns 0 if all fits, else 1."""
    forms = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.iterdir()}
    found = [*form_problems(create_files(read_site_url()), forms), *owner_problems(OWNERS.read_text("utf-8"), ROOT)]
    print("\n".join([*found, f"{len(found)} problems of the repository."]))
    return int(bool(found))


def form_problems(wanted: dict[str, str], found: dict[str, str]) -> Iterator[str]:
    """Each issue form, file name -> text, that is not as it would be written."""
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            yield f".github/ISSUE_TEMPLATE/{name}: not what `make forms` writes"


def owner_problems(text: str, project: Path) -> Iterator[str]:
    """Each line of CODEOWNERS that fits no file of the project, and each file without the reviewers that it needs."""
    rows = owner_rows(text)
    for row in rows:
        if not any(project.glob(row.pattern.strip("/"))):
            yield f".github/CODEOWNERS: {row.pattern} fits no file: what was moved has lost its owners"
    if not rows or rows[0].pattern != "*":
        yield ".github/CODEOWNERS: the first line is not that of all files"
    editors = next((row.owners for row in rows if row.pattern == "*"), ())
    for path in GUARDED:
        # The last line that fits decides; one without owners asks nobody.
        fitting = [row.owners for row in rows if _fits(row.pattern, path)]
        if not fitting or fitting[-1] in ((), editors):
            yield f".github/CODEOWNERS: {path} has no owners of its own"


def _fits(pattern: str, path: str) -> bool:
    """Does a pattern of CODEOWNERS fit a path from the root, or something below it? A folder fits all that is in it."""
    anchored = pattern if pattern.startswith("/") else f"*/{pattern}"
    return pattern.startswith(path) or fnmatch(path, anchored) or fnmatch(path, f"{anchored.rstrip('/')}/*")


if __name__ == "__main__":
    sys.exit(main())
