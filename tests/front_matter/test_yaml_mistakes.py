"""Traps of YAML: each is one problem that names it, and how it is mended."""

from content_factory import CASE, MINIMAL, Content
from emptychair.front_matter.document import parse_page
from emptychair.front_matter.yaml_mistakes import mend_signs, mend_text
from for_each import for_each

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


@for_each("name", TABLE)
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


@for_each(
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


@for_each(
    "line, mended",
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


@for_each(
    "line, code, mended",
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


@for_each(
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


@for_each("sign", ["|", ">", ">-", "|2"])
def test_a_block_text_is_no_trap_beside_one(sign: str) -> None:
    """In a file with another fault, a block text that is right is not told as wrong."""
    found = mend_text([f"a: {sign}", "  b: c: d", "e: f: g"], [1, 2, 3])
    assert found
    assert found[1] == (3, "colon-in-text", {"found": "f: g"})
