"""Each part of the set-up is done once, also where it was broken off, and says what to do where it cannot begin."""

from __future__ import annotations

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import set_up

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "set_up.py"


class Pip:
    """In place of pip and venv: keeps what it was asked; at one of its runs somebody presses Ctrl-C."""

    def __init__(self, listed: str = "") -> None:
        self.runs: list[str] = []
        self.listed = listed
        self.stop_at = -1

    def create(self, folder: Path) -> None:
        """An empty environment in place of an older one."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self._keep("create")

    def run(self, environment: Path, *arguments: str) -> str:
        """Nothing but the answer to `pip list`."""
        assert environment.exists()
        self._keep(" ".join(word for word in arguments if not word.startswith("-")))
        return self.listed

    def _keep(self, run: str) -> None:
        if len(self.runs) == self.stop_at:
            raise KeyboardInterrupt
        self.runs.append(run.partition(" ")[0] if "uninstall" not in run else run)


SITE = ["create", "install", "install", "check"]
TEST = ["install", "list", "check", "install", "install", "install"]


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> Pip:
    """A pip that installs nothing."""
    recorder = Pip()
    monkeypatch.setattr(set_up, "create_environment", recorder.create)
    monkeypatch.setattr(set_up, "run_pip", recorder.run)
    return recorder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What the set-up and its rules read of the project."""
    folder = tmp_path / "project"
    for name in ("Makefile", "scripts/set_up.py", *{name for names in set_up.SOURCES.values() for name in names}):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    return folder


def test_a_second_run_adds_no_second(pip: Pip, project: Path) -> None:
    """Neither at once nor where files were only written again, as by a change of the branch and back."""
    assert set_up.main(["site", "test"], project) == 0
    assert pip.runs == [*SITE, *TEST]
    for names in set_up.SOURCES.values():
        for name in names:
            (project / name).write_bytes((project / name).read_bytes())
    assert set_up.main(["site", "test"], project) == 0
    assert pip.runs == [*SITE, *TEST]


def test_each_part_is_remembered_by_itself(pip: Pip, project: Path) -> None:
    """Other pins of the tests leave the environment of the site; other pins of the site make all anew."""
    found = {}
    for name in (set_up.SITE_PINS, set_up.TEST_PINS, set_up.PIPS, "pyproject.toml"):
        set_up.main(["site", "test"], project)
        pip.runs.clear()
        with (project / name).open("a", encoding="utf-8") as file:
            file.write("# another\n")
        set_up.main(["site", "test"], project)
        found[name] = list(pip.runs)
    anew = [*SITE, *TEST]
    assert found == {set_up.SITE_PINS: anew, set_up.TEST_PINS: TEST, set_up.PIPS: TEST, "pyproject.toml": anew}


def test_a_set_up_that_was_broken_off_is_begun_again(
    pip: Pip, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever that was; and the part that was finished before is not."""
    total = [*SITE, *TEST]
    for number in range(len(total)):
        shutil.rmtree(project / ".venv", ignore_errors=True)
        pip.runs, pip.stop_at = [], number
        assert set_up.main(["site", "test"], project) == 130
        pip.runs, pip.stop_at = [], -1
        assert set_up.main(["site", "test"], project) == 0
        assert pip.runs == (total if number < len(SITE) else TEST), number
    assert capsys.readouterr().err.count("Interrupted") == len(total)


def test_pins_that_were_tried_and_taken_back_are_set_up_again(pip: Pip, project: Path) -> None:
    """Half of them may be there, although the pins are once more those that were finished."""
    set_up.main(["site", "test"], project)
    pins = project / set_up.TEST_PINS
    before = pins.read_bytes()
    pins.write_bytes(before + b"# another\n")
    pip.runs, pip.stop_at = [], 1
    assert set_up.main(["site", "test"], project) == 130
    pins.write_bytes(before)
    pip.runs, pip.stop_at = [], -1
    assert set_up.main(["site", "test"], project) == 0
    assert pip.runs == TEST


def test_what_an_earlier_lock_left_is_removed(pip: Pip, project: Path) -> None:
    """So that `pip check` judges the pins alone. Packages may write their names as they like."""
    pip.listed = "emptychair==0.1.0\npip==23.2.1\nPyYAML==6.0.3\nruamel.yaml==0.19.1\nLeft-over==1.0\nother_one==2\n"
    set_up.main(["site", "test"], project)
    assert [run for run in pip.runs if "uninstall" in run] == ["uninstall left-over other-one"]


def test_what_pins_the_packages_is_pinned(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make lock` needs neither the pins to fit together nor an environment: its own has three of them."""
    wanted: list[str] = []

    def run(environment: Path, *arguments: str) -> str:
        wanted.extend([environment.name, *set_up.read_pins(Path(arguments[-1]))])
        return ""

    monkeypatch.setattr(set_up, "create_environment", lambda _: None)
    monkeypatch.setattr(set_up, "run_pip", run)
    assert set_up.main(["lock"], project) == 0
    assert wanted == [".venv-lock", *set_up.LOCKING]


def test_a_python_without_its_modules_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As Debian's without python3-venv: what to install, in a line."""
    for module in ("venv", "ensurepip"):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, module, None)
            with pytest.raises(set_up.SetUpError, match=rf"^This Python has no module {module}: .*python3-venv.*$"):
                set_up.create_environment(tmp_path / "env")


def test_an_old_python_says_that_it_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a line, which it can, because the file has no syntax that it does not know."""
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    for version in ((3, 6, 15), (3, 10, 13), (3, 11, 4)):
        monkeypatch.setattr(sys, "version_info", version)
        with pytest.raises(SystemExit, match=r"^Empty Chair needs Python 3\.11\.5 or newer, and .*PYTHON=python3\.13"):
            runpy.run_path(str(SCRIPT))


def make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What make does with the rules of the set-up."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "PYTHON"))}
    return subprocess.run(
        ["make", *arguments],  # noqa: S607 - whichever make there is
        cwd=project,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_python_is_told_in_a_line(project: Path) -> None:
    """By make, since there is nothing else that could."""
    done = make(project, "site", "PYTHON=no-such-python")
    first, rest = done.stderr.split("\n", 1)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"Empty Chair needs Python 3\.11\.5 or newer, and there is no no-such-python: .*", first)
    assert rest.startswith("make: ***")


def test_what_each_target_sets_up(project: Path) -> None:
    """What reads or builds a site needs its pins alone; tests need all; with both set up, nothing is."""
    parts: dict[str, list[str]] = {}
    for target in ("site", "serve", "check", "demo", "forms", "test", "lint", "test-browsers", "screenshots", "lock"):
        parts[target] = re.findall(r"set_up\.py (\w+)", make(project, "--dry-run", target).stdout)
    alone = {target: ["site"] for target in ("site", "serve", "check", "demo", "forms")}
    both = {target: ["site", "test"] for target in ("test", "lint", "test-browsers", "screenshots")}
    assert parts == {**alone, **both, "lock": ["lock"]}
    (project / ".venv").mkdir()
    for marker in (".site-ready", ".test-ready"):
        (project / ".venv" / marker).touch()
    assert "set_up.py" not in make(project, "--dry-run", "site", "lint").stdout


def test_make_help_lists_every_target(project: Path) -> None:
    """Each in one line, with what it does."""
    targets = re.findall(r"^\.PHONY: (.*)", (project / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    listed = re.findall(r"^([a-z-]+) {2,}\S.*$", make(project, "help").stdout, re.MULTILINE)
    assert sorted(listed) == sorted(" ".join(targets).split())
