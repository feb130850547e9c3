"""A text and the register of withdrawn names -> the names of it that stand in the text, as far as they can be found.

The register holds hashes, so whatever may be a name is tried: it takes milliseconds each.
"""

import re
from collections.abc import Iterator

from emptychair.record.withdrawn_names import Withdrawn, normalised

# Some seconds; the campaigns that have such a register are few, and so are the words of a change.
TRIED = 2_000
LONGEST_NAME = 4
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
IDEOGRAPHS = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")


class WithdrawnSearch:
    """The names of a register that were found so far, in the texts that were asked for."""

    def __init__(self, register: Withdrawn) -> None:
        self.found: set[str] = set()
        self._register, self._left = register, TRIED
        self._known: dict[str, bool] = {}

    def finds(self, text: str) -> bool:
        """Does a withdrawn name stand in a text? Also True where too much would have to be tried to know."""
        there = False
        for name in _candidates(text):
            form = normalised(name)
            if form not in self._known:
                if not self._left:
                    return True
                self._left -= 1
                self._known[form] = self._register.has(name)
            if self._known[form]:
                self.found.add(name)
                there = True
        return there


def _candidates(text: str) -> Iterator[str]:
    """What may be a name: some signs of Chinese side by side, or words of which the first has a capital or a hyphen."""
    for run in IDEOGRAPHS.findall(text):
        for length in range(LONGEST_NAME, 1, -1):
            yield from (run[at : at + length] for at in range(len(run) - length + 1))
    words = [word for word in WORDS.finditer(text) if not IDEOGRAPHS.match(word[0])]
    for at, first in enumerate(words):
        if first[0][0].isupper() or "-" in first[0]:
            yield from (text[first.start() : last.end()] for last in words[at : at + LONGEST_NAME])
