"""The warnings that a change adds: those of the record after it that were not there before."""

from collections import Counter
from collections.abc import Iterable

from emptychair.text.problems import Problem, in_order


def added_warnings(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """Problems before and after -> the warnings that are new, by file, code and values, whichever line they stand at.

    Of three equal ones where there were two, the last is new.
    """
    known = Counter(map(_identity, before))
    found = []
    for problem in in_order(after):
        if problem.severity == "warning":
            known[_identity(problem)] -= 1
            found += [problem] if known[_identity(problem)] < 0 else []
    return found


def _identity(problem: Problem) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """The path is taken below the content folder: the two may have other names."""
    return problem.path.partition("/")[2], problem.code, tuple(sorted(problem.values.items()))
