"""What the core reads in a Markdown body."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from math import isqrt

import html5lib
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.text.markdown_outline import (
    Heading,
    MarkdownLink,
    is_letter,
    paragraphs,
    read_outline,
    split_letters,
    unwrap,
)
from for_each import for_each
from work import growth, not_for_ever

# Those of mkdocs.yml, and the fences that the theme needs.
EXTENSIONS = ["admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## Background {#background}", Heading(2, "background", "Background", 0)),
        ("## 背景 {#background}", Heading(2, "background", "背景", 0)),
        ("### A { #b .wide }", Heading(3, "b", "A", 0)),
        ("## A", Heading(2, "", "A", 0)),
        ("# A #", Heading(1, "", "A", 0)),
        ("## A {#b} ##", Heading(2, "b", "A", 0)),
        ("###### A", Heading(6, "", "A", 0)),
        ("## A {b}", Heading(2, "", "A", 0)),
        ("## C# {#c}", Heading(2, "c", "C#", 0)),
        ("####### A", Heading(6, "", "A", 0)),
        ("#", Heading(1, "", "", 0)),
    ],
)
def test_a_heading(line: str, heading: Heading) -> None:
    """Level, words and the explicit id, in any script."""
    assert read_outline(line).headings == (heading,)


@pytest.mark.parametrize(
    "line", ["    ## A", "text ## A", "", "| a |\n| --- |", "- a\n\n---", "a\n\n---", "a\n ---", "a\n- - -"]
)
def test_what_is_no_heading(line: str) -> None:
    """Rules, tables and code are no headings, as they are none for Markdown."""
    assert "<h1" not in markdown.markdown(line, extensions=EXTENSIONS)
    assert "<h2" not in markdown.markdown(line, extensions=EXTENSIONS)
    assert read_outline(line).headings == ()


@pytest.mark.parametrize(("text", "level"), [("A\n===", 1), ("A\n---", 2), ("A\n--", 2), ("A\n=", 1), ("  A\n===", 1)])
def test_an_underlined_heading(text: str, level: int) -> None:
    """The other way to write a heading counts, at the line of its words."""
    assert read_outline(f"x\n\n{text}").headings == (Heading(level, "", "A", 2),)


@pytest.mark.parametrize(
    "text",
    [
        "##背景",
        "#MeToo is a movement.",
        "A\n-",
        "- a\n---",
        "> a\n---",
        "##A {#b}",
        "a\n#b",
        "#",
        "####### A",
        "A\n=  ",
    ],
)
def test_every_heading_of_the_page_is_in_the_outline(text: str) -> None:
    """What Markdown makes a heading is a heading for the checks as well."""
    assert "<h" in markdown.markdown(text, extensions=EXTENSIONS)
    assert len(read_outline(text).headings) == 1


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("[a](b.md)", [MarkdownLink("b.md", 0)]),
        ("[a](b.md#c) and [d](<e.md>)", [MarkdownLink("b.md#c", 0), MarkdownLink("e.md", 0)]),
        ('[a](b.md "title")', [MarkdownLink("b.md", 0)]),
        ("![a](b.jpg)", [MarkdownLink("b.jpg", 0, picture=True)]),
        ("[a [b] c](d.md)", [MarkdownLink("d.md", 0)]),
        ("[a](https://example.org/x_(y))", [MarkdownLink("https://example.org/x_(y)", 0)]),
        ("<https://example.org>", [MarkdownLink("https://example.org", 0)]),
        ("<javascript:alert(1)>", [MarkdownLink("javascript:alert(1)", 0)]),
        ("[a]: b.md", [MarkdownLink("b.md", 0)]),
        ('  [a]: <b.md> "title"', [MarkdownLink("b.md", 0)]),
        ("write to a.b@example.org, now", [MarkdownLink("mailto:a.b@example.org", 0)]),
        ("<a@example.org>", [MarkdownLink("mailto:a@example.org", 0)]),
        ("[a@example.org](mailto:a@example.org)", [MarkdownLink("mailto:a@example.org", 0)]),
        ("联系a@example.org。", [MarkdownLink("mailto:a@example.org", 0)]),
        ("[a]", []),
        ("[a] (b)", []),
        ("a @ b, @name, x@y", []),
        ("a < b", []),
        (r"\[a](b", []),
    ],
)
def test_the_links_of_a_line(line: str, links: list[MarkdownLink]) -> None:
    """Links, pictures, definitions and addresses, each once."""
    assert list(read_outline(line).links) == links


@pytest.mark.parametrize(
    "text", ["`[a](b.md)`", "`` [a](b.md) ` ``", "```\n[a](b.md)\n## A\n```", "~~~\n<a@b.cn>\n~~~"]
)
def test_code_is_only_text(text: str) -> None:
    """What stands in code is neither link nor heading."""
    outline = read_outline(text)
    assert (outline.links, outline.headings) == ((), ())


def test_after_code_the_text_goes_on() -> None:
    """A fence ends with its own signs, as many or more."""
    text = "````\n```\n## No\n````\n## Yes {#yes}\n~~~\n```\n~~~\n[a](b.md)"
    outline = read_outline(text)
    assert outline.ids == {"yes"}
    assert outline.links == (MarkdownLink("b.md", 8),)


@pytest.mark.parametrize("text", ["```\n\n[a](b.md)\n", "~~~\n<a@b.cn>"])
def test_a_fence_that_does_not_close_hides_nothing(text: str) -> None:
    """A link that the page shows is a link for the checks as well."""
    assert "<a " in markdown.markdown(text, extensions=EXTENSIONS)
    assert read_outline(text).links


@pytest.mark.parametrize("text", ["[some\nwords](b.md)", "[a](\nb.md)", "[a]:\n  b.md"])
def test_a_link_over_two_lines_is_a_link(text: str) -> None:
    """A paragraph may be wrapped within a link."""
    assert [link.target for link in read_outline(text).links] == ["b.md"]


LETTER = """\
Why.

## The letter {#letter}

Dear reader,
of mine.

### A part

More.

## To the embassy {#letter-embassy}

Please convey.

## After {#after}

The end.
"""


def test_letters_are_taken_out_of_a_body() -> None:
    """A letter is its section up to the next heading of its level; the rest of the body stays."""
    body, letters = split_letters(LETTER)
    assert letters == {"letter": "Dear reader,\nof mine.\n\n### A part\n\nMore.", "letter-embassy": "Please convey."}
    assert body == "Why.\n\n## After {#after}\n\nThe end.\n"


def test_a_body_without_letters_stays() -> None:
    """Nothing is taken out where there is no letter, also where only a link names one."""
    assert split_letters("Why.\n") == ("Why.\n", {})
    assert split_letters("[See](#letter).\n\n## A {#a}\n") == ("[See](#letter).\n\n## A {#a}\n", {})


def test_a_variant_below_the_letter_is_its_own_letter() -> None:
    """No letter holds the words of another."""
    _, letters = split_letters("## A {#letter}\n\nOne.\n\n### B {#letter-embassy}\n\nTwo.\n")
    assert letters == {"letter": "One.", "letter-embassy": "Two."}


@pytest.mark.parametrize(
    ("heading_id", "letter"), [("letter", True), ("letter-embassy", True), ("letters", False), ("", False)]
)
def test_the_id_of_a_letter(heading_id: str, letter: bool) -> None:
    """Letter and letter-<kind>, and nothing that begins like it."""
    assert is_letter(heading_id) is letter


@pytest.mark.parametrize(
    ("text", "language", "joined"),
    [
        ("one\ntwo", "en", "one two"),
        ("one  \n  two", "en", "one two"),
        ("one\ntwo", "zh", "one two"),
        ("警方将李四\n带走。", "zh", "警方将李四带走。"),
        ("警方将李四\n带走。", "en", "警方将李四带走。"),
        ("李四，\n王五", "zh", "李四，王五"),
        ("他说：“是。”\n“不”", "zh", "他说：“是。”“不”"),
        ("李四 \n Li", "zh", "李四Li"),
        ("Li\n李四", "zh", "Li李四"),
        ("Li\n李四", "en", "Li 李四"),
        ("一\n二\n三", "zh", "一二三"),
        ("漢字\n仮名", "zh", "漢字仮名"),
        ("one", "en", "one"),
    ],
)
def test_wrapped_lines_are_joined(text: str, language: str, joined: str) -> None:
    """With a blank between words, without one between Chinese signs, and in Chinese without one beside them."""
    assert unwrap(text, language) == joined


def test_paragraphs_stand_between_empty_lines() -> None:
    """Blank lines part, whatever blanks they hold."""
    assert paragraphs("\n一\n二\n \t\nthree\nfour\n\n\n", "zh") == ["一二", "three four"]
    assert paragraphs("", "en") == []


@given(st.text(alphabet="#{}[]()<>@`~-=a b.\n中letter", max_size=80))
def test_any_body_can_be_read(body: str) -> None:
    """No body makes the reader fail; its headings and links stand on lines that exist; no letter is lost."""
    outline = read_outline(body)
    lines = body.count("\n")
    found = [heading.line for heading in outline.headings] + [link.line for link in outline.links]
    assert all(0 <= line <= lines for line in found)
    assert set(split_letters(body)[1]) <= {heading.id for heading in outline.headings}


# What is long in a page that somebody wants to be slow, or wrote by accident: a length -> a body about so long.
LONG_BODIES: dict[str, Callable[[int], str]] = {
    "brackets": lambda size: "[" * size,
    "open links": lambda size: "[a" * (size // 2),
    "closed brackets": lambda size: "[a]" * (size // 3),
    "ticks": lambda size: "`" * size,
    "angles": lambda size: "<" * size,
    "hashes": lambda size: "# " * (size // 2),
    "quotes": lambda size: "> " * (size // 2),
    "Chinese": lambda size: "字" * (size // 3),
    "headings": lambda size: "a\n---\n" * (size // 6),
    "definitions": lambda size: "[a]: b\n" * (size // 7),
    "blanks in a heading": lambda size: "## a" + " " * size + "x",
    "braces in a heading": lambda size: "## " + "{#" * (size // 2),
    "a link that does not close": lambda size: "[a](" + "b" * size,
    "addresses that do not close": lambda size: "<http:" * (size // 6),
    "a word beside an @": lambda size: "a" * size + " @",
    "ticks that do not close": lambda size: "[" + "`" * size,
    "ticks of every length": lambda size: "[" + "".join("`" * number + "a" for number in range(isqrt(2 * size))),
    "brackets that did not open": lambda size: "[" + "](a " * (size // 4),
}


@for_each("name", LONG_BODIES)
def test_the_work_of_reading_grows_with_the_body(name: str) -> None:
    """Twice as long a body is about twice the work, whatever it is made of."""
    assert growth(lambda size: read_outline(LONG_BODIES[name](size)), 8_000) < 2.5


@for_each("name", LONG_BODIES)
def test_no_long_body_stops_the_build(name: str) -> None:
    """Three times as much as a page may hold is read, also by patterns whose steps nobody can count."""
    with not_for_ever():
        assert read_outline(LONG_BODIES[name](200_000))


# Headings of both kinds, texts, links over one line and two, code and tables; nothing nested.
PARTS = """
## A {#a}
##B {#b}
#
# C #
A
===
---
--
-
- item
> quote
1. one
| a | b |
[a](b.md)
[a
b](c.md)
[a]: d.md
[a][a]
```
~~~
`code`
`[a](e.md)`
"""


def is_plain(lines: list[str]) -> bool:
    """Is no line an underline below another, and no quotation beside a list? Markdown has no rule for those."""
    underlines = [bool(line) and line[0] in "=-" for line in lines]
    quoted, listed = "> quote" in lines, bool({"- item", "-", "1. one"} & set(lines))
    return not any(map(all, pairwise(underlines))) and not (quoted and listed)


LINES = st.lists(st.sampled_from(PARTS.splitlines()), max_size=8).filter(is_plain)


@given(LINES)
def test_the_outline_is_that_of_the_page(lines: list[str]) -> None:
    """Markdown makes no heading and no link that the checks do not see, ids and all."""
    body = "\n".join(lines)
    page = html5lib.parse(markdown.markdown(body, extensions=EXTENSIONS), namespaceHTMLElements=False)
    headings = Counter((int(one.tag[1]), one.get("id", "")) for one in page.iter() if one.tag in ("h1", "h2", "h3"))
    outline = read_outline(body)
    assert headings <= Counter((heading.level, heading.id) for heading in outline.headings)
    assert {one.get("href") for one in page.iter("a")} <= {link.target for link in outline.links}


@pytest.mark.parametrize(
    "text",
    ["A\n> B\n===", "> B\n> ===", "- A\n- B\n===", "1. A\n1. B\n===", "[a]: b.md\nB\n===", "A\nA\n***\nB\n==="],
)
def test_an_underline_makes_a_heading_wherever_a_block_begins(text: str) -> None:
    """In a quotation, in the second item of a list, below the address of a link and below a rule."""
    assert markdown.markdown(text, extensions=EXTENSIONS).count("<h1>") == 1
    assert [heading.level for heading in read_outline(text).headings] == [1]


def test_a_fence_that_does_not_close_opens_nothing() -> None:
    """The code behind it ends where it ends, and what follows is on the page."""
    text = "~~~\n```\n```\nA\n==="
    assert "<h1>A</h1>" in markdown.markdown(text, extensions=EXTENSIONS)
    assert [heading.text for heading in read_outline(text).headings] == ["A"]


@pytest.mark.parametrize("text", ["> ## A", "> # A", "- ## A", "1. # A", "!!! note\n    ## A"])
def test_a_heading_within_a_list_or_a_quotation_is_in_the_outline(text: str) -> None:
    """It stands on the page, with an id that Markdown makes up."""
    assert "<h" in markdown.markdown(text, extensions=EXTENSIONS)
    assert len(read_outline(text).headings) == 1


@pytest.mark.parametrize(
    "text", ["## 背景{#background}", "背景{#background}\n---", "## {#background}", "## A {#a}{#background}"]
)
def test_an_id_that_the_page_does_not_have_is_none(text: str) -> None:
    """What Markdown prints as words is no id: the heading has none, and is told."""
    assert 'id="' not in markdown.markdown(text, extensions=EXTENSIONS)
    assert read_outline(text).ids == set()


@pytest.mark.parametrize(("start", "end"), [("```", "````"), ("  ```", "  ```"), ("``` x y", "```"), ("```", "``` x")])
def test_what_is_no_fence_hides_nothing(start: str, end: str) -> None:
    """Headings and links between such lines are on the page, and in the outline."""
    body = f"{start}\n\n## A {{#a}}\n\n[a](b.md)\n\n{end}\n"
    html = markdown.markdown(body, extensions=EXTENSIONS)
    assert '<h2 id="a">' in html
    assert 'href="b.md"' in html
    outline = read_outline(body)
    assert outline.ids == {"a"}
    assert outline.links == (MarkdownLink("b.md", 4),)


def test_a_footnote_is_no_link() -> None:
    """mkdocs.yml has footnotes."""
    assert read_outline("Text[^1].\n\n[^1]: The court said so.\n").links == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("]([a](b.md)", id="behind a stray bracket"),
        pytest.param(r"\\[a](b.md)", id="behind a backslash that is itself escaped"),
        pytest.param("[" + "a" * 2_001 + "](b.md)", id="with two thousand words"),
        pytest.param("- [a]: b.md\n\n[a][a]", id="a definition in a list"),
        pytest.param("[a](b(c(d)).md)", id="with brackets in brackets"),
    ],
)
def test_no_link_of_the_page_is_lost(text: str) -> None:
    """Whatever a page links to is checked."""
    page = html5lib.parse(markdown.markdown(text, extensions=EXTENSIONS), namespaceHTMLElements=False)
    (shown,) = [one.get("href") for one in page.iter("a")]
    assert shown in {link.target for link in read_outline(text).links}


def test_a_link_does_not_hide_an_address() -> None:
    """An address beside a link that holds it is told as well."""
    text = "[a](https://example.org/?to=a@example.org) or a@example.org"
    assert MarkdownLink("mailto:a@example.org", 0) in read_outline(text).links


@pytest.mark.parametrize("text", ["Text:\n\n    [a](b.md)", r"[a\](b.md)"])
def test_what_is_no_link_of_the_page_is_none(text: str) -> None:
    """Nothing is told about what is only printed."""
    assert "<a" not in markdown.markdown(text, extensions=EXTENSIONS)
    assert read_outline(text).links == ()


@pytest.mark.parametrize("text", ["One\ntwo.\n---", "One\ntwo.\n==="])
def test_a_rule_below_a_wrapped_paragraph_makes_no_heading(text: str) -> None:
    """Its last line is no heading, and needs no id."""
    assert "<h2" not in markdown.markdown(text, extensions=EXTENSIONS)
    assert "<h1" not in markdown.markdown(text, extensions=EXTENSIONS)
    assert read_outline(text).headings == ()


@pytest.mark.parametrize("text", ["- a ` b\n- [a](b.md)\n- c ` d", "a ` b\n## A {#a}\n[a](b.md) ` c"])
def test_a_tick_reaches_no_farther_than_its_item(text: str) -> None:
    """Code does not go on in the next item, or behind a heading."""
    assert 'href="b.md"' in markdown.markdown(text, extensions=EXTENSIONS)
    assert [link.target for link in read_outline(text).links] == ["b.md"]
