"""Take each defence of tests/defences.yml away, one after the other: the test that it names must fail without it.

Usage: mutants.py [NAME ...]. Works on a copy of the files that git tracks; nothing of the checkout is changed. Prints a
line for each defence and ends with status 1 where a test did not notice.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import yaml

ROOT = Path(__file__).resolve().parent.parent
DEFENCES = ROOT / "tests" / "defences.yml"
# pytest's exit status where tests ran and some failed; others mean that nothing was tried.
SOME_FAILED = 1
PROCESSES = 2
# Only against what would never end: a test without its defence may hang.
PATIENCE = 180


@dataclass(frozen=True)
class Defence:
    """A row of tests/defences.yml: in `file` (below hooks/emptychair/) `old` becomes `new`; then `test` must fail.

    `name` says which promise goes with it; `test` is a test as pytest names it, below tests/.
    """

    name: str
    file: str
    old: str
    new: str
    test: str

    @property
    def test_file(self) -> str:
        """The file of the test, below tests/."""
        return self.test.partition("::")[0]

    def applied(self, text: str) -> str:
        """The text of the file without the defence. Raises ValueError where `old` does not stand in it exactly once."""
        if text.count(self.old) != 1:
            raise ValueError(f"{self.name}: {self.file} has {text.count(self.old)} times: {self.old}")
        return text.replace(self.old, self.new)


def read_defences(file: Path = DEFENCES) -> list[Defence]:
    """The rows of the list, in its order."""
    rows: Mapping[str, list[str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [Defence(name, *row) for name, row in rows.items()]


@contextmanager
def copies(number: int) -> Iterator[SimpleQueue[Path]]:
    """So many copies of the tracked files, to be taken and given back."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        free: SimpleQueue[Path] = SimpleQueue()
        for name in map(str, range(number)):
            for path in listed.stdout.split("\0")[:-1]:
                target = Path(folder, name, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / path, target)
            free.put(Path(folder, name))
        yield free


def passes(project: Path, tests: list[str]) -> tuple[int, str]:
    """The exit status of pytest for some tests of a copy, and what it printed."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        *(f"tests/{test}" for test in tests),
    ]
    environment = {**os.environ, "PYTHONPATH": str(project / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=project, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return SOME_FAILED, "did not end"
    return done.returncode, done.stdout + done.stderr


def outcome(defence: Defence, free: SimpleQueue[Path]) -> str:
    """Why the removal was not noticed, or "": what pytest said where nothing failed, or where nothing ran."""
    project = free.get()
    file = project / "hooks" / "emptychair" / defence.file
    text = file.read_text(encoding="utf-8")
    try:
        file.write_text(defence.applied(text), encoding="utf-8")
        status, output = passes(project, [defence.test])
    finally:
        file.write_text(text, encoding="utf-8")
        free.put(project)
    return "" if status == SOME_FAILED else output.strip().rpartition("\n")[2]


def main(names: list[str]) -> int:
    """Print a line for each defence, or for those that are named, and return the exit status."""
    defences = [defence for defence in read_defences() if not names or defence.name in names]
    print(
        f"Running the tests of {len(defences)} defences, first with all of them in place (two minutes) ...", flush=True
    )
    with copies(PROCESSES) as free:
        status, output = passes(project := free.get(), sorted({defence.test for defence in defences}))
        free.put(project)
        if status:
            print(output)
            return status
        with ThreadPoolExecutor(PROCESSES) as pool:
            found = zip(defences, pool.map(lambda defence: outcome(defence, free), defences), strict=True)
            missed = 0
            for defence, why in found:
                missed += bool(why)
                print(f"{'NOT NOTICED' if why else 'noticed'}: {defence.name}{f': {why}' if why else ''}", flush=True)
    print(f"{len(defences) - missed} of {len(defences)} removals were noticed")
    return 1 if missed or not defences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
