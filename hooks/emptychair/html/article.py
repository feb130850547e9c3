"""The finished article of a page, and what its HTML says of itself: headings, contents, ids."""

import re
import sys
from dataclasses import dataclass
from typing import Any

HEADING = re.compile(r"<h([23])(?: [^>]*?)? id=\"([^\"]+)\"[^>]*>(.*?)</h\1>", re.DOTALL)
# What stands behind it ends a tag: in a text, > is written as a reference.
ID = re.compile(r" id=\"([^\"]+)\"(?=[^<>]*>)")
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of an article, for the table of contents: its level, id and words as HTML without tags."""

    level: int
    id: str
    name: str


@dataclass(frozen=True)
class Article:
    """The finished article of a page; `listed` says whether its headings stand in a table of contents."""

    html: str
    listed: bool = True

    @property
    def sections(self) -> list[Section]:
        """Its headings of the second and third level."""
        return [Section(int(level), anchor, TAG.sub("", words)) for level, anchor, words in HEADING.findall(self.html)]

    @property
    def contents(self) -> list[Any]:
        """The table of contents as Markdown's toc gives it: {level, id, name, children}, the third level in the second.

        None where the page has no such table. Above the first heading of the second level, headings of the third stand
        for themselves.
        """
        tokens: list[Any] = []
        for one in self.sections if self.listed else ():
            siblings = tokens[-1]["children"] if tokens and one.level == 3 else tokens
            siblings.append({"level": one.level, "id": one.id, "name": one.name, "children": []})
        return tokens

    @property
    def ids(self) -> set[str]:
        """Every id to which a link may lead; most stand on every page, so each is kept once."""
        return {sys.intern(anchor) for anchor in ID.findall(self.html)}
