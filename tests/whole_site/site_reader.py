"""A built site, read back with readers that share no code with the generator: its files, pages and dates in words."""

import posixpath
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from campaign_outputs import text_of
from whole_site.page_reader import Html, read_html

MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_NAMES = "|".join(MONTHS)
# A date in words: "20 May 2019", "May 2019", "2019年5月20日", "2019年5月", "2019年", "2019", "2019-05-20".
DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{_NAMES}) (?P<year>\d{{4}})"
    r"|(?P<year2>\d{4}) ?年(?: ?(?P<month2>\d{1,2}) ?月(?: ?(?P<day2>\d{1,2}) ?日)?)?"
    r"|(?<![\w/-])(?P<year3>(?:19|20)\d\d)(?:-(?P<month3>\d\d)(?:-(?P<day3>\d\d))?)?(?![\w/-])"
)


def dates_in(text: str) -> list[date]:
    """The first day that each date in a text may mean."""
    found = []
    for match in DATE.finditer(text):
        year = match["year"] or match["year2"] or match["year3"]
        month = match["month"] or match["month2"] or match["month3"] or "1"
        number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
        found.append(date(int(year), number, int(match["day"] or match["day2"] or match["day3"] or 1)))
    return found


@dataclass(frozen=True)
class Site:
    """A built site: its folder, its public address, and the language at its root."""

    root: Path
    url: str

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file, by its path below the root."""
        found = sorted(path for path in self.root.rglob("*") if not path.is_dir())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}

    @cached_property
    def every_page(self) -> dict[str, Html]:
        """Every page, the error page included."""
        return {path: read_html(data.decode()) for path, data in self.files.items() if path.endswith((".html", ".htm"))}

    @cached_property
    def pages(self) -> dict[str, Html]:
        """Every page but the error page and the stubs at old addresses."""
        return {path: page for path, page in self.every_page.items() if path not in ("404.html", *self.stubs)}

    @cached_property
    def stubs(self) -> dict[str, Html]:
        """The pages at old addresses that lead on at once."""
        return {path: page for path, page in self.every_page.items() if b'http-equiv="refresh"' in self.files[path]}

    def text(self, path: str) -> str:
        """What a person reads in a file."""
        return text_of(self.files[path]).removeprefix("\ufeff")

    def local(self, address: str) -> str:
        """The file behind an absolute address of this site: "" is index.html. Raises ValueError for another host."""
        if not address.startswith(self.url):
            raise ValueError(address)
        return address.removeprefix(self.url)

    def problem(self, page: str, href: str) -> str:
        """What is wrong with an internal link of a page, or ""."""
        parts = urlsplit(href)
        if parts.path.startswith("/"):
            return "absolute"
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
        )
        return self.problem_of(target, unquote(parts.fragment))

    def problem_of(self, target: str, anchor: str) -> str:
        """What is wrong with a file and an id in it, or ""."""
        if target not in self.files:
            return "no such file"
        if anchor and (target not in self.every_page or anchor not in self.every_page[target].ids):
            return "no such anchor"
        return ""

    def reachable(self, start: str = "index.html") -> set[str]:
        """Every page to which links lead, step by step, from the home page."""
        seen, waiting = {start}, [start]
        while waiting:
            page = waiting.pop()
            for anchor in self.pages[page].anchors:
                target = self.target(page, anchor.href)
                if target in self.pages and target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return seen

    @staticmethod
    def language_of(path: str) -> str:
        """The language of the folder in which a file stands."""
        return "zh" if path.startswith("zh/") else "en"

    @staticmethod
    def twin_of(path: str) -> str:
        """The same page in the other language."""
        return path.removeprefix("zh/") if path.startswith("zh/") else f"zh/{path}"

    @staticmethod
    def target(page: str, href: str) -> str:
        """The file to which a relative link leads, or "" for a link to another host."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return ""
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
