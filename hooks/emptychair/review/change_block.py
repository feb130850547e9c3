"""One change as Markdown: what it is, notes, a table of its lines before and after, its texts with marks."""

from collections.abc import Iterable, Iterator

from emptychair.review.changes import Change
from emptychair.review.marked_text import GAP, escaped, marked, paragraphs, whole
from emptychair.review.page_text import Line
from emptychair.review.withheld import Withheld
from emptychair.review.word_diff import NEW, OLD, changed_passages, pieces_by_sign, pieces_by_word
from emptychair.text.strings import Strings

# Entries of registers hold addresses and numbers, which are compared sign by sign.
REGISTERS = ("recipient", "setting")
# The bytes of one change: a long one must not push all others out of the summary.
BLOCK = 60_000


def block_of(change: Change, hidden: Withheld, notes: Iterable[str], say: Strings) -> str:
    """A change, what must not be repeated, and notes as text -> Markdown of a limited length."""
    room, kept = BLOCK, []
    for line in _lines(change, hidden, notes, say):
        room -= len(line.encode()) + 1
        if room < 0:
            kept += ["", say("cut"), ""]
            break
        kept.append(line)
    return "\n".join(kept)


def _lines(change: Change, hidden: Withheld, notes: Iterable[str], say: Strings) -> Iterator[str]:
    page, quiet = change.page, change.what in ("gone", "less")
    location, name = (hidden.redacted(one, say("hidden")) for one in (page.location, "" if quiet else page.name))
    key = "item-with-name" if name else "item"
    yield "- " + say(key, place=f"**{escaped(location)}**", name=escaped(name), what=say(change.what))
    yield from (f"  - {escaped(note)}" for note in notes)
    yield ""
    if not quiet:
        yield from _table(change, hidden, say)
        yield from _texts(change, hidden, say)


def _pairs(change: Change, long: bool) -> Iterator[tuple[Line | None, Line | None]]:
    """The lines that differ, before and after, in the order in which they would stand."""
    before = change.before.lines if change.before else {}
    after = change.after.lines if change.after else {}
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        line = new or old
        if old != new and line and line.long == long:
            yield old, new


def _label(old: Line | None, new: Line | None, hidden: Withheld, say: Strings) -> str:
    return escaped(hidden.redacted((new or old or Line("", "")).label, say("hidden")))


def _table(change: Change, hidden: Withheld, say: Strings) -> Iterator[str]:
    pairs = list(_pairs(change, long=False))
    if pairs:
        yield f"| {say('field')} | {say('before')} | {say('after')} |"
        yield "| --- | --- | --- |"
        for old, new in pairs:
            yield f"| {' | '.join((_label(old, new, hidden, say), *_cells(change, old, new, hidden, say)))} |"
        yield ""


def _cells(change: Change, old: Line | None, new: Line | None, hidden: Withheld, say: Strings) -> tuple[str, str]:
    """One line before and after, with the words or signs that differ marked in both."""
    # A consent names nobody, and how it was is what a reviewer must see. What is found here, the words after it lack.
    quiet = old and change.page.kind != "consent" and hidden.hides(change.page.location, old.words)
    after = hidden.redacted(new.words, say("hidden")) if new else ""
    if quiet:
        return escaped(say("withheld")), escaped(after)
    if not old or not new:
        return escaped(old.words if old else ""), escaped(after)
    register = change.page.kind in REGISTERS
    pieces = (pieces_by_sign if register else pieces_by_word)(old.words, after)
    return marked(pieces, *OLD, blanks=register), marked(pieces, *NEW, blanks=register)


def _texts(change: Change, hidden: Withheld, say: Strings) -> Iterator[str]:
    """The longer texts; those that change alike, as one letter to several offices does, once with all their labels."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for old, new in _pairs(change, long=True):
        alike.setdefault(tuple(_text(change, old, new, hidden, say)), []).append(_label(old, new, hidden, say))
    seen: set[str] = set()
    for found, labels in alike.items():
        yield f"**{say('join').join(labels)}**"
        yield ""
        lines = [GAP if line in seen else line for line in found]
        seen.update(found)
        shown = [line for at, line in enumerate(lines) if line != GAP or at == 0 or lines[at - 1] != GAP]
        yield from "\n>\n".join(f"> {line}" for line in shown).split("\n")
        yield ""


def _text(change: Change, old: Line | None, new: Line | None, hidden: Withheld, say: Strings) -> Iterator[str]:
    """The paragraphs in which a text differs; of a new text all, of one that goes none."""
    if not new:
        yield escaped(say("text-gone"))
        return
    if not old:
        yield from whole(hidden.redacted(new.words, say("hidden")))
        return
    for before, after in changed_passages(old.words.split("\n"), new.words.split("\n")):
        quiet = before and hidden.hides(change.page.location, before)
        safe = hidden.redacted(after, say("hidden"))
        yield GAP
        if quiet:
            yield escaped(say("withheld"))
            yield from whole(safe)
        else:
            yield from paragraphs(pieces_by_word(before, safe))
    yield GAP
