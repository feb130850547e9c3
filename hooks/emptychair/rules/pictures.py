"""Rules about pictures that pages show; what stands in their files is asked by emptychair.images.metadata."""

from collections.abc import Iterator

from emptychair.front_matter.document import child
from emptychair.rules.index import Entry, Index, items, texts
from emptychair.text.problems import Problem

ASSETS = "assets/"


def pictures_have_words(entry: Entry, index: Index) -> Iterator[Problem]:
    """A photo has a text for those who do not see it in each language: one in another language is read out as noise."""
    source = index.source_of(entry.path)
    if entry.role != "translation" or source is None or not isinstance(source.facts.get("photo"), dict):
        return
    words = child(entry.document.meta.get("words"), "photo")
    if not child(words, "alt"):
        yield entry.document.problem(("words", "photo", "alt"), "photo-without-words")


def documents_are_looked_through(entry: Entry, index: Index) -> Iterator[Problem]:
    """A scan shows names, addresses and numbers of others: somebody has looked, and says what was blacked out.

    A warning that only a reason answers: no program can see it.
    """
    for at, _ in items(entry, "documents"):
        yield entry.document.problem(at, "document-shows-others")


def shown_by(entry: Entry) -> set[str]:
    """The files in content/assets/ that a page shows: its photo, pages of documents, and what its body leads to."""
    photo = child(entry.facts.get("photo"), "file")
    scans = {file for _, item in items(entry, "documents") for _, file in texts(item.get("pages"), ())}
    targets = (entry.path_of(link.target.partition("#")[0]) for link in entry.outline.links)
    shown = {path.removeprefix(ASSETS) for path in targets if path.startswith(ASSETS)}
    return shown | scans | ({photo} if isinstance(photo, str) else set())


def unused_pictures(index: Index) -> list[str]:
    """The files that neither a page nor the look of the campaign shows; a page that cannot be read may show any."""
    if not index.pictures or any(entry.role == "refused" for entry in index):
        return []
    return sorted(index.pictures.difference(index.look_files, *map(shown_by, index)))


RULES = (pictures_have_words, documents_are_looked_through)
