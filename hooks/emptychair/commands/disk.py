"""Changes to a content folder on the disk: every file whole, or as it was."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

# Path below content/ -> its new bytes, or None where the file goes.
Changes = Mapping[str, bytes | None]


@contextmanager
def copy_of(content: Path) -> Iterator[Path]:
    """A content folder like this one, in which changes can be tried; it goes in the end."""
    with TemporaryDirectory() as folder:
        copy = Path(folder, content.name)
        shutil.copytree(content, copy, symlinks=True, copy_function=_link)
        yield copy


def put(content: Path, changes: Changes) -> None:
    """Make the changes: all new files beside the old ones first, then each takes its place. Raises OSError."""
    ready: dict[Path, Path] = {}
    try:
        for path, data in changes.items():
            if data is not None:
                ready[content / path] = _beside(content / path, data)
        for file, new in ready.items():
            new.replace(file)
    finally:
        for new in ready.values():
            new.unlink(missing_ok=True)
    for path, data in changes.items():
        if data is None:
            (content / path).unlink()


def read_some(file: Path, limit: int) -> bytes:
    """The bytes of a file, and no more than the limit. Raises OSError."""
    with file.open("rb") as opened:
        return opened.read(limit)


def _link(source: str, target: str) -> None:
    """A second name for a file, which costs nothing; a copy where the disk is another one."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _beside(file: Path, data: bytes) -> Path:
    """The bytes in a file of their own in the same folder, with the rights of the file that they are for."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with new.open("xb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        if file.exists():
            shutil.copymode(file, new)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return new
