"""A content-addressed cache of built files, outside the repository: a rebuild makes only what changed.

The folder may be deleted at any time. What cannot be read, or is not what was written there, is made anew; where
nothing can be written, nothing is kept.
"""

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

MB = 1024 * 1024
# So many bytes stand before each thing.
DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Recipe:
    """The code and libraries that decide about the bytes of a file beside its facts: with others, all is made anew.

    `libraries`: names of distributions; `code`: files and folders of our own; `limit`: the bytes of the largest file.
    """

    libraries: tuple[str, ...]
    code: tuple[str, ...]
    limit: int

    @cached_property
    def digest(self) -> bytes:
        """The SHA-256 of the versions of the libraries and of the code."""
        found = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in self.libraries).encode())
        for file in self._files():
            found.update(file.read_bytes())
        return found.digest()

    def _files(self) -> Iterator[Traversable]:
        for name in self.code:
            found = files("emptychair") / name
            inside = sorted(found.iterdir(), key=lambda file: file.name) if found.is_dir() else [found]
            yield from (file for file in inside if file.name.endswith(".py"))


DRAWING = Recipe(("pillow", "justmytype-intl-cjk", "segno"), ("images",), MB)
# Of ten thousand cases, some 20 MB in each language.
SEARCH = Recipe(
    ("pagefind", "pagefind-bin-extended"),
    ("outputs/search_documents.py", "outputs/search_index.py", "text/script_variants.py"),
    256 * MB,
)
# The theme's own, without what no page has.
STYLESHEET = Recipe(("tinycss2",), ("html/theme_css.py",), MB)
# An extension of a host's environment may write other code; our own is set up in one file.
TEMPLATES = Recipe(("jinja2", "mkdocs-material", "mkdocs-static-i18n"), ("html/environment.py",), MB)


class Cache:
    """The cached files of a recipe, by the digest of what they were made from; without a folder nothing is kept."""

    def __init__(self, folder: Path | None = None, recipe: Recipe = DRAWING) -> None:
        self.folder = folder
        self.recipe = recipe
        # How many things were made because none was kept.
        self.made = 0

    def get(self, facts: bytes, make: Callable[[], bytes], is_good: Callable[[bytes], bool], slot: str = "") -> bytes:
        """Facts -> the bytes that `make` makes of them, cached; `is_good` says if cached bytes may be what it made.

        Of the things with the same `slot`, only the newest is kept.
        """
        key = self._key(facts)
        name = hashlib.sha256(slot.encode()).hexdigest() if slot else key
        data = self._read(name, key)
        if data is None or not is_good(data):
            data = make()
            self.made += 1
            self._write(name, key, data)
        return data

    def find(self, facts: bytes) -> bytes | None:
        """The bytes that were kept for these facts, or None."""
        return self._read(self._key(facts), self._key(facts))

    def keep(self, facts: bytes, data: bytes) -> None:
        """Keep bytes for the next one who asks with the same facts."""
        self._write(self._key(facts), self._key(facts), data)

    def _key(self, facts: bytes) -> str:
        return hashlib.sha256(self.recipe.digest + facts).hexdigest()

    def _read(self, name: str, key: str) -> bytes | None:
        if self.folder is None:
            return None
        try:
            # No link is followed, and a pipe does not keep the build waiting.
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            with os.fdopen(os.open(self._file(name), flags), "rb") as opened:
                about = os.fstat(opened.fileno())
                if not stat.S_ISREG(about.st_mode) or about.st_size > self.recipe.limit:
                    return None
                digest, data = opened.read(DIGEST), opened.read()
        except OSError:
            return None
        return data if digest == _digest(key, data) else None

    def _write(self, name: str, key: str, data: bytes) -> None:
        """Under another name first, so that nobody ever reads the half of it; nothing that would not be read."""
        if self.folder is None or len(data) + DIGEST > self.recipe.limit:
            return
        with suppress(OSError):
            file = self._file(name)
            # A home that does not exist is not made.
            for folder in (self.folder.parent, self.folder, file.parent):
                folder.mkdir(exist_ok=True)
            number, beside = tempfile.mkstemp(dir=file.parent)
            try:
                with os.fdopen(number, "wb") as opened:
                    opened.write(_digest(key, data))
                    opened.write(data)
                Path(beside).replace(file)
            except OSError:
                Path(beside).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return Path(f"{self.folder}/{name[:2]}/{name[2:]}")


def _digest(key: str, data: bytes) -> bytes:
    found = hashlib.sha256(key.encode())
    found.update(data)
    return found.digest()
