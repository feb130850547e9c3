"""Merge conflicts that nobody has resolved, as git leaves them in a file."""

import re

# What git writes: seven signs, then a blank and a name, or nothing. A line `=======` may stand under a heading, too.
BEGIN = re.compile(r"<{7}(?: .*)?")
BASE = re.compile(r"\|{7}(?: .*)?")
END = re.compile(r">{7}(?: .*)?")
# Without one of these a text has none.
SIGNS = ("<<<<<<<", "|||||||", ">>>>>>>")


def merge_conflicts(lines: list[str]) -> list[int]:
    """The lines (from 1) on which conflicts begin, of a whole file: by `<<<<<<<`, or by what is left without it.

    Both versions would be published, or sent as one letter, with the marks between them.
    """
    found: list[int] = []
    inside = False
    for number, line in enumerate(map(str.rstrip, lines), 1):
        begins, ends = bool(BEGIN.fullmatch(line)), bool(END.fullmatch(line))
        if begins or (not inside and (ends or BASE.fullmatch(line))):
            found.append(number)
        inside = begins or (inside and not ends)
    return found
