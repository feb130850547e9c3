"""Markdown in full-width signs and in those of word processors, which Markdown takes for text."""

import re
from collections.abc import Callable, Iterator

BULLETS = "•●▪◦■◆"
TARGET = r"(?:https?://|\.\.?/|#|[A-Za-z0-9_./-]+\.md)[^\s)）]*"
LINK = re.compile(rf"[\[［【]([^\[\]［］【】\n]+)[\]］】]([(（])\s*({TARGET})\s*([)）])")
EMPHASIS = re.compile(r"＊＊(\S[^＊\n]*)＊＊|(?<![＊*])＊(\S[^＊\n]*)＊(?![＊*])")
CODE = re.compile(r"｀([^｀\n]+)｀")
# A tag of one sign (＃MeToo) is no heading.
HEADING = re.compile(r" {0,3}([#＃]*＃[#＃]+(?=[ \t　]*\S)|＃(?=[ \t　]+\S))[ \t　]*")
QUOTATION = re.compile(r" {0,3}(＞)[ \t　]*(?=\S)")
ITEM = re.compile(rf" {{0,3}}([－＊＋](?=[ \t　])|[{BULLETS}])[ \t　]*(?=\S)")
NUMBER = re.compile(r" {0,3}([0-9０-９]{1,2})(?:[．、）]|(?<=[０-９])\.)[ \t　]*(?=\S)")
# Without one of these a text is as it should be.
MAYBE = re.compile(
    rf"[＃＊－＋＞｀［【{BULLETS}]|\](?=（)|\](?=\([^)\n]*）)|^ {{0,3}}[0-9０-９]{{1,2}}[．、）.]", re.MULTILINE
)
WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def wide_markdown(text: str, lists: bool = True) -> Iterator[tuple[int, str, str]]:
    """(line from 0, what was typed, how Markdown has it) of a text without its code; with its lists or without.

    A number counts as that of a list where the next line has one as well: one alone may begin a sentence.
    """
    lines = text.split("\n") if MAYBE.search(text) else []
    for number, line in enumerate(lines):
        yield from ((number, found, better) for found, better in _in_line(line, lists))
        below = lines[number + 1] if number + 1 < len(lines) else ""
        above = lines[number - 1] if number else ""
        match = NUMBER.match(line) if lists else None
        if match and (NUMBER.match(below) or NUMBER.match(above)):
            yield number, *_sign(match, f"{match[1].translate(WIDE_DIGITS)}.")


def _in_line(line: str, lists: bool) -> Iterator[tuple[str, str]]:
    for pattern, sign in ((HEADING, "#"), (QUOTATION, ">"), *([(ITEM, "-")] if lists else [])):
        if match := pattern.match(line):
            yield _sign(match, sign * len(match[1]))
    for pattern, better in WITHIN:
        for match in pattern.finditer(line):
            written = better(match)
            if match[0] != written:
                yield match[0], written


def _sign(match: re.Match[str], better: str) -> tuple[str, str]:
    """The sign at the start of a line, and the better one, with a blank where none of the keyboard stands behind it."""
    found = match[0].strip(" \t")
    return found, better if match[0].endswith((" ", "\t")) else f"{better} "


Better = Callable[[re.Match[str]], str]
WITHIN: tuple[tuple[re.Pattern[str], Better], ...] = (
    (EMPHASIS, lambda match: f"**{match[1]}**" if match[1] else f"*{match[2]}*"),
    (CODE, lambda match: f"`{match[1]}`"),
    (LINK, lambda match: f"[{match[1]}]({match[3]})"),
)
