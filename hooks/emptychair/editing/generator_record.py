"""What the generator wrote into a campaign, by its digests: hooks/generator.json.

An upgrade replaces a file that still is what was written, and no other. A digest is that of the text with plain line
ends, because git may give a checkout those of Windows.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from emptychair.editing.generator_files import CATALOGUE, LOCAL
from emptychair.text.strings import Strings

# In a folder that belongs to those who decide what runs on machines, see CODEOWNERS.
RECORD = "hooks/generator.json"
VERSION = re.compile(r"\d+(?:\.\d+)*")
# What is the campaign's own, whatever a record says.
OWN = frozenset({"content", "drafts", "overrides", ".git"})


class RecordError(ValueError):
    """It is no record, or one that names what the generator does not write."""


@dataclass(frozen=True)
class Record:
    """The version whose files a campaign has, the kind of its code host, and path -> digest of each file as written."""

    version: str
    code_host: str
    files: Mapping[str, str]


def digest(data: bytes) -> str:
    """SHA-256 of a file, in hexadecimal, whichever line ends it has."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def version_numbers(version: str) -> tuple[int, ...]:
    """`0.10` -> (0, 10), by which versions are compared. Raises ValueError for anything but numbers and dots."""
    if not VERSION.fullmatch(version):
        raise ValueError(version)
    return tuple(map(int, version.split(".")))


def record_of(files: Mapping[str, bytes], version: str, host: str) -> Record:
    """The record of the generator's files, path -> bytes, but for that which is one machine's alone."""
    return Record(version, host, {path: digest(data) for path, data in files.items() if path != LOCAL})


def create_record(record: Record, language: str) -> bytes:
    """The file of a record, which says in a language what it is."""
    tree = {
        "about": Strings(language, CATALOGUE)("record-about"),
        "version": record.version,
        "code_host": record.code_host,
        "files": dict(sorted(record.files.items())),
    }
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def read_record(data: bytes) -> Record:
    """The record in a file. Raises RecordError for what is none."""
    try:
        tree = json.loads(data)
        version_numbers(tree["version"])
        found = Record(tree["version"], tree["code_host"], {**tree["files"]})
    except (ValueError, KeyError, TypeError) as error:
        raise RecordError(str(error)) from error
    if wrong := [path for path, value in found.files.items() if not _is_the_generators(path, value)]:
        raise RecordError(wrong[0])
    return found


def _is_the_generators(path: str, value: Any) -> bool:
    """Can this path in a campaign be one that the generator wrote?"""
    steps = PurePosixPath(path).parts
    inside = bool(steps) and not path.startswith("/") and ".." not in steps and "\\" not in path
    return inside and steps[0] not in OWN and isinstance(value, str)
