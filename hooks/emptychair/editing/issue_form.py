"""The text of a filled issue form -> its form, its language and the value of each field.

Everything in it was typed by somebody unknown: values are texts, nothing more, and no longer than they may be.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from emptychair.editing.answers import parts_of
from emptychair.text.hidden_characters import without_hidden
from emptychair.text.strings import read_rows, shipped_languages, written_languages
from emptychair.text.term_search import code_named
from emptychair.text.traditional import has_library
from emptychair.text.vocabulary import terms

TEXT_LIMIT = 64 * 1024
# How GitHub writes that a field was left empty.
EMPTY = {"", "_No response_", "None"}
CODE = re.compile(r"\(([a-z0-9-]+|[A-Z]{2}(?:-[A-Z]{2})?)\)(?=,|$)")
TICKED = re.compile(r"- \[[xX]\] (.+)")
FENCED = re.compile(r"(`{3,})[a-z]*\n(.*)\n\1", re.DOTALL)
TAG = re.compile(r"</?[A-Za-z!][^<>]{0,1000}>")
CONTROLS = re.compile(r"[\n\t]")


@dataclass(frozen=True)
class Issue:
    """What was filled in: the form, the language of its labels, the values by field; `unticked` are open promises."""

    form: str
    language: str
    values: Mapping[str, str]
    unticked: tuple[str, ...] = ()


@cache
def forms() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """The forms: form -> id of a field -> its row in strings/forms.yml."""
    return read_rows("strings", "forms")  # type: ignore[return-value]  # one level deeper than other catalogues


def read_issue(text: str) -> Issue:
    """The fields of a form, found by their labels in the form's order. Raises ValueError where it is none of ours."""
    text = visible(text)
    found = [(form, language, _parts(text, form, language)) for form in forms() for language in read_languages()]
    form, language, parts = max(found, key=lambda one: len(one[2]))
    fields = forms()[form]
    needed = [field for field, row in fields.items() if row.get("required")]
    if not parts or any(field not in parts for field in needed):
        raise ValueError("the text of no form")
    values = {field: value_of(parts[field], fields[field]) for field in parts if fields[field]["type"] != "checkboxes"}
    filled = {field: value for field, value in values.items() if value}
    return Issue(form, language, filled, unticked_of(parts, fields, language))


def read_languages() -> tuple[str, ...]:
    """The languages whose labels are known: those in traditional Chinese are converted, where that can be done."""
    return shipped_languages() if has_library() else written_languages()


def visible(text: str) -> str:
    """A text with the line ends of Unix and blanks for what nobody sees; tabs and line ends stay."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return "".join(part if CONTROLS.fullmatch(part) else without_hidden(part) for part in re.split(r"([\n\t])", text))


def _parts(text: str, form: str, language: str) -> dict[str, str]:
    """Field -> what stands below its label. A label out of its order is only text that somebody typed."""
    order = {f"### {row[language]}": number for number, row in enumerate(forms()[form].values())}
    lines = text.split("\n")
    places = [(number, order[line.strip()]) for number, line in enumerate(lines) if line.strip() in order]
    chosen: list[tuple[int, int]] = []
    for at, (line, field) in enumerate(places):
        last = chosen[-1][1] if chosen else -1
        # All fields of a form come, also empty ones: where one between the two is still to come, this is no label.
        skipped = {other for _, other in places[at + 1 :] if last < other < field}
        if field > last and not skipped:
            chosen.append((line, field))
    ends = [*(line for line, _ in chosen), len(lines)][1:]
    names = list(forms()[form])
    return {
        names[field]: "\n".join(lines[line + 1 : end]).strip() for (line, field), end in zip(chosen, ends, strict=True)
    }


def value_of(text: str, row: Mapping[str, Any]) -> str:
    """What stands below a label -> the value of its field: codes of a list, one after the other, or the text itself."""
    if text in EMPTY:
        return ""
    if match := FENCED.fullmatch(text):
        text = match[2]
    return ", ".join(_codes(text, row)) if row["type"] == "dropdown" else text.strip()


def _codes(text: str, row: Mapping[str, Any]) -> Sequence[str]:
    """The codes of the options that were chosen: `In custody (in-custody)`, or a label; what is none is kept."""
    known = terms(row["terms"])
    found = [code for code in CODE.findall(text) if code in known]
    # A label may have commas.
    whole = code_named(row["terms"], text)
    return found or ([whole] if whole in known else [code_named(row["terms"], one) for one in parts_of(text)])


def unticked_of(parts: Mapping[str, str], fields: Mapping[str, Mapping[str, Any]], language: str) -> tuple[str, ...]:
    """The promises of a form that nobody ticked, in its language."""
    lines = (line.strip() for line in parts.get("safety", "").split("\n"))
    ticked = {match[1].strip() for line in lines if (match := TICKED.fullmatch(line))}
    promises = (str(row[language]) for row in fields["safety"]["choices"].values())
    return tuple(promise for promise in promises if promise not in ticked)


def plain_line(text: str) -> str:
    """A text as an entry of the front matter: one line, without HTML."""
    return " ".join(TAG.sub(" ", text).split())


def plain_body(text: str) -> str:
    """A text as the body of a page: paragraphs and links, without HTML and without headings."""
    lines = (line.lstrip("# \t") if line.lstrip().startswith("#") else line for line in text.split("\n"))
    return "\n".join(lines).replace("<", "&lt;").strip()
