"""The set-up installs what is pinned and nothing else, on any day and with any pip; or says what to do.

pip is real. Its packages are small wheels with the names, versions and requirements of those that are pinned, in an
index that has a newer release of each as well; that of coverage is broken.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import set_up
from repository.local_index import NEWER, LocalIndex

ROOT = Path(__file__).resolve().parents[2]
STOCK = "23.2.1"
# The pip of Python 3.11.0 does not run on Python 3.12.
PIPS = [
    version
    for version in re.findall(r"^pip==(\S+)", (ROOT / set_up.PIPS).read_text(encoding="utf-8"), re.MULTILINE)
    if version != "22.3" or sys.version_info < (3, 12)
]
# What pip resolved anew when coverage had a newer release, and the build backend.
FEW = {"coverage", "iniconfig", "packaging", "pluggy", "pygments", "pytest", "pytest-cov", "setuptools"}
FEW_PROJECT = """
[build-system]
requires = ["setuptools>=80"]
build-backend = "setuptools.build_meta"
[project]
name = "emptychair"
version = "0.1.0"
dependencies = ["pytest-cov>=7"]
"""


@pytest.fixture(scope="module")
def pinned(tmp_path_factory: pytest.TempPathFactory) -> tuple[LocalIndex, dict[str, list[str]]]:
    """The index, and every pin that there is with the hash of its wheel there."""
    index = LocalIndex(tmp_path_factory.mktemp("index"))
    lock = tmp_path_factory.mktemp("lock") / set_up.TEST_PINS
    lock.write_text(index.add_pins((ROOT / set_up.TEST_PINS).read_text(encoding="utf-8")), encoding="utf-8")
    return index, set_up.read_pins(lock)


@pytest.fixture
def pins(pinned: tuple[LocalIndex, dict[str, list[str]]], monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Every pin that there is. pip knows the index and no other, however this machine sets it up."""
    for name in list(os.environ):
        # pip starts in a quarter of the time where its compiled modules are kept.
        if name.startswith("PIP_") or name == "PYTHONDONTWRITEBYTECODE":
            monkeypatch.delenv(name)
    quick = {"PIP_NO_COMPILE": "1", "PIP_NO_CACHE_DIR": "1", "PIP_RETRIES": "1"}
    for name, value in {**quick, "PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": pinned[0].address}.items():
        monkeypatch.setenv(name, value)
    return pinned[1]


def environment_with(version: str) -> Callable[[Path], None]:
    """What makes an environment with some pip in place of the one that came with Python."""
    pip = Path(sys.prefix) / "pips" / version
    assert pip.is_dir(), f"{pip} is missing: `make .venv/.test-ready` fetches it"

    def create(folder: Path) -> None:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        (site_packages(folder) / "pip.pth").write_text(f"{pip}\n", encoding="utf-8")

    return create


def site_packages(environment: Path) -> Path:
    """Where an environment has its packages."""
    (found,) = environment.glob("lib/python*/site-packages")
    return found


def expected(pins: str) -> set[tuple[str, str]]:
    """(name, version) of the pins that are for this machine."""
    found = [Requirement(line.removesuffix("\\")) for line in re.findall(r"^\S+==.*", pins, re.MULTILINE)]
    return {(one.name, str(one.specifier)[2:]) for one in found if not one.marker or one.marker.evaluate()}


def installed(environment: Path) -> set[tuple[str, str]]:
    """(name, version) of what an environment has, besides pip and the project."""
    found = distributions(path=[str(site_packages(environment))])
    return {(one.name, one.version) for one in found if one.name not in set_up.NOT_PINNED}


def write_project(folder: Path, project: str, pins: str) -> Path:
    """A project whose site needs some pins."""
    folder.mkdir()
    (folder / "pyproject.toml").write_text(project, encoding="utf-8")
    (folder / set_up.SITE_PINS).write_text(pins, encoding="utf-8")
    return folder


@pytest.mark.parametrize("version", PIPS)
def test_any_pip_installs_what_is_pinned(
    version: str,
    pins: dict[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """The set-up of a site, though all have newer releases; with the newest pip, of every pin that there is."""
    monkeypatch.setattr(set_up, "create_environment", environment_with(version))
    # It is also the quickest.
    every = version == PIPS[-1]
    chosen = "".join(pin for name in pins if every or name in FEW for pin in pins[name])
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8") if every else FEW_PROJECT
    folder = write_project(tmp_path / "project", text, chosen)
    assert set_up.main(["site"], folder) == 0
    assert installed(folder / ".venv") == expected(chosen)
    assert (folder / ".venv" / "bin" / "emptychair").is_file()


def test_the_index_is_a_trap(pins: dict[str, list[str]], tmp_path: Path) -> None:
    """The stock pip, left to resolve the same pins, stops at the newer coverage: what the other test proves is real."""
    environment_with(STOCK)(tmp_path / "env")
    (tmp_path / "few.txt").write_text("".join(pin for name in FEW for pin in pins[name]), encoding="utf-8")
    with pytest.raises(set_up.SetUpError, match=rf"coverage-{NEWER}"):
        set_up.run_pip(tmp_path / "env", "install", "--require-hashes", "--requirement", str(tmp_path / "few.txt"))


def test_pins_that_do_not_fit_together_are_refused(
    pins: dict[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A lock without something that is required is told of, although nothing is resolved."""
    monkeypatch.setattr(set_up, "create_environment", environment_with(PIPS[-1]))
    chosen = "".join(pin for name in FEW - {"pluggy"} for pin in pins[name])
    folder = write_project(tmp_path / "project", FEW_PROJECT, chosen)
    assert set_up.main(["site"], folder) == 1
    said = capsys.readouterr().err
    assert "requires pluggy, which is not installed" in said
    assert "make lock KEEP=1" in said.splitlines()[-1]
    assert not (folder / ".venv" / ".site-ready").exists()


def install_one(pin: str, folder: Path) -> list[str]:
    """The lines that are said where the stock pip cannot get a pin."""
    file = folder / "one.txt"
    file.write_text(pin, encoding="utf-8")
    with pytest.raises(set_up.SetUpError) as caught:
        set_up.run_pip(folder / "env", "install", *set_up.PINNED, f"--requirement={file}")
    return str(caught.value).splitlines()


def test_what_pip_cannot_get_is_said(
    pins: dict[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Another file than the pinned one, an index kept from pip, no network: each with a line of its own at the end."""
    environment_with(STOCK)(tmp_path / "env")
    (pin,) = pins["pluggy"]
    found = [install_one(re.sub(r"sha256:.*", f"sha256:{'0' * 64}", pin), tmp_path)]
    with monkeypatch.context() as patch:
        patch.setenv("PIP_NO_INDEX", "1")
        found.append(install_one(pin, tmp_path))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    found.append(install_one(pin, tmp_path))
    assert [lines[-1].split(":")[0] for lines in found] == [
        "A package is not the one that was pinned, and was not installed",
        "pip found no wheel of it",
        "The index of packages was not reached",
    ]
    assert [len(lines) > 1 for lines in found] == [True, True, False]


@pytest.mark.parametrize("part", ["site", "test"])
def test_what_a_link_leads_to_is_left_alone(part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Or venv would empty it: an environment that several checkouts share is none of ours, nor is its marker."""
    project = write_project(tmp_path / "project", FEW_PROJECT, "")
    for name in (set_up.TEST_PINS, set_up.PIPS):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("", encoding="utf-8")
    marker = tmp_path / "shared" / f".{part}-ready"
    marker.parent.mkdir()
    marker.write_text("of other pins", encoding="ascii")
    (project / ".venv").symlink_to(marker.parent)
    assert set_up.main([part], project) == 1
    assert "is a link" in capsys.readouterr().err
    assert [file.name for file in marker.parent.iterdir()] == [marker.name]
    assert marker.read_text(encoding="ascii") == "of other pins"
