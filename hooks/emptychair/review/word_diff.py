"""Two texts -> what of them differs, as pieces that are kept, removed or added: by words, or sign by sign."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

# Signs of scripts without blanks between words are compared one by one.
WIDE = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
TOKEN = re.compile(rf"\n|[^\S\n]+|[^\W{WIDE}]+|.", re.DOTALL)
# Above it a passage is given as removed and added whole: comparing takes the square of its length.
COMPARED = 1_000_000
# The least share of signs that two texts have in common, by words and sign by sign: below it, marks in every second
# word are worse to read than the two texts one after the other.
LIKE_BY_WORD, LIKE_BY_SIGN = 0.25, 0.5
OLD, NEW = ("kept", "removed"), ("kept", "added")


class Piece(NamedTuple):
    """A run of a text before and after a change."""

    kind: Literal["kept", "removed", "added"]
    text: str


def pieces_by_word(before: str, after: str) -> list[Piece]:
    """Two texts -> their pieces by words, Chinese sign by sign. A blank between two changes belongs to both."""
    return _if_alike(_joined(_pieces(TOKEN.findall(before), TOKEN.findall(after))), LIKE_BY_WORD)


def pieces_by_sign(before: str, after: str) -> list[Piece]:
    """Two texts -> their pieces sign by sign, for addresses, where one letter is enough to lead elsewhere."""
    return _if_alike(list(_pieces(before, after)), LIKE_BY_SIGN)


def changed_passages(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """Two lists of paragraphs -> (before, after) of each run that differs, its paragraphs joined by line feeds."""
    codes = SequenceMatcher(None, before, after).get_opcodes()
    return [("\n".join(before[a:b]), "\n".join(after[c:d])) for code, a, b, c, d in codes if code != "equal"]


def _if_alike(pieces: list[Piece], least: float) -> list[Piece]:
    """The pieces; of two texts that have less than a share in common, each whole."""
    texts = {kinds: "".join(piece.text for piece in pieces if piece.kind in kinds) for kinds in (OLD, NEW)}
    kept = sum(len(piece.text) for piece in pieces if piece.kind == "kept")
    if kept >= least * max(map(len, texts.values())):
        return pieces
    return [piece for piece in (Piece("removed", texts[OLD]), Piece("added", texts[NEW])) if piece.text]


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    """The pieces, none of them empty. What both begin and end with is set aside first: it costs nothing."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    found = [Piece("kept", "".join(before[:head])), *_compared(old, new)]
    found.append(Piece("kept", "".join(before[len(before) - tail :])))
    yield from (piece for piece in found if piece.text)


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if len(old) * len(new) > COMPARED:
        yield from (Piece("removed", "".join(old)), Piece("added", "".join(new)))
        return
    for code, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if code == "equal":
            yield Piece("kept", "".join(old[a:b]))
        else:
            yield from (Piece("removed", "".join(old[a:b])), Piece("added", "".join(new[c:d])))


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    """The pieces, with changes that only a blank parts made one: a phrase is read better than its words."""
    listed = list(pieces)
    found: list[Piece] = []
    removed = added = ""
    for number, (kind, text) in enumerate(listed):
        between = kind == "kept" and text.isspace() and "\n" not in text and 0 < number < len(listed) - 1
        if kind == "kept" and not between:
            found += [Piece("removed", removed), Piece("added", added), Piece("kept", text)]
            removed = added = ""
            continue
        removed += text if kind != "added" else ""
        added += text if kind != "removed" else ""
    found += [Piece("removed", removed), Piece("added", added)]
    return _at_line_ends([piece for piece in found if piece.text])


def _at_line_ends(pieces: list[Piece]) -> list[Piece]:
    """The pieces; one that holds the end of a line, in words that both texts have there, begins at that end."""
    found = list(pieces)
    for at in range(1, len(found) - 1):
        (before, text, after) = (one.text for one in found[at - 1 : at + 2])
        begun = text.partition("\n")[0]
        alone = found[at - 1].kind == found[at + 1].kind == "kept" != found[at].kind
        if alone and begun and begun != text and after.startswith(begun):
            found[at - 1] = Piece("kept", before + begun)
            found[at] = Piece(found[at].kind, text[len(begun) :] + begun)
            found[at + 1] = Piece("kept", after[len(begun) :])
    return [piece for piece in found if piece.text]
