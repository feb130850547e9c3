"""What is read from the disk: each file once, nothing through a link, and no folder taken for a file."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content_factory import CASE, CASE_ZH, RECIPIENTS, SETTINGS, Content, codes
from emptychair.load.load import load
from for_each import for_each
from sample_images import picture
from work import not_for_ever

WITHDRAWN = "withdrawn.yml"
WITHDRAWN_NAMES = "\n".join([f'salt: "{0:032}"', f'names: ["{0:064}"]', ""])
SHOWN = "![Li Si](../../assets/li-si.png)\n"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counter[Path]:
    """How often each file is opened, by whichever way of pathlib."""
    opened: Counter[Path] = Counter()
    original = io.open

    def counted(file: Any, *args: Any, **options: Any) -> Any:
        opened[Path(file)] += 1
        return original(file, *args, **options)

    monkeypatch.setattr("io.open", counted)
    return opened


@pytest.mark.parametrize("picture_is_good", [True, False])
def test_every_file_is_read_once(picture_is_good: bool, content: Content, reads: Counter[Path]) -> None:
    """Pages, registers and pictures, used ones and others, right ones and wrong ones."""
    content.put("assets/li-si.png", picture(file_format="PNG") if picture_is_good else b"no picture")
    content.put("assets/unused.jpg", picture()).put("en/about.md", "no page").put("zh/about.md", b"\xff")
    content.put(WITHDRAWN, "no register")
    content.swap(CASE, "Li Si organised workers.\n", SHOWN).swap(CASE_ZH, "李四组织工人。\n", SHOWN)
    folder = content.write()
    files = {path for path in folder.rglob("*") if path.is_file()}
    reads.clear()
    load(folder)
    assert {path: count for path, count in reads.items() if path.is_relative_to(folder)} == dict.fromkeys(files, 1)


@pytest.mark.parametrize("name", [SETTINGS, RECIPIENTS, WITHDRAWN])
def test_a_register_is_not_read_through_a_link(name: str, content: Content, reads: Counter[Path]) -> None:
    """It is refused where it stands, once, and is not said to be missing as well."""
    folder = content.write()
    outside = content.root / "outside.yml"
    outside.write_bytes(b"a: b\n")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(outside)
    reads.clear()
    assert codes(load(folder)) == ["symlink"]
    assert not {folder / name, outside} & reads.keys()


def test_a_folder_with_the_name_of_a_picture_is_no_picture(content: Content) -> None:
    """Nor is what stands in it a reason to stop."""
    loaded = content.put("assets/a.jpg/b.jpg", picture()).load()
    assert loaded.campaign
    assert loaded.campaign.pictures == {}


def forbidden(file: Path) -> None:
    """A file that nobody may read, as its owner sees it; who may read everything is forbidden by the test."""
    file.chmod(0)


def pipe(file: Path) -> None:
    """A named pipe in the place of a file: reading it would wait for ever."""
    file.unlink()
    os.mkfifo(file)


@for_each("name", [CASE, CASE_ZH, SETTINGS, RECIPIENTS, WITHDRAWN, "assets/li-si.png"])
@pytest.mark.parametrize("closed", [forbidden, pipe])
def test_what_cannot_be_read_is_one_problem(
    closed: Callable[[Path], None], name: str, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands where it stands all the same: nothing is said to be missing, and every other file is read."""
    content.put("assets/li-si.png", picture(file_format="PNG")).put(WITHDRAWN, WITHDRAWN_NAMES)
    content.swap(CASE, "Li Si organised workers.\n", SHOWN).swap(CASE_ZH, "李四组织工人。\n", SHOWN)
    folder = content.put("en/about.md", "no page").write()
    closed(folder / name)
    original = io.open

    def as_a_user(file: Any, *args: Any, **options: Any) -> Any:
        if not Path(file).stat().st_mode & 0o400:
            raise PermissionError(file)
        return original(file, *args, **options)

    with monkeypatch.context() as patch, not_for_ever():
        patch.setattr("io.open", as_a_user)
        problems = load(folder).problems
    assert {(problem.path, problem.code) for problem in problems} == {
        (f"content/{name}", "not-readable"),
        ("content/en/about.md", "no-front-matter"),
    }


def test_a_folder_that_cannot_be_listed_is_one_problem(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read."""
    folder = content.put("en/about.md", "no page").write()
    original = os.scandir

    def as_a_user(path: Any) -> Any:
        if Path(path) == folder / "zh/cases":
            raise PermissionError(path)
        return original(path)

    monkeypatch.setattr("os.scandir", as_a_user)
    assert codes(load(folder)) == ["no-front-matter", "not-readable"]


def test_a_page_that_is_a_link_still_exists(content: Content) -> None:
    """Its translation and the actions for it are not wrong as well."""
    folder = content.write()
    outside = content.root / "li-si.md"
    (folder / CASE).rename(outside)
    (folder / CASE).symlink_to(outside)
    assert codes(load(folder)) == ["symlink"]
