"""The texts of a further language: every sentence and term that readers of a site see, by id, with those that ship."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from emptychair.text import vocabulary
from emptychair.text.further_languages import SOURCE, identifier
from emptychair.text.strings import read_rows, shipped_languages

# What readers see; all other catalogues speak to editors, in a language that ships.
CATALOGUES = ("languages", "pages", "dates", "letters", "warnings")
# Word lists that no page shows, and one that a rule reads.
OF_EDITORS = frozenset({"consent_bases", "consent_scopes", "visibilities", "status_words"})
# What a row says to readers besides its term; notes are for editors, but for those of the classes.
COLUMNS = ("", "past_", "counter_", "dear_", "dear_named_")
NOTED = "classes"


@dataclass(frozen=True)
class SourceText:
    """One text: its id (`strings/pages/title-index`), itself in the source language, and in the others that ship."""

    id: str
    text: str
    others: Mapping[str, str]

    @property
    def placeholders(self) -> frozenset[str]:
        """The names of what is filled into it."""
        return frozenset(placeholders_of(self.text))


def placeholders_of(text: str) -> list[str]:
    """The names in the placeholders of a text. Raises ValueError where a brace stands alone."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


@cache
def texts_to_translate() -> Mapping[str, SourceText]:
    """Every text that readers see, by id, in the order of the data files."""
    lists = [name for name in vocabulary.names() if name not in OF_EDITORS]
    found: list[tuple[str, str, Sequence[str]]] = [("strings", name, COLUMNS[:1]) for name in CATALOGUES]
    found += [("vocabulary", name, (*COLUMNS, "note_") if name == NOTED else COLUMNS) for name in lists]
    return {one.id: one for folder, name, columns in found for one in _texts(folder, name, columns)}


def _texts(folder: str, name: str, columns: Sequence[str]) -> Iterator[SourceText]:
    rows: Mapping[str, Any] = read_rows(folder, name)
    for key, row in rows.items():
        for stem in columns:
            # What is empty in the source language has nothing to say.
            if text := row.get(stem + SOURCE):
                others = {one: row[stem + one] for one in shipped_languages()[1:] if row.get(stem + one)}
                yield SourceText(identifier(f"{folder}/{name}/{key}", stem), text, others)
