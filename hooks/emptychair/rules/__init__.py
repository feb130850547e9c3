"""The rules across fields and pages: one small function each, and its docstring is the rule.

Rules of `references`, `translation_structure` and `bodies` read Documents; rules of `facts` and `actions` read the
validated values of a source page, or as many of them as are right: all of them still speak when another field of the
file is wrong. What depends on the day stands in `as_of.stale`.
"""

from collections.abc import Callable, Iterable, Iterator

from emptychair.front_matter.document import Document
from emptychair.rules import (
    actions,
    bodies,
    body_markup,
    cards,
    facts,
    pictures,
    private_data,
    references,
    spelling,
    texts,
    titles,
    translation_agrees,
    translation_structure,
    withdrawals,
)
from emptychair.rules.index import Entry, Index
from emptychair.text.problems import Problem

EntryRule = Callable[[Entry, Index], Iterable[Problem]]
DocumentRule = Callable[[Document], Iterable[Problem]]

ENTRY_RULES: tuple[EntryRule, ...] = (
    *references.RULES,
    *translation_structure.RULES,
    *facts.RULES,
    *actions.RULES,
    *bodies.RULES,
    *body_markup.RULES,
    *titles.RULES,
    *pictures.RULES,
    *withdrawals.RULES,
    *translation_agrees.RULES,
    *spelling.RULES,
    *cards.RULES,
)
# Of every file, the settings and the recipients too.
DOCUMENT_RULES: tuple[DocumentRule, ...] = (*texts.RULES, *private_data.RULES)


def check_documents(index: Index) -> Iterator[Problem]:
    """Every problem that does not depend on the day."""
    for entry in index:
        yield from check_entry(entry, index)
    for document in index.documents():
        yield from check_document(document)


def check_entry(entry: Entry, index: Index) -> Iterator[Problem]:
    """Every problem of one page, beside those of its texts, that does not depend on the day."""
    if entry.role != "refused":
        for rule in ENTRY_RULES:
            for problem in rule(entry, index):
                if not _follows(problem, entry):
                    yield problem


def check_document(document: Document) -> Iterator[Problem]:
    """Every problem of the texts of one file."""
    for rule in DOCUMENT_RULES:
        yield from rule(document)


def _follows(problem: Problem, entry: Entry) -> bool:
    """Is it about a field that is absent where an entry was taken out? Its key may only be misspelt: told already."""
    return problem.field.rpartition(".")[0] in entry.lost and problem.field not in entry.written
