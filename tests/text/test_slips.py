"""What somebody probably meant to type, and what is never offered."""

from emptychair.text.slips import nearest, slips_between
from for_each import for_each

WORDS = [
    "taken-away",
    "rsdl",
    "released",
    "returned",
    "retrial",
    "final",
    "former-lawyer",
    "lay-preacher",
    "resentenced",
    "he",
    "she",
]


@for_each(
    "found, near",
    [
        ("taken_away", "taken-away"),
        ("Rsdl", "rsdl"),
        ("rdsl", "rsdl"),
        ("relaesd", "released"),
        ("finale", "final"),
    ],
)
def test_a_slip_finds_its_word(found: str, near: str) -> None:
    """A letter more, less, another, two in each other's place; case and underscores do not count."""
    assert nearest(found, WORDS) == near


@for_each("found", ["trial", "sentenced", "lawyer", "detained", "lawer", "zzz", "x", "hi", "learned"])
def test_another_word_is_never_offered(found: str) -> None:
    """Neither what merely looks alike, nor a word that has the typed one at its end."""
    assert nearest(found, WORDS) == ""


def test_of_two_that_are_as_near_none_is_offered() -> None:
    """Nobody can say which of them was meant."""
    assert nearest("home", ["hone", "hole", "rsdl"]) == ""


@for_each(
    "one, other, slips",
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbcd", 2), ("abc", "xyz", 3), ("a", "abcdef", 3)],
)
def test_slips_are_counted_up_to_a_limit(one: str, other: str, slips: int) -> None:
    """Changed, added, lost and exchanged letters count one each; more than the limit is the limit and one."""
    assert slips_between(one, other, 2) == slips
    assert slips_between(other, one, 2) == slips
