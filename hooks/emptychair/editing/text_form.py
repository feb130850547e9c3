"""A text that somebody without an account wrote below the headings of a form -> the values of its fields."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import normalize

from emptychair.editing.issue_form import Issue, forms, read_languages, unticked_of, value_of, visible

# With fewer it is a text in which a word stands that happens to be a heading.
FEWEST_LABELS = 2
MARKS = "#*_ \t"
# Where a label that says how to answer can be broken off: "Date of the newest event, like 2019-04-19".
EXPLAINED = re.compile(r"\s*[,(:].*", re.DOTALL)
TICK = re.compile(r"^\s*(?:[-*]\s*)?(?:\[\s*[xX✓✔]\s*\]|[☑☒✓✔🗹])\s*", re.MULTILINE)


def read_text_form(text: str) -> Issue:
    """The fields of a form, found by their labels in any order, each a line of its own or followed by a colon.

    Raises ValueError where there are not even two of them. What is lacking is for the checks of the page to tell.
    """
    lines = visible(text.replace("\r", "\n")).split("\n")
    found = [(form, language, _parts(lines, form, language)) for form in forms() for language in read_languages()]
    form, language, parts = max(found, key=lambda one: len(one[2]))
    if len(parts) < FEWEST_LABELS:
        raise ValueError("the text of no form")
    fields = forms()[form]
    values = {field: value_of(part, fields[field]) for field, part in parts.items() if field != "safety"}
    ticks = {field: TICK.sub("- [x] ", part) for field, part in parts.items() if field == "safety"}
    return Issue(
        form, language, {field: value for field, value in values.items() if value}, unticked_of(ticks, fields, language)
    )


def blank_form(form: str, language: str) -> str:
    """The headings of a form in a language, to be filled without an account; `read_text_form` reads it back."""
    return "\n".join(_blank(row, language) for row in forms()[form].values())


def _blank(row: Mapping[str, Any], language: str) -> str:
    choices = row["choices"].values() if row["type"] == "checkboxes" else ()
    return "\n".join([f"### {row[language]}", "", *(f"- [ ] {choice[language]}" for choice in choices), ""])


def _parts(lines: list[str], form: str, language: str) -> dict[str, str]:
    """Field -> what stands behind and below its label. A label that comes again is only text that somebody typed."""
    labels = _labels(form, language)
    found: dict[str, list[str]] = {}
    here: list[str] = []
    for line in lines:
        field, rest = _label_of(line, labels)
        if field and field not in found:
            here = found[field] = [rest]
        else:
            here.append(line)
    return {field: "\n".join(part).strip() for field, part in found.items()}


def _labels(form: str, language: str) -> dict[str, str]:
    """Each name of a label, the longest first -> its field: the whole label, or its beginning where no other has it."""
    whole = {_folded(row[language]): field for field, row in forms()[form].items()}
    short = [(EXPLAINED.sub("", label), field) for label, field in whole.items()]
    begun = [label for label, _ in short]
    names = {label: field for label, field in short if begun.count(label) == 1} | whole
    return dict(sorted(names.items(), key=lambda one: -len(one[0])))


def _label_of(line: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """The field whose label stands at the beginning of a line, and what is behind it; "" where there is none."""
    return next(_labelled(line, labels), ("", ""))


def _labelled(line: str, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    typed = line.strip(MARKS)
    for label, field in labels.items():
        # No sign of a label becomes two by folding, so that the lengths agree.
        head, rest = typed[: len(label)], typed[len(label) :].lstrip(MARKS)
        if _folded(head) == label and normalize("NFKC", rest[:1]) in ("", ":"):
            yield field, rest[1:].lstrip(MARKS)


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold().strip()
