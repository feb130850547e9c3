"""Rules about what identifies or reaches a private person, or leads to a place of detention, in any text of a file."""

import re
from collections.abc import Iterator
from functools import cache

from emptychair.front_matter.document import Document
from emptychair.front_matter.yaml_builder import Path
from emptychair.text.markdown_outline import without_code
from emptychair.text.problems import Problem
from emptychair.text.vocabulary import terms

# Fields of offices, and texts that are addresses of pages.
NO_TEXT = {"phone", "fax", "postcode", "address", "url", "archived", "file", "identifiers", "pgp", "signal", "id"}
URL = re.compile(r"https?://[^\s<>]+")
WIDE = str.maketrans("０１２３４５６７８９＋－（）Ｘ", "0123456789+-()X")
BEFORE, AFTER = r"(?<![0-9A-Za-z+./_-])", r"(?![0-9A-Za-z_]|[-./][0-9])"
MOBILE = re.compile(rf"{BEFORE}(?:(?:\+|00)?86[- ]?)?1[3-9][0-9][- ]?[0-9]{{4}}[- ]?[0-9]{{4}}{AFTER}")
# Six digits of a place, a birthday, three or four more (GB 11643-1999); the older form had two digits of the year.
MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
IDENTITY = re.compile(
    rf"{BEFORE}[1-9][0-9]{{5}} ?(?:(?:19|20)[0-9]{{2}}{MONTH_DAY} ?[0-9]{{3}}[0-9Xx]|[0-9]{{2}}{MONTH_DAY}[0-9]{{3}})"
    rf"{AFTER}|{BEFORE}[A-Z]{{1,2}}[0-9]{{6}}\([0-9A]\)"
)
TELEPHONE = re.compile(
    rf"{BEFORE}(?:\+[1-9][0-9]{{0,2}}[- ]?\(?[0-9]{{1,4}}\)?(?:[- ]?[0-9]{{2,4}}){{2,3}}"
    rf"|\(?0[1-9][0-9]{{1,2}}\)?[- ][0-9]{{7,8}}){AFTER}"
)
# Without one of these no text holds such a number.
MAYBE = re.compile(r"[0-9０-９+＋](?:(?<=[+＋])[0-9０-９]|[0-9０-９]{5}|[0-9０-９]{2,3}[) -]\(?[0-9０-９]{3})")
MAYBE_ADDRESS = re.compile("[0-9０-９号]")
BEFORE_STREET = re.compile(r"[\u4e00-\u9fff]{1,8}$")
YEARS = re.compile(r"[0-9]{4}-[0-9]{4}")
DIGITS = 5


def no_numbers_of_people(document: Document) -> Iterator[Problem]:
    """No text holds a mobile number, an identity number, a passport, an account, or another telephone number.

    The first are an error: they are somebody's own, whoever has published them, and stay in every copy of the
    repository. The last is a warning: it may be that of an office, which recipients.yml has.
    """
    if not MAYBE.search(document.text) or not MAYBE.search(URL.sub(" ", document.text)):
        return
    private, telephone = _labelled("passport", "identity", "account", "messenger"), _labelled("telephone")
    for at, line, text in _texts(document):
        plain = _plain(text)
        found = [match.span() for pattern in (IDENTITY, MOBILE) for match in pattern.finditer(plain)]
        found += [match.span("value") for match in private.finditer(plain) if _digits(match["value"]) >= DIGITS]
        yield from _problems(document, at, line, "private-number", text, found)
        rest = MOBILE.sub(_blank, plain)
        found = [match.span() for match in TELEPHONE.finditer(rest)]
        found += [match.span("value") for match in telephone.finditer(rest) if _digits(match["value"]) > DIGITS]
        yield from _problems(document, at, line, "telephone-number", text, found)


def no_addresses_of_detention(document: Document) -> Iterator[Problem]:
    """No text gives the postal address of a place of detention: people who are not sentenced may not get letters.

    A warning: the words may stand beside each other by chance.
    """
    place = _places()
    may_be_there = MAYBE_ADDRESS.search(document.prose) and _address_in(document.prose)
    for at, line, text in _texts(document) if may_be_there else ():
        for sentence in re.split(r"[。！？\n]|(?<=[a-z])\. ", text):
            if (match := _address_in(sentence)) and place.search(sentence):
                named = BEFORE_STREET.search(sentence, 0, match.start())
                span = named.start() if named else match.start(), match.end()
                yield from _problems(document, at, line, "address-of-detention", sentence, [span])


def _texts(document: Document) -> Iterator[tuple[Path, int, str]]:
    """Every text with its path and line, but for the fields in which such numbers may stand."""
    for at, text in document.strings():
        if not NO_TEXT.intersection(map(str, at)):
            yield at, document.line_of(at), text
    for number, text in enumerate(without_code(document.body).split("\n"), document.body_line):
        yield (), number, text


def _plain(text: str) -> str:
    """A text with half-width digits, and blanks in the place of addresses of pages; every sign keeps its position."""
    return URL.sub(_blank, text).translate(WIDE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _digits(text: str) -> int:
    """The number of digits, 0 for two years."""
    return 0 if YEARS.fullmatch(text) else sum(map(str.isdigit, text))


@cache
def _labelled(*codes: str) -> re.Pattern[str]:
    """A word of these rows, and the number behind it."""
    words = "|".join(terms("number_labels")[code].label(language) for code in codes for language in ("en", "zh"))
    between = terms("number_labels")["between"]
    joint = rf"\s*(?:{between.label('zh')}|{between.label('en')})?\s*[:：]?\s*"
    value = r"(?P<value>[A-Za-z]{0,8}[0-9][0-9A-Za-z -]{4,28}[0-9A-Za-z])"
    return re.compile(rf"(?<![A-Za-z])(?:{words}){joint}{value}", re.IGNORECASE)


@cache
def _places() -> re.Pattern[str]:
    row = terms("place_words")["detention"]
    return re.compile(rf"\b(?:{row.label('en')})\b|{row.label('zh')}", re.IGNORECASE)


@cache
def _addresses() -> tuple[re.Pattern[str], ...]:
    row = terms("place_words")
    ends = "".join(sorted({word[-1] for word in row["street"].label("zh").split("|")}))
    numeral = row["house"].label("zh")
    postcodes = "|".join(map(re.escape, _words("postcode", "en") + _words("postcode", "zh")))
    # Each begins with signs of one kind or a word: such a pattern is searched for much faster.
    return (
        re.compile(rf"{numeral}(?<=[{ends}].){numeral}{{0,5}}{row['house'].get('behind')}"),
        re.compile(rf"[0-9][0-9]{{0,4}} (?:[A-Z][\w'’-]* ){{1,4}}(?:{'|'.join(_words('street', 'en'))})\b"),
        re.compile(rf"(?:{postcodes})\s*[:：]?\s*[0-9]{{3,6}}"),
    )


def _address_in(text: str) -> re.Match[str] | None:
    """The number of a house with its street, or a postcode; the street of a Chinese one stands before it."""
    return next(filter(None, (pattern.search(text) for pattern in _addresses())), None)


def _words(code: str, language: str) -> list[str]:
    return terms("place_words")[code].label(language).split("|")


def _problems(
    document: Document, at: Path, line: int, code: str, text: str, spans: list[tuple[int, int]]
) -> Iterator[Problem]:
    """A problem for each number, once; one within a longer one is that."""
    for start, end in dict.fromkeys(spans):
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans):
            yield Problem(document.path, line, document.name_of(at), code, {"found": text[start:end].strip()})


RULES = (no_numbers_of_people, no_addresses_of_detention)
