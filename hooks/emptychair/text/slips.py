"""Slips of the keyboard: what somebody probably meant to type."""

from collections.abc import Iterable

# How many slips are forgiven in a word of so many letters at most: in a short one another letter is another word.
FORGIVEN = {2: 0, 5: 1}


def nearest(found: str, candidates: Iterable[str]) -> str:
    """The one candidate that is a slip away from a typed word, or an empty string where there is none, or several.

    A slip is a letter more, less, another, or two that changed places; one is forgiven in words of three letters and
    more, two in words of six. Case, and `_` for `-`, do not count. What stands before a whole word makes another one of
    it (trial and retrial, lawyer and former-lawyer) and is never offered: a cure must not turn one fact into another.
    """
    typed = _folded(found)
    limit = next((slips for longest, slips in FORGIVEN.items() if len(typed) <= longest), 2)
    near: dict[int, list[str]] = {}
    for candidate in candidates:
        other = _folded(candidate)
        if typed == other:
            return candidate
        if not _is_part(typed, other) and (distance := slips_between(typed, other, limit)) <= limit:
            near.setdefault(distance, []).append(candidate)
    best = near[min(near)] if near else []
    return best[0] if len(best) == 1 else ""


def slips_between(one: str, other: str, limit: int) -> int:
    """The number of slips that make one word of another: the optimal string alignment distance, at most `limit` + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        here = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, here[-1] + 1, last[column - 1] + (sign != wanted))
            if row > 1 and column > 1 and (sign, one[row - 2]) == (other[column - 2], wanted):
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, last = last, here
    return min(last[-1], limit + 1)


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-")


def _is_part(one: str, other: str) -> bool:
    """Is one word the other with something before it? A first letter alone may be a slip."""
    return abs(len(one) - len(other)) > 1 and (one.endswith(other) or other.endswith(one))
