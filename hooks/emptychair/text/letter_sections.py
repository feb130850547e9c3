"""The letters in the body of an action: the sections that hold them, and their text as a letter has it."""

import re

from emptychair.text.markdown_outline import read_outline
from emptychair.text.vocabulary import is_joined

LETTER = "letter"
# Scripts that are written without blanks between words: their wrapped lines are joined without one.
WIDE = r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]"
WIDE_SIGN = re.compile(WIDE)
# Without the signs of punctuation that other scripts have as well.
HAN_OR_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
WRAPPED_WIDE = re.compile(rf"(?<={WIDE})[ \t]*\n[ \t]*(?={WIDE})")
WRAPPED_AT_WIDE = re.compile(rf"(?<={WIDE})[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?={WIDE})")
WRAPPED = re.compile(r"[ \t]*\n[ \t]*")


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
    joined = (WRAPPED_AT_WIDE if is_joined(language) else WRAPPED_WIDE).sub("", text)
    return WRAPPED.sub(" ", joined)
