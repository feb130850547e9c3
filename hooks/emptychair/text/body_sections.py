"""A Markdown body as texts that can be compared: its sections, without what no reader sees."""

import re
from collections.abc import Iterable

from emptychair.text.markdown_outline import Heading

# What no reader sees as words (the target of a link, an address, the id of a heading, the mark of a footnote, the
# number of an item of a list), each behind a sign without which it is not there.
UNSEEN = (
    ("](", re.compile(r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")),
    ("://", re.compile(r"<?https?://[^\s<>()\u3000-\u303f\uff00-\uffef]+>?")),
    ("{", re.compile(r"\{:?\s*[#.][^{}\n]*\}")),
    ("[^", re.compile(r"\[\^[^\]\n]*\]")),
    ("1.", re.compile(r"^[ \t>]{0,20}[0-9]{1,9}\.(?=\s)", re.MULTILINE)),
)


def split_sections(body: str, headings: Iterable[Heading]) -> dict[str, tuple[int, str]]:
    """The sections of a body by the ids of their headings: their first line, from 0, and their text.

    What stands above the first heading is the section ""; a section ends at the next heading of any level. Text below
    a heading without an id belongs to none.
    """
    lines = body.split("\n")
    starts = [("", 0), *((heading.id or None, heading.line) for heading in headings)]
    ends = [start for _, start in starts[1:]] + [len(lines)]
    return {
        name: (start, "\n".join(lines[start:end]))
        for (name, start), end in zip(starts, ends, strict=True)
        if name is not None
    }


def as_read(text: str) -> str:
    """Markdown with blanks in the place of what no reader sees as words; every sign keeps its position."""
    for sign, pattern in UNSEEN:
        if sign in text:
            text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text
