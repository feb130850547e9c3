"""Writing pages: a file is whole or not there, and what is there is never overwritten."""

import os
import tempfile
from pathlib import Path


def create(file: Path, text: str) -> None:
    """A new file with this text. Raises FileExistsError where there is one, and OSError where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(file, text.encode())
    try:
        # A link is made or refused in one step; a rename would take the place of a file that has come in between.
        os.link(draft, file)
    except FileExistsError:
        raise
    except OSError:
        # A memory stick may know no links.
        if file.exists():
            raise FileExistsError(file) from None
        draft.rename(file)
    finally:
        draft.unlink(missing_ok=True)


def replace(file: Path, data: bytes) -> None:
    """The file with new content, in one step: a reader sees the old one or the new one. Raises OSError."""
    draft = _draft(file, data)
    try:
        draft.chmod(file.stat().st_mode)
        draft.replace(file)
    except OSError:
        draft.unlink()
        raise


def _draft(file: Path, data: bytes) -> Path:
    """The content beside its place, in a file that the loader would not take for a page."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    # mkstemp is private to its owner; a page is as readable as any other file of the folder.
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
    return Path(name)
