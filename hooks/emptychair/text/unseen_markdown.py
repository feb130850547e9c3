"""What of a Markdown body is no text in its language: code, addresses, tags, and what stands in another language."""

import re
from collections.abc import Iterator

from emptychair.text.markdown_outline import as_read, without_code

# Bounds keep odd texts from taking minutes.
LANGUAGE = r"\{:?[^{}\n]{0,200}\blang=[^{}\n]{0,200}\}"
# The line that gives the lines above it a language.
OF_BLOCK = re.compile(rf"^[ ]*{LANGUAGE}[ ]*$", re.MULTILINE)
UNSEEN = (
    # An element with a language, of HTML; a part of a line and a heading with one, as attr_list has it.
    re.compile(r"<(?P<tag>[a-zA-Z]\w*)\b[^<>]{0,500}\blang=[^<>]{0,200}>.{0,2000}?</(?P=tag)>", re.DOTALL),
    re.compile(rf"(?P<mark>\*{{1,3}}|_{{1,3}})(?:(?!(?P=mark)).)+(?P=mark){LANGUAGE}"),
    re.compile(rf"\[[^\[\]\n]*\](?:\([^()\n]*\))?{LANGUAGE}"),
    re.compile(rf"^#[^\n{{]*[ ]{LANGUAGE}[ ]*$", re.MULTILINE),
    # The target of a link with its title, and where a target stands for itself.
    re.compile(r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\s+(?:\"[^\"\n]*\"|'[^'\n]*')\)"),
    re.compile(r"^[ ]{0,3}\[(?!\^)[^\[\]\n]+\]:[^\n]*$", re.MULTILINE),
    # A tag, and what attr_list has besides ids and classes.
    re.compile(r"</?[a-zA-Z][^<>]*>"),
    re.compile(r"\{:?[^{}\n=]*=[^{}\n]*\}"),
)


def unseen_spans(body: str) -> Iterator[tuple[int, int]]:
    """Where (start, end) a body holds what is not to be changed with its text."""
    for pattern in UNSEEN:
        yield from (match.span() for match in pattern.finditer(body))
    for match in OF_BLOCK.finditer(body):
        yield body.rfind("\n\n", 0, match.start()) + 1, match.end()
    lines, shown = body.split("\n"), without_code(body).split("\n")
    # A line of code is empty there: with blanks in its place every sign keeps its position.
    seen = "\n".join(one.ljust(len(line)) for line, one in zip(lines, shown, strict=True))
    start = None
    for position, (sign, read) in enumerate(zip(body, as_read(seen), strict=True)):
        if sign != read and start is None:
            start = position
        elif sign == read and start is not None:
            yield start, position
            start = None
    if start is not None:
        yield start, len(body)
