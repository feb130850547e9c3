"""The rules across fields and pages: one small function each, and its docstring is the rule.

Rules of `references`, `pairs` and `bodies` read Documents, so that they still speak when another field of the file
is wrong; rules of `facts` and `appeals` read validated models. What depends on the day stands in `overdue`.
"""

from collections.abc import Callable, Iterable, Iterator

from emptychair.problems import Problem
from emptychair.rules import appeals, bodies, facts, pairs, references, titles
from emptychair.rules.entries import Entry, Index

EntryRule = Callable[[Entry, Index], Iterable[Problem]]

ENTRY_RULES: tuple[EntryRule, ...] = (
    *references.RULES,
    *pairs.RULES,
    *facts.RULES,
    *appeals.RULES,
    *bodies.RULES,
    *titles.RULES,
)


def check_documents(index: Index) -> Iterator[Problem]:
    """Every problem that does not depend on the day."""
    for entry in index:
        if entry.role != "refused":
            for rule in ENTRY_RULES:
                yield from rule(entry, index)
