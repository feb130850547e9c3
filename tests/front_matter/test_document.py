"""Front matter as text: what is read, where it stands, and that nothing makes it fail."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from emptychair.front_matter.document import PAGE_LIMIT, REGISTER_LIMIT, Document, child, parse_page, parse_register
from emptychair.text.problems import Problem
from for_each import for_each
from work import growth, not_for_ever

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
# Signs that mean something in YAML, and signs that people take for them.
SIGNS = st.text(alphabet="ab:-#,'\"[]{}&*!|>?%@`\\ \t\n：，【】　“”0~<=\u2028\u0085\r", max_size=60)
ANY = st.text(max_size=80)


def scalars(value: Any) -> list[Any]:
    """Every scalar of a tree."""
    if isinstance(value, dict):
        return [one for key, item in value.items() for one in (key, *scalars(item))]
    if isinstance(value, list):
        return [one for item in value for one in scalars(item)]
    return [value]


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def page(front_matter: str) -> tuple[Document, list[Problem]]:
    return parse_page("a.md", f"---\n{front_matter}\n---\nThe body.\n")


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


@pytest.mark.parametrize(
    ("path", "line", "name"),
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


@pytest.mark.parametrize(
    ("node", "step", "found"),
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "no-front-matter"), ("a\n---\n", "no-front-matter"), ("---\na: b\n", "front-matter-not-closed")],
)
def test_a_page_without_fences_is_refused(text: str, code: str) -> None:
    """It still counts as a page: without facts, with one problem on line 1."""
    document, problems = parse_page("a.md", text)
    assert document.meta == {}
    assert problems == [Problem("a.md", 1, "", code)]


@pytest.mark.parametrize("front_matter", ["", "# only a remark", "\n"])
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


# --- nothing makes it fail


def parsed(text: str, register: bool = False) -> tuple[Document, list[Problem]]:
    """What is read of a text, which ends."""
    with not_for_ever():
        return parse_register("a.yml", text) if register else parse_page("a.md", text)


BOMBS = {
    "30,000 brackets": "a: " + "[" * 30_000,
    "brackets within the limit": "a: " + "[" * 16_000,
    "brackets without a key": "[" * 16_000,
    "braces": "a: " + "{" * 16_000,
    "closed brackets": "a: " + "[" * 8_000 + "]" * 8_000,
    "lists in lists": "a:\n  " + "- " * 8_000,
    "question marks": "? " * 8_000,
    "colons": "a: " + ": " * 8_000,
    "deep nesting": "\n".join(" " * depth + "a:" for depth in range(170)),
    "20 KB": f'a: "{"x" * 20 * 1024}"',
    "20 KB in Chinese": f'a: "{"字" * 7 * 1024}"',
    "merge keys": "a: &a {b: c}\n" + "\n".join(f"k{n}: {{<<: *a}}" for n in range(1_000)),
    "a merge key": "a:\n  <<: {b: c}",
    "laughs": "a: &a [x,x]\n"
    + "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]" for n in range(20)),
    "an alias": "a: *b",
    "an anchor on a list": "a: &b [c]",
    "an anchor on a mapping": "a: &b\n  c: d",
    "a tag": "a: !!python/object/apply:os.system [ls]",
    "a tag of its own": "a: !x b",
    "a tag on a list": "a: !!set [b]",
    "many entries": "a: [" + "b," * 7_000 + "]",
    "a list as key": "? [a]\n: b",
    "a mapping as key": "{{a: b}: c}",
    "control signs": 'a: "\x01"',
    "NUL": 'a: "\x00"',
    "half a letter": 'a: "\\ud800"',
    "a directive": "%YAML 1.1",
    "quotes": '"' * 16_000,
    "backslashes": 'a: "' + "\\" * 16_000,
    "wide commas": "a: [" + "，" * 5_000,
    "wide colons": "：" * 5_000,
    "blanks": "a" + " " * 16_000 + "b: c: d",
    "dots": "...\n" * 4_000,
}


@for_each("name", BOMBS)
def test_a_bomb_is_a_problem(name: str) -> None:
    """Brackets, depth, size, references, tags: refused with a line, never an exception, never for ever."""
    _, problems = parsed(f"---\n{BOMBS[name]}\n---\nThe body.\n")
    assert problems
    assert all(1 <= problem.line <= BOMBS[name].count("\n") + 3 for problem in problems)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("30,000 brackets", "too-large"),
        ("20 KB in Chinese", "too-large"),
        ("brackets within the limit", "too-deep"),
        ("deep nesting", "too-deep"),
        ("many entries", "too-many-entries"),
        ("merge keys", "anchor"),
        ("laughs", "anchor"),
        ("a merge key", "anchor"),
        ("an alias", "anchor"),
        ("an anchor on a list", "anchor"),
        ("an anchor on a mapping", "anchor"),
        ("a tag", "tag"),
        ("a tag on a list", "tag"),
        ("a list as key", "key-not-text"),
    ],
)
def test_a_bomb_is_called_by_its_name(name: str, code: str) -> None:
    """The problem says what was too much, and it is the only one."""
    assert codes(parsed(f"---\n{BOMBS[name]}\n---\n")[1]) == [code]


@pytest.mark.parametrize("size", [PAGE_LIMIT, PAGE_LIMIT + 1])
def test_the_limit_is_exact(size: int) -> None:
    """16 KB of front matter are read, one byte more is not."""
    lines = 'a: "' + "x" * (size - 6) + '"'
    assert codes(parsed(f"---\n{lines}\n---\n")[1]) == ([] if size <= PAGE_LIMIT else ["too-large"])


def test_comments_take_no_room() -> None:
    """The explanations of a specimen do not count; the file itself has a limit of its own."""
    comments = "  # an explanation\n" * PAGE_LIMIT
    assert parsed(f"---\n{comments}a: b\n---\n")[1] == []


@pytest.mark.parametrize(
    "name", ["brackets within the limit", "lists in lists", "deep nesting", "laughs", "a tag", "quotes"]
)
def test_a_bomb_in_a_register_is_a_problem(name: str) -> None:
    """The registers have the same caps on depth, references and tags."""
    assert parsed(BOMBS[name], register=True)[1]


def test_a_register_may_be_large() -> None:
    """A thousand recipients are read, and half a megabyte is the end."""
    assert parsed("".join(f"r{n}:\n  a: b\n" for n in range(1_000)), register=True)[1] == []
    assert codes(parsed('a: "' + "x" * REGISTER_LIMIT + '"', register=True)[1]) == ["too-large"]


GROWING: dict[str, Callable[[int], str]] = {
    "faults": lambda size: "".join(f"a{number}:\n" for number in range(size)),
    "wide commas": lambda size: "a: [" + "，" * size,
    "brackets": lambda size: "a: " + "[" * size,
    "braces": lambda size: "a: " + "{" * size,
    "lists in lists": lambda size: "a:\n  " + "- " * size,
    "question marks": lambda size: "? " * size,
    "colons": lambda size: "a: " + ": " * size,
    "laughs": lambda size: "a: &a [x,x]\n" + "".join(f"b{number}: [*a,*a]\n" for number in range(size)),
    "quotes": lambda size: '"' * size,
    "wide colons": lambda size: "：" * size,
    "entries": lambda size: "".join(f"r{number}:\n  a: b\n" for number in range(size)),
}


@for_each("name", GROWING)
def test_the_work_of_reading_grows_with_the_text(name: str) -> None:
    """Twice as many faults, brackets or entries are about twice the work, and not four times."""
    assert growth(lambda size: parsed(GROWING[name](size), register=True), 1_500) < 2.5


def test_a_register_of_faults_alone_is_read() -> None:
    """As many as it can hold, on lines of their own and in one line."""
    assert parsed(GROWING["faults"](12_000), register=True)[1]
    assert parsed(GROWING["wide commas"](25_000), register=True)[1]


@given(SIGNS)
@example("{0")
@example("a: &x b")
@example("title: a #b")
def test_no_signs_make_it_fail(text: str) -> None:
    """Any front matter gives a document of mappings, lists and texts, and problems on lines that exist."""
    plain = text.translate({0x2028: None, 0x85: None, 0x0D: None})
    document, problems = page(plain)
    assert isinstance(document.meta, dict)
    assert all(isinstance(one, str) for one in scalars(document.meta) if one != {})
    assert all(1 <= problem.line <= plain.count("\n") + 3 for problem in problems)


@given(ANY)
def test_no_text_makes_it_fail(text: str) -> None:
    """Any text is a page or a problem."""
    document, problems = parse_page("a.md", text)
    assert problems or document.meta or text.startswith("---")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("fault", ["b: &x c", "b:", "b: c\nb: d"])
def test_other_line_ends_make_no_difference(sign: str, fault: str) -> None:
    """Signs that YAML takes for line ends are told, move no line number, and hide nothing below them."""
    _, problems = page(f'a: "x{sign * 4}y"\n{fault}')
    last = 3 + fault.count("\n")
    assert [(problem.line, problem.code == "hidden-sign") for problem in problems] == [(2, True), (last, False)]


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_line_ends_of_other_machines_are_line_ends(end: str) -> None:
    """A file of an old machine has its faults on the lines that an editor shows."""
    _, problems = parse_page("a.md", end.join(["---", 'a: "b"', "c:", "---", "Words."]))
    assert [(problem.line, problem.code) for problem in problems] == [(3, "empty-value")]


@pytest.mark.parametrize(
    ("front_matter", "at"),
    [
        ('a: "x\u2028y"', (2, "a")),
        ("a: b\nlist:\n  - x\u200by", (4, "list.1")),
        ("a\u200bb: c", (2, "a b")),
        ('a: b\nc: "x\\x07y"', (3, "c")),
    ],
)
def test_a_sign_that_nobody_sees_is_told_at_its_entry(front_matter: str, at: tuple[int, str]) -> None:
    """In a text, in an item, in a key, as it is or as an escape; once."""
    assert [(problem.line, problem.field, problem.code) for problem in page(front_matter)[1]] == [(*at, "hidden-sign")]


def test_a_cut_text_is_named_by_its_own_field() -> None:
    """The comma is in the text, so the field is the text; the second comma cut the same one."""
    _, problems = page("events:\n  - {id: taken, text: Taken from home, with no warrant, at night.}")
    assert {problem.field for problem in problems} == {"events.taken.text"}


def test_a_second_document_is_told_on_its_line() -> None:
    """The line of dashes in the middle is the line of the problem."""
    _, problems = parse_register("a.yml", "a: b\nc: d\n---\ne: f\n")
    assert [problem.line for problem in problems] == [3]


def test_an_empty_value_in_braces_is_an_empty_value() -> None:
    """Where a colon was typed, no comma made the key."""
    assert codes(page("a: {b: , c: d}")[1]) == ["empty-value"]


def test_a_key_that_only_a_bracket_made_is_named_by_what_is_around_it() -> None:
    """No field ends in a dot."""
    assert [problem.field for problem in page("words: {taken：在家}")[1]] == ["words"]
