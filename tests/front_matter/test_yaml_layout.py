"""One slip in one line of a right page: one problem, at that line, and its cure mends the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from content_factory import CASE, MINIMAL
from emptychair.front_matter.document import parse_page
from emptychair.text.strings import catalogue

PAGE = (
    MINIMAL[CASE]
    .replace("  sources:", '    - id: tried\n      date: 2020-06-01\n      text: "The court met."\n  sources:')
    .replace("[name, story]", "\n      - name\n      - story")
)
LINES = PAGE.split("\n")
END = LINES.index("---", 1)

Slip = Callable[[str], str]
# Of the keyboard, of an editor, of a word processor.
SLIPS: dict[str, Slip] = {
    "an indent of one more": lambda line: f" {line}",
    "an indent of one less": lambda line: line.removeprefix(" "),
    "no-break spaces": lambda line: re.sub("^  ", "\u00a0\u00a0", line),
    "a tab": lambda line: re.sub("^  ", "\t", line),
    "no quote at the end": lambda line: line.removesuffix('"'),
    "no quote at the beginning": lambda line: line.replace('"', "", 1) if line.endswith('"') else line,
    "a quote of another kind at the end": lambda line: re.sub('"$', "”", line),
    "no colon": lambda line: line.replace(":", "", 1),
    "no blank behind the colon": lambda line: line.replace(": ", ":", 1),
    "a full-width colon": lambda line: line.replace(":", "：", 1),
    "a semicolon": lambda line: line.replace(":", "；", 1),
    "an equals sign": lambda line: line.replace(":", " =", 1),
    "no blank behind the hyphen": lambda line: line.replace("- ", "-", 1) if ":" in line else line,
    "a backslash": lambda line: re.sub('"$', '\\\\d"', line),
}
INDENT = "bad-indent"


def slipped() -> Iterator[tuple[str, int, list[str]]]:
    """(name of the slip, number of the line from 1, the page with it) for every line that it makes wrong."""
    meant = parse_page("a.md", PAGE)[0].meta
    for name, slip in SLIPS.items():
        for number, line in enumerate(LINES[1:END], 2):
            lines = [*LINES[: number - 1], slip(line), *LINES[number:]]
            document, problems = parse_page("a.md", "\n".join(lines))
            if problems or document.meta != meant:
                yield name, number, lines


def test_a_slip_is_one_problem_at_its_line() -> None:
    """In our words: the parser's are English, and it stops where it can no longer go on, lines below the cause."""
    wrong = []
    count = 0
    for name, number, lines in slipped():
        count += 1
        problems = parse_page("a.md", "\n".join(lines))[1]
        if [(problem.line, problem.code == "bad-yaml") for problem in problems] != [(number, False)]:
            wrong.append((name, LINES[number - 1], [(problem.line, problem.code) for problem in problems]))
    assert count > 200
    assert wrong == []


def test_an_indent_is_mended_by_the_number_that_is_told() -> None:
    """As many spaces as the message says, and the page is read as it was meant; where it says two numbers, by one."""
    meant = parse_page("a.md", PAGE)[0].meta
    wrong = []
    for name, number, lines in slipped():
        for problem in parse_page("a.md", "\n".join(lines))[1]:
            if problem.code == INDENT:
                line = lines[number - 1].lstrip(" ")
                told = [" " * int(width) + line for width in problem.values["expected"].split(" / ")]
                pages = [parse_page("a.md", "\n".join([*lines[: number - 1], one, *lines[number:]])) for one in told]
                if any(left for _, left in pages) or meant not in [mended.meta for mended, _ in pages]:
                    wrong.append((name, number, problem.values))
    assert wrong == []


def test_no_words_of_the_parser() -> None:
    """What stands in a message besides our words is what somebody typed."""
    for _, number, lines in slipped():
        for problem in parse_page("a.md", "\n".join(lines))[1]:
            found = problem.values.get("found", "")
            assert not found or found in lines[number - 1] or found.startswith(("U+", "\\t")) or found.isdigit(), found


def test_every_fault_of_the_layout_says_what_to_do() -> None:
    """A cure in both languages for each."""
    for code in (
        INDENT,
        "other-blank",
        "no-hyphen",
        "stray-line",
        "item-misplaced",
        "bracket-not-closed",
        "bad-escape",
    ):
        row = catalogue("problems")[code]
        assert row["hint_en"]
        assert row["hint_zh"]
