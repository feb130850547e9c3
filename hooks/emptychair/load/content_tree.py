"""Where a file may stand in `content/`, and what it is there: by its path, nothing is read."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from emptychair.images import drawings
from emptychair.images.metadata import TYPES
from emptychair.load.language_files import LANGUAGES, SUFFIX
from emptychair.record.campaign import FOLDERS
from emptychair.record.field_types import DEVICES, SLUG, SLUG_LIMIT
from emptychair.record.reserved_urls import RESERVED_PAGES
from emptychair.text.dates import parse_day
from emptychair.text.hidden_characters import printable
from emptychair.text.strings import known_languages

SETTINGS = "campaign.yml"
RECIPIENTS = "recipients.yml"
WITHDRAWN = "withdrawn.yml"
ASSETS = "assets"
KEY_SUFFIX = ".asc"
PAGE_LIMIT = 64 * 1024
REPORT_LIMIT = 256 * 1024
DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-.+")
RESERVED = re.compile(RESERVED_PAGES)
# What systems put into every folder that somebody looks at, and what they put beside a file on foreign disks.
OF_SYSTEMS = (".DS_Store", "Thumbs.db", "desktop.ini")
BESIDE_FILES = "._"


class Location(NamedTuple):
    """Where a page stands: its language, its path without language and ending, its kind.

    `limit` is the greatest size in bytes (reports are long), `shown` the path of the file as problems give it.
    """

    language: str
    path: str
    kind: str
    limit: int
    shown: str


def misplaced(content: Path, file: Path) -> str:
    """Why a file may not stand where it stands: a code of strings/problems.yml, or ""."""
    if file.is_symlink():
        return "symlink"
    return misnamed(content, file)


def misnamed(content: Path, file: Path) -> str:
    """Why no file may stand there, by its path alone: a code of strings/problems.yml, or "".

    Whether the site has the language of its folder is said of the folder, once (site_languages.py).
    """
    parts = _parts(content, file)
    if parts in ((SETTINGS,), (RECIPIENTS,), (WITHDRAWN,)):
        return ""
    if parts[0] == LANGUAGES and len(parts) == 2:
        return "" if file.suffix == SUFFIX else "unexpected-file"
    if parts[0] == ASSETS:
        return _misplaced_picture(file)
    if parts[0] not in known_languages() or len(parts) > 3 or (len(parts) == 3 and parts[1] not in FOLDERS):
        return "unexpected-folder"
    if file.suffix != ".md":
        return "unexpected-file"
    good = SLUG.fullmatch(file.stem) and len(file.stem) <= SLUG_LIMIT and file.stem not in DEVICES
    if not good or (parts[1] == "updates" and not _is_dated(file.stem)):
        return "bad-file-name"
    # The second page of a list, and the error page.
    return "reserved-file-name" if len(parts) == 2 and RESERVED.fullmatch(file.stem) else ""


def is_of_system(name: str) -> bool:
    """Is a file one that an operating system leaves in folders by itself? It is no content, and never published."""
    return name in OF_SYSTEMS or name.startswith(BESIDE_FILES)


def paths_of_systems(languages: Iterable[str]) -> Iterator[str]:
    """Where such files may lie in a content folder; those beginning with a dot are published by no host anyway."""
    inner = [f"{language}/{folder}" for language in languages for folder in ("", *(f"{one}/" for one in FOLDERS))]
    return (f"{folder}{name}" for folder in ("", f"{ASSETS}/", *inner) for name in OF_SYSTEMS)


def _is_dated(name: str) -> bool:
    """Does the name of an update begin with a day that exists?"""
    match = DATED.fullmatch(name)
    try:
        return bool(match and parse_day(match[1]))
    except ValueError:
        return False


def _misplaced_picture(file: Path) -> str:
    if file.suffix not in (*TYPES, drawings.SUFFIX, KEY_SUFFIX):
        return "unexpected-file"
    return "" if SLUG.fullmatch(file.stem) else "bad-file-name"


def shown_path(content: Path, file: Path) -> str:
    """The path as problems give it. A name that no terminal can print is refused anyway."""
    return printable("/".join((content.name, *_parts(content, file))))


def _parts(content: Path, file: Path) -> tuple[str, ...]:
    """The steps from content/ to a file below it."""
    return file.parts[len(content.parts) :]


def picture_path(settings: str, name: str) -> str:
    """The path of a picture as problems give it, from that of campaign.yml and the picture's file name."""
    return printable(f"{settings.removesuffix(SETTINGS)}{ASSETS}/{name}")


def location_of(content: Path, file: Path) -> Location:
    """Where a page stands: see Location. Whether it may stand there, `misplaced` says."""
    language, *parts = _parts(content, file.with_suffix(""))
    kind = FOLDERS.get(parts[0], "page") if len(parts) == 2 else "page"
    limit = REPORT_LIMIT if kind == "report" else PAGE_LIMIT
    return Location(language, "/".join(parts), kind, limit, shown_path(content, file))
