"""What an import must know of a generator: where its posts stand, when they are drafts, their addresses, their tags."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from emptychair.editing.importing.posts import OldSite, Place, Tree
from emptychair.editing.importing.tags import TagSyntax


@dataclass(frozen=True)
class Generator:
    """A site generator.

    `old_site` is given the texts of a tree and the paths of its other files, and raises ValueError where the settings
    cannot be read. `urls` returns the paths at which a page stood, its own first, "" where it cannot be known.
    `default_language` is that of pages that name none, or "". `day_needed`: is a post without a day no page of prose?
    """

    settings: tuple[str, ...]
    old_site: Callable[[Mapping[str, str], frozenset[str]], OldSite]
    places: Callable[[OldSite, tuple[str, ...]], Iterator[Place]]
    is_draft: Callable[[Place, Tree], bool]
    urls: Callable[[OldSite, Place, Tree, datetime | None, str], tuple[str, ...]]
    default_language: Callable[[OldSite, tuple[str, ...]], str]
    tags: TagSyntax
    day_needed: bool = True
