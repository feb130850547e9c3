"""Typesetting: where lines of Latin and Chinese text may be broken, and the largest size in which they fit."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Measure = Callable[[str], float]
# Signs that may not begin a line, and those that may not end one (Requirements for Chinese Text Layout, 3.1.4).
CLOSING = "、。，．：；！？）》〉」』】〕”’…—·%,.:;!?)"
OPENING = "（《〈「『【〔“‘("
WIDE = r"\u2e80-\u303f\u3100-\u312f\u31a0-\u31bf\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003fffd"
UNIT = re.compile(
    rf"(?P<blank>\s+)|[{re.escape(OPENING)}]*(?:[{WIDE}]|[^\s{WIDE}{re.escape(OPENING)}]+)[{re.escape(CLOSING)}]*|\S"
)
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """Text set in one size: its lines from top to bottom."""

    size: int
    lines: tuple[str, ...]


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """The text in lines no wider than `width`; a word that no line can hold is parted where it must be."""
    lines, line = [], ""
    for unit in _parted(_units(text), width, measure):
        if not line or measure(line + unit) <= width:
            line += unit if line else unit.lstrip()
        else:
            lines.append(line.rstrip())
            line = unit.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _units(text: str) -> list[str]:
    """What stays together: a word, or a Chinese sign with its punctuation, each with the blank before it."""
    units, blank = [], ""
    for match in UNIT.finditer(text):
        if match["blank"]:
            blank = " "
        else:
            units.append(blank + match[0])
            blank = ""
    return units


def _parted(units: Iterable[str], width: float, measure: Measure) -> Iterable[str]:
    for unit in units:
        rest = unit
        while measure(rest.strip()) > width and len(rest.strip()) > 1:
            length = next(n for n in range(len(rest) - 1, 0, -1) if n == 1 or measure(rest[:n].strip()) <= width)
            yield rest[:length]
            rest = rest[length:]
        yield rest


def fit(text: str, steps: Sequence[tuple[int, int]], width: float, measure_at: Callable[[int], Measure]) -> Block:
    """The text in the first of the steps (a size, and the most lines in it) that holds it; else cut in the last one."""
    for size, most in steps:
        lines = break_lines(text, width, measure_at(size))
        if len(lines) <= most:
            return Block(size, tuple(lines))
    measure = measure_at(size)
    *before, last = lines[:most]
    while measure(last + ELLIPSIS) > width:
        last = last[:-1]
    return Block(size, (*before, last.rstrip() + ELLIPSIS))
