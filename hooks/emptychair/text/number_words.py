"""Number words -> numbers: `twenty-two` and 二十二."""

import re

CHINESE_DIGITS = {
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
CHINESE_POWERS = {"十": 10, "百": 100, "千": 1_000}
CHINESE_GROUPS = {"万": 10_000, "亿": 100_000_000}
# The signs of Chinese numerals, for a class of a regular expression.
CHINESE = "".join((*CHINESE_DIGITS, *CHINESE_POWERS, *CHINESE_GROUPS))

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MORE = {
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "once": 1, "both": 2, "twice": 2, "pair": 2, "couple": 2, "dozen": 12,
    "decade": 10, "decades": 10, "fortnight": 14, "century": 100, "quarter": 25,
}  # fmt: skip
ENGLISH: dict[str, int] = {
    **{word: number for number, word in enumerate(_UNITS.split())},
    **{word: number for number, word in enumerate(_ORDINALS.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
    **_MORE,
}
ENGLISH_POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
# Words that count and do nothing else: "second" is also a second, and "both years" need not be 两年.
CARDINALS = {*_UNITS.split(), *_TENS.split(), "seventeen", "eighteen", "nineteen", *ENGLISH_POWERS}
WORD = re.compile(r"[a-z]+")


def chinese_number(numeral: str) -> float:
    """二十二 -> 22, 一千一百九十 -> 1190, 二〇一九 -> 2019, 三百 -> 300; signs of numerals only."""
    if not any(sign in CHINESE_POWERS or sign in CHINESE_GROUPS for sign in numeral):
        return float("".join(str(CHINESE_DIGITS[sign]) for sign in numeral) or 0)
    total, group, digit = 0, 0, 0
    for sign in numeral:
        if sign in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[sign]
        elif sign in CHINESE_POWERS:
            # 十五 is one ten and five.
            group, digit = group + (digit or 1) * CHINESE_POWERS[sign], 0
        else:
            total, group, digit = (total + (group + digit or 1)) * CHINESE_GROUPS[sign], 0, 0
    return float(total + group + digit)


def english_numbers(text: str) -> list[float]:
    """The numbers that are spelt in a text: "twenty-two hundred" -> 2200, "two and three" -> 2, 3."""
    found: list[float] = []
    number: list[str] = []
    for word in [*WORD.findall(text.lower()), ""]:
        if number and word == "and" and number[-1] in ENGLISH_POWERS:
            continue
        if number and not _goes_on(number[-1], word):
            found.append(_english_number(number))
            number = []
        if word in ENGLISH or word in ENGLISH_POWERS:
            number.append(word)
    return found


def _goes_on(last: str, word: str) -> bool:
    """Is a word part of the number that the word before it belongs to?"""
    if word in ENGLISH_POWERS:
        return True
    value = ENGLISH.get(word, -1)
    if word == "dozen":
        return ENGLISH.get(last, 100) < 10
    # twenty-two, a hundred and five
    return value > 0 and (last in ENGLISH_POWERS or (last in _TENS.split() and value < 10))


def _english_number(words: list[str]) -> float:
    total, group = 0, 0
    for word in words:
        if word == "hundred":
            group = (group or 1) * 100
        elif word in ENGLISH_POWERS:
            total, group = total + (group or 1) * ENGLISH_POWERS[word], 0
        else:
            group = group * ENGLISH[word] if word == "dozen" and group else group + ENGLISH[word]
    return float(total + group)
