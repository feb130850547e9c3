"""The rows of strings/problems.yml, with what an editor can do besides where a reason in words answers a problem."""

from collections.abc import Mapping
from functools import cache

from emptychair.text.strings import Row, catalogue
from emptychair.text.vocabulary import terms


@cache
def problem_rows() -> Mapping[str, Row]:
    """Code of a problem -> its row. Behind the cures of those in vocabulary/fact_rules.yml stands how they are answered."""
    rows = catalogue("problems")
    return {code: _answerable(row, code) if code in terms("fact_rules") else row for code, row in rows.items()}


def _answerable(row: Row, code: str) -> Row:
    """The row with the way to a reason behind each cure."""
    ways = catalogue("reasons")["or-reason"]
    return {**row, **{f"hint_{name}": way.format(cure=row[f"hint_{name}"], rule=code) for name, way in ways.items()}}
