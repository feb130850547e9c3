"""What the core itself reads in a Markdown body: headings, links, sections, and what is still to be translated."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

UNDERLINE = re.compile(r"(=+|-+)[ ]*")
UNDERLINED = re.compile(r"\n[> ]*(?:=+|-+)[ ]*(?=\n|$)")
RULE = re.compile(r" {0,3}(?:(?:-[ ]*){3,}|(?:_[ ]*){3,}|(?:\*[ ]*){3,})")
# As Python-Markdown's fenced_code has it: at the margin, closed by the same signs.
QUOTED = re.compile(r"^(?: {0,3}> ?)+")
FENCE = re.compile(r"(`{3,}|~{3,})[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=.*)?)")
CODE_INDENT = "    "
# A note, a footnote and a definition go on in lines that are indented like code.
CONTAINERS = ("!!!", "[^", ": ")
TICKS = re.compile(r"`+")
ITEM = re.compile(r"(?:[-*+]|[0-9]{1,9}\.)[ \t]+")
# What stands between the brackets of a link and its address is short; a bound keeps odd texts from taking minutes.
# [^1]: begins a footnote.
DEFINITION = re.compile(
    r"^[ \t>]{0,20}(?:(?:[-*+]|[0-9]{1,9}\.)[ \t]{1,10})?\[(?!\^)[^\[\]\n]{1,500}\]:[ ]*\n?[ ]*<?([^\s>]+)",
    re.MULTILINE,
)
TARGET_LIMIT = 2_000
AUTOLINK = re.compile(r"<((?:https?|mailto|ftp|tel|javascript|data):[^<>\s]*)>", re.IGNORECASE)
# A backslash takes the sign behind it along.
BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+", re.ASCII)
# What stands for a text, or for the words of a heading, that is still to be translated.
UNTRANSLATED = "…"
UNTRANSLATED_LINE = re.compile(rf"[ \t]*(?:#+[ \t]+)?{UNTRANSLATED}[ \t]*(?:\{{[^{{}}]*\}}[ \t]*)?")
# What no reader sees as words (the target of a link, an address, the id of a heading, the mark of a footnote, the
# number of an item of a list), each behind a sign without which it is not there.
UNSEEN = (
    ("](", re.compile(r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")),
    ("://", re.compile(r"<?https?://[^\s<>()\u3000-\u303f\uff00-\uffef]+>?")),
    ("{", re.compile(r"\{:?\s*[#.][^{}\n]*\}")),
    ("[^", re.compile(r"\[\^[^\]\n]*\]")),
    ("1.", re.compile(r"^[ \t>]{0,20}[0-9]{1,9}\.(?=\s)", re.MULTILINE)),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a body: its level, its explicit id (or ""), its words, and its line in the body from 0."""

    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class MarkdownLink:
    """A link, picture or e-mail address in a body, with its line from 0."""

    target: str
    line: int
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings and links of a body."""

    headings: tuple[Heading, ...]
    links: tuple[MarkdownLink, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The explicit ids of the headings."""
        return frozenset(heading.id for heading in self.headings if heading.id)


def read_outline(body: str) -> Outline:
    """Body -> its headings and links; what stands in code is only text."""
    headings: list[Heading] = []
    links: list[MarkdownLink] = []
    for first, lines in _blocks(body):
        text = "\n".join(lines)
        # Most blocks are paragraphs: neither is a sign of a heading in them, nor are they underlined.
        if "#" in text or (len(lines) > 1 and UNDERLINED.search(text)):
            headings.extend(_headings(first, lines))
        if "[" in text or "@" in text or "<" in text:
            links.extend(_links(first, _without_code(lines) if "`" in text else text))
    return Outline(tuple(headings), tuple(links))


def _blocks(body: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not empty and not code, each with the number of its first line."""
    lines = body.split("\n")
    fenced = _fenced(lines)
    block: list[str] = []
    contained = False
    for number, line in enumerate([*lines, ""]):
        if line.strip() and number not in fenced:
            block.append(line)
        elif block:
            outside = [one for one in block if not one.startswith(CODE_INDENT)]
            if outside:
                contained = outside[-1].lstrip().startswith(CONTAINERS) or bool(ITEM.match(outside[-1].lstrip()))
            if outside or contained:
                yield number - len(block), block
            block = []


def _fenced(lines: list[str]) -> set[int]:
    """The lines of code between fences; a fence that does not close is text, as it is for Markdown."""
    inside: set[int] = set()
    if not any(line.startswith(("```", "~~~")) for line in lines):
        return inside
    last = {line.rstrip(" "): number for number, line in enumerate(lines) if line.startswith(("```", "~~~"))}
    fence, start = "", 0
    for number, line in enumerate(lines):
        match = FENCE.fullmatch(line)
        if match and not fence and last.get(match[1], 0) > number:
            fence, start = match[1], number
        elif fence and line.rstrip(" ") == fence:
            inside.update(range(start, number + 1))
            fence = ""
    return inside


def _without_code(lines: list[str]) -> str:
    """A block with blanks in the place of its code spans.

    Where a line has a tick without its fellow, nothing is taken out: no link hides behind odd ticks.
    """
    masked = [_masked(line) for line in lines]
    return "\n".join(lines if any("`" in line for line in masked) else masked)


def _masked(line: str) -> str:
    """A line with blanks in the place of what stands between two runs of as many ticks."""
    opened: tuple[int, int] | None = None
    for match in list(TICKS.finditer(line)):
        if opened is None:
            opened = match.span()
        elif match.end() - match.start() == opened[1] - opened[0]:
            line = line[: opened[0]] + " " * (match.end() - opened[0]) + line[match.end() :]
            opened = None
    return line


def without_code(body: str) -> str:
    """A body with blanks in the place of its code; every line keeps its place."""
    if "`" not in body and "~~~" not in body:
        return body
    lines = body.split("\n")
    fenced = _fenced(lines)
    return "\n".join("" if number in fenced else _masked(line) for number, line in enumerate(lines))


def _headings(first: int, lines: list[str]) -> Iterator[Heading]:
    """The headings of a block: with signs before them, in a quotation or a list too, or underlined."""
    lines, quotations = _unquoted(lines)
    start = 0
    for number, line in enumerate(lines):
        # In a list each item may be underlined, and not only the first line of the block.
        if number in quotations or (ITEM.match(line) and (number == start or ITEM.match(lines[start]))):
            start = number
        inner = _inner(line)
        if inner.startswith("#"):
            level = len(inner) - len(inner.lstrip("#"))
            words, anchor = _split_id(inner.strip("# \t"))
            yield Heading(min(level, 6), anchor, words, first + number)
            start = number + 1
        elif number == start + 1 and UNDERLINE.fullmatch(line):
            words, anchor = _split_id(lines[start].strip())
            yield Heading(1 if "=" in line else 2, anchor, words, first + start)
            start = number + 1
        elif _stands_alone(line) and not (number == start and _underlines(lines[number + 1 : number + 2])):
            start = number + 1


def _unquoted(lines: list[str]) -> tuple[list[str], set[int]]:
    """A block without the signs of its quotations, and the numbers of the lines on which one begins.

    A quotation is a block of its own, up to the next heading of the block that holds it.
    """
    own: list[str] = []
    beginnings: set[int] = set()
    quoted = False
    for number, line in enumerate(lines):
        if line.startswith("#"):
            quoted = False
        elif not quoted and QUOTED.match(line) and not (number == 0 and _underlines(lines[1:2])):
            quoted = True
            beginnings.add(number)
        own.append(QUOTED.sub("", line) if quoted else line)
    return own, beginnings


def _stands_alone(line: str) -> bool:
    """Is it a rule or the address of a link, behind which a block begins anew?"""
    return bool(RULE.fullmatch(line) or DEFINITION.match(line))


def _underlines(lines: list[str]) -> bool:
    return bool(lines and UNDERLINE.fullmatch(lines[0]))


def _inner(line: str) -> str:
    """A line without the signs of quotations and lists at its beginning."""
    line = line.lstrip(" \t>")
    match = ITEM.match(line)
    return line[match.end() :].lstrip(" \t>") if match else line


def _split_id(text: str) -> tuple[str, str]:
    """`Background {#background}` -> (Background, background); the id is "" where Markdown would print the braces."""
    start = text.rfind("{")
    if start < 1 or text[start - 1] not in " \t" or not text.endswith("}") or "}" in text[:-1]:
        return text, ""
    marks = text[start + 1 : -1].removeprefix(":").split()
    anchor = next((mark[1:] for mark in marks if mark.startswith("#")), "")
    return text[:start].strip(), anchor


def _links(first: int, text: str) -> Iterator[MarkdownLink]:
    """The links of a block, which may be wrapped within one."""
    found = [(match.start(1), MarkdownLink(match[1], 0)) for match in DEFINITION.finditer(text)]
    for closing, opening in _brackets(text).items():
        if text.startswith("(", closing + 1):
            start, target = _target(text, closing + 2)
            found.append((start, MarkdownLink(target, 0, picture=text[opening - 1 : opening] == "!")))
    found += [(match.start(1), MarkdownLink(match[1], 0)) for match in AUTOLINK.finditer(text)]
    inside = {position for start, link in found for position in range(start, start + len(link.target))}
    for match in EMAIL.finditer(text):
        if match.start() not in inside and f"mailto:{match[0]}" not in {link.target for _, link in found}:
            found.append((match.start(), MarkdownLink(f"mailto:{match[0]}", 0)))
    line, last = first, 0
    for position, link in sorted(found, key=lambda one: one[0]):
        line, last = line + text.count("\n", last, position), position
        yield MarkdownLink(link.target, line, link.picture)


def _target(text: str, start: int) -> tuple[int, str]:
    """The address behind `](`: where it begins, and its signs up to a blank or the bracket that closes the link."""
    while text[start : start + 1] in ("<", " ", "\t", "\n") and text[start : start + 1]:
        start += 1
    depth = 0
    for end in range(start, min(len(text), start + TARGET_LIMIT)):
        sign = text[end]
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0 or sign in " \t\n<>":
            return start, text[start:end]
    return start, text[start : start + TARGET_LIMIT]


def _brackets(text: str) -> dict[int, int]:
    """Where each closing bracket of a text was opened; one behind a backslash is only a sign."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in BRACKET.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            pairs[match.start()] = opened.pop()
    return pairs


def untranslated_lines(body: str) -> list[int]:
    """The lines of a body, from 0, that only hold the place of what is still to be translated."""
    if UNTRANSLATED not in body:
        return []
    return [number for number, line in enumerate(body.split("\n")) if UNTRANSLATED_LINE.fullmatch(line.rstrip("\r"))]


def has_text(body: str) -> bool:
    """Is there anything besides headings?"""
    return any(line.strip() and not line.startswith("#") for line in body.split("\n"))


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
