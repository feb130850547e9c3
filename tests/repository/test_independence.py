"""Tests are about the generator: none reads what a campaign owns, so no change of content/ can make one fail."""

import contextlib
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import guard

TESTS = guard.ROOT / "tests"
BENCHMARKS = guard.ROOT / "benchmarks"
# A path that leads from the project, or up from a test, to what a campaign owns.
NAMED = re.compile(r"""(?:ROOT|parents\[\d\]|\.parent)\s*/\s*["'](?:content|mkdocs\.yml)["'/]""")


def test_no_test_names_what_a_campaign_owns() -> None:
    """No file of tests/ puts content/ or mkdocs.yml of the project into a path, but the guard that forbids it."""
    files = [file for file in TESTS.rglob("*.py") if "node_modules" not in file.parts]
    found = {file.relative_to(TESTS).as_posix() for file in files if NAMED.search(file.read_text(encoding="utf-8"))}
    assert len(files) > 100
    assert found == {"guard.py"}


def test_no_configuration_of_a_test_inherits_that_of_the_campaign() -> None:
    """What the tests and benchmarks build has hooks/mkdocs_base.yml in common with it, and nothing else."""
    files = [*TESTS.rglob("*.py"), *TESTS.glob("*/mkdocs.yml"), *BENCHMARKS.glob("*.py")]
    found = [re.findall(r"INHERIT: ?(.*)", file.read_text("utf-8")) for file in files if file != Path(__file__)]
    inherited = [path for paths in found for path in paths]
    assert len(inherited) >= 5
    # One of them has names for what it writes, in braces: test_site_languages.py, in folders of its own.
    assert [path for path in inherited if "mkdocs_base.yml" not in path and not path.startswith("{")] == []


FORBIDDEN: dict[str, Callable[[], object]] = {
    "a page": lambda: Path(guard.OWN[0], "en", "index.md").read_text(encoding="utf-8"),
    "the settings": lambda: Path(guard.OWN[1]).read_text(encoding="utf-8"),
    "the names of pages": lambda: list(Path(guard.OWN[0]).rglob("*.md")),
    "a relative path": lambda: os.listdir(os.path.relpath(guard.OWN[0])),  # noqa: PTH208
    "a process in the project": lambda: subprocess.run(["make", "check"], cwd=guard.ROOT, check=False),  # noqa: S607
    "a process with its path": lambda: subprocess.run(["cat", guard.OWN[1]], check=False, capture_output=True),  # noqa: S607
    "a folder by its name": lambda: run_here("ls", "content"),
    "a path behind an option": lambda: run_here("cat", "--file=content/campaign.yml"),
    "the command of a shell": lambda: run_here("sh", "-c", "cat mkdocs.yml"),
    "a build into another folder": lambda: run_here("mkdocs", "build", "--site-dir", "/nonexistent/content"),
    "a module": lambda: run_here("python", "-m", "emptychair.cli", "check", "content"),
    "a module without a path": lambda: run_here("python", "-m", "mkdocs", "build"),
    "make with a variable": lambda: run_here("make", "check", "BIN=/tmp/content"),
}


def run_here(*words: str) -> None:
    """Run what is not found, in the project."""
    subprocess.run(words, cwd=guard.ROOT, check=False)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_test_that_reads_what_a_campaign_owns_is_noted(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether or not it is there: the guard would have failed the test, with what it opened."""
    monkeypatch.setenv("PATH", "/nonexistent")
    with contextlib.suppress(OSError):
        FORBIDDEN[what]()
    noted = guard.take()
    assert noted
    assert all(re.search(r"content|mkdocs(?:\.yml| build)|^make check", one) for one in noted)


def test_what_the_tests_have_of_their_own_is_not_noted() -> None:
    """tests/sample/ and tests/campaign/ have a content/ and a mkdocs.yml too."""
    for name in ("sample", "campaign"):
        assert (TESTS / name / "mkdocs.yml").read_text(encoding="utf-8")
        assert list((TESTS / name / "content").rglob("*.md"))
    build = ["mkdocs", "build", "--config-file", str(TESTS / "sample" / "mkdocs.yml"), "--site-dir", "/nonexistent"]
    check = ["python", "-m", "emptychair.cli", "check", str(TESTS / "sample" / "content")]
    for words in (build, check, ["make", "-C", "/nonexistent", "check"], ["git", "status"]):
        with contextlib.suppress(OSError):
            subprocess.run(words, cwd=guard.ROOT, env={"PATH": "/nonexistent"}, check=False)
    assert guard.take() == []
