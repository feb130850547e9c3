"""Atomic writing of pages: a new file is complete beside the old one before it takes its place."""

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


def create(file: Path, text: str) -> None:
    """A new file with this text. Raises FileExistsError where there is one, and OSError where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = _beside(file, text.encode())
    try:
        # A link is made or refused in one step; a rename would take the place of a file that has come in between.
        os.link(new, file)
    except FileExistsError:
        raise
    except OSError:
        # A memory stick may know no links.
        if file.exists():
            raise FileExistsError(file) from None
        new.rename(file)
    finally:
        new.unlink(missing_ok=True)


def create_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """A new folder with these files, path below it -> bytes; it takes its name, or an empty folder's, when it is whole.

    Raises OSError where that folder is not empty, or where nothing can be written.
    """
    new = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        for path, data in files.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(data)
        if folder.is_dir():
            folder.rmdir()
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def replace(file: Path, data: bytes) -> None:
    """Other bytes for a file that is there, in one step: a reader sees the old ones or the new ones. Raises OSError."""
    file.stat()
    new = _beside(file, data)
    try:
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def put(content: Path, changes: Changes) -> None:
    """Make the changes: all new files beside the old ones first, then each takes its place. Raises OSError.

    All of them are made or none: where one fails, or somebody interrupts, those before it are taken back.
    """
    ready: dict[Path, Path] = {}
    kept: dict[Path, Path] = {}
    files = {content / path: data for path, data in changes.items()}
    try:
        for file, data in files.items():
            if data is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                ready[file] = _beside(file, data)
            if file.exists():
                kept[file] = _second_name(file)
        for file in files:
            if file in ready:
                ready[file].replace(file)
            else:
                file.unlink()
    except BaseException:
        for file in files:
            if not ready.get(file, file).exists():
                _take_back(file, kept.get(file))
        raise
    finally:
        for left in (*ready.values(), *kept.values()):
            left.unlink(missing_ok=True)


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


def _second_name(file: Path) -> Path:
    """The file once more beside it, from where it can be taken back. Raises OSError."""
    old = file.with_name(f".{file.name}.{os.getpid()}.old")
    old.unlink(missing_ok=True)
    _link(str(file), str(old))
    return old


def _take_back(file: Path, old: Path | None) -> None:
    """The file as it was; none where there was none. Raises OSError."""
    if old:
        old.replace(file)
    else:
        file.unlink(missing_ok=True)


def _beside(file: Path, data: bytes) -> Path:
    """The bytes in a file of their own in the same folder, with the rights of the file whose place it will take.

    Its name begins with a dot: the loader takes it for no page. Raises OSError.
    """
    new = file.with_name(f".{file.name}.{os.getpid()}")
    # Left behind by a process that was killed.
    new.unlink(missing_ok=True)
    try:
        with new.open("xb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        if file.exists():
            shutil.copymode(file, new)
    except (OSError, KeyboardInterrupt):
        new.unlink(missing_ok=True)
        raise
    return new
