"""What is right is told no trap, and a line that is wrong is told by its own name."""

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from content_factory import CASE, Content
from emptychair.front_matter.document import parse_page
from emptychair.front_matter.yaml_mistakes import CODES
from for_each import for_each
from properties import not_empty, tried


@for_each(
    "lines",
    [
        "  kind:person",
        "  kind person",
    ],
)
def test_a_key_without_colon_is_told_on_its_line(lines: str, content: Content) -> None:
    """The line that is wrong is the line that is named."""
    (line,) = content.swap(CASE, "  kind: person", lines).lines()
    assert line.startswith(f"content/{CASE}:9: ")


def test_a_chinese_key_with_a_full_width_colon_is_told_on_its_line(content: Content) -> None:
    """What it stands for is missing all the same, and the key is not told as unknown beside the trap."""
    problems = content.swap(CASE, "  kind: person", "  类型：person").load().problems
    assert [(problem.line, problem.code) for problem in problems] == [(5, "missing"), (9, "wide-colon")]


# Lines as people type them: keys with and without a colon or a blank, texts in quotes and brackets, comments.
TYPED = """
a: b
b:c
c d
c d: e
- a
- a: b
-a
  c: d
  - e
    f: g
k:
键: 值
键:值
# x: y
q: "a: b"
r: 'it''s: so'
l: [a, b]
m: {a: b}
t: |
  x: y: z
  wrapped text
"a b": c
- - a
u: https://example.org
- mailto:a
w: 12:30
v: a#b
? x
: y
...
"""


PIECES = st.lists(st.sampled_from(TYPED.splitlines()), max_size=6)


@not_empty(50)
@given(PIECES)
def test_what_yaml_can_read_is_no_trap(lines: list[str]) -> None:
    """Whatever is typed in half-width signs: a file that can be read as it is is told no trap.

    Where two entries stand twice below an empty key, they are its own, and its indent is told instead.
    """
    assume(len({line for line in lines if lines.count(line) > 1}) < 2)
    text = "\n".join(lines)
    try:
        readable = isinstance(yaml.load(text, Loader=yaml.BaseLoader), dict)  # noqa: S506 - it builds only texts
    except (yaml.YAMLError, TypeError):
        return
    if readable:
        tried()
        assert not {problem.code for problem in parse_page("a.md", f"---\n{text}\n---\n")[1]} & CODES


@for_each(
    "text",
    [
        'title: "A long\n  Note：more"',
        "title: A long\n  Note：more",
        'title: "A long\n　　text"',
        'title: "A long\n\ttext"',
        "list: ['他说，好', b]",
        "lines:\n  - A座：三层",
        '"a": |\n  Note：more',
        "a: |2-\n  Note：more",
    ],
)
def test_full_width_signs_in_a_text_that_can_be_read_are_left_alone(text: str) -> None:
    """A file that is right is told nothing."""
    assert isinstance(yaml.load(text, Loader=yaml.BaseLoader), dict)  # noqa: S506 - it builds only texts
    assert parse_page("a.md", f"---\n{text}\n---\n")[1] == []


@for_each(
    "right",
    [
        "list:\n  - two words",
        "list:\n  - mailto:a",
        "title: A long\n  text goes on",
        'title: "A long\n  text goes on"',
        "list: [a,\n  b c]",
        "title: 李四\n  他说：好",
        "list:\n  - 他说：好",
    ],
)
def test_a_fault_elsewhere_makes_no_trap_of_what_is_right(right: str) -> None:
    """In a file with one fault there is one problem."""
    _, problems = parse_page("a.md", f"---\n{right}\nb: c: d\n---\n")
    assert [problem.code for problem in problems] == ["colon-in-text"]


@for_each("line, code", [("title:News", "no-blank"), ("title News", "no-colon"), ("类型：a", "wide-colon")])
def test_the_first_key_without_colon_is_told_by_its_name(line: str, code: str) -> None:
    """The title stands first on most pages; what follows it is read in the same run."""
    _, problems = parse_page("a.md", f"---\n{line}\nupdated: 2020-06-01\nb:\n---\n")
    assert [(problem.line, problem.code) for problem in problems] == [(2, code), (4, "empty-value")]


@for_each("old, new, line", [("  names:", "  names", 6), ("case:", "case", 5), ("  kind: p", "  类型:p", 9)])
def test_a_key_above_others_without_its_colon_is_told_on_its_line(
    old: str, new: str, line: int, content: Content
) -> None:
    """Also a key with nothing behind it, and a Chinese one."""
    problems = content.swap(CASE, f"\n{old}", f"\n{new}").load().problems
    assert line in {problem.line for problem in problems}
    assert "bad-yaml" not in {problem.code for problem in problems}
