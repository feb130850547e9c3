"""Headings and links of a body, line by line, and the letters in it."""

import markdown

from emptychair.text.letter_sections import is_letter, paragraphs, split_letters, unwrap
from emptychair.text.markdown_outline import Heading, MarkdownLink, read_outline
from for_each import for_each
from text.markdown_extensions import EXTENSIONS


@for_each(
    "line, heading",
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


@for_each("line", ["    ## A", "text ## A", "", "| a |\n| --- |", "- a\n\n---", "a\n\n---", "a\n ---", "a\n- - -"])
def test_what_is_no_heading(line: str) -> None:
    """Rules, tables and code are no headings, as they are none for Markdown."""
    assert "<h1" not in markdown.markdown(line, extensions=EXTENSIONS)
    assert "<h2" not in markdown.markdown(line, extensions=EXTENSIONS)
    assert read_outline(line).headings == ()


@for_each("text, level", [("A\n===", 1), ("A\n---", 2), ("A\n--", 2), ("A\n=", 1), ("  A\n===", 1)])
def test_an_underlined_heading(text: str, level: int) -> None:
    """The other way to write a heading counts, at the line of its words."""
    assert read_outline(f"x\n\n{text}").headings == (Heading(level, "", "A", 2),)


@for_each(
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


@for_each(
    "line, links",
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


@for_each("text", ["`[a](b.md)`", "`` [a](b.md) ` ``", "```\n[a](b.md)\n## A\n```", "~~~\n<a@b.cn>\n~~~"])
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


@for_each("text", ["```\n\n[a](b.md)\n", "~~~\n<a@b.cn>"])
def test_a_fence_that_does_not_close_hides_nothing(text: str) -> None:
    """A link that the page shows is a link for the checks as well."""
    assert "<a " in markdown.markdown(text, extensions=EXTENSIONS)
    assert read_outline(text).links


@for_each("text", ["[some\nwords](b.md)", "[a](\nb.md)", "[a]:\n  b.md"])
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


@for_each("heading_id, letter", [("letter", True), ("letter-embassy", True), ("letters", False), ("", False)])
def test_the_id_of_a_letter(heading_id: str, letter: bool) -> None:
    """Letter and letter-<kind>, and nothing that begins like it."""
    assert is_letter(heading_id) is letter


@for_each(
    "text, language, joined",
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
