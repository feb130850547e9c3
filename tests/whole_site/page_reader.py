"""A page of a built site, read back with a reader that shares no code with the generator: its links and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

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

    def child(self, tag: str, attributes: dict[str, str]) -> _Open:
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


def read_html(text: str) -> Html:
    """One page."""
    page = Html()
    page.feed(text)
    page.close()
    return page
