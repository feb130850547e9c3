"""Problems as a build logs them: each error, and of the warnings a count for each kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from emptychair.text.problems import Problem, Severity, one_line
from emptychair.text.strings import Strings


def log_lines(problems: Iterable[Problem], language: str) -> Iterator[tuple[Severity, str]]:
    """Problems in order -> severity and line: an error to a line, a kind of warning to a line with its count.

    A campaign of many years has hundreds of faded statuses: told at each build, nobody reads what else is told there.
    """
    say = Strings(language, "commands")
    kinds: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.severity == "error":
            yield "error", one_line(problem, language)
        else:
            kinds[problem.code].append(problem)
    for kind, found in kinds.items():
        first, count = one_line(found[0], language), say.plural("count-warnings", len(found))
        yield "warning", first if len(found) == 1 else say("build-warnings", warnings=count, kind=kind, first=first)
    if kinds:
        count = say.plural("count-warnings", sum(map(len, kinds.values())))
        yield "warning", say("build-warnings-listed", warnings=count)
