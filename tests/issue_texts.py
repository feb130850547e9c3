"""The texts of issues, as the code host writes what somebody filled into a form."""

from collections.abc import Mapping

from emptychair.editing.issue_form import forms
from emptychair.text.vocabulary import term, terms

CASE_VALUES = {
    "name-latin": "Wang Wu",
    "description": "An editor.",
    "consent": "public-record",
    "event-date": "2020-05-01",
    "event-status": "in-custody",
    "event-text": "Police took Wang Wu.",
    "source-title": "A paper",
}


def form(name: str, values: Mapping[str, str], language: str = "en", ticked: str = "X") -> str:
    """The text of an issue, as GitHub writes what was filled into a form."""
    parts = []
    for field, row in forms()[name].items():
        if row["type"] == "checkboxes":
            value = "\n".join(f"- [{ticked}] {choice[language]}" for choice in row["choices"].values())
        elif row["type"] == "dropdown" and values.get(field) in terms(row["terms"]):
            value = f"{term(row['terms'], values[field]).label(language)} ({values[field]})"
        else:
            value = values.get(field) or "_No response_"
        parts.append(f"### {row[language]}\n\n{value}")
    return "\n\n".join(parts) + "\n"
