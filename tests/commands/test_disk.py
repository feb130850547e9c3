"""Writing pages: whole or not at all, and never over another."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from emptychair.commands.disk import create, put, replace


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file(links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its folders, where the disk knows links and where it does not; a second one is refused."""
    if not links:
        monkeypatch.setattr("os.link", no_links)
    file = tmp_path / "en" / "cases" / "x.md"
    create(file, "文\n")
    with pytest.raises(FileExistsError):
        create(file, "another")
    assert file.read_bytes() == "文\n".encode()
    assert [one.name for one in file.parent.iterdir()] == ["x.md"]


def test_new_content_keeps_the_mode(tmp_path: Path) -> None:
    """Others may read it as before; nothing else is left in the folder."""
    file = tmp_path / "x.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    replace(file, b"new\r\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new\r\n", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    """The draft goes, too."""
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "x.md", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_several_files_change_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    """Interrupted after the second of four, the first is as it was, and so is one that should have gone or come."""
    before = {"a.md": b"old a", "b.md": b"old b", "gone.md": b"still here"}
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)
    changes = {"a.md": b"new a", "gone.md": None, "come.md": b"new", "b.md": b"new b"}
    real = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if target.name == "b.md":
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(error):
        put(tmp_path, changes)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    monkeypatch.setattr(Path, "replace", real)
    put(tmp_path, changes)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        name: data for name, data in changes.items() if data
    }
