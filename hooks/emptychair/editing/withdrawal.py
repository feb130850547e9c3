"""The withdrawal of a person: the pages that go, what hangs on them, and the lines that still name the person."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from emptychair.editing.front_matter_patch import UneditableError, body_of, remove
from emptychair.editing.redirects import without_redirects
from emptychair.front_matter.yaml_builder import Path
from emptychair.load.content_tree import SETTINGS
from emptychair.record.models import Case
from emptychair.record.withdrawn_names import name_pattern
from emptychair.rules.index import Entry, Index, items, texts
from emptychair.rules.pictures import ASSETS, shown_by


@dataclass(frozen=True)
class Mention:
    """A line that still names the person: the path of its file, and its number from 1."""

    path: str
    line: int


@dataclass(frozen=True)
class Withdrawal:
    """Paths below content/: the pages and pictures that go, the pages that stay with their new text; what is left."""

    names: tuple[str, ...]
    gone: tuple[str, ...]
    changed: Mapping[str, str] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()


def withdrawal_of(slug: str, case: Case, index: Index, read: Mapping[str, str]) -> Withdrawal:
    """A case and the pages of its campaign -> everything that goes with it.

    `read` has the text of every page by its path below content/, and of the settings, if old addresses are to go too.
    Raises UneditableError, whose line is in a file that cannot be changed.
    """
    names = (slug, *dict.fromkeys([*case.names.values(), *(alias.name for alias in case.aliases)]))
    pages = _pages(slug, index)
    kept = [entry for entry in index if entry.path not in pages]
    shown = set(index.look_files).union(*map(shown_by, kept))
    pictures = set().union(*(shown_by(entry) for entry in index if entry.path in pages)) & index.pictures - shown
    gone = sorted(file_of(entry) for entry in index if entry.path in pages)
    changed: dict[str, str] = {}
    for entry in kept:
        file = file_of(entry)
        text = _unlinked(_without(read[file], _references(entry, slug, pages, index), file), entry, pages)
        if text != read[file]:
            changed[file] = text
    if SETTINGS in read and (settings := _without_old_addresses(read[SETTINGS], gone)) != read[SETTINGS]:
        changed[SETTINGS] = settings
    left = {path: changed.get(path, text) for path, text in read.items() if path not in gone}
    mentions = tuple(Mention(path, line) for path in sorted(left) for line in _lines_with(names, left[path]))
    return Withdrawal(names, (*gone, *sorted(ASSETS + name for name in pictures)), changed, mentions)


def _without_old_addresses(settings: str, gone: Collection[str]) -> str:
    """The settings without the redirects to pages that go: an old address may name the person, and leads nowhere."""
    try:
        return without_redirects(settings, gone)
    except UneditableError as error:
        error.path = SETTINGS
        raise


def _without(text: str, paths: list[Path], file: str) -> str:
    try:
        for path in paths:
            text = remove(text, path)
    except UneditableError as error:
        error.path = file
        raise
    return text


def _unlinked(text: str, entry: Entry, pages: frozenset[str]) -> str:
    """The text with the words of its links to what goes, and without the links."""
    targets = {link.target for link in entry.outline.links if _page_of(entry, link.target) in pages}
    if not targets:
        return text
    body = len(text) - len(body_of(text))
    links = "|".join(map(re.escape, sorted(targets, key=len, reverse=True)))
    plain = re.sub(rf'\[([^\[\]]*)\]\([ ]*<?(?:{links})>?(?:\s+"[^"]*")?[ ]*\)', r"\1", text[body:])
    return text[:body] + plain


def _page_of(entry: Entry, target: str) -> str:
    """The path of the page that a link leads to."""
    return entry.path_of(target.partition("#")[0]).partition("/")[2].removesuffix(".md")


def file_of(entry: Entry) -> str:
    """The path of a page below content/."""
    return f"{entry.language}/{entry.path}.md"


def _pages(slug: str, index: Index) -> frozenset[str]:
    """The paths that go: of the case, and of the actions and updates that are about nobody else."""
    found = {f"cases/{slug}"}
    for entry in index:
        cases = {name for _, name in texts(entry.facts.get("cases"), ())}
        if entry.kind in ("action", "update") and cases == {slug}:
            found.add(entry.path)
    return frozenset(found)


def _references(entry: Entry, slug: str, pages: frozenset[str], index: Index) -> list[Path]:
    """The entries that name the case or an action that goes, the last first: what is above keeps its place."""
    if entry.role == "translation":
        return list(_words_of_outcomes(entry, slug, index))
    gone = {page.removeprefix("actions/") for page in pages}
    found = [at for key in ("cases", "members") for at, one in _listed(entry, key) if one == slug]
    found += [at for at, one in _listed(entry, "actions") if one in gone]
    found += [at for at, item in items(entry, "related", "outcomes") if item.get("case") == slug]
    found += [at for at, one in _listed(entry, "follows") if one in gone]
    return found[::-1]


def _listed(entry: Entry, key: str) -> Iterator[tuple[Path, str]]:
    yield from texts(entry.facts.get(key), (entry.kind, key))


def _words_of_outcomes(entry: Entry, slug: str, index: Index) -> Iterator[Path]:
    source = index.source_of(entry.path)
    words = entry.document.lines
    for _, item in items(source, "outcomes") if source else ():
        path: Path = ("words", "outcomes", str(item.get("id")))
        if item.get("case") == slug and path in words:
            yield path


def _lines_with(names: tuple[str, ...], text: str) -> Iterator[int]:
    """The lines in which one of the names stands, in front matter, body or comment."""
    pattern = re.compile("|".join(map(name_pattern, names)), re.IGNORECASE)
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if pattern.search(line):
            yield number
