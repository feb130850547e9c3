"""The rules across fields and pages: one small function each, and its docstring is the rule.

Rules of `references`, `translation_structure` and `bodies` read Documents; rules of `facts`, `case_*`, `actions` and
`pages_together` read the validated values of a source page, or as many of them as are right: nearly all of them still
speak when another field of the file is wrong. What depends on the day stands in `as_of.stale`.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from emptychair.front_matter.document import Document
from emptychair.rules import (
    actions,
    bodies,
    body_markup,
    cards,
    case_history,
    case_judgments,
    case_sources,
    examples,
    facts,
    pages_together,
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
from emptychair.rules.reasons import answered
from emptychair.text.problems import Problem

EntryRule = Callable[[Entry, Index], Iterable[Problem]]
DocumentRule = Callable[[Document], Iterable[Problem]]

ENTRY_RULES: tuple[EntryRule, ...] = (
    *references.RULES,
    *translation_structure.RULES,
    *facts.RULES,
    *case_history.RULES,
    *case_judgments.RULES,
    *case_sources.RULES,
    *actions.RULES,
    *pages_together.RULES,
    *examples.RULES,
    *bodies.RULES,
    *body_markup.RULES,
    *titles.RULES,
    *pictures.RULES,
    *withdrawals.RULES,
    *translation_agrees.RULES,
    *spelling.RULES,
    *cards.RULES,
)
# Of the values of a source page, and of a case alone: no other entry is asked.
CASE_RULES = frozenset((*case_history.RULES, *case_judgments.RULES, *case_sources.RULES))
SOURCE_RULES = CASE_RULES.union(facts.RULES, actions.SOURCE_RULES, pages_together.RULES)
# Of every file, the settings and the recipients too.
DOCUMENT_RULES: tuple[DocumentRule, ...] = (*texts.RULES, *private_data.RULES)


def check_documents(index: Index) -> Iterator[Problem]:
    """Every problem that does not depend on the day."""
    for entry in index:
        yield from check_entry(entry, index)
    for document in index.documents():
        yield from check_document(document)


def check_entry(entry: Entry, index: Index) -> Iterator[Problem]:
    """Every problem of one page that no reason answers, beside those of its texts and those that depend on the day."""
    if entry.role != "refused":
        rules = _rules_of(ENTRY_RULES, entry.values is not None, entry.kind == "case")
        found = (problem for rule in rules for problem in rule(entry, index))
        yield from answered(entry, (problem for problem in found if not _follows(problem, entry)))


@cache
def _rules_of(rules: tuple[EntryRule, ...], source: bool, case: bool) -> tuple[EntryRule, ...]:
    """The rules that may speak of an entry: there are many, and a translation has no values."""
    left_out = (frozenset() if source else SOURCE_RULES) | (frozenset() if case else CASE_RULES)
    return tuple(rule for rule in rules if rule not in left_out)


def check_document(document: Document) -> Iterator[Problem]:
    """Every problem of the texts of one file."""
    for rule in DOCUMENT_RULES:
        yield from rule(document)


def _follows(problem: Problem, entry: Entry) -> bool:
    """Is it about a field that is absent where an entry was taken out? Its key may only be misspelt: told already."""
    return problem.field.rpartition(".")[0] in entry.lost and problem.field not in entry.written
