"""The links and pictures of a body: what lies in the tree leads to where it will be, the rest is left out and told."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote

from emptychair.editing.importing.addresses import comparable
from emptychair.editing.importing.posts import Note, OldSite, Post
from emptychair.editing.importing.working_text import WorkingText
from emptychair.record.field_types import safe_link
from emptychair.rules.texts import PROTECTED
from emptychair.text.markdown_outline import EMAIL
from emptychair.text.strings import Strings

WORDS = r"((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)"
TARGET = r"(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))"
TITLE = r"""(?:[ \t\n]+("[^"]*"|'[^']*'|\([^()]*\)))?"""
PICTURE = re.compile(rf"!\[{WORDS}\]\([ \t\n]*{TARGET}{TITLE}[ \t\n]*\)", re.DOTALL)
LINK = re.compile(rf"(?<!!)\[{WORDS}\]\([ \t\n]*{TARGET}{TITLE}[ \t\n]*\)", re.DOTALL)
AUTOLINK = re.compile(r"<((?:https?|mailto|ftp|tel|javascript|data):[^<>\s]*)>", re.IGNORECASE)
BRACKETED = re.compile(rf"<{EMAIL.pattern}>", re.ASCII)
BARE = re.compile(r"https?://[^\s<>()\[\]\u3000-\u303f\uff00-\uffef]+")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
POST = "post:"
# Where generators keep what their pages show.
ROOTS = ("", "source/", "static/", "assets/", "content/", "public/")
HOME = "index"


class NotTakenError(Exception):
    """A picture that is not taken in: why, in the words of the checks."""


@dataclass
class Links:
    """What links may lead to: the pages at their old paths, their files and names, and the pictures of the tree.

    `take` is given the path of a picture and returns the name of its file in assets/; it raises NotTakenError.
    """

    site: OldSite
    take: Callable[[str], str]
    addresses: dict[str, Post] = field(default_factory=dict)
    files: dict[str, Post] = field(default_factory=dict)
    pages: dict[tuple[str, str], Post] = field(default_factory=dict)

    def add(self, post: Post) -> None:
        """Know a page that is taken in."""
        for url in post.urls:
            self.addresses.setdefault(comparable(url), post)
        self.files[posixpath.splitext(post.file)[0]] = post
        self.pages[post.path, post.language] = post

    def convert(self, post: Post) -> list[Note]:
        """Give the body of a post its links; returns what was left out."""
        work = WorkingText(post, post.body)
        work.keep_code()
        work.replace(PICTURE, lambda match, line: self._picture(work, match, line))
        work.replace(LINK, lambda match, line: self._link(work, match, line))
        work.replace(AUTOLINK, lambda match, line: self._autolink(work, match, line))
        work.replace(BARE, lambda match, _: match[0] if EMAIL.search(match[0]) else work.keep(match[0]))
        for pattern in (BRACKETED, EMAIL, PROTECTED):
            work.replace(pattern, lambda match, line: _without_address(work, match[0], line))
        work.restore()
        post.body = work.text
        return work.notes

    def _picture(self, work: WorkingText, match: re.Match[str], line: int) -> str:
        alt, target = match[1], (match[2] or match[3] or "").strip()
        if self._outside(target):
            work.note(line, "outside-picture", target, alt=alt)
            return ""
        file = self._file(work.post, self._local(target))
        if not file:
            work.note(line, "no-picture", target, alt=alt)
            return ""
        try:
            name = self.take(file)
        except NotTakenError as error:
            work.note(line, "picture-not-taken", target, alt=alt, why=str(error))
            return ""
        return work.keep(f"![{alt}]({_upwards(work.post)}assets/{name})")

    def _link(self, work: WorkingText, match: re.Match[str], line: int) -> str:
        words, target = match[1], (match[2] or match[3] or "").strip()
        new, code, title = self._target(work.post, target)
        words = words or title
        if code:
            work.note(line, code, target)
        if not new or not words.strip():
            return words
        return f"[{words}]" + work.keep(f"({new}{' ' + match[4] if match[4] else ''})")

    def _autolink(self, work: WorkingText, match: re.Match[str], line: int) -> str:
        if safe_link(match[1]):
            return work.keep(match[0])
        if match[1].lower().startswith("mailto:"):
            return match[1][len("mailto:") :]
        work.note(line, "bad-link", match[1])
        return match[1]

    def _outside(self, target: str) -> bool:
        """Does it lead to another host, or nowhere in the tree?"""
        inside = self.site.url and target.startswith(f"{self.site.url}/")
        return bool(SCHEME.match(target)) and not inside and not target.startswith(POST)

    def _local(self, target: str) -> str:
        """A path of the old site, without its host and the folder below which it stood."""
        if self.site.url and target.startswith(self.site.url):
            return target.removeprefix(self.site.url) or "/"
        return target

    def _file(self, post: Post, target: str) -> str:
        """The file of the tree that a page shows, or ""."""
        path = unquote(target.partition("#")[0].partition("?")[0])
        based = path.removeprefix(self.site.base) if self.site.base else path
        folder = posixpath.dirname(post.file)
        tried = [posixpath.join(posixpath.splitext(post.file)[0], path), posixpath.join(folder, path)]
        for one in dict.fromkeys((path, based)):
            tried += [root + one.lstrip("/") for root in ROOTS]
        return next((one for one in map(posixpath.normpath, tried) if one in self.site.others), "")

    def _target(self, post: Post, target: str) -> tuple[str, str, str]:
        """Where a link leads from now on ("" for nowhere), what is to be told of it, and the title of its page."""
        if target.lower().startswith("mailto:"):
            return "", "email", ""
        if self._outside(target):
            target = f"https:{target}" if target.startswith("//") else target
            return (target, "", "") if safe_link(target) else ("", "bad-link", "")
        path, _, anchor = self._local(target).partition("#")
        if not path:
            new = post.ids.get(unquote(anchor), "")
            return (f"#{new}", "", "") if new else ("", "" if not anchor else "no-anchor", "")
        found = self._page(post, path)
        if found is not None:
            return self._to_page(post, found, unquote(anchor))
        if comparable(path).removeprefix(self.site.base) in ("", "/"):
            return _relative(post, HOME), "", ""
        if self._file(post, path):
            try:
                return f"{_upwards(post)}assets/{self.take(self._file(post, path))}", "", ""
            except NotTakenError:
                return "", "no-file", ""
        return "", "no-page", ""

    def _to_page(self, post: Post, found: Post, anchor: str) -> tuple[str, str, str]:
        own = self.pages.get((found.path, post.language), found)
        new = own.ids.get(anchor) or found.ids.get(anchor, "")
        code = "no-anchor" if anchor and not new else ""
        return _relative(post, found.path) + (f"#{new}" if new else ""), code, own.title

    def _page(self, post: Post, path: str) -> Post | None:
        if path.startswith(POST):
            return self._named(post, path.removeprefix(POST).strip("/"))
        path = unquote(path.partition("?")[0])
        if path.endswith((".md", ".markdown")) and (found := self._named(post, path)):
            return found
        address = path if path.startswith("/") else posixpath.join("/", *post.urls[:1], path)
        address = posixpath.normpath(address)
        return self.addresses.get(comparable(address)) or self.addresses.get(comparable(self.site.base + address))

    def _named(self, post: Post, name: str) -> Post | None:
        """The post of this file, seen from another one or from the top, or whose file has this name."""
        stem = posixpath.splitext(name)[0] if name.endswith((".md", ".markdown", ".html")) else name
        near = posixpath.normpath(posixpath.join(posixpath.dirname(post.file), stem))
        if near in self.files:
            return self.files[near]
        endings = (f"/{stem}", f"/{stem}/index")
        ends = [one for file, one in self.files.items() if f"/{file}".endswith(endings)]
        own = [one for one in ends if one.language == post.language]
        return next(iter([*own, *ends]), None)


def _upwards(post: Post) -> str:
    """From the folder of a page to content/."""
    return "../" * (post.path.count("/") + 1)


def _relative(post: Post, path: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(post.path) or ".") + ".md"


def _without_address(work: WorkingText, found: str, line: int) -> str:
    work.note(line, "email", found)
    return Strings(work.post.language, "importing")("address-left-out")
