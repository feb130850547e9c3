"""The wheel: the same bytes from the same commit, everything that a campaign needs, and the site of this repository."""

from __future__ import annotations

import base64
import csv
import filecmp
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import make_wheel
import set_up
from content_factory import Content
from emptychair.text.clock import noon_of
from whole_site import builder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whole_site.sites import Edited

ROOT = builder.ROOT
EPOCH = 1_790_000_000
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
INFO = f"emptychair-{VERSION}.dist-info"
# Folder of the repository -> folder of the wheel.
CARRIED = {"hooks/emptychair": "emptychair", "overrides": "emptychair/theme"}
ALONE = {
    "hooks/mkdocs_base.yml": "emptychair/hooks/mkdocs_base.yml",
    "hooks/mkdocs_hooks.py": "emptychair/hooks/mkdocs_hooks.py",
    "requirements.txt": "emptychair/pins/requirements.txt",
    "CHANGELOG.md": "emptychair/pins/CHANGELOG.md",
    "scripts/check_links.py": "emptychair/pins/scripts/check_links.py",
}
CONFIG = """\
INHERIT: hooks/mkdocs_base.yml
site_name: A campaign
site_url: {url}
docs_dir: content
hooks: [hooks/mkdocs_hooks.py]
"""
LOOK = "theme: {custom_dir: overrides}\nextra_css: [assets/site.css, assets/own.css]\nnav: [index.md, status.md]\n"
WHERE = "import emptychair; from importlib.metadata import version; print(emptychair.__file__, version('emptychair'))"


@pytest.fixture(scope="module")
def wheel() -> tuple[str, bytes]:
    """File name and bytes of a wheel of this repository."""
    return make_wheel.create_wheel(ROOT, EPOCH)


@pytest.fixture(scope="module")
def files(wheel: tuple[str, bytes]) -> dict[str, bytes]:
    """What is in it: path -> bytes, in the order of the archive."""
    with zipfile.ZipFile(io.BytesIO(wheel[1])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def installed(wheel: tuple[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which pip has installed it, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    file = folder / wheel[0]
    file.write_bytes(wheel[1])
    target = folder / "packages"
    set_up.run_pip(Path(sys.prefix), "install", *set_up.QUIET, *make_wheel.OFFLINE, f"--target={target}", str(file))
    return target


def start(folder: Path, files: Mapping[str, bytes], content: Path, config: str) -> Path:
    """A campaign elsewhere: its content, its settings, and in hooks/ what the wheel has for it."""
    shutil.copytree(content, folder / "content", dirs_exist_ok=True)
    (folder / "hooks").mkdir()
    for name in ("mkdocs_base.yml", "mkdocs_hooks.py"):
        (folder / "hooks" / name).write_bytes(files[f"emptychair/hooks/{name}"])
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return folder


def run(campaign: Path, installed: Path, epoch: int, *command: str) -> str:
    """The output of a Python command that must succeed, in a campaign's folder, with the wheel's package."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=campaign,
        env=builder.environment(epoch, PYTHONPATH=str(installed)),
        capture_output=True,
        text=True,
        timeout=builder.PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_builds_give_the_same_bytes(wheel: tuple[str, bytes], tmp_path: Path) -> None:
    """Elsewhere, with other rights and times of the files, and with what other builds and programs left there."""
    make_wheel.copy_sources(ROOT, tmp_path / "project")
    for path in (tmp_path / "project").rglob("*"):
        path.chmod(0o700)
    hooks = tmp_path / "project" / "hooks"
    for left in ("emptychair/__pycache__/old.pyc", "emptychair.egg-info/SOURCES.txt", "emptychair/text/strings/.a.yml"):
        (hooks / left).parent.mkdir(exist_ok=True)
        (hooks / left).write_text("hooks/emptychair/old.py\n", "utf-8")
    (tmp_path / "project" / "build" / "lib" / "emptychair").mkdir(parents=True)
    (tmp_path / "project" / "build" / "lib" / "emptychair" / "old.py").touch()
    assert make_wheel.create_wheel(tmp_path / "project", EPOCH) == wheel


def test_the_wheel_has_every_file_of_the_package_and_no_other(files: dict[str, bytes]) -> None:
    """Core, adapter, theme, word lists, strings, templates, what campaigns inherit, the pins: byte for byte."""
    wanted = {name: (ROOT / path).read_bytes() for path, name in ALONE.items()}
    for folder, name in CARRIED.items():
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                wanted[f"{name}/{path.relative_to(ROOT / folder).as_posix()}"] = path.read_bytes()
    found = {name: data for name, data in files.items() if not name.startswith(INFO)}
    cure = "a new folder of the core belongs into `packages` of pyproject.toml, its data into `package-data`"
    assert sorted(wanted.keys() - found.keys()) == [], cure
    assert sorted(found.keys() - wanted.keys()) == []
    assert [name for name, data in found.items() if data != wanted[name]] == []
    assert len(found) > 200


def test_the_record_has_the_hash_of_every_file(files: dict[str, bytes]) -> None:
    """Also of the SBOM, which was put in after the build."""
    rows = {name: digest for name, digest, _ in csv.reader(io.StringIO(files[f"{INFO}/RECORD"].decode()))}
    digests = {name: base64.urlsafe_b64encode(hashlib.sha256(data).digest()) for name, data in files.items()}
    wanted = {name: f"sha256={digest.decode().rstrip('=')}" for name, digest in digests.items()}
    assert rows == wanted | {f"{INFO}/RECORD": ""}


def test_the_sbom_names_every_pin(files: dict[str, bytes]) -> None:
    """With its version and all its hashes, and the generator itself."""
    document: dict[str, Any] = json.loads(files[f"{INFO}/sboms/emptychair.cdx.json"])
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert document["metadata"]["timestamp"] == "2026-09-21T14:13:20+00:00"
    assert document["metadata"]["component"]["purl"] == f"pkg:pypi/emptychair@{VERSION}"
    wanted: dict[str, list[str]] = {}
    for line in (ROOT / set_up.SITE_PINS).read_text("utf-8").splitlines():
        if pin := re.match(r"(\S+)==(\S+)", line):
            wanted[f"pkg:pypi/{pin[1]}@{pin[2]}"] = []
        elif digest := re.search(r"--hash=(sha256:\w+)", line):
            wanted[list(wanted)[-1]].append(digest[1].replace("sha256:", "SHA-256:"))
    components = document["components"]
    found = {one["purl"]: [f"{each['alg']}:{each['content']}" for each in one["hashes"]] for one in components}
    assert [one["purl"] for one in components] == [f"pkg:pypi/{one['name']}@{one['version']}" for one in components]
    assert found == wanted
    assert len(found) > 40


def test_without_a_day_nothing_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is no clone has no commit to take it from."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert make_wheel.main([str(tmp_path / "dist")], tmp_path) == 1
    assert not (tmp_path / "dist").exists()


def test_a_campaign_elsewhere_builds_the_same_site(
    every: dict[str, Edited], files: dict[str, bytes], installed: Path, tmp_path: Path
) -> None:
    """The frozen sample, with nothing of this repository but the wheel: the same bytes; and the commands run there."""
    sample = every["today"]
    campaign = start(tmp_path / "campaign", files, sample.content, CONFIG.format(url=sample.url))
    file, version = run(campaign, installed, sample.epoch, "-c", WHERE).split()
    assert Path(file).is_relative_to(installed)
    assert version == VERSION
    assert "\n0 errors, " in run(campaign, installed, sample.epoch, str(installed / "bin" / "emptychair"), "check")
    run(campaign, installed, sample.epoch, "-m", "mkdocs", "build", "--strict", "--quiet")
    built = {path.relative_to(campaign / "site") for path in (campaign / "site").rglob("*") if path.is_file()}
    assert built == {Path(path) for path in sample.site.files}
    names = sorted(map(str, built))
    assert filecmp.cmpfiles(sample.folder, campaign / "site", names, shallow=False)[1:] == ([], [])


def test_what_a_campaign_has_of_its_own_wins(
    content: Content, files: dict[str, bytes], installed: Path, tmp_path: Path
) -> None:
    """Its overrides/ replace a file of the theme and add one; the rest is the theme's, with no more of Material."""
    content.write()
    campaign = start(
        tmp_path / "campaign", files, content.root / "content", CONFIG.format(url="https://a.example/") + LOOK
    )
    for name, text in {"chair.svg": "<svg/>", "own.css": ":root { --own: var(--md-code-hl-color) }"}.items():
        (campaign / "overrides" / "assets").mkdir(parents=True, exist_ok=True)
        (campaign / "overrides" / "assets" / name).write_text(text, "utf-8")
    run(campaign, installed, noon_of(Content.day("2020-06-10"), "UTC"), "-m", "mkdocs", "build", "--strict", "--quiet")
    assets = campaign / "site" / "assets"
    assert (assets / "chair.svg").read_text("utf-8") == "<svg/>"
    assert (assets / "site.css").read_bytes() == files["emptychair/theme/assets/site.css"]
    page = (campaign / "site" / "zh" / "status.html").read_text("utf-8")
    assert [page.count(f"assets/{name}.css") for name in ("site", "own")] == [1, 1]
    # A variable stays in the theme's stylesheet because the campaign's own reads it.
    (theirs,) = (assets / "stylesheets").iterdir()
    assert "--md-code-hl-color:" in theirs.read_text("utf-8")
    assert not (assets / "javascripts").exists()
