"""What the first view of each case page weighs, and what the site holds besides its content.

    python benchmarks/sizes.py SITE CONTENT

Counted is what a page itself names: styles and what they name, pictures (of several sizes of one the largest), icon,
scripts. Text is counted as a server sends it, compressed.
"""

import gzip
import posixpath
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

KB = 1024
# The bounds that tests/whole_site/test_sizes.py keeps.
WITH_SCRIPTS, WITHOUT_SCRIPTS, REQUESTS, PHOTO, OVERHEAD = 70 * KB, 35 * KB, 8, 60 * KB, 1_500 * KB
TEXT = {".html", ".css", ".js", ".svg", ".json"}
PHOTOS = {".jpg", ".jpeg", ".png", ".webp", ".avif"}
CSS_LOADS = re.compile(r"""(?:url\(\s*|@import\s+)['"]?([^'")\s;]+)""")
# What comes from the record: pages, feeds, calendars, data, letters, pictures, and what the filter and the search find.
CONTENT = re.compile(
    r".*\.(?:html|xml|xml\.gz|ics)|(?:.*/)?(?:feed\.json|status-data\.js)|data/.*|actions/.*/letter-.*"
    r"|(?:[a-z]+/)?(?:cards|codes|pictures)/.*|pagefind/[^/]+/(?:(?:index|fragment)/.*|.*\.pf_meta|terms\.json)"
)


class Page(HTMLParser):
    """The addresses that a browser asks for by itself when it opens a page; of a picture one list of choices."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self.pictures: list[list[str]] = []
        self._sources: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element loads."""
        found = {name: value or "" for name, value in attrs}
        rels = set(found.get("rel", "").split())
        if tag == "link" and "stylesheet" in rels:
            self.styles.append(found["href"])
        elif tag == "link" and "icon" in rels:
            self.pictures.append([found["href"]])
        elif tag == "script" and "src" in found:
            self.scripts.append(found["src"])
        elif tag == "source":
            self._sources += _candidates(found)
        elif tag == "img":
            self.pictures.append([*self._sources, *_candidates(found)])
            self._sources = []


def _candidates(found: dict[str, str]) -> list[str]:
    sizes = [one.split()[0] for one in found.get("srcset", "").split(",") if one.strip()]
    return [one for one in (*sizes, found.get("src", "")) if one]


@dataclass(frozen=True)
class View:
    """The first view of a page: the files of each sort, the page itself among the plain ones."""

    root: Path
    plain: frozenset[str]
    scripts: frozenset[str]
    photos: frozenset[str]

    @cached_property
    def without_scripts(self) -> int:
        """Bytes of page, styles and drawings."""
        return self._weigh(self.plain)

    @cached_property
    def with_scripts(self) -> int:
        """The same, with scripts."""
        return self.without_scripts + self._weigh(self.scripts)

    @cached_property
    def photo(self) -> int:
        """Bytes of photographs, which come on top."""
        return self._weigh(self.photos)

    @property
    def requests(self) -> int:
        """Files without photographs."""
        return len(self.plain) + len(self.scripts)

    def _weigh(self, files: frozenset[str]) -> int:
        return sum(weigh(self.root / file) for file in files)


def weigh(file: Path) -> int:
    """The bytes of a file on their way to a reader."""
    data = file.read_bytes()
    return len(gzip.compress(data, 6)) if file.suffix in TEXT else len(data)


def first_view(root: Path, path: str) -> View:
    """What a browser asks for to show a page of a site."""
    page = Page((root / path).read_text(encoding="utf-8"))
    plain = {path}
    photos: set[str] = set()
    for href in page.styles:
        if style := _local(path, href):
            plain |= {style, *_of_style(root, style)}
    for choices in page.pictures:
        files = [file for href in choices if (file := _local(path, href))]
        if files:
            largest = max(files, key=lambda file: (root / file).stat().st_size)
            (photos if Path(largest).suffix in PHOTOS else plain).add(largest)
    scripts = {file for href in page.scripts if (file := _local(path, href))}
    return View(root, frozenset(plain), frozenset(scripts), frozenset(photos))


def _of_style(root: Path, style: str) -> set[str]:
    text = (root / style).read_text(encoding="utf-8")
    return {file for match in CSS_LOADS.finditer(text) if (file := _local(style, match[1]))}


def _local(page: str, href: str) -> str:
    """The file of the site behind a relative address; "" for data."""
    parts = urlsplit(href)
    if parts.scheme or not parts.path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))


def case_pages(root: Path) -> list[str]:
    """The pages of cases, in all languages."""
    found = [path.relative_to(root).as_posix() for path in root.rglob("cases/*.html")]
    return sorted(found)


def overhead(root: Path, content: Path) -> dict[str, int]:
    """The files besides the content: path -> bytes on the disk."""
    files = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    return {
        file: (root / file).stat().st_size
        for file in files
        if not CONTENT.fullmatch(file) and not (content / file).exists()
    }


def report(root: Path, content: Path) -> Iterator[str]:
    """The lines of the report."""
    yield f"{'KB':>6} {'with scripts':>12} {'requests':>8} {'photo':>6}  first view of"
    views = {path: first_view(root, path) for path in case_pages(root)}
    for path, view in views.items():
        yield _line(path, view)
    largest = max(views, key=lambda path: views[path].with_scripts)
    yield f"Largest: {_line(largest, views[largest])}"
    found = overhead(root, content)
    folders: Counter[str] = Counter()
    for file, size in found.items():
        folders[posixpath.dirname(file) or "."] += size
    yield f"Besides content: {sum(found.values()) / KB:.0f} KB in {len(found)} files"
    for folder, size in folders.most_common():
        yield f"{size / KB:6.0f} {folder}"


def _line(path: str, view: View) -> str:
    weights = f"{view.without_scripts / KB:6.1f} {view.with_scripts / KB:12.1f}"
    return f"{weights} {view.requests:8} {view.photo / KB:6.1f}  {path}"


if __name__ == "__main__":
    for text in report(Path(sys.argv[1]), Path(sys.argv[2])):
        print(text)
