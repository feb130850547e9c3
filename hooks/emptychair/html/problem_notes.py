"""Problems in the pages themselves, for an editor's own machine: above the page that each is about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from emptychair.html.environment import render
from emptychair.text.problems import Problem, place, words
from emptychair.text.strings import Strings

HOME = "index"
# So many problems of other files are listed; `make check` lists all of them.
LIMIT = 100
Row = tuple[str, str, str]


class ProblemNotes:
    """The problems of a content folder by its files; `folder` is its name, with which their paths begin."""

    def __init__(self, folder: str, problems: Iterable[Problem]) -> None:
        self._folder = folder
        self._by_file: defaultdict[str, list[Problem]] = defaultdict(list)
        for problem in sorted(problems, key=lambda one: one.severity != "error"):
            self._by_file[problem.path].append(problem)

    def block(self, say: Strings, path: str, everywhere: bool = False, written: str = "") -> str:
        """The note above a page in the language of `say`, as HTML, or "".

        `written` is the language of its file, where the words of the page were converted from another script. The note
        has what is wrong with the file of the page; on the first page, and `everywhere` if asked, of the others too.
        """
        name = f"{self._folder}/{written or say.language}/{path}.md"
        own = self._by_file.get(name, [])
        listed = path == HOME or everywhere
        others = [one for file, found in self._by_file.items() if listed and file != name for one in found]
        if not own and not others:
            return ""
        shown = {"own": _rows(own, say.language), "others": _rows(others[:LIMIT], say.language)}
        return render("problems.html", {"say": say, "everywhere": everywhere, "more": len(others) - LIMIT, **shown})


def _rows(problems: Sequence[Problem], language: str) -> list[Row]:
    """Where, error or warning, and what to do, of each problem."""
    mark = Strings(language, "commands")
    return [(place(one), mark(f"mark-{one.severity}"), words(one, language)) for one in problems]
