"""The outline of a body is that of the page that Markdown makes of it."""

from collections import Counter
from itertools import pairwise

import html5lib
import markdown
from hypothesis import given
from hypothesis import strategies as st

from emptychair.text.markdown_outline import MarkdownLink, read_outline
from for_each import for_each
from text.markdown_extensions import EXTENSIONS

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
    """Is no underline below another, and at most one of a quotation, a list and an address in it?

    What Markdown makes of the others follows from the order in which it looks for them, and not from a rule.
    """
    underlines = [bool(line) and line[0] in "=-" for line in lines]
    kinds = ({"> quote"}, {"- item", "-", "1. one"}, {"[a]: d.md"})
    return not any(map(all, pairwise(underlines))) and sum(bool(kind & set(lines)) for kind in kinds) < 2


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


@for_each(
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


@for_each("text", ["> ## A", "> # A", "- ## A", "1. # A", "!!! note\n    ## A"])
def test_a_heading_within_a_list_or_a_quotation_is_in_the_outline(text: str) -> None:
    """It stands on the page, with an id that Markdown makes up."""
    assert "<h" in markdown.markdown(text, extensions=EXTENSIONS)
    assert len(read_outline(text).headings) == 1


@for_each("text", ["## 背景{#background}", "背景{#background}\n---", "## {#background}", "## A {#a}{#background}"])
def test_an_id_that_the_page_does_not_have_is_none(text: str) -> None:
    """What Markdown prints as words is no id: the heading has none, and is told."""
    assert 'id="' not in markdown.markdown(text, extensions=EXTENSIONS)
    assert read_outline(text).ids == set()


@for_each("start, end", [("```", "````"), ("  ```", "  ```"), ("``` x y", "```"), ("```", "``` x")])
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


@for_each(
    "text",
    [
        "]([a](b.md)",
        r"\\[a](b.md)",
        "[" + "a" * 2_001 + "](b.md)",
        "- [a]: b.md\n\n[a][a]",
        "[a](b(c(d)).md)",
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


@for_each("text", ["Text:\n\n    [a](b.md)", r"[a\](b.md)"])
def test_what_is_no_link_of_the_page_is_none(text: str) -> None:
    """Nothing is told about what is only printed."""
    assert "<a" not in markdown.markdown(text, extensions=EXTENSIONS)
    assert read_outline(text).links == ()


@for_each("text", ["One\ntwo.\n---", "One\ntwo.\n==="])
def test_a_rule_below_a_wrapped_paragraph_makes_no_heading(text: str) -> None:
    """Its last line is no heading, and needs no id."""
    assert "<h2" not in markdown.markdown(text, extensions=EXTENSIONS)
    assert "<h1" not in markdown.markdown(text, extensions=EXTENSIONS)
    assert read_outline(text).headings == ()


@for_each("text", ["- a ` b\n- [a](b.md)\n- c ` d", "a ` b\n## A {#a}\n[a](b.md) ` c"])
def test_a_tick_reaches_no_farther_than_its_item(text: str) -> None:
    """Code does not go on in the next item, or behind a heading."""
    assert 'href="b.md"' in markdown.markdown(text, extensions=EXTENSIONS)
    assert [link.target for link in read_outline(text).links] == ["b.md"]
