"""The figures of a text (numbers, percentages, dates, times of day), so that English and Chinese can be compared.

What somebody wrote in digits must be found in the other language in whatever form: `20 March 2019` in
`2019年3月20日`, `two years` in `两年`. So there are two readings of a text. `written` is strict: what certainly is a
figure. `readable` is generous: everything that may be one, with every number word and every part of a date. A strict
figure that the other text does not even hold in the generous reading was changed, forgotten or invented.

A figure is a tuple: ("number", 1190), ("percent", 18.5), ("day", month, day), ("month", 3), ("time", hour, minute).
Years are numbers; a full date is a day and a year, because languages repeat the year differently.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from emptychair.text.number_words import CARDINALS, CHINESE, CHINESE_DIGITS, WORD, chinese_number, english_numbers
from emptychair.text.traditional import nearest_script

Figure = tuple[str, float] | tuple[str, float, float]
# A figure, as it was written, and where it begins.
Written = tuple[Figure, str, int]

# The signs of figures that traditional Chinese writes otherwise, which is read as simplified Chinese.
TRADITIONAL_SIGNS = str.maketrans("萬億兩點時號個數餘緩週間", "万亿两点时号个数余缓周间")
FULL_WIDTH = str.maketrans("０１２３４５６７８９％．：", "0123456789%.:")
DIGIT = re.compile(r"[0-9０-９]")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"[0-9]{1,2}(?![0-9])(?:st|nd|rd|th)?"
DAYS = rf"{DAY}(?:\s*(?:,|-|–|/|and|or|to|until)\s*{DAY})*"
# A digit of "COVID-19" or "G20" is part of a name.
NO_NAME = r"(?<![A-Za-z0-9.])(?<![A-Za-z]-)"
NUMBER = r"[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?"
ISO = r"(?P<iso_year>(?:19|20|21)[0-9]{2})-(?P<iso_month>[01][0-9])(?:-(?P<iso_day>[0-3][0-9]))?(?![0-9-])"
ENGLISH = re.compile(
    rf"{NO_NAME}(?:{ISO}"
    rf"|(?P<days>{DAYS})\s+(?:of\s+)?(?P<month>{MONTH})"
    r"|(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-5][0-9]))?\s*(?P<half>[ap])\.?m\b"
    r"|(?P<clock>[0-9]{1,2}):(?P<clock_minute>[0-5][0-9])(?![0-9])"
    rf"|(?P<number>{NUMBER})(?:\s*(?P<percent>%|per ?cent\b)|\s+(?P<power>hundred|thousand|million|billion)\b)?)"
    rf"|\b(?P<month_first>{MONTH})\s+(?:(?P<days_last>{DAYS})|(?P<month_year>[0-9]{{4}}))"
)
# "four years", "twenty-two months": a term is a figure also where it is spelt. The unit is found first.
UNITS = ("year", "month", "week", "day", "hour")
# Words that may stand between a number and its unit: two and a half years, three full days.
BETWEEN = {"and", "a", "half", "more", "full", "long", "whole"}
CHINESE_DAYS = r"[0-9]{1,2}(?:\s*[日号]?\s*(?:-|–|—|至|到|和|、|及|或)\s*[0-9]{1,2})*\s*[日号]"
CHINESE_PATTERN = re.compile(
    rf"{NO_NAME}(?:{ISO}"
    rf"|(?P<month>[0-9]{{1,2}})\s*月\s*(?P<days>{CHINESE_DAYS})?"
    rf"|(?P<days_alone>{CHINESE_DAYS})"
    r"|(?P<clock>[0-9]{1,2})(?:[时點点](?P<minute>[0-9]{1,2})分|:(?P<clock_minute>[0-5][0-9])(?![0-9]))"
    rf"|(?P<number>{NUMBER})\s*(?:(?P<percent>%)|[多余]?(?P<power>万亿|亿|千万|百万|万|千|百)|(?P<decade>年代))?)"
    rf"|百分之(?P<hundredths>[0-9]+(?:\.[0-9]+)?|[{CHINESE}点]+)"
)
# 几十年, 3百天 and 第三年 are none, nor is what begins with 百, 千, 万: idioms do.
NO_TERM = frozenset("几数第百千万亿〇零0123456789")
CHINESE_TERM = re.compile(
    rf"(?P<numeral>[一二三四五六七八九十两][{CHINESE}]*)[多余]?(?:年(?![代级])|个月|天|个星期|周|(?:个)?小时)"
)
NUMERAL = re.compile(rf"[{CHINESE}]+")
NUMERAL_DATE = re.compile(rf"([{CHINESE}]{{1,3}})月(?:([{CHINESE}]{{1,3}})[日号])?")
NUMERAL_DECADE = re.compile(r"([一二三四五六七八九])十年代")
POWERS = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12,
}  # fmt: skip
DIGITS = re.compile(r"[0-9]{1,2}(?![0-9])")
NUMBERS = re.compile(NUMBER)
HOUR = re.compile(r"([0-9]{1,2}|[一二两三四五六七八九十]{1,3})[时點点]")
# A death sentence is suspended for two years, and no other term (Criminal Law, article 48): words for it imply them.
REPRIEVE = ("缓期", "死缓", "repriev", "suspended death")
AFTERNOON = re.compile(r"(?:中午|下午|晚上|晚|傍晚|夜里)\s*$")


def is_read(language: str) -> bool:
    """Are the figures of this language known, so that texts in it can be held against others?"""
    return (nearest_script(language) or language) in READERS


def _in_one_script(text: str, language: str) -> tuple[str, str]:
    """A text with the language whose reader reads it; every sign keeps its position."""
    script = nearest_script(language)
    return (text.translate(TRADITIONAL_SIGNS), script) if script else (text, language)


def written(text: str, language: str) -> list[Written]:
    """A text -> the figures that certainly stand in it, in its order."""
    original = text
    text, language = _in_one_script(text, language)
    found: list[Written] = []
    if DIGIT.search(text) or (language == "zh" and "百分之" in text):
        found += _in_digits(text.translate(FULL_WIDTH), language)
    found += _terms(text, language)
    return [(figure, original[at : at + len(words)], at) for figure, words, at in found]


def readable(text: str, language: str) -> set[Figure]:
    """A text -> everything in it that may be read as a figure."""
    text, language = _in_one_script(text.translate(FULL_WIDTH), language)
    found: set[Figure] = {figure for figure, _, _ in _in_digits(text, language)}
    # Every part of a date, and digits in names.
    for figure in list(found):
        found |= {("number", value) for value in figure[1:] if isinstance(value, float)}
        if figure[0] == "day":
            found.add(("month", figure[1]))
        if figure[0] == "time":
            found.add(("number", figure[1] - 12))
    # "a person" and 一人 may be 1.
    found.add(("number", 1.0))
    found |= {("number", _value(match[0])) for match in NUMBERS.finditer(text)}
    if any(word in text for word in REPRIEVE):
        found.add(("number", 2.0))
    found |= _in_chinese_words(text) if language == "zh" else _in_english_words(text)
    return found


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))


def _in_digits(text: str, language: str) -> Iterator[Written]:
    pattern, read = READERS[language]
    month = 0.0
    for match in pattern.finditer(text):
        for figure in read(match.groupdict()):
            late = figure[0] == "time" and AFTERNOON.search(text, max(0, match.start() - 6), match.start())
            settled = _settled(figure, month, bool(late))
            if settled[0] in ("day", "month"):
                month = settled[1]
            yield settled, match[0].strip(), match.start()


def _settled(figure: Figure, month: float, late: bool) -> Figure:
    """A figure with what stands before it: the month goes on (3月20日……25日), and 下午4时 is 16."""
    if figure[0] == "day alone":
        # Without a month it may be any number (长安街1号).
        return ("day", month, figure[1]) if month else ("number", figure[1])
    return ("time", figure[1] + 12, figure[-1]) if late and figure[1] < 12 else figure


def _iso(parts: Mapping[str, str | None]) -> Iterator[Figure]:
    year, month, day = parts["iso_year"], parts["iso_month"], parts["iso_day"]
    if year and month:
        yield "number", float(year)
        yield ("day", float(month), float(day)) if day else ("month", float(month))


def _days(month: float, days: str) -> Iterator[Figure]:
    for match in DIGITS.finditer(days):
        yield "day", month, float(match[0])


def _english(parts: Mapping[str, str | None]) -> Iterator[Figure]:
    named = parts["month"] or parts["month_first"]
    if parts["iso_year"]:
        yield from _iso(parts)
    elif named:
        number = float(MONTHS.index(named[:3].lower()) + 1)
        days = parts["days"] or parts["days_last"]
        yield from _days(number, days) if days else [("month", number), ("number", float(parts["month_year"] or 0))]
    elif parts["hour"]:
        yield "time", float(parts["hour"]) % 12 + (12 if parts["half"] == "p" else 0), float(parts["minute"] or 0)
    elif parts["clock"]:
        yield "time", float(parts["clock"]), float(parts["clock_minute"] or 0)
    else:
        yield _number(parts)


def _chinese(parts: Mapping[str, str | None]) -> Iterator[Figure]:
    if parts["iso_year"]:
        yield from _iso(parts)
    elif parts["month"]:
        number = float(parts["month"])
        yield from _days(number, parts["days"]) if parts["days"] else [("month", number)]
    elif parts["days_alone"]:
        yield from (("day alone", float(day)) for day in DIGITS.findall(parts["days_alone"]))
    elif parts["clock"]:
        yield "time", float(parts["clock"]), float(parts["minute"] or parts["clock_minute"] or 0)
    elif parts["hundredths"]:
        yield "percent", _hundredths(parts["hundredths"])
    else:
        yield _number(parts)


def _number(parts: Mapping[str, str | None]) -> Figure:
    value = _value(parts["number"] or "0")
    if parts["percent"]:
        return "percent", value
    if parts.get("decade") and value < 100:
        return "number", 1900 + value
    return "number", round(value * POWERS[parts["power"]], 2) if parts["power"] else value


def _hundredths(text: str) -> float:
    """18.5, 十八点五 -> 18.5"""
    if text[0].isdigit():
        return float(text)
    whole, _, rest = text.partition("点")
    fraction = "".join(str(int(chinese_number(sign))) for sign in rest)
    return float(f"{int(chinese_number(whole))}.{fraction or 0}")


def _terms(text: str, language: str) -> Iterator[Written]:
    """Spelt terms of two and more: "one year" and 一年 are said in too many ways."""
    if language == "zh":
        for match in CHINESE_TERM.finditer(text):
            value = chinese_number(match["numeral"])
            if value >= 2 and text[match.start() - 1 : match.start()] not in NO_TERM:
                yield ("number", value), match[0], match.start()
    else:
        for unit in UNITS:
            if unit in text:
                yield from _english_terms(text, unit)


def _english_terms(text: str, unit: str) -> Iterator[Written]:
    position = text.find(unit)
    while position > 0:
        counts = text[position - 1] in " -" and _may_count(text, position - 1)
        words = WORD.findall(text[max(0, position - 40) : position].lower()) if counts else []
        while words and words[-1] in BETWEEN:
            words.pop()
        if words and words[-1] in CARDINALS:
            number = words[-2:] if words[-2:-1] and words[-2] in CARDINALS else words[-1:]
            value = english_numbers(" ".join(number))[0]
            start = text.lower().rindex(number[0], 0, position)
            if value >= 2:
                end = position + len(unit)
                yield ("number", value), text[start : end + text.startswith("s", end)], start
        position = text.find(unit, position + 1)


def _may_count(text: str, end: int) -> bool:
    """Does a word that ends there count, or may it stand behind one that does? Before most units there is none."""
    last = text[max(text.rfind(" ", 0, end), text.rfind("-", 0, end)) + 1 : end].lower()
    return last in CARDINALS or last in BETWEEN or not last.isalpha()


def _in_english_words(text: str) -> set[Figure]:
    found: set[Figure] = {("number", value) for value in english_numbers(text)}
    lower = text.lower()
    found |= {("month", float(number)) for number, month in enumerate(MONTHS, 1) if month in lower}
    if "fortnight" in lower:
        found.add(("number", 2.0))
    if "half" in lower:
        found |= {("percent", 50.0), ("number", 6.0), ("number", 30.0)}
    # "eighteen percent"
    return found | {("percent", figure[1]) for figure in found if figure[0] == "number"}


def _in_chinese_words(text: str) -> set[Figure]:
    numerals = {match[0] for match in NUMERAL.finditer(text)}
    found: set[Figure] = {("number", chinese_number(numeral)) for numeral in numerals}
    # 两三人 are two or three.
    plain = (numeral for numeral in numerals if CHINESE_DIGITS.keys() >= set(numeral))
    found |= {("number", float(CHINESE_DIGITS[sign])) for numeral in plain for sign in numeral}
    for match in NUMERAL_DATE.finditer(text):
        month = chinese_number(match[1])
        found |= {("month", month)} | ({("day", month, chinese_number(match[2]))} if match[2] else set())
    for match in HOUR.finditer(text):
        hour = float(match[1]) if match[1].isdecimal() and match[1].isascii() else chinese_number(match[1])
        found |= {("time", hour, 0.0), ("time", hour + 12, 0.0)}
    found |= {("number", 1900 + 10 * chinese_number(match[1])) for match in NUMERAL_DECADE.finditer(text)}
    if "半" in text:
        found |= {("percent", 50.0), ("number", 6.0), ("number", 30.0), ("number", 18.0)}
    return found


Reader = Callable[[Mapping[str, str | None]], Iterator[Figure]]
READERS: dict[str, tuple[re.Pattern[str], Reader]] = {
    "en": (ENGLISH, _english),
    "zh": (CHINESE_PATTERN, _chinese),
}
