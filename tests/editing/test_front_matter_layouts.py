"""Changes to front matter in many layouts: one span of lines is new, and comments stay."""

from __future__ import annotations

import re
from copy import deepcopy
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from hypothesis import example, given
from hypothesis import strategies as st

from editing.patched_page import EVENTS, NEW, ORDER, PLAIN_PAGE
from emptychair.editing.front_matter_patch import add_entry, add_item, body_of, remove, set_value
from emptychair.front_matter.document import parse_page
from properties import share_of_examples

if TYPE_CHECKING:
    pass


def meta(text: str) -> Any:
    """What the strict reader reads."""
    document, problems = parse_page("", text)
    assert problems == []
    return document.meta


# --- many layouts

BLANK = st.sampled_from(["", "  # a comment", "# at the margin", "      # far in", "   "])


SCALARS = ("plain", "single", "double", "literal", "folded", "wrapped")


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """A page of a case, laid out as somebody might: quotes, indents, brackets, comments, blank lines, line ends."""
    step = draw(st.sampled_from([2, 3, 4]))
    lines = [draw(st.sampled_from(["updated: 2020-06-01", 'updated: "2020-06-01"', "updated: 2020-06-01  # by hand"]))]
    lines.append("case:")
    keys = draw(st.permutations(["names", "as_of", "events", "sources"]))
    makers = {"names": _names, "as_of": _as_of, "events": _events, "sources": _sources}
    for key in keys:
        lines += [" " * step + line for line in makers[key](draw, step)]
    lines = _commented(draw, lines)
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    body = draw(st.sampled_from(["", "One: two\n# three\n---\nfour", "five\n"])).replace("\n", end)
    fence = draw(st.sampled_from(["---", "--- "]))
    bom = draw(st.sampled_from(["", "\ufeff"]))
    return bom + end.join(["---", *lines, fence]) + draw(st.just(end) if body else st.sampled_from(["", end])) + body


def _names(draw: st.DrawFn, step: int) -> list[str]:
    if draw(st.booleans()):
        return ["names: {en: 'Li Si', zh: \"李四\"}  # both"]
    return ["names:", f"{' ' * step}en: Li Si", f"{' ' * step}zh: 李四"]


def _as_of(draw: st.DrawFn, step: int) -> list[str]:
    return [draw(st.sampled_from(["as_of: 2020-05-01", "as_of:   '2020-05-01' # news", 'as_of: "2020-05-01"']))]


def _sources(draw: st.DrawFn, step: int) -> list[str]:
    if draw(st.booleans()):
        return ['sources: {paper: {title: "A paper"}}']
    return ["sources:", f"{' ' * step}paper:", f"{' ' * 2 * step}title: A paper"]


def _events(draw: st.DrawFn, step: int) -> list[str]:
    count = draw(st.integers(1, 3))
    rows = [(f"e{number}", f"2020-0{number + 1}") for number in range(count)]
    style = draw(st.sampled_from(["flow", "wrapped", "braces", "block"]))
    if style == "flow":
        return ["events: [" + ", ".join(f'{{id: {one}, date: {date}, text: "a, b"}}' for one, date in rows) + "]"]
    if style == "wrapped":
        items = [f"  {{id: {one}, date: {date},\n    text: 'a'}},  # so" for one, date in rows]
        return ["events: [", *"\n".join(items).split("\n"), "]"]
    dash = " " * draw(st.sampled_from([0, step]))
    gap = " " * draw(st.sampled_from([1, 3]))
    lines = ["events:"]
    for one, date in rows:
        if style == "braces":
            lines.append(f"{dash}-{gap}{{id: {one}, date: {date}, text: 'a'}}")
            continue
        inner = f"{dash} {gap}"
        lines += [f"{dash}-{gap}id: {one}", f"{inner}date: {date}"]
        lines += [inner + line if line else "" for line in _text(draw(st.sampled_from(SCALARS)))]
    return lines


def _text(style: str) -> list[str]:
    return {
        "plain": ["text: a plain text  # plain"],
        "single": ["text: 'It''s #so: yes'"],
        "double": ['text: "a \\"b\\" # c"'],
        "literal": ["text: |", "  one", "", "  # no comment", ""],
        "folded": ["text: >-", "  one", "  two"],
        "wrapped": ["text: one", "  two", "  three"],
    }[style]


def _commented(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """Comments and blank lines where they change nothing that is read."""
    out, read = lines, _read(lines)
    for number in range(len(lines), 0, -1):
        if draw(st.integers(0, 4)) == 0:
            more = [*out[:number], draw(BLANK), *out[number:]]
            out = more if _read(more) == read else out
    return out


def _read(lines: list[str]) -> Any:
    document, problems = parse_page("", "\n".join(["---", *lines, "---"]))
    return None if problems else document.meta


def comments(text: str) -> list[str]:
    """What stands behind each sign of comment."""
    return re.findall(r"(?m)(?:^|\s)(#[^\r\n]*)", text)


def changed_lines(old: str, new: str) -> list[tuple[str, list[str], list[str]]]:
    """The spans of lines that are not the same, byte for byte."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(tag, before[a:b], after[c:d]) for tag, a, b, c, d in found if tag != "equal"]


@share_of_examples(3)
@given(layouts(), st.integers(0, 3))
@example(PLAIN_PAGE, 1)
def test_an_event_changes_nothing_else(text: str, index: int) -> None:
    """In every layout: one span of lines is new, comments stay, and what is read is the old facts and the event."""
    events = meta(text)["case"]["events"]
    index = min(index, len(events))
    new = add_item(text, EVENTS, index, NEW, ORDER)
    expected = deepcopy(meta(text))
    expected["case"]["events"].insert(index, NEW)
    assert meta(new) == expected
    assert body_of(new) == body_of(text)
    assert comments(new.replace(" #1 ", "")) == comments(text)
    ((tag, old_lines, new_lines),) = changed_lines(text, new)
    # In brackets the line of the item beside it holds it; else every line is a new one.
    assert tag == "insert" or (len(old_lines) == len(new_lines) == 1 and "{" in new_lines[0])
    ends = {line[len(line.rstrip("\r\n")) :] for line in new_lines}
    assert ends == {re.findall(r"\r\n|\r|\n", text)[0]}


@share_of_examples(3)
@given(layouts())
@example(PLAIN_PAGE)
def test_values_and_entries_change_nothing_else(text: str) -> None:
    """In every layout: a line is another one, or new; comments stay; what is read is the old facts and the change."""
    expected = deepcopy(meta(text))
    new = set_value(set_value(text, ("updated",), "2020-07-01"), ("case", "as_of"), "2020-06~")
    new = add_entry(new, ("case", "checked"), "2020-07-01", ORDER)
    new = add_entry(new, ("case", "sources", "radio"), {"title": "Radio: news", "date": "2020"})
    expected["updated"] = expected["case"]["checked"] = "2020-07-01"
    expected["case"]["as_of"] = "2020-06~"
    expected["case"]["sources"]["radio"] = {"title": "Radio: news", "date": "2020"}
    assert meta(new) == expected
    assert comments(new) == comments(text)
    assert body_of(new) == body_of(text)
    for _, old_lines, new_lines in changed_lines(text, new):
        assert [line for line in old_lines if not re.search("updated|as_of|sources: {", line)] == []
        assert len(new_lines) <= 5


@share_of_examples(3)
@given(layouts(), st.integers(0, 2))
def test_what_was_put_in_can_be_cut_out(text: str, index: int) -> None:
    """To the byte: the text is what it was."""
    index = min(index, len(meta(text)["case"]["events"]))
    assert remove(add_item(text, EVENTS, index, NEW), (*EVENTS, index)) == text
