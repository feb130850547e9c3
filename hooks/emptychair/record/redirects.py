"""Redirects of the settings: an old address -> the file that answers at it, and the page to which it leads."""

import re
from typing import NamedTuple
from urllib.parse import unquote

from emptychair.text.hidden_characters import hidden_sign

PAGE_ENDINGS = (".html", ".htm")
# A folder with such a name would lie where a file of the site is, or may be one day.
FILE_ENDINGS = (*PAGE_ENDINGS, ".asc", ".css", ".csv", ".docx", ".ics", ".js", ".json", ".png", ".svg", ".txt", ".xml")
# What ends the path of an address, and what no file on Windows may be called (Naming Files, Microsoft Learn).
FORBIDDEN = re.compile(r"[\x00-\x1f\x7f?#\\:*\"<>|]")
LONGEST_NAME, LONGEST_ADDRESS = 200, 800
TARGET = re.compile(r"(?P<language>[a-z]+(?:-[A-Za-z]+)*)/(?P<path>[^#]+)\.md(?:#(?P<anchor>.*))?")


class Target(NamedTuple):
    """The page to which a redirect leads: its language, its path without ending, an id in it or ""."""

    language: str
    path: str
    anchor: str


def old_file(address: str) -> str:
    """An old address below the site's root, percent-encoded or not -> the path of the file that answers at it.

    An address without the ending of a page is that of a folder: hosts lead from /old to /old/ by themselves. Raises
    ValueError for what leads out of the site, or where no page can be.
    """
    path = unquote(address, errors="strict").removeprefix("/")
    if re.match(r"/|[A-Za-z][A-Za-z0-9+.-]*:", path) or FORBIDDEN.search(path) or hidden_sign(path):
        raise ValueError(address)
    if not path.lower().endswith(PAGE_ENDINGS):
        path = f"{path.removesuffix('/')}/index.html".removeprefix("/")
    *folders, name = path.split("/")
    if not all(map(_is_name, [*folders, name])) or len(path.encode()) > LONGEST_ADDRESS:
        raise ValueError(address)
    if any(folder.lower().endswith(FILE_ENDINGS) or folder.lower() == "cname" for folder in folders):
        raise ValueError(address)
    return path


def _is_name(name: str) -> bool:
    """May a folder or file of the site be called so? One that begins with a dot is hidden, and .. leads out of it."""
    return bool(name) and name[0] not in ". " and name[-1] not in ". " and len(name.encode()) <= LONGEST_NAME


def target_of(text: str) -> Target | None:
    """`en/about.md#who` -> the target, whether or not there is such a page; None for what is not of this form."""
    match = TARGET.fullmatch(text)
    return Target(match["language"], match["path"], match["anchor"] or "") if match else None
