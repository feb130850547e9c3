"""What the core itself reads in a Markdown body: headings, links, the sections that hold letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNDERLINE = re.compile(r"(=+|-+)[ ]*")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
# What stands between the brackets of a link and its address is short; a bound keeps odd texts from taking minutes.
DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,500}\]:[ ]*\n?[ ]*<?([^\s>]+)", re.MULTILINE)
TARGET = re.compile(r"\]\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)")
AUTOLINK = re.compile(r"<((?:https?|mailto|ftp|tel|javascript|data):[^<>\s]*)>", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+", re.ASCII)
# Scripts that are written without blanks between words: their wrapped lines are joined without one.
WIDE = r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]"
WRAPPED_WIDE = re.compile(rf"(?<={WIDE})[ \t]*\n[ \t]*(?={WIDE})")
WRAPPED_AT_WIDE = re.compile(rf"(?<={WIDE})[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?={WIDE})")
WRAPPED = re.compile(r"[ \t]*\n[ \t]*")
LETTER = "letter"
BRACKET_REACH = 2_000


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a body: its level, its explicit id (or ""), its words, and its line in the body from 0."""

    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link, picture or e-mail address in a body, with its line from 0."""

    target: str
    line: int
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings and links of a body."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The explicit ids of the headings."""
        return frozenset(heading.id for heading in self.headings if heading.id)


def read_outline(body: str) -> Outline:
    """Body -> its headings and links; what stands in code is only text."""
    headings: list[Heading] = []
    links: list[Link] = []
    for first, lines in _blocks(body):
        headings.extend(_headings(first, lines))
        text = "\n".join(lines)
        if "[" in text or "@" in text or "<" in text:
            links.extend(_links(first, CODE_SPAN.sub(_blank, text) if "`" in text else text))
    return Outline(tuple(headings), tuple(links))


def _blocks(body: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not empty and not in a fence, each with the number of its first line."""
    lines = body.split("\n")
    fenced = _fenced(lines)
    block: list[str] = []
    for number, line in enumerate([*lines, ""]):
        if line.strip() and number not in fenced:
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _fenced(lines: list[str]) -> set[int]:
    """The lines of code between fences; a fence that does not close is text, as it is for Markdown."""
    inside: set[int] = set()
    fence, start = "", 0
    for number, line in enumerate(lines):
        match = FENCE.match(line)
        if match and not fence:
            fence, start = match[1], number
        elif match and fence and line.strip().startswith(fence):
            inside.update(range(start, number + 1))
            fence = ""
    return inside


def _headings(first: int, lines: list[str]) -> Iterator[Heading]:
    """The headings of a block: with signs before them, or underlined."""
    for number, line in enumerate(lines):
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            words, anchor = _split_id(line.strip("# \t"))
            yield Heading(min(level, 6), anchor, words, first + number)
        elif number and UNDERLINE.fullmatch(line) and not lines[number - 1].startswith("#"):
            words, anchor = _split_id(lines[number - 1].strip())
            yield Heading(1 if "=" in line else 2, anchor, words, first + number - 1)


def _split_id(text: str) -> tuple[str, str]:
    """`Background {#background}` -> (Background, background); the id is "" where there is none."""
    start = text.rfind("{")
    if start < 0 or not text.endswith("}"):
        return text, ""
    marks = text[start + 1 : -1].split()
    anchor = next((mark[1:] for mark in marks if mark.startswith("#")), "")
    return text[:start].strip(), anchor


def _blank(match: re.Match[str]) -> str:
    """Blanks in the place of a code span, so that line numbers stay."""
    return re.sub(r"[^\n]", " ", match[0])


def _links(first: int, text: str) -> Iterator[Link]:
    """The links of a block, which may be wrapped within one."""
    found = [(match.start(), Link(match[1], 0)) for match in DEFINITION.finditer(text)]
    for match in TARGET.finditer(text):
        opening = _opening(text, match.start())
        if opening >= 0:
            found.append((match.start(), Link(match[1], 0, picture=text[opening - 1 : opening] == "!")))
    found += [(match.start(), Link(match[1], 0)) for match in AUTOLINK.finditer(text)]
    named = {link.target for _, link in found}
    for match in EMAIL.finditer(text):
        if not any(match[0] in target for target in named):
            found.append((match.start(), Link(f"mailto:{match[0]}", 0)))
    for position, link in sorted(found, key=lambda one: one[0]):
        yield Link(link.target, first + text.count("\n", 0, position), link.picture)


def _opening(text: str, end: int) -> int:
    """Where the bracket that closes at `end` opens, or -1 where none does or a backslash makes it only a sign."""
    depth = 0
    for position in range(end, max(-1, end - BRACKET_REACH), -1):
        depth += {"]": 1, "[": -1}.get(text[position], 0)
        if depth == 0:
            return -1 if text[position - 1 : position] == "\\" else position
    return -1


def split_letters(body: str) -> tuple[str, dict[str, str]]:
    """The body of an action -> (the body without its letters, id of the section -> its text).

    A letter is the section below a heading with the id `letter` or `letter-<kind of recipient>`, up to the next
    heading of the same or a higher level, or to the next letter.
    """
    if "#letter" not in body:
        return body, {}
    headings = read_outline(body).headings
    lines = body.split("\n")
    kept: list[str] = []
    letters: dict[str, str] = {}
    position = 0
    for heading in headings:
        if heading.line < position or not is_letter(heading.id):
            continue
        below = (other for other in headings if other.line > heading.line)
        end = next((one.line for one in below if one.level <= heading.level or is_letter(one.id)), len(lines))
        kept += lines[position : heading.line]
        letters[heading.id] = "\n".join(lines[heading.line + 1 : end]).strip()
        position = end
    return "\n".join(kept + lines[position:]), letters


def is_letter(heading_id: str) -> bool:
    """Does a heading with this id begin a letter?"""
    return heading_id == LETTER or heading_id.startswith(f"{LETTER}-")


def paragraphs(text: str, language: str) -> list[str]:
    """Plain text -> its paragraphs, wrapped lines joined."""
    blocks = re.split(r"\n[ \t]*\n", text.strip())
    return [unwrap(block.strip(), language) for block in blocks if block.strip()]


def unwrap(text: str, language: str) -> str:
    """Wrapped lines -> one line: without a blank between Chinese signs, and in Chinese also not beside one."""
    joined = (WRAPPED_AT_WIDE if language == "zh" else WRAPPED_WIDE).sub("", text)
    return WRAPPED.sub(" ", joined)
