"""Numbers that are spelt."""

from emptychair.text.number_words import chinese_number, english_numbers
from for_each import for_each


@for_each(
    "numeral, value",
    [
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十二", 22),
        ("一百零五", 105),
        ("一千一百九十", 1190),
        ("二〇一九", 2019),
        ("一万二千", 12_000),
        ("三百万", 3_000_000),
        ("一亿", 100_000_000),
        ("万", 10_000),
    ],
)
def test_chinese_numerals(numeral: str, value: int) -> None:
    """Digits, tens, hundreds, groups of ten thousand, and years that are read digit by digit."""
    assert chinese_number(numeral) == value


@for_each(
    "text, first",
    [
        ("twenty-two countries", 22),
        ("a hundred days", 100),
        ("one hundred and twenty", 120),
        ("two dozen people", 24),
        ("Three Million", 3_000_000),
        ("the twelfth time", 12),
        ("two thousand and nineteen", 2019),
    ],
)
def test_english_numbers(text: str, first: int) -> None:
    """The first number of a text is the value of its first run of number words."""
    assert english_numbers(text)[0] == first


def test_words_without_a_number() -> None:
    """Neither an article nor "and" is one."""
    assert english_numbers("and a house on the hill") == []


@for_each(
    "text, numbers",
    [
        ("two and three", [2, 3]),
        ("two, three", [2, 3]),
        ("twenty-two hundred", [2200]),
        ("one, twenty", [1, 20]),
        ("fifteen two", [15, 2]),
    ],
)
def test_numbers_beside_each_other(text: str, numbers: list[int]) -> None:
    """Words that make no number together are several."""
    assert english_numbers(text) == numbers
