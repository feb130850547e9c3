"""Builds in processes of their own: the adapter leaves MkDocs patched when one fails."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from whole_site.build_process import Build, start_build

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("Makefile", "pyproject.toml", "requirements.txt", "hooks", "overrides")
SAMPLE = ROOT / "tests" / "sample"
# What a small campaign of its own inherits from the project at `root`, for a site at `url`.
CONFIG = """\
INHERIT: {root}/hooks/mkdocs_base.yml
site_name: A test
site_url: {url}
docs_dir: content
theme:
  custom_dir: {root}/overrides
hooks:
  - {root}/hooks/mkdocs_hooks.py
"""
# What make must not make: the tests' own environment stands in for that of the copy.
BIN = Path(sys.executable).parent
# Another order of sets, a zone in which it is already tomorrow, another language, an encoding that knows no Chinese.
ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LANG": "zh_CN.GB18030",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "HOME": "/nonexistent",
}
# Long enough for a first build, which draws, on a machine that does much else.
PATIENCE = 180


def environment(epoch: int, **more: str) -> dict[str, str]:
    """The variables of a build on a day."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON", "MAKE", "MFLAGS"))
    }
    fixed = {"SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "1", "TZ": "UTC"}
    return kept | fixed | {"LANG": "C.UTF-8"} | more


def options(config: Path, site: Path) -> list[str]:
    """Of a build of a project into a folder."""
    return ["--strict", "--config-file", str(config), "--site-dir", str(site)]


def build_well(config: Path, site: Path, env: dict[str, str]) -> None:
    """A build of a project into a folder that must succeed."""
    site.parent.mkdir(parents=True, exist_ok=True)
    build = start_build(options(config, site), ROOT, env, site)
    assert build.end(PATIENCE) == 0, build.errors.read_text("utf-8")


def build_elsewhere(config: Path, site: Path, env: dict[str, str]) -> None:
    """The same as a user begins it, on another machine: with ELSEWHERE, which an interpreter reads when it begins."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options(config, site)],
        cwd=ROOT,
        env=env | ELSEWHERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def start_once(config: Path, site: Path, env: dict[str, str]) -> Build | None:
    """Begin a build for all processes of a run of tests; None where another one of them has begun it."""
    try:
        site.with_suffix(".begun").touch(exist_ok=False)
    except FileExistsError:
        return None
    return start_build(options(config, site), ROOT, env, site)


def await_site(site: Path) -> None:
    """Wait for a build of `start_once`, whoever began it, that must succeed."""
    ended, late = site.with_suffix(".ended"), time.monotonic() + PATIENCE
    while not ended.exists() and time.monotonic() < late:
        time.sleep(0.05)
    assert ended.exists(), f"{site} was not built"
    assert ended.read_text() == "0\n", site.with_suffix(".stderr").read_text("utf-8")


def copy_project(folder: Path, campaign: Path = SAMPLE) -> Path:
    """A copy of the project without its environment and with a campaign of the tests as its content, to break."""
    folder.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy2(ROOT / part, folder / part)
    put_campaign(campaign, folder)
    (folder / "ready").touch()
    return folder


def put_campaign(campaign: Path, project: Path) -> None:
    """Replace content/ and mkdocs.yml of a copy by those of a campaign of the tests."""
    shutil.rmtree(project / "content", ignore_errors=True)
    shutil.copytree(campaign / "content", project / "content")
    # Its paths lead from tests/NAME/ to the project.
    settings = (campaign / "mkdocs.yml").read_text("utf-8").replace("../../", "")
    (project / "mkdocs.yml").write_text(settings, "utf-8")


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
    """A build of a copy, by the core that all have, that may fail."""
    site = project / "built"
    build = start_build(options(project / "mkdocs.yml", site), project, env, site)
    status = build.end(PATIENCE)
    return subprocess.CompletedProcess([], status, *(one.read_text("utf-8") for one in (build.output, build.errors)))
