"""Changes to front matter, one thing at a time: every other byte stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editing.patched_page import EVENTS, NEW, ORDER, PLAIN_PAGE
from emptychair.editing.front_matter_patch import UneditableError, add_entry, add_item, body_of, remove, set_value
from for_each import for_each

if TYPE_CHECKING:
    from collections.abc import Callable

    from emptychair.front_matter.yaml_builder import Path


def test_a_value_keeps_its_quotes_and_its_comment() -> None:
    """The value alone is another one."""
    assert set_value(PLAIN_PAGE, ("updated",), "2020-07-02") == PLAIN_PAGE.replace(
        "updated: 2020-06-01   #", "updated: 2020-07-02   #"
    )
    assert set_value(PLAIN_PAGE, ("case", "as_of"), "2020-07") == PLAIN_PAGE.replace(
        '"2020-05-01"  # the', '"2020-07"  # the'
    )


def test_a_value_that_is_not_there_is_not_made() -> None:
    """Another function adds entries."""
    with pytest.raises(KeyError):
        set_value(PLAIN_PAGE, ("case", "checked"), "2020")


def test_an_item_stands_behind_the_comments_of_the_one_above() -> None:
    """What is indented like an item's keys belongs to it, what is indented like its hyphen to the next one."""
    item = """\
    - id: new
      date: 2020-04
      text: "He said: \\"no\\" #1 \\\\ 他说：“不”"
      sources: [paper, radio]
"""
    above = "      # status: missing\n"
    assert add_item(PLAIN_PAGE, EVENTS, 1, NEW) == PLAIN_PAGE.replace(above, above + item)
    first = "  events:\n"
    assert add_item(PLAIN_PAGE, EVENTS, 0, NEW) == PLAIN_PAGE.replace(first, first + item)
    last = "      text: 'It''s so'\n"
    assert add_item(PLAIN_PAGE, EVENTS, 2, NEW) == PLAIN_PAGE.replace(last, last + item)


def test_an_entry_stands_where_the_order_puts_it() -> None:
    """Behind the nearest key that comes before it; at the end where none does."""
    line = '  as_of: "2020-05-01"  # the newest news\n'
    new = add_entry(PLAIN_PAGE, ("case", "checked"), "2020-06-01", ORDER)
    assert new == PLAIN_PAGE.replace(line, line + "  checked: 2020-06-01\n")
    last = '      title: "A paper"\n'
    photo = '  photo:\n    file: "a.jpg"\n    credit: "C"\n'
    assert add_entry(PLAIN_PAGE, ("case", "photo"), {"file": "a.jpg", "credit": "C"}) == PLAIN_PAGE.replace(
        last, last + photo
    )


def test_a_list_that_is_not_there_is_made() -> None:
    """With its key, in its place."""
    new = add_item(PLAIN_PAGE, ("case", "aliases"), 0, {"name": "Lao Li", "kind": "nickname"}, ("names", "aliases"))
    names = '    en: "Li Si"\n'
    assert new == PLAIN_PAGE.replace(names, names + '  aliases:\n    - name: "Lao Li"\n      kind: nickname\n')


@for_each(
    "path, lines",
    [
        (("case", "events", 0), ("    - id: taken\n      date: 2020-03\n      # status: missing\n", "")),
        (("case", "events", 1), ("    - id: moved\n      date: 2020-05\n      text: 'It''s so'\n", "")),
        (("case", "events"), (PLAIN_PAGE[PLAIN_PAGE.index("  events:") : PLAIN_PAGE.index("  sources:")], "")),
        (("case", "names", "en"), ('  names:\n    en: "Li Si"\n', "")),
        (("case", "sources"), ('  sources:\n    paper:\n      title: "A paper"\n', "")),
    ],
)
def test_an_entry_is_cut_out_with_its_comments(path: Path, lines: tuple[str, str]) -> None:
    """A list or mapping that would be left empty goes with it."""
    assert remove(PLAIN_PAGE, path) == PLAIN_PAGE.replace(*lines)


FLOW = "---\nupdated: 2020\nupdate: {kind: news, cases: [li-si, wang-wu, zhao-liu], note: a}  # all\n---\n"


@for_each(
    "path, old, new",
    [
        (("update", "cases", 0), "[li-si, wang-wu, zhao-liu]", "[wang-wu, zhao-liu]"),
        (("update", "cases", 1), "[li-si, wang-wu, zhao-liu]", "[li-si, zhao-liu]"),
        (("update", "cases", 2), "[li-si, wang-wu, zhao-liu]", "[li-si, wang-wu]"),
        (("update", "cases"), ", cases: [li-si, wang-wu, zhao-liu]", ""),
        (("update", "kind"), "kind: news, ", ""),
        (("update",), "update: {kind: news, cases: [li-si, wang-wu, zhao-liu], note: a}  # all\n", ""),
    ],
)
def test_an_entry_is_cut_out_of_brackets_and_braces(path: Path, old: str, new: str) -> None:
    """With one comma."""
    assert remove(FLOW, path) == FLOW.replace(old, new)


def test_entries_are_put_into_brackets_and_braces() -> None:
    """As the line is written."""
    text = add_item(FLOW, ("update", "cases"), 1, "sun-qi")
    text = add_item(text, ("update", "cases"), 0, "a")
    text = add_entry(text, ("update", "place"), "Here: there", ("kind", "place"))
    assert text == FLOW.replace("[li-si,", "[a, li-si, sun-qi,").replace("news,", 'news, place: "Here: there",')
    assert add_item("---\na: []\n---\n", ("a",), 0, {"b": "c"}) == "---\na: [{b: c}]\n---\n"


def test_the_body_keeps_its_line_ends() -> None:
    """What stands below the second fence."""
    assert body_of("\ufeff---\r\na: b\r\n---\r\nOne\rtwo\n\nthree") == "One\rtwo\n\nthree"
    assert body_of("---\na: b\n---") == ""


@for_each(
    "change, line",
    [
        (lambda: set_value("---\na: b\nc: |\n  d\n---\n", ("c",), "e"), 3),
        (lambda: set_value("---\na: [b]\n---\n", ("a",), "e"), 2),
        (lambda: add_entry("---\na: b\n---\n", ("a", "c"), "e"), 2),
        (lambda: add_item("---\na: b\n---\n", ("a",), 0, "e"), 2),
        (lambda: remove("---\na: b\nc:\n  - d: e\n    f: g\n---\n", ("c", 0, "d")), 4),
        (lambda: remove("---\na: b\nc:\n  - - d\n    - e\n---\n", ("c", 0, 0)), 4),
        (lambda: set_value("---\na: b\n---\n", ("a",), "two\nlines"), 2),
        (lambda: set_value("---\na: b\na: c\n---\n", ("a",), "d"), 3),
        (lambda: set_value("a: b\n", ("a",), "d"), 1),
    ],
)
def test_what_cannot_be_changed_alone_is_refused(change: Callable[[], str], line: int) -> None:
    """With its line, instead of a page that says something else."""
    with pytest.raises(UneditableError) as caught:
        change()
    assert caught.value.line == line


def test_a_change_that_the_reader_refuses_says_why() -> None:
    """The problems are those of the text that was not given back."""
    with pytest.raises(UneditableError) as caught:
        set_value("---\na: b\n---\n", ("a",), "hidden\u202esign")
    assert [problem.code for problem in caught.value.problems] == ["hidden-sign"]
