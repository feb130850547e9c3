"""No front matter makes the reader fail, and its work grows with the text."""

from collections.abc import Callable
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from emptychair.front_matter.document import PAGE_LIMIT, REGISTER_LIMIT, Document, parse_page, parse_register
from emptychair.text.problems import Problem
from for_each import for_each
from front_matter.small_page import codes, page
from work import growth, not_for_ever

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


@for_each(
    "name, code",
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


@for_each("size", [PAGE_LIMIT, PAGE_LIMIT + 1])
def test_the_limit_is_exact(size: int) -> None:
    """16 KB of front matter are read, one byte more is not."""
    lines = 'a: "' + "x" * (size - 6) + '"'
    assert codes(parsed(f"---\n{lines}\n---\n")[1]) == ([] if size <= PAGE_LIMIT else ["too-large"])


def test_comments_take_no_room() -> None:
    """The explanations of a specimen do not count; the file itself has a limit of its own."""
    comments = "  # an explanation\n" * PAGE_LIMIT
    assert parsed(f"---\n{comments}a: b\n---\n")[1] == []


@for_each("name", ["brackets within the limit", "lists in lists", "deep nesting", "laughs", "a tag", "quotes"])
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
