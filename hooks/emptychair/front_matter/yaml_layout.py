"""Lines of YAML by their places: quotation marks that nobody closed, indents that fit no other line, odd blanks.

The parser stops where it can no longer go on, which is often lines below the cause. What is found here is the cause.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from emptychair.text.hidden_characters import ODD_BLANK

# A line that begins an entry or an item; the quotation mark that a value begins with.
ENTRY = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:[\w-]+:(?=\s|$)|(?<=- )\S|-$)")
QUOTED = re.compile(r" *(?:- +)*(?:[\w-]+: +)?(?P<value>[\"'].*)")
CLOSED = re.compile(r"\"(?:[^\"\\]|\\.)*\"\s*(?:#.*)?|'(?:[^']|'')*'\s*(?:#.*)?")
# An item without its hyphen, or without the blank behind it.
NO_HYPHEN = re.compile(r"( *)-?(?=\w)")
# An item that is the first entry of a mapping, without its colon.
NO_COLON_ITEM = re.compile(r"( *(?:- +)+[A-Za-z][\w-]*) +(?=[^\s:])")
# So many lines are tried at most where the parser stopped: each costs some readings of the file.
SUSPECTS = 6
# What stands before the text of a line: its indent, the hyphen of an item, a key, and the blanks behind them.
STRUCTURE = re.compile(r"[^\S\n]*(?:-[^\S\n]+)*(?:[A-Za-z][A-Za-z0-9_-]*:[^\S\n]+)?")


class Repair(NamedTuple):
    """A line (from 1) as it may have been meant, the code of its fault, what was found; is it likelier than others?"""

    line: int
    text: str
    code: str
    values: dict[str, str]
    likely: bool = False


class _Place(NamedTuple):
    """A line (from 1) with an entry: the column where it begins, and where its key stands behind the hyphens."""

    line: int
    indent: int
    levels: tuple[int, ...]


def unclosed_quotes(lines: Sequence[str], last: int) -> list[int]:
    """The lines, from 1 and up to `last`, in which a quotation mark opens and none closes before the next entry."""
    found = []
    for number, line in enumerate(lines[:last], 1):
        match = QUOTED.fullmatch(line) if '"' in line or "'" in line else None
        if match and not CLOSED.fullmatch(match["value"]) and _ends_here(lines, number):
            found.append(number)
    return found


def _ends_here(lines: Sequence[str], number: int) -> bool:
    """Is the next line an entry that is no deeper, or is there none? Then a text cannot go on in it."""
    here = len(lines[number - 1]) - len(lines[number - 1].lstrip(" "))
    below = next((line for line in lines[number:] if line.strip()), "")
    match = ENTRY.match(below)
    # Behind a hyphen the keys of the same item stand deeper than the line begins.
    dashes = re.match(r" *((?:- +)*)", lines[number - 1])
    return not below or bool(match and len(match["indent"]) <= here + len(dashes[1] if dashes else ""))


def with_odd_blanks(lines: Sequence[str], last: int) -> list[int]:
    """The lines, from 1 and up to `last`, with a blank of another kind in their indent, or behind a hyphen or a key."""
    return [number for number, line in enumerate(lines[:last], 1) if odd_blank_in(line)]


def odd_blank_in(line: str) -> str:
    """The first blank before the text of a line that is not that of the keyboard, or ""."""
    found = ODD_BLANK.search(line)
    match = STRUCTURE.match(line) if found else None
    return found[0] if found and match and found.start() < match.end() else ""


def with_plain_blanks(line: str) -> str:
    """The line with blanks of the keyboard before its text."""
    match = STRUCTURE.match(line)
    end = match.end() if match else 0
    return ODD_BLANK.sub(" ", line[:end]) + line[end:]


def repairs(lines: Sequence[str], stopped: int, texts: set[int]) -> Iterator[Repair]:
    """What may be wrong with the places of entries where the parser stopped in this line (from 1).

    The cause is that line, the one above it, an entry that it stands below, or the first beside it: too far to the left
    or to the right, or an item without its hyphen. `texts` are lines of block texts, whose indents are only text.
    """
    places = [place for place in _places(lines, texts) if place.line <= stopped]
    if not places:
        return
    stray = (without_stray(lines, number) for number in (stopped, stopped - 1))
    yield from (one._replace(likely=True) for one in stray if one and one.code == "no-hyphen")
    here = places[-1]
    for number in _suspects(places):
        place, line = places[number], lines[places[number].line - 1]
        dashes = place.levels[-1] - place.indent
        levels = _open_levels(places[:number])
        for level in sorted(levels | {here.indent, max(here.indent - dashes, 0)}, key=partial(_apart, place.indent)):
            values = {"found": str(place.indent), "expected": str(level)}
            # A line after which others go on as deep as before is likelier wrong than these.
            resumed = (
                level == here.indent and level in levels and all(p.indent > level for p in places[number + 1 : -1])
            )
            yield Repair(place.line, " " * level + line.lstrip(" "), "bad-indent", values, resumed)
        if match := NO_HYPHEN.match(line):
            yield Repair(place.line, f"{match[1]}- {line[match.end() :]}", "no-hyphen", {"found": line.strip()})
        if match := NO_COLON_ITEM.match(line):
            yield Repair(place.line, f"{match[1]}: {line[match.end() :]}", "no-colon", {"found": line.strip()}, True)


def _apart(one: int, other: int) -> int:
    return abs(one - other)


def without_stray(lines: Sequence[str], number: int) -> Repair | None:
    """A line (from 1) that is no entry, left out, or made the item of the list above that it may be; else None."""
    # The parser may stop behind the last line.
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    if not line.strip() or ENTRY.match(line) or line.lstrip()[0] in "#\"'[{":
        return None
    above = next(filter(None, map(ENTRY.match, reversed(lines[: number - 1]))), None)
    indent = len(line) - len(line.lstrip(" "))
    if above and above["dashes"] and len(above["indent"]) == indent:
        return Repair(number, f"{' ' * indent}- {line.lstrip(' ')}", "no-hyphen", {"found": line.strip()})
    return Repair(number, "", "stray-line", {"found": line.strip()})


def unusual_indents(lines: Sequence[str], texts: set[int]) -> int:
    """The number of entries that stand neither two columns deeper than the one around them, nor as deep as its key."""
    places = list(_places(lines, texts))
    around: list[_Place] = []
    count = 0
    for place in places:
        while around and around[-1].indent >= place.indent:
            around.pop()
        fitting = (around[-1].indent + 2, around[-1].levels[-1]) if around else (0,)
        count += place.indent not in fitting
        around.append(place)
    return count


def _suspects(places: Sequence[_Place]) -> list[int]:
    """The numbers of the places that may be the cause, the likeliest first."""
    last = len(places) - 1
    found = [last, last - 1]
    level = places[last].indent
    for number in range(last - 1, -1, -1):
        if places[number].indent < level:
            # The entry below which it stands, and the first of those beside it.
            found += [number, number + 1]
            level = places[number].indent
    found.append(0)
    return [number for number in dict.fromkeys(found) if number >= 0][:SUSPECTS]


def _places(lines: Sequence[str], texts: set[int]) -> Iterator[_Place]:
    for number, line in enumerate(lines, 1):
        match = ENTRY.match(line) if number not in texts and not line.lstrip().startswith("#") else None
        if match:
            indent = len(match["indent"])
            inner = indent + len(match["dashes"])
            yield _Place(number, indent, (indent, inner) if inner > indent else (indent,))


def _open_levels(places: Sequence[_Place]) -> set[int]:
    """The columns at which an entry may stand below these lines."""
    levels: list[int] = []
    for place in places:
        levels = [level for level in levels if level < place.indent] + [*place.levels]
    return set(levels)
