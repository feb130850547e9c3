"""The index that rules read: every page as it was found, whether or not its facts could be validated."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from emptychair.front_matter.document import Document, child
from emptychair.front_matter.yaml_builder import Path
from emptychair.record.campaign import FOLDERS
from emptychair.record.models import Pages, SourcePage, TranslationPage
from emptychair.record.reserved_urls import GENERATED
from emptychair.record.withdrawn_names import Withdrawn
from emptychair.rules.namesakes import Namesake, find_namesakes
from emptychair.rules.person_names import People
from emptychair.text.markdown_outline import Outline, as_read, read_outline, split_sections

Role = Literal["source", "translation", "refused"]


@dataclass(frozen=True)
class Entry:
    """One file: `path` is that of the page without language and ending, `kind` a case, action, update, report or page.

    `page` is None where the front matter could not be validated. `values` is then what is right in a source page,
    for the rules alone, and `lost` names the mappings from which a wrong entry was taken out (salvage.py); of a
    valid source page it is the page.
    """

    path: str
    kind: str
    language: str
    document: Document
    page: SourcePage | TranslationPage | None = None
    values: SourcePage | None = None
    lost: frozenset[str] = frozenset()

    @cached_property
    def role(self) -> Role:
        """A translation says which page it translates; a file that could not be read is neither."""
        meta = self.document.meta
        if not meta:
            return "refused"
        return "translation" if "translates" in meta or "words" in meta else "source"

    @cached_property
    def facts(self) -> Any:
        """The facts as they were written (a nested dict), or an empty dict."""
        found = self.document.meta.get(self.kind, {})
        return found if isinstance(found, dict) else {}

    def path_of(self, target: str) -> str:
        """Where a relative link of the body leads: a path below content/."""
        here = posixpath.join(self.language, posixpath.dirname(self.path))
        return posixpath.normpath(posixpath.join(here, target))

    @cached_property
    def concerned(self) -> frozenset[str]:
        """The slugs of the cases that the page is about, and of those that it names in its facts."""
        own = [self.path.partition("/")[2]] if self.kind == "case" else []
        own += [slug for name in ("cases", "members") for _, slug in texts(self.facts.get(name), ())]
        return frozenset([*own, *(str(item.get("case")) for _, item in items(self, "related"))])

    @cached_property
    def written(self) -> frozenset[str]:
        """The names of all fields that stand in the front matter, as problems give them."""
        return frozenset(self.document.name_of(path) for path in self.document.lines)

    @cached_property
    def outline(self) -> Outline:
        """The headings and links of the body."""
        return read_outline(self.document.body)

    @cached_property
    def sections(self) -> Mapping[str, tuple[int, str]]:
        """The sections of the body by their ids, each with its first line, from 0, and its words as they are read."""
        return split_sections(as_read(self.document.body), self.outline.headings)


@dataclass(frozen=True)
class Index:
    """All pages by path and language, with what they may refer to."""

    languages: tuple[str, ...]
    entries: Mapping[str, Mapping[str, Entry]]
    settings: Document
    recipients: Document
    pictures: frozenset[str]
    # The width and height of each picture with which nothing is wrong, by its file; a drawing is one too.
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    # The files of PGP keys in content/assets/.
    keys: frozenset[str] = frozenset()
    # False where recipients.yml is there and cannot be read: then every id may be one of it.
    recipients_known: bool = True
    withdrawn: Withdrawn | None = None
    # Are share cards made, so that their words must be settable?
    share_cards: bool = True

    def __iter__(self) -> Iterator[Entry]:
        for pages in self.entries.values():
            yield from pages.values()

    def documents(self) -> Iterator[Document]:
        """Every file that could be read, the settings and the recipients too."""
        yield from (entry.document for entry in self if entry.role != "refused")
        yield from (document for document in (self.settings, self.recipients) if document.meta)

    @cached_property
    def contact_email(self) -> str:
        """The e-mail address of those who speak on the site, to which alone a text may lead; or ""."""
        return self.settings.text_at(("contact", "email"))

    @cached_property
    def look_files(self) -> frozenset[str]:
        """The files in content/assets/ that the look of the campaign names: its marks."""
        look = self.settings.meta.get("look")
        found = (child(look, name) for name in ("mark", "mark_on_cards", "favicon"))
        return frozenset(name for name in found if isinstance(name, str))

    @cached_property
    def off(self) -> frozenset[str]:
        """The generated pages that the settings switch off."""
        pages = self.settings.meta.get("pages")
        return frozenset(name for name in Pages.model_fields if child(pages, name) == "false")

    def switches_off(self, path: str) -> str:
        """The generated page, switched off, to which this path belongs (reports/of-2020 to reports), or ""."""
        name = path.partition("/")[0]
        return name if name in self.off else ""

    def is_page(self, path: str) -> bool:
        """Is there a page at this path, written by an editor or generated and not switched off?"""
        return not self.switches_off(path) and (path in self.entries or path in GENERATED)

    @cached_property
    def photos(self) -> frozenset[str]:
        """The files of pictures that are the photo of a case."""
        found = (entry.facts.get("photo") for entry in self if entry.kind == "case")
        return frozenset(str(photo.get("file")) for photo in found if isinstance(photo, dict))

    @cached_property
    def slugs(self) -> Mapping[str, set[str]]:
        """The slugs in each folder, refused files too: they exist."""
        found: dict[str, set[str]] = {folder: set() for folder in FOLDERS}
        for path in self.entries:
            folder, _, slug = path.rpartition("/")
            found.setdefault(folder, set()).add(slug)
        return found

    @cached_property
    def people(self) -> People:
        """The persons of all cases by their names."""
        return People(self._cases())

    @cached_property
    def namesakes(self) -> Mapping[str, tuple[Namesake, ...]]:
        """The slugs of the cases that may be one person with others, each with those."""
        return find_namesakes(self._cases())

    def _cases(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The slug and the facts, as they were written, of each case whose source page can be read."""
        sources = ((path, self.source_of(path)) for path in self.entries if path.startswith("cases/"))
        return ((path.partition("/")[2], source.facts) for path, source in sources if source)

    def concerned(self, entry: Entry) -> frozenset[str]:
        """The persons (slugs of cases) whom a page is about, or names in its facts; for a translation, its source."""
        source = self.source_of(entry.path)
        return source.concerned & self.people.forms.keys() if source else frozenset()

    def source_of(self, path: str) -> Entry | None:
        """The page that holds the facts, or None where there is none or it was refused."""
        return self._sources.get(path)

    @cached_property
    def _sources(self) -> Mapping[str, Entry]:
        """The first page at each path that holds facts, in the order in which they are read."""
        found: dict[str, Entry] = {}
        for entry in self:
            if entry.role == "source":
                found.setdefault(entry.path, entry)
        return found


def items(entry: Entry, *names: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The mappings in some lists of the facts, each with its path in the front matter."""
    for name in names:
        found = entry.facts.get(name)
        for number, item in enumerate(found if isinstance(found, list) else ()):
            if isinstance(item, dict):
                yield (entry.kind, name, number), item


def texts(value: Any, at: Path) -> Iterator[tuple[Path, str]]:
    """The texts of a list, or the one text, each with its path."""
    for number, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, str):
            yield (*at, number), one
    if isinstance(value, str):
        yield at, value
