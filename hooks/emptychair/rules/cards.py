"""Rules about share cards: what stands on them can be set by their one font."""

from collections.abc import Iterator, Mapping

from emptychair.front_matter.document import Document
from emptychair.front_matter.yaml_builder import Path
from emptychair.images.fonts import SCRIPTS, SET, missing_signs
from emptychair.rules.index import Entry, Index
from emptychair.text.locales import script
from emptychair.text.problems import Problem


def settable_names(document: Document, at: Path, names: Mapping[str, object], index: Index) -> Iterator[Problem]:
    """Every sign of a name has a glyph; names in scripts that no card shows are not asked."""
    for language, name in names.items() if index.share_cards else ():
        if language in SCRIPTS and isinstance(name, str) and (signs := missing_signs(name)):
            yield document.problem((*at, language), "no-glyph", found=signs)


def names_of_cases(entry: Entry, index: Index) -> Iterator[Problem]:
    """The names of a case can be set."""
    names = entry.facts.get("names") if entry.kind == "case" else None
    if isinstance(names, dict):
        yield from settable_names(entry.document, ("case", "names"), names, index)


def titles_of_actions(entry: Entry, index: Index) -> Iterator[Problem]:
    """The title of an action can be set, in each language of a script that stands on cards."""
    title, asked = entry.document.meta.get("title"), index.share_cards and entry.kind == "action"
    if asked and script(entry.language) in SET and isinstance(title, str) and (signs := missing_signs(title)):
        yield entry.document.problem(("title",), "no-glyph", found=signs)


RULES = (names_of_cases, titles_of_actions)
