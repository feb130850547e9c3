"""Problems that a page may answer by a reason in words: how, stands behind their cures."""

from emptychair.text.strings import Row, catalogue
from emptychair.text.vocabulary import terms


def with_reason(row: Row, code: str) -> Row:
    """The row of a problem and its code -> the row, where vocabulary/fact_rules.yml has it with the way to a reason."""
    if code not in terms("fact_rules"):
        return row
    ways = catalogue("reasons")["or-reason"]
    return {**row, **{f"hint_{name}": way.format(cure=row[f"hint_{name}"], rule=code) for name, way in ways.items()}}
