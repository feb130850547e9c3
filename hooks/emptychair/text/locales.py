"""What CLDR knows of a language, through Babel: its direction and script, its plural forms, its dates and lists."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal
from unicodedata import bidirectional

from babel import Locale
from babel.core import UnknownLocaleError, get_global

Direction = Literal["ltr", "rtl"]
# The plural forms of CLDR in its order (Unicode Technical Standard 35, part 3, section 5). "other" is in each language.
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
# Rows of the catalogues that a language can do without, because CLDR has what they hold: dates by their length or
# skeleton, lists by the part of the pattern. English and Chinese have rows, because CLDR says it otherwise: "April 14,
# 2020", "A, B, and C", and 和 between two parts of a sentence. Lengths of time are none: Babel lacks words for them in
# Chinese and Uyghur.
DATES = {"pattern-day-month": "MMMMd", "pattern-month": "yMMMM", "pattern-year": "y"}
LISTS = {"list-join": "middle", "article-join": "middle", "and": "2", "names-join": "2"}
SERVED = ("pattern-day", *DATES, *LISTS)
# Isolates (Unicode Standard Annex 9, section 2.4), which only texts from right to left need here: a sentence turns the
# parts of "+86 10 1234" around, and takes the day of a date for a part of the Latin name before it.
LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, END = "\u2066", "\u2067", "\u2068", "\u2069"
ISOLATES = dict.fromkeys(map(ord, (LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, END)))


@cache
def locale_of(language: str) -> Locale:
    """The locale of a language code (BCP 47); the English one for a code that CLDR does not know.

    A page in such a language has its own words, and English dates and numbers, as it has English words where it lacks
    its own.
    """
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def direction(language: str) -> Direction:
    """The direction in which a language is written, the value of the attribute dir."""
    return "rtl" if locale_of(language).character_order == "right-to-left" else "ltr"


def left_to_right(text: str, language: str) -> str:
    """A URL, a number with blanks, a fingerprint, as it may stand in a sentence of a language."""
    return f"{LEFT_TO_RIGHT}{text}{END}" if direction(language) == "rtl" else text


def in_own_direction(text: str, language: str) -> str:
    """A part of a text in the direction of its language, that begins with digits: a date."""
    return f"{RIGHT_TO_LEFT}{text}{END}" if direction(language) == "rtl" else text


def without_isolates(text: str) -> str:
    """A text as it is searched: nobody types isolates, and they would be parts of words."""
    return text.translate(ISOLATES) if END in text else text


def put_in(values: Mapping[str, object], language: str) -> Mapping[str, object]:
    """What fills the placeholders of a sentence in a language, by name: what is written the other way in isolates."""
    if direction(language) == "ltr":
        return values
    texts = {key: str(value) for key, value in values.items()}
    return {key: f"{FIRST_STRONG}{text}{END}" if _goes_right(text) else text for key, text in texts.items()}


def _goes_right(text: str) -> bool:
    """Has it a letter of a script from left to right? No URL: what makes a link of it would take the isolate along."""
    apart = text.startswith((LEFT_TO_RIGHT, FIRST_STRONG, "http"))
    return not apart and any(bidirectional(sign) == "L" for sign in text)


@cache
def script(language: str) -> str:
    """The script in which a language is mostly written, by its code in ISO 15924: Latn, Hans, Arab."""
    locale = locale_of(language)
    likely = get_global("likely_subtags").get(locale.language, "")
    return locale.script or next((part for part in likely.split("_") if len(part) == 4), "")


@cache
def plural_categories(language: str) -> tuple[str, ...]:
    """The plural forms of a language, in CLDR's order: ("one", "other") of English, ("other",) of Chinese."""
    tags = locale_of(language).plural_form.tags
    return tuple(one for one in CATEGORIES if one in tags or one == "other")


@cache
def plural_category(language: str, count: int) -> str:
    """The plural form that a number asks for in a language."""
    return str(locale_of(language).plural_form(count))


def plural_rows(keys: Iterable[str], language: str) -> set[str]:
    """The keys of a catalogue -> those of them and of their plural forms that a language must have.

    A sentence with a number has the row `<key>` for the form "other" and `<key>-<form>` for each further form; that it
    is one shows in the row of any form.
    """
    known, endings = set(keys), tuple(f"-{one}" for one in CATEGORIES[:-1])
    forms = {key for key in known if key.endswith(endings) and key.rpartition("-")[0] in known}
    plural = {key.rpartition("-")[0] for key in forms}
    return (known - forms) | {f"{key}-{one}" for key in plural for one in plural_categories(language)[:-1]}


@cache
def cldr_text(key: str, language: str) -> str:
    """What CLDR has in place of the row `key`: the pattern of a date, or what stands between the parts of a list.

    Raises KeyError for a row that is none of SERVED.
    """
    locale = locale_of(language)
    if key == "pattern-day":
        return str(locale.date_formats["long"].pattern)
    if key in DATES:
        return str(locale.datetime_skeletons[DATES[key]].pattern)
    return str(locale.list_patterns["standard"][LISTS[key]].replace("{0}", "").replace("{1}", ""))
