"""A page as its front matter and its body: texts as they were typed, each with its line."""

from emptychair.front_matter.document import Document, child, parse_page, parse_register
from emptychair.text.problems import Problem
from for_each import for_each
from front_matter.small_page import codes, page

PAGE = """\
---
title: "A title"
case:
  kind: person
  events:
    - id: taken
      date: 2020-05-01
    - text: "No id."
  scope: [name, story]
---
The body.

Its end.
"""


def test_a_page_is_its_front_matter_and_its_body() -> None:
    """Nested mappings, lists and texts; the body as it was written, and the line on which it begins."""
    document, problems = parse_page("a.md", PAGE)
    assert problems == []
    assert document.meta == {
        "title": "A title",
        "case": {
            "kind": "person",
            "events": [{"id": "taken", "date": "2020-05-01"}, {"text": "No id."}],
            "scope": ["name", "story"],
        },
    }
    assert document.body == "The body.\n\nIts end.\n"
    assert PAGE.split("\n")[document.body_line - 1] == "The body."


@for_each(
    "path, line, name",
    [
        (("title",), 2, "title"),
        (("case",), 3, "case"),
        (("case", "kind"), 4, "case.kind"),
        (("case", "events", 0), 6, "case.events.taken"),
        (("case", "events", 0, "date"), 7, "case.events.taken.date"),
        (("case", "events", 1), 8, "case.events.2"),
        (("case", "events", 1, "date"), 8, "case.events.2.date"),
        (("case", "scope", 1), 9, "case.scope.2"),
        (("case", "photo", "file"), 3, "case.photo.file"),
        (("update",), 2, "update"),
        ((), 2, ""),
    ],
)
def test_an_entry_has_a_line_and_a_name(path: tuple[str | int, ...], line: int, name: str) -> None:
    """Items are named by id, else by number from 1; what is not there has the line of what is around it."""
    document, _ = parse_page("a.md", PAGE)
    assert (document.line_of(path), document.name_of(path)) == (line, name)


def test_a_document_without_entries_begins_on_its_first_line() -> None:
    """Where nothing could be read, a problem is on line 1."""
    assert Document("a.md", {}, "", 1).line_of(("case", "kind")) == 1


@for_each(
    "node, step, found",
    [
        ({"a": "b"}, "a", "b"),
        ({"a": "b"}, "c", None),
        (["a"], 0, "a"),
        (["a"], 1, None),
        ("a", 0, None),
        ({"0": "a"}, 0, None),
    ],
)
def test_a_step_into_a_tree(node: object, step: str | int, found: object) -> None:
    """A key of a mapping, an index of a list, and nothing else."""
    assert child(node, step) == found


@for_each(
    "typed",
    ["NO", "yes", "null", "~", "12:30", "010", "1e3", "0x1f", "2020-05-01", "1_000", ".inf", "true", "1.50", "=", "<"],
)
def test_every_scalar_is_the_text_that_was_typed(typed: str) -> None:
    """Norway stays Norway, 12:30 is no number, and no value is null."""
    document, problems = page(f"title: {typed}")
    assert (document.meta, problems) == ({"title": typed}, [])


def test_windows_and_byte_order_marks_make_no_difference() -> None:
    """A file saved on Windows reads as the same file."""
    assert parse_page("a.md", "\ufeff" + PAGE.replace("\n", "\r\n")) == parse_page("a.md", PAGE)


def test_texts_over_several_lines() -> None:
    """Block texts are read with every sign in them, and not searched for traps."""
    document, problems = page("title: |\n  状态：x #MeToo\n  @a: [b\nnext: >-\n  one\n  two")
    assert problems == []
    assert document.meta == {"title": "状态：x #MeToo\n@a: [b\n", "next": "one two"}


def test_a_comment_after_a_blank_is_a_comment() -> None:
    """`# ` with a blank begins a remark, and a quoted text may be followed by one."""
    document, problems = page('title: "A" #remark\nkind: person  # a remark\n# a line\nlist: [a] # b')
    assert problems == []
    assert document.meta == {"title": "A", "kind": "person", "list": ["a"]}


def test_a_register_is_all_front_matter() -> None:
    """recipients.yml has no fence and no body, and its first line is line 1."""
    document, problems = parse_register("recipients.yml", "a:\n  b: c\n  b: d\n")
    assert document.meta == {"a": {"b": "d"}}
    assert [(problem.line, problem.field, problem.code) for problem in problems] == [(3, "a.b", "equal-keys")]


def test_an_empty_register_is_empty() -> None:
    """Nothing in a register is nothing, not a fault of its own."""
    assert parse_register("a.yml", "# only a remark\n")[0].meta == {}


@for_each(
    "text, code",
    [("", "no-front-matter"), ("a\n---\n", "no-front-matter"), ("---\na: b\n", "front-matter-not-closed")],
)
def test_a_page_without_fences_is_refused(text: str, code: str) -> None:
    """It still counts as a page: without facts, with one problem on line 1."""
    document, problems = parse_page("a.md", text)
    assert document.meta == {}
    assert problems == [Problem("a.md", 1, "", code)]


@for_each("front_matter", ["", "# only a remark", "\n"])
def test_an_empty_front_matter_is_a_problem(front_matter: str) -> None:
    """A page is never left out without a word."""
    assert page(front_matter)[1] == [Problem("a.md", 1, "", "empty-front-matter")]


def test_two_faults_of_one_file_are_both_told() -> None:
    """What was mended does not hide what stands below it."""
    _, problems = page("title：A\nkind:\nname: a\nname: b")
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "wide-colon"),
        (3, "empty-value"),
        (5, "equal-keys"),
    ]


def test_a_fault_is_told_once() -> None:
    """What the parser stumbles over in the line of a trap is that trap."""
    _, problems = page('text: "Soft" detention: began.')
    assert codes(problems) == ["quote-in-text"]
