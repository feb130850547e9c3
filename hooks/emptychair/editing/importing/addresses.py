"""Where a page stood on another site: patterns of addresses filled, and the form in which addresses compare."""

import posixpath
import re
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import unquote, urlsplit

from emptychair.editing.importing.posts import language_code

LANGUAGE = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?")
VARIABLE = re.compile(r":([a-z_]+)")
INDEX = re.compile(r"(?:^|(?<=/))index\.html?$")
ENDING = re.compile(r"\.html?$|/$")


def parts_of_name(rest: str, languages: tuple[str, ...]) -> tuple[tuple[str, ...], str, str]:
    """`en/2020/post.zh.md` -> the folders without that of a language, the name without endings, the language or "".

    The file index.md of a folder is named by the folder. What stands in the name decides before the folder.
    """
    *folders, name = posixpath.splitext(rest)[0].split("/")
    stem, dot, ending = name.rpartition(".")
    language = language_code(ending, languages) if dot else ""
    if language:
        name = stem
    if folders and LANGUAGE.fullmatch(folders[0]) and (code := language_code(folders[0], languages)):
        language = language or code
        folders = folders[1:]
    if name == "index" and folders:
        *folders, name = folders
    return tuple(folders), name, language


def filled(pattern: str, written: datetime, parts: Mapping[str, str]) -> str:
    """A pattern such as `/:year/:month/:title/` with its variables, or "" where one of them cannot be known."""
    known = {
        "year": f"{written:%Y}",
        "short_year": f"{written:%y}",
        "month": f"{written:%m}",
        "i_month": str(written.month),
        "monthname": f"{written:%B}".lower(),
        "day": f"{written:%d}",
        "i_day": str(written.day),
        "y_day": f"{written:%j}",
        "yearday": str(int(f"{written:%j}")),
        "hour": f"{written:%H}",
        "minute": f"{written:%M}",
        "second": f"{written:%S}",
        **parts,
    }
    if any(name not in known for name in VARIABLE.findall(pattern)):
        return ""
    return re.sub("/{2,}", "/", VARIABLE.sub(lambda match: known[match[1]], pattern))


def with_index(path: str) -> str:
    """A path with a slash before it, and without the index.html that nobody writes into a link."""
    return INDEX.sub("", "/" + unquote(urlsplit(path).path).lstrip("/"))


def base_of(url: str) -> str:
    """The folder below which a site stands, without a slash at its end: `https://a.example/blog/` -> `/blog`."""
    return ("/" + urlsplit(url).path.strip("/")).rstrip("/")


def comparable(path: str) -> str:
    """A path in the form in which two addresses of one page are the same: `/a/b/`, `/a/b.html`, `/a/b/index.html`."""
    return ENDING.sub("", with_index(path)).rstrip("/") or "/"
