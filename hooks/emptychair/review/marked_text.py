"""Texts as Markdown of the code host, in which nothing that somebody typed is markup, and changes are marked."""

import re
from collections.abc import Iterable

from emptychair.review.word_diff import Piece
from emptychair.text.hidden_characters import printable

MARKUP = re.compile(r"([\\`*_\[\]<>&|~#$])")
# GitHub Flavored Markdown, "Autolinks (extension)": these would make links without any markup.
AUTOLINK = re.compile(r":(?=//)|(?<=www)\.|:(?=[^\s@]*@)", re.IGNORECASE)
# What makes a list, or a heading of the line above, where it begins a line.
BEGINS = re.compile(r"([0-9]{0,9})[-+=.)]")
BLANK = re.compile(r"\s+")
TAGS = {"kept": ("", ""), "removed": ("<del>", "</del>"), "added": ("<ins>", "</ins>")}
# Kept words far from any change are passed over: so many signs stay on each side.
NEAR = 160
GAP = "…"
VISIBLE_BLANK = "␣"


def escaped(text: str) -> str:
    """A text on one line in which nothing is Markdown: what somebody typed makes no heading, picture or link."""
    return _plain(" ".join(text.split()))


def escaped_but_urls(text: str) -> str:
    """The same, in which the code host makes a link of a URL, and of nothing else: for lists of URLs."""
    return MARKUP.sub(r"\\\1", printable(" ".join(text.split())))


def marked(pieces: Iterable[Piece], *shown: str, blanks: bool = False) -> str:
    """Pieces -> one line of Markdown with those of the kinds `shown`, removals and additions in elements.

    With `blanks`, a blank that is removed or added can be seen.
    """
    return "".join(_marked(piece, blanks) for piece in pieces if piece.kind in shown).strip()


def whole(text: str) -> list[str]:
    """A text -> its paragraphs as Markdown, without marks and with nothing left out."""
    return [_no_block(escaped(line)) for line in text.split("\n") if line.strip()]


def paragraphs(pieces: Iterable[Piece]) -> list[str]:
    """Pieces -> paragraphs of Markdown, one for each line of the text; long runs of kept words are shortened."""
    lines = [""]
    for kind, text in pieces:
        first, *others = (_near(text) if kind == "kept" else text).split("\n")
        lines[-1] += _marked(Piece(kind, first), False) if first else ""
        lines += [_marked(Piece(kind, one), False) if one else "" for one in others]
    return [_no_block(line.strip()) for line in lines if line.strip()]


def _marked(piece: Piece, blanks: bool) -> str:
    begin, end = TAGS[piece.kind]
    text = BLANK.sub(" ", piece.text)
    if blanks and piece.kind != "kept":
        text = BLANK.sub(VISIBLE_BLANK, piece.text)
    return f"{begin}{_plain(text)}{end}"


def _plain(text: str) -> str:
    return AUTOLINK.sub(lambda found: "\\" + found[0], MARKUP.sub(r"\\\1", printable(text)))


def _near(text: str) -> str:
    """A run of kept words without its middle, where that is long."""
    return text if len(text) <= 3 * NEAR else f"{text[:NEAR]} {GAP} {text[-NEAR:]}"


def _no_block(line: str) -> str:
    """A line that begins no list and underlines no heading."""
    found = BEGINS.match(line)
    return f"{found[1]}\\{line[len(found[1]) :]}" if found else line
