"""Problems: one value per fault of a file, and its one-line form. Nothing here prints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Literal

from emptychair.text.answerable import with_reason
from emptychair.text.hidden_characters import printable
from emptychair.text.strings import Row, catalogue
from emptychair.text.vocabulary import Term, term, terms

# So many terms of a list are named where none is near.
LISTED = 12
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one file.

    `path` is relative to the folder that holds `content/`, with forward slashes; `line` counts from 1; `field` is
    the path of the front-matter field with list items by id, else by number from 1 (empty for the body); `code` is
    a row of strings/problems.yml, which has the words and the severity; `values` fill the placeholders of that row, of
    which `terms` is `list/code list/code` and shown with the labels of these terms.
    """

    path: str
    line: int
    field: str
    code: str
    values: Mapping[str, str] = dataclass_field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Does it stop the build?"""
        return "warning" if self._row.get("severity") == "warning" else "error"

    @property
    def _row(self) -> Row:
        return with_reason(catalogue("problems")[self.code], self.code)

    def message(self, language: str) -> str:
        """What was found and what must be, in `language`."""
        return self._row[language].format_map(self._shown(language))

    def hint(self, language: str) -> str:
        """How to mend it, in `language`; empty where the message says all.

        Where there is no nearest term or right form of a date to offer, the row may have another hint, or none.
        """
        needed = self._row.get("hint_needs", "")
        found = not needed or self.values.get(needed)
        template = self._row.get(f"hint_{language}" if found else f"hint_else_{language}", "")
        return template.format_map(self._shown(language)) if template else ""

    def _shown(self, language: str) -> dict[str, str]:
        """The values as a line can hold them: what somebody typed may be 16 KB long, or a command to a terminal."""
        short = {name: value if len(value) <= 80 else value[:79] + "…" for name, value in self.values.items()}
        shown = {name: printable(value) for name, value in short.items()}
        if "terms" in shown:
            shown |= {"terms": self._named(language, [term(*one.split("/")) for one in self.values["terms"].split()])}
            every = tuple(terms(self.values["list"]).values())
            more = self._row[f"and_{language}"] + "…" if len(every) > LISTED else ""
            shown |= {"all": self._named(language, every[:LISTED], "and") + more}
        return shown

    def _named(self, language: str, found: Iterable[Term], joint: str = "or") -> str:
        """Terms by code and label: a code alone does not tell an editor what would be published."""
        row = self._row
        return row[f"{joint}_{language}"].join(
            row[f"term_{language}"].format(code=t.code, label=t.label(language)) for t in found
        )


def one_line(problem: Problem, language: str) -> str:
    """`path:line: field: message (hint)`, as editors and programs read it."""
    return f"{place(problem)}: {words(problem, language)}"


def place(problem: Problem) -> str:
    """`path:line`."""
    return f"{printable(problem.path)}:{problem.line}"


def words(problem: Problem, language: str) -> str:
    """`field: message (hint)`."""
    named = f"{printable(problem.field)}: " if problem.field else ""
    hint = problem.hint(language)
    return named + problem.message(language) + (f" ({hint})" if hint else "")


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems sorted by file and line, each once."""
    unique = {(p.path, p.line, p.field, p.code, tuple(sorted(p.values.items()))): p for p in problems}
    return [unique[key] for key in sorted(unique)]
