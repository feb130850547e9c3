"""A built site, read back with readers that share no code with the generator: its files, pages, links and words."""

import posixpath
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from campaign_outputs import text_of

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
# Attributes that make a browser ask for something by itself. A link is asked for only with some values of rel.
LOADING = {
    "script": {"src"},
    "img": {"src", "srcset"},
    "iframe": {"src"},
    "audio": {"src"},
    "video": {"poster", "src"},
    "source": {"src", "srcset"},
    "track": {"src"},
    "embed": {"src"},
    "object": {"data"},
    "input": {"src"},
    "use": {"href", "xlink:href"},
    "image": {"href"},
    "body": {"background"},
}
SILENT = {"script", "style", "svg"}
HEADINGS = {"h1", "h2", "h3"}
LOADING_RELS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "modulepreload",
    "manifest",
    "apple-touch-icon",
}
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
class Anchor:
    """An <a> of a page. `story` is an editor's prose, `article` all that is not the theme's frame around it."""

    href: str
    text: str
    article: bool
    story: bool
    near: str
    switch: str


@dataclass(frozen=True)
class _Open:
    """An open element, and what it has from those around it."""

    tag: str = ""
    language: str = ""
    direction: str = "ltr"
    near: str = ""
    article: bool = False
    story: bool = False
    silent: bool = False
    title: bool = False
    heading: bool = False

    def child(self, tag: str, attributes: dict[str, str]) -> "_Open":
        names = attributes.get("class", "").split()
        return _Open(
            tag,
            attributes.get("lang", self.language),
            attributes.get("dir", self.direction),
            attributes.get("class", self.near),
            self.article or "ec-article" in names,
            self.story or "ec-story" in names,
            self.silent or tag in SILENT,
            self.title or tag == "title",
            self.heading or tag in HEADINGS,
        )


def _addresses(name: str, value: str) -> list[str]:
    """What an attribute makes a browser ask for: a srcset is several addresses, each with what it is for."""
    return [one.split()[0] for one in value.split(",")] if name == "srcset" else [value]


@dataclass
class Html(HTMLParser):
    """What one page says, collected in one pass."""

    language: str = ""
    direction: str = ""
    # Of every element that says its language: (language, direction in which it is written, as a browser takes it).
    runs: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    links: list[dict[str, str]] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    classes: set[str] = field(default_factory=set)
    described: list[str] = field(default_factory=list)
    # (words, language, class of the element that holds them, is it in a story?) within the article.
    words: list[tuple[str, str, str, bool]] = field(default_factory=list)
    stories: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack = [_Open()]
        self._anchor: tuple[dict[str, str], list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note everything that an element says by its attributes."""
        found = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._stack.append(self._stack[-1].child(tag, found))
        self._note(tag, found)
        if tag == "html":
            self.language, self.direction = found.get("lang", ""), found.get("dir", "ltr")
        elif tag == "meta":
            self.metas[found.get("name", found.get("http-equiv", ""))] = found.get("content", "")
        elif tag == "link":
            self.links.append(found)
            self.loads += [found["href"]] if LOADING_RELS & set(found.get("rel", "").lower().split()) else []
        elif tag == "a" and "href" in found:
            self._anchor = (found, [])
        elif tag in HEADINGS:
            self.headings.append((int(tag[1]), ""))
        if "ec-story" in found.get("class", "").split():
            self.stories.append(self._stack[-1].language)

    def _note(self, tag: str, found: dict[str, str]) -> None:
        """What any element may have."""
        if "lang" in found:
            self.runs.append((found["lang"], found.get("dir", self._stack[-1].direction)))
        if "id" in found:
            self.ids.append(found["id"])
        self.classes.update(found.get("class", "").split())
        for name in found.keys() & LOADING.get(tag, ()):
            self.loads += _addresses(name, found[name])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<path/>` of a drawing."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and whatever was left open in it."""
        if tag == "a" and self._anchor:
            self._close_anchor(*self._anchor)
        if any(one.tag == tag for one in self._stack):
            while self._stack.pop().tag != tag:
                pass

    def _close_anchor(self, found: dict[str, str], words: list[str]) -> None:
        text = " ".join("".join(words).split())
        inside, around = self._stack[-1], self._stack[-2]
        switch = found.get("hreflang", "")
        self.anchors.append(Anchor(found["href"], text, inside.article, inside.story, around.near, switch))
        self._anchor = None

    def handle_data(self, data: str) -> None:
        """Words: of the title, of a heading, of a link, of the article."""
        place = self._stack[-1]
        if place.silent or not data.strip():
            return
        if place.title:
            self.title += data
        if self._anchor:
            self._anchor[1].append(data)
        if place.heading:
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)
        if place.article:
            self.words.append((" ".join(data.split()), place.language, place.near, place.story))

    @property
    def noindex(self) -> bool:
        """Is it kept out of search engines?"""
        return "noindex" in self.metas.get("robots", "")

    def head(self, rel: str) -> list[dict[str, str]]:
        """The <link> elements with a value of rel."""
        return [one for one in self.links if rel in one.get("rel", "").split()]

    @property
    def alternates(self) -> dict[str, str]:
        """The language of each alternate -> its address."""
        return {one["hreflang"]: one["href"] for one in self.head("alternate") if "hreflang" in one}

    @property
    def mails(self) -> list[str]:
        """Every mailto: link."""
        return [one.href for one in self.anchors if one.href.startswith("mailto:")]


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


def read_html(text: str) -> Html:
    """One page."""
    page = Html()
    page.feed(text)
    page.close()
    return page
