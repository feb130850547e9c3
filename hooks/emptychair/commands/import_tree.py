"""The tree of another site generator as it lies on the disk: the texts that an import reads, and its pictures."""

import os
from collections.abc import Sequence
from pathlib import Path

from emptychair.commands.disk import read_some
from emptychair.editing.importing.links import NotTakenError
from emptychair.editing.importing.posts import Note, slug_of
from emptychair.images.metadata import INPUT_BYTES_LIMIT, PictureError, cleaned

TEXTS = (".md", ".markdown")
TEXT_LIMIT = 1024 * 1024
# What generators make or bring, and what is of their tools.
NOT_READ = frozenset({"node_modules", "public", "_site", "themes", "vendor", "resources"})


def read_tree(folder: Path, settings: Sequence[str]) -> tuple[dict[str, str], frozenset[str], list[Note]]:
    """A folder -> its Markdown and settings by path, the paths of all other files, and which texts cannot be read.

    Symbolic links are not followed: they may lead out of the folder.
    """
    texts: dict[str, str] = {}
    others: set[str] = set()
    faults: list[Note] = []
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in NOT_READ and not name.startswith(".")]
        for name in names:
            file = Path(where, name)
            path = file.relative_to(folder).as_posix()
            if file.is_symlink() or not file.is_file():
                continue
            if not (name.endswith(TEXTS) or path in settings):
                others.add(path)
            elif (text := _text(file)) is None:
                faults.append(Note(path, 1, "not-text"))
            else:
                texts[path] = text
    return texts, frozenset(others), faults


def _text(file: Path) -> str | None:
    """The text of a file, or None where it is too large, no UTF-8, or cannot be read."""
    try:
        data = read_some(file, TEXT_LIMIT + 1)
        return data.decode() if len(data) <= TEXT_LIMIT else None
    except (OSError, UnicodeDecodeError):
        return None


class Pictures:
    """The pictures that an import takes in, each made anew from its pixels, with names that nothing in assets/ has."""

    def __init__(self, folder: Path, taken: frozenset[str], language: str) -> None:
        self.folder, self.taken, self.language = folder, taken, language
        self.names: dict[str, str] = {}
        self._made: dict[str, bytes | str] = {}

    def take(self, path: str) -> str:
        """The path of a picture in the tree -> the name of its file in assets/. Raises NotTakenError."""
        if path not in self._made:
            self._made[path] = self._make(path)
        made = self._made[path]
        if isinstance(made, str):
            raise NotTakenError(made)
        if path not in self.names:
            self.names[path] = self._name(path)
        return self.names[path]

    def files(self) -> dict[str, bytes]:
        """Name -> bytes of those that pages show."""
        made = {name: self._made[path] for path, name in self.names.items()}
        return {name: data for name, data in made.items() if isinstance(data, bytes)}

    def start_again(self) -> None:
        """Take none, and remember those that were made."""
        self.names.clear()

    def _make(self, path: str) -> bytes | str:
        try:
            return cleaned(read_some(self.folder / path, INPUT_BYTES_LIMIT + 1))
        except PictureError as error:
            return error.problem(path).message(self.language)
        except OSError as error:
            return str(error)

    def _name(self, path: str) -> str:
        stem = slug_of(Path(path).stem) or "picture"
        used = {*self.taken, *self.names.values()}
        name, number = f"{stem}.jpg", 1
        while name in used:
            number += 1
            name = f"{stem}-{number}.jpg"
        return name
