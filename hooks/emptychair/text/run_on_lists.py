"""Items of lists that no empty line parts from the paragraph above: they are read as one paragraph."""

import re
from collections.abc import Iterator

# A list of Markdown; and what is one to readers, in texts that are no Markdown.
ITEM = re.compile(r" {0,3}([-*+]|[0-9]{1,2}\.)[ \t]+\S")
NUMERALS = r"一二三四五六七八九十"
PLAIN_ITEM = re.compile(
    r"[ \t]*([-*+•·–—]|[0-9]{1,2}[.)]|[a-z]\))[ \t]+\S"
    rf"|[ \t　]*([0-9]{{1,2}}、|[{NUMERALS}]{{1,3}}、|[（(](?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})[）)])\S"
)
# What announces a list. Without it, one line that begins with a dash or a number may be the middle of a sentence.
ANNOUNCED = (":", "：", ";", "；")


def run_on_lists(text: str, item: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The lines (from 0) where such a list begins, with the sign of its first item.

    That is an item below a line of text that is none, which either ends in a colon or is followed by a second item.
    """
    inside = False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = item.match(line)
        above = lines[number - 1].rstrip() if number else ""
        if match and above and not inside and not above.startswith("#"):
            following = number + 1 < len(lines) and bool(item.match(lines[number + 1]))
            if following or above.endswith(ANNOUNCED):
                yield number, next(filter(None, match.groups()))
        # A list goes on until an empty line, in which the next may begin; its items may have several lines.
        inside = bool(line.strip()) and (inside or bool(match))
