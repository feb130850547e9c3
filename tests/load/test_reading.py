"""What is read from the disk: each file once, nothing through a link, and no folder taken for a file."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from content_factory import CASE, CASE_ZH, RECIPIENTS, SETTINGS, Content, codes
from emptychair.load.load import load
from sample_images import picture

WITHDRAWN = "withdrawn.yml"
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
