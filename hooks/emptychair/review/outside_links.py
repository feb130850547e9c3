"""Every URL outside the site that the record names, with the file and line where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from emptychair.front_matter.document import Document, child
from emptychair.front_matter.yaml_builder import Path
from emptychair.record.field_types import safe_link
from emptychair.rules.index import Index

ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """A URL, where it stands, and the URL of its archive copy ("" where there is none)."""

    path: str
    line: int
    field: str
    url: str
    archived: str = ""

    @property
    def is_archive(self) -> bool:
        """Is it itself the URL of an archive copy?"""
        return self.field.rpartition(".")[2] == ARCHIVED


def links_of(index: Index) -> Iterator[OutsideLink]:
    """The outside links of all pages and of recipients.yml, file by file, in the order of the lines."""
    for entry in index:
        found = list(_in_facts(entry.document))
        for link in entry.outline.links:
            if safe_link(link.target):
                line = entry.document.body_line + link.line
                found.append(OutsideLink(entry.document.path, line, "", link.target))
        yield from sorted(found, key=lambda one: one.line)
    yield from sorted(_in_facts(index.recipients), key=lambda one: one.line)


def _in_facts(document: Document) -> Iterator[OutsideLink]:
    """Every text of the front matter that is a URL as a whole, whichever field it stands in."""
    for at in document.lines:
        found = _at(document, at)
        if isinstance(found, str) and safe_link(found):
            beside = _at(document, (*at[:-1], ARCHIVED)) if at[-1] != ARCHIVED else None
            archived = beside if isinstance(beside, str) else ""
            yield OutsideLink(document.path, document.line_of(at), document.name_of(at), found, archived)


def _at(document: Document, path: Path) -> Any:
    here: Any = document.meta
    for step in path:
        here = child(here, step)
    return here
