"""A date as people type it -> the partial dates that it may mean: `5 March 2024`, `2024/3/5`, 二〇二四年三月五日."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from unicodedata import normalize

from emptychair.text.dates import parse_partial_date, suggest_date
from emptychair.text.locales import locale_of
from emptychair.text.number_words import CHINESE, chinese_number
from emptychair.text.strings import shipped_languages, written_languages
from emptychair.text.vocabulary import term

# No date is longer, and what is read here was typed by somebody unknown.
LENGTH_LIMIT = 80
# What may stand at the end of a date in a line; the full-width comma is a half-width one by then.
ENDS = " .,;。、"
NUMERAL = re.compile(f"[{CHINESE}]+")
TIME = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
MONTH = r"(?P<month>[^\W\d_]{3,})\.?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>[0-9]{4})"
IN_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{DAY}(?: of)?[ .-]*{MONTH}[ ,.-]*{YEAR}",
        rf"{MONTH}[ .-]*(?:{DAY}[ ,.-]+)?(?:of )?{YEAR}",
        rf"{YEAR}[ ,.-]*{MONTH}(?:[ .-]*{DAY})?",
    )
)
SEPARATOR = r" ?[-/. ] ?"
YEAR_LAST = re.compile(rf"(?:([0-9]{{1,2}}){SEPARATOR})?([0-9]{{1,2}}){SEPARATOR}([0-9]{{4}})")
IN_A_ROW = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def readings_of(text: str) -> tuple[str, ...]:
    """A typed date -> each partial date that it may mean, as the record writes it (`2024-03-05`).

    It is one; several where day and month cannot be told apart (`3/5/2024`); none where it cannot be read.
    """
    if len(text) > LENGTH_LIMIT:
        return ()
    typed = " ".join(normalize("NFKC", text).split())
    if _is_date(typed):
        return (typed,)
    plain = typed.strip(ENDS)
    if points := _points(plain):
        return points
    ends = [_points(end) for end in _between().split(plain)]
    spans = ("/".join(pair) for pair in product(*ends)) if len(ends) == 2 else ()
    return tuple(dict.fromkeys(span for span in spans if _is_date(span)))


def _is_date(text: str) -> bool:
    try:
        parse_partial_date(text)
    except ValueError:
        return False
    return True


def _points(text: str) -> tuple[str, ...]:
    """The readings of a text that names one day, month or year."""
    without = _about().sub("", text, count=1)
    about = "~" if without != text else ""
    weekday, rest = _weekday(TIME.sub("", without))
    readings = dict.fromkeys(one for one in _all_points(rest) if _is_date(one))
    return tuple(one + about for one in readings if weekday is None or _is_on(one, weekday))


def _all_points(text: str) -> Iterator[str]:
    """What the figures and names of a text may mean, whether the calendar has it or not."""
    figures = NUMERAL.sub(lambda match: f"{chinese_number(match[0]):.0f}", text)
    yield figures
    yield suggest_date(figures)
    if match := IN_A_ROW.fullmatch(text):
        yield "-".join(match.groups())
    if match := YEAR_LAST.fullmatch(text):
        one, two, year = match.groups()
        yield _iso(year, two, one)
        if one:
            yield _iso(year, one, two)
    for match in filter(None, (pattern.fullmatch(text) for pattern in IN_WORDS)):
        if month := _month(match["month"]):
            yield _iso(match["year"], str(month), match["day"])


def _iso(year: str, month: str, day: str | None) -> str:
    return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])


def _month(word: str) -> int:
    """The number of a month by its name, or by the beginning of one (`Sept`); 0 where it is none."""
    named = word.casefold()
    found = {number for name, number in _months() if name.startswith(named)}
    return found.pop() if len(found) == 1 else 0


@cache
def _months() -> tuple[tuple[str, int], ...]:
    every = (locale_of(one).months[form]["wide"] for one in shipped_languages() for form in ("format", "stand-alone"))
    return tuple({(str(name).casefold(), number) for names in every for number, name in names.items()})


def _is_on(text: str, weekday: int) -> bool:
    """Is it a day, and on this day of the week? Where the two differ, one of them is a mistake."""
    return len(text) == len("2024-03-05") and date.fromisoformat(text).weekday() == weekday


def _weekday(text: str) -> tuple[int | None, str]:
    """The day of the week that a text names (0 is Monday) or None, and the text without it."""
    match = _weekday_pattern().search(text)
    if not match:
        return None, text
    return _weekdays()[match[1].casefold()], " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())


@cache
def _weekdays() -> dict[str, int]:
    every = (locale_of(one).days["format"][width] for one in shipped_languages() for width in ("wide", "abbreviated"))
    return {str(name).casefold(): number for names in every for number, name in names.items()}


@cache
def _weekday_pattern() -> re.Pattern[str]:
    # The longer names first: one may begin with another.
    names = "|".join(re.escape(name) for name in sorted(_weekdays(), key=len, reverse=True))
    return re.compile(rf"\(?(?<![a-z])({names})(?![a-z])\)?[.,]?", re.IGNORECASE)


@cache
def _about() -> re.Pattern[str]:
    words = _words("about")
    return re.compile(rf"^(?:{words}) ?| ?(?:{words})$", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    """What stands between the ends of a span: a dash, a hyphen or a word between blanks."""
    return re.compile(rf" ?[–—~] ?| (?:-|{_words('to')}) |(?<=[^\x00-\x7f])(?:{_words('to')})(?=[0-9])", re.IGNORECASE)


def _words(code: str) -> str:
    return "|".join(term("date_words", code).label(language) for language in written_languages())
