"""What the core itself reads in a Markdown body: headings, links, the sections that hold letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*(?:\{[ \t]*#([^\s}]*)[^}]*\})?[ \t]*#*[ \t]*")
UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
INLINE_LINK = re.compile(
    r"(!?)\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\]\(\s*<?([^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?[^)]*\)"
)
DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s.*)?")
AUTOLINK = re.compile(r"<((?:https?|mailto|ftp|tel|javascript|data):[^>\s]*)>", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
# Scripts that are written without blanks between words: their wrapped lines are joined without one.
WIDE = r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]"
WRAPPED_WIDE = re.compile(rf"(?<={WIDE})[ \t]*\n[ \t]*(?={WIDE})")
WRAPPED_AT_WIDE = re.compile(rf"(?<={WIDE})[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?={WIDE})")
WRAPPED = re.compile(r"[ \t]*\n[ \t]*")
LETTER = "letter"


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
    before = ""
    for number, line in _lines_outside_code(body):
        if match := HEADING.fullmatch(line):
            headings.append(Heading(len(match[1]), match[3] or "", match[2], number))
        elif UNDERLINE.fullmatch(line) and before.strip() and not before.lstrip().startswith(("|", ">", "-", "#")):
            headings.append(Heading(1 if "=" in line else 2, "", before.strip(), number - 1))
        before = line
        if "[" in line or "@" in line or "<" in line:
            links.extend(_links(line, number))
    return Outline(tuple(headings), tuple(links))


def _lines_outside_code(body: str) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(body.split("\n")):
        match = FENCE.match(line)
        if match and not fence:
            fence = match[1]
        elif match and line.strip().startswith(fence) and fence:
            fence = ""
        elif not fence:
            yield number, CODE_SPAN.sub("", line) if "`" in line else line


def _links(line: str, number: int) -> Iterator[Link]:
    if definition := DEFINITION.fullmatch(line):
        yield Link(definition[1], number)
        return
    for match in INLINE_LINK.finditer(line):
        yield Link(match[2], number, picture=bool(match[1]))
    for match in AUTOLINK.finditer(line):
        yield Link(match[1], number)
    bare = AUTOLINK.sub("", INLINE_LINK.sub("", line))
    for match in EMAIL.finditer(bare):
        yield Link(f"mailto:{match[0]}", number)


def split_letters(body: str) -> tuple[str, dict[str, str]]:
    """The body of an action -> (the body without its letters, id of the section -> its text).

    A letter is the section below a heading with the id `letter` or `letter-<kind of recipient>`, up to the next
    heading of the same or a higher level.
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
        after = (other.line for other in headings if other.line > heading.line and other.level <= heading.level)
        end = next(after, len(lines))
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
