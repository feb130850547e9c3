"""The texts of a further language: every sentence and term that readers of a site see, by id, with those that ship."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from emptychair.text import vocabulary
from emptychair.text.further_languages import SOURCE, base_of, identifier
from emptychair.text.locales import plural_rows
from emptychair.text.strings import read_rows, written_languages

# What readers see; all other catalogues speak to editors, in a language that ships.
CATALOGUES = ("languages", "pages", "dates", "letters", "warnings")
# Word lists that no page shows: of consent, and those that rules and forms read.
OF_EDITORS = frozenset({"consent_bases", "consent_scopes", "visibilities"}) | {
    *("date_words", "fact_rules", "number_labels", "place_words", "same_sound", "status_words"),
    *("surname_endings", "yes_no"),
}
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
def texts_to_translate(language: str) -> Mapping[str, SourceText]:
    """Every text that readers see, by id, in the order of the data files; in the plural forms of a language."""
    lists = [name for name in vocabulary.names() if name not in OF_EDITORS]
    found: list[tuple[str, str, Sequence[str]]] = [("strings", name, COLUMNS[:1]) for name in CATALOGUES]
    found += [("vocabulary", name, (*COLUMNS, "note_") if name == NOTED else COLUMNS) for name in lists]
    return {one.id: one for folder, name, columns in found for one in _texts(folder, name, columns, language)}


def _texts(folder: str, name: str, columns: Sequence[str], language: str) -> Iterator[SourceText]:
    rows: Mapping[str, Any] = read_rows(folder, name)
    wanted = plural_rows(rows, language) if folder == "strings" else set(rows)
    # Each form stands behind its sentence, and has the source text of that where the source language has no such form.
    forms = {key: [one for one in sorted(wanted - set(rows)) if base_of(one) == key] for key in rows}
    every = {one: rows[key] for key in rows for one in (key, *forms[key]) if one in wanted}
    for key, row in every.items():
        for stem in columns:
            # What is empty in the source language has nothing to say.
            if text := row.get(stem + SOURCE):
                others = {one: row[stem + one] for one in written_languages()[1:] if row.get(stem + one)}
                yield SourceText(identifier(f"{folder}/{name}/{key}", stem), text, others)
