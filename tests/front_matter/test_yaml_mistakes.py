"""What people who are no programmers type, named in both languages (ethics-and-letters.md, last table)."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content_factory import CASE, MINIMAL, Content
from emptychair.front_matter.document import parse_page
from emptychair.front_matter.yaml_mistakes import CODES, mend_signs, mend_text
from properties import not_empty, tried

TEXT = '      text: "Police took Li Si from the office."'
EVENT = MINIMAL[CASE][MINIMAL[CASE].index("    - id: taken") : MINIMAL[CASE].index("  sources:")]
# What is typed, what it replaces, the line of the fault, a part of the English and of the Chinese message.
TABLE = {
    "a cut at #": (
        "description: Journalist, and one of the voices of #MeToo in China.",
        'description: "An organiser of workers."',
        2,
        "# begins a comment",
        "# 表示注释",
    ),
    "nothing but a #": (
        "description: #MeToo activist",
        'description: "An organiser of workers."',
        2,
        "# begins a comment",
        "# 表示注释",
    ),
    "a comma in braces": (
        "    - {id: taken, date: 2020-05-01, status: rsdl, text: Taken from home by police, with no warrant shown.}\n",
        EVENT,
        16,
        "a comma made 'with no warrant shown.' a key",
        "逗号使“with no warrant shown.”变成了另一个键",
    ),
    "a colon in a text": ("      text: Police said: he is held", TEXT, 19, "holds a colon and a blank", "有冒号加空格"),
    "quotes around a word": (
        '      text: "Soft" detention began.',
        TEXT,
        19,
        "quotation marks do not enclose",
        "引号没有包住",
    ),
    "an @ at the start": ("      text: @FreeXueBing said", TEXT, 19, "begins with a sign", "以特殊符号开头"),
    "a bracket at the start": ("      text: [上诉]被驳回", TEXT, 19, "begins with a bracket", "以括号开头"),
    "a full-width colon": (
        "      status：taken-away",
        "      status: taken-away",
        18,
        "a full-width colon",
        "全角冒号",
    ),
    "a full-width comma": (
        "    scope: [name，story]",
        "    scope: [name, story]",
        13,
        "a full-width comma",
        "全角逗号",
    ),
    "an ideographic comma": ("    scope: [name、story]", "    scope: [name, story]", 13, "a full-width comma", "顿号"),
    "full-width brackets": (
        "    scope: 【name，story】",
        "    scope: [name, story]",
        13,
        "full-width brackets",
        "全角括号",
    ),
    "an ideographic space": ("　names:", "  names:", 6, "a full-width space", "全角空格"),
    "a tab": ("\tnames:", "  names:", 6, "a tab", "制表符"),
    "a date in Chinese": (
        "      date: 2019年3月20日",
        "      date: 2020-05-01",
        17,
        "did you mean 2019-03-20?",
        "是不是 2019-03-20？",
    ),
    "a date with slashes": (
        "      date: 2019/3/20",
        "      date: 2020-05-01",
        17,
        "did you mean 2019-03-20?",
        "是不是 2019-03-20？",
    ),
    "a date without zeros": (
        "      date: 2019-3-20",
        "      date: 2020-05-01",
        17,
        "did you mean 2019-03-20?",
        "是不是 2019-03-20？",
    ),
    "full-width digits": (
        "      date: ２０１９－３－２０",
        "      date: 2020-05-01",
        17,
        "did you mean 2019-03-20?",
        "是不是 2019-03-20？",
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_a_trap_is_one_problem_that_names_it(name: str, content: Content) -> None:
    """On its line, once, with nothing that follows from it; the message names the trap in both languages."""
    typed, instead_of, line, english, chinese = TABLE[name]
    lines = {language: content.swap(CASE, instead_of, typed).lines(language) for language in ["en"]}
    lines["zh"] = content.lines("zh")
    assert [len(found) for found in lines.values()] == [1, 1]
    assert lines["en"][0].startswith(f"content/{CASE}:{line}: ")
    assert english in lines["en"][0]
    assert chinese in lines["zh"][0]


def test_a_half_width_comma_in_chinese_braces(content: Content) -> None:
    """`{2019-03-20: 在家中被带走,下落不明}` has a second key, which is told."""
    document, problems = parse_page("a.md", "---\nwords: {2019-03-20: 在家中被带走,下落不明}\n---\n")
    assert document.meta == {"words": {"2019-03-20": "在家中被带走"}}
    assert [(problem.code, problem.values) for problem in problems] == [("comma-made-key", {"found": "下落不明"})]


@pytest.mark.parametrize(
    "line",
    [
        "status: taken-away",
        "title: “Soft” detention：began",
        'title: "状态：被带走，【上诉】"',
        "title: a #",
        "list: [a, b]",
        'list: ["a，b"]',
        "title: http://example.org/a#b",
        "title: C# and F#",
        "title: a, b and c",
        "title: 上诉【二审】被驳回，维持原判",
        "# 备注：这是注释",
        "title: 'it''s'",
        "title: 2020-05-01",
    ],
)
def test_what_is_right_is_left_alone(line: str) -> None:
    """Full-width signs within a text, comments and quoted texts are no traps."""
    assert mend_signs([line]) == ([line], [])
    assert parse_page("a.md", f"---\n{line}\nupdated: 2020-06-01\n---\n")[1] == []


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("a: [b，c、d]", "a: [b, c, d]"),
        ("a: 【b，c】", "a: [b, c]"),
        ("a: ［b］", "a: [b]"),
        ("a: ｛b：c，d：e｝", "a: {b: c, d: e}"),
        ("　a: b", "  a: b"),
        (" 　a: b", "   a: b"),
    ],
)
def test_a_sign_is_mended(line: str, mended: str) -> None:
    """The line that was meant, so that the rest of the file is read in the same run, and one fault."""
    lines, faults = mend_signs(["x: y", line])
    assert lines == ["x: y", mended]
    assert [fault[0] for fault in faults] == [2]


@pytest.mark.parametrize(
    ("line", "code", "mended"),
    [
        ("a: b: c", "colon-in-text", "a: 'b: c'"),
        ("a: b:", "colon-in-text", "a: 'b:'"),
        ("a: it's: so", "colon-in-text", "a: 'it''s: so'"),
        ('a: "b" c', "quote-in-text", "a: '\"b\" c'"),
        ("a: 'b' c", "quote-in-text", "a: '''b'' c'"),
        ("a: [b] c", "bracket-in-text", "a: '[b] c'"),
        ("a: @b", "sign-at-start", "a: '@b'"),
        ("a: `b`", "sign-at-start", "a: '`b`'"),
        ("a: %b", "sign-at-start", "a: '%b'"),
        ("- a: b: c", "colon-in-text", "- a: 'b: c'"),
        ("a：b", "wide-colon", "a: b"),
        ("a ： b", "wide-colon", "a: b"),
        ("  - a：b", "wide-colon", "  - a: b"),
        ("a：", "wide-colon", "a:"),
        ("\ta: b", "tab", "  a: b"),
        ("  \ta: b", "tab", "    a: b"),
    ],
)
def test_a_text_is_put_in_quotes(line: str, code: str, mended: str) -> None:
    """A text that cannot be read as it is stands in quotes afterwards, word for word."""
    found = mend_text([line], [1])
    assert found
    assert found[0] == [mended]
    assert found[1][:2] == (1, code)
    assert "bad-yaml" not in {problem.code for problem in parse_page("a.md", f"---\n{mended}\n---\n")[1]}


@pytest.mark.parametrize(
    "line", ["a: b", 'a: "b: c"', 'a: "b" # c', "a: 'b: c'", "a: 'b' # c", "a: [b]", "a: {b: c} # d", "a:", "- b: c"]
)
def test_a_text_that_can_be_read_is_left_alone(line: str) -> None:
    """Quotes that close, brackets that close and plain texts stay as they are."""
    assert mend_text([line], [1]) is None


def test_nothing_is_mended_in_a_block_text() -> None:
    """Below | and > every sign is only text, to the end of the indent."""
    lines = ["a: |", "  b: [c，d]", "", "  @d: e: f", "g: [h，i]"]
    assert [fault[0] for fault in mend_signs(lines)[1]] == [5]
    assert mend_text(lines, [1, 2, 4]) is None


@pytest.mark.parametrize("sign", ["|", ">", ">-", "|2"])
def test_a_block_text_is_no_trap_beside_one(sign: str) -> None:
    """In a file with another fault, a block text that is right is not told as wrong."""
    found = mend_text([f"a: {sign}", "  b: c: d", "e: f: g"], [1, 2, 3])
    assert found
    assert found[1] == (3, "colon-in-text", {"found": "f: g"})


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("  kind:person", id="no blank after the colon"),
        pytest.param("  kind person", id="no colon"),
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
    """Whatever is typed in half-width signs: a file that can be read as it is is told no trap."""
    text = "\n".join(lines)
    try:
        readable = isinstance(yaml.load(text, Loader=yaml.BaseLoader), dict)  # noqa: S506 - it builds only texts
    except (yaml.YAMLError, TypeError):
        return
    if readable:
        tried()
        assert not {problem.code for problem in parse_page("a.md", f"---\n{text}\n---\n")[1]} & CODES


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('title: "A long\n  Note：more"', id="a wide colon in a quoted text over two lines"),
        pytest.param("title: A long\n  Note：more", id="a wide colon in a plain text over two lines"),
        pytest.param('title: "A long\n　　text"', id="an indent in a quoted text over two lines"),
        pytest.param('title: "A long\n\ttext"', id="a tab in a quoted text over two lines"),
        pytest.param("list: ['他说，好', b]", id="a comma in single quotes"),
        pytest.param("lines:\n  - A座：三层", id="a text with a wide colon as an item"),
        pytest.param('"a": |\n  Note：more', id="a block text below a quoted key"),
        pytest.param("a: |2-\n  Note：more", id="a block text with its indent before its end"),
    ],
)
def test_full_width_signs_in_a_text_that_can_be_read_are_left_alone(text: str) -> None:
    """A file that is right is told nothing."""
    assert isinstance(yaml.load(text, Loader=yaml.BaseLoader), dict)  # noqa: S506 - it builds only texts
    assert parse_page("a.md", f"---\n{text}\n---\n")[1] == []


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("line", "code"), [("title:News", "no-blank"), ("title News", "no-colon"), ("类型：a", "wide-colon")]
)
def test_the_first_key_without_colon_is_told_by_its_name(line: str, code: str) -> None:
    """The title stands first on most pages; what follows it is read in the same run."""
    _, problems = parse_page("a.md", f"---\n{line}\nupdated: 2020-06-01\nb:\n---\n")
    assert [(problem.line, problem.code) for problem in problems] == [(2, code), (4, "empty-value")]


@pytest.mark.parametrize(
    ("old", "new", "line"), [("  names:", "  names", 6), ("case:", "case", 5), ("  kind: p", "  类型:p", 9)]
)
def test_a_key_above_others_without_its_colon_is_told_on_its_line(
    old: str, new: str, line: int, content: Content
) -> None:
    """Also a key with nothing behind it, and a Chinese one."""
    problems = content.swap(CASE, f"\n{old}", f"\n{new}").load().problems
    assert line in {problem.line for problem in problems}
    assert "bad-yaml" not in {problem.code for problem in problems}
