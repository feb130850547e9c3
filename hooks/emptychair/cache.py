"""What was drawn is kept outside the repository, by what it was drawn from: a rebuild draws only what changed.

The folder may be deleted at any time. What cannot be read, or is not what was written there, is drawn anew; where
nothing can be written, nothing is kept.
"""

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

LIMIT = 1024 * 1024
# What decides about the bytes beside our own code.
LIBRARIES = ("pillow", "justmytype-intl-cjk", "segno")


class Cache:
    """Drawn things by what they were drawn from, in a folder; without one nothing is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        # How many things were drawn because none was kept.
        self.drawn = 0

    def get(self, facts: bytes, draw: Callable[[], bytes], is_good: Callable[[bytes], bool]) -> bytes:
        """What `draw` makes from these facts; `is_good` says if bytes that were kept may be what it made."""
        key = hashlib.sha256(_workshop() + facts).hexdigest()
        data = self._read(key)
        if data is None or not is_good(data):
            data = draw()
            self.drawn += 1
            self._write(key, data)
        return data

    def _read(self, key: str) -> bytes | None:
        if self.folder is None:
            return None
        try:
            # No link is followed, and a pipe does not keep the build waiting.
            number = os.open(self._file(key), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(number, "rb") as opened:
                kept = opened.read(LIMIT) if stat.S_ISREG(os.fstat(number).st_mode) else b""
        except OSError:
            return None
        digest, data = kept[:32], kept[32:]
        return data if digest == _digest(key, data) else None

    def _write(self, key: str, data: bytes) -> None:
        """Under another name first, so that nobody ever reads the half of it."""
        if self.folder is None:
            return
        with suppress(OSError):
            file = self._file(key)
            # A home that does not exist is not made.
            for folder in (self.folder.parent, self.folder, file.parent):
                folder.mkdir(exist_ok=True)
            number, name = tempfile.mkstemp(dir=file.parent)
            try:
                with os.fdopen(number, "wb") as opened:
                    opened.write(_digest(key, data) + data)
                Path(name).replace(file)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return Path(f"{self.folder}/{key[:2]}/{key[2:]}")


def _digest(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()


@cache
def _workshop() -> bytes:
    """What draws: the libraries and the code, so that a change of them draws everything anew."""
    found = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for file in sorted((files("emptychair") / "drawing").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py"):
            found.update(file.read_bytes())
    return found.digest()
