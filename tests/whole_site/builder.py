"""Builds in processes of their own, as `make site` runs them: the adapter leaves MkDocs patched when one fails."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("Makefile", "mkdocs.yml", "pyproject.toml", "requirements.txt", "hooks", "overrides", "content")
# What make must not make: the tests' own environment stands in for that of the copy.
BIN = Path(sys.executable).parent
# Long enough for a first build, which draws, on a machine that does much else.
PATIENCE = 180


def environment(epoch: int, **more: str) -> dict[str, str]:
    """The variables of a build on a day."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON", "MAKE", "MFLAGS"))
    }
    fixed = {"SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "1", "TZ": "UTC"}
    return kept | fixed | {"LANG": "C.UTF-8"} | more


def command(config: Path, site: Path) -> list[str]:
    """A build of a project into a folder."""
    options = ["--strict", "--config-file", str(config), "--site-dir", str(site)]
    return [sys.executable, "-m", "mkdocs", "build", *options]


def build_well(config: Path, site: Path, env: dict[str, str]) -> None:
    """A build of a project into a folder that must succeed."""
    done = subprocess.run(
        command(config, site),
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def start_once(config: Path, site: Path, env: dict[str, str]) -> subprocess.Popen[str] | None:
    """Begin a build for all processes of a run of tests; None where another one of them has begun it."""
    try:
        site.with_suffix(".begun").touch(exist_ok=False)
    except FileExistsError:
        return None
    # What it printed, then how it ended, under its name when that is written: nobody reads the half of it.
    told = '"$@" > "$0.output" 2>&1; echo $? > "$0.ends"; mv "$0.ends" "$0.ended"'
    return subprocess.Popen(["sh", "-c", told, str(site), *command(config, site)], cwd=ROOT, env=env, text=True)  # noqa: S607


def await_site(site: Path) -> None:
    """Wait for a build of `start_once`, whoever began it, that must succeed."""
    ended, late = site.with_suffix(".ended"), time.monotonic() + PATIENCE
    while not ended.exists() and time.monotonic() < late:
        time.sleep(0.05)
    assert ended.exists(), f"{site} was not built"
    assert ended.read_text() == "0\n", site.with_suffix(".output").read_text()


def copy_project(folder: Path) -> Path:
    """The project without its environment, to break."""
    folder.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy2(ROOT / part, folder / part)
    (folder / "ready").touch()
    return folder


def make_site(project: Path, env: dict[str, str], *variables: str) -> subprocess.CompletedProcess[str]:
    """`make site` in a copy, with the environment of the tests."""
    return subprocess.run(
        ["make", "site", f"BIN={BIN}", "SITE_READY=ready", *variables],  # noqa: S607 - whichever make there is
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def build(project: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A build of a copy that may fail."""
    return subprocess.run(
        command(project / "mkdocs.yml", project / "built"),
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
