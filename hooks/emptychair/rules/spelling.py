"""Rules about the names of known people: as a case writes them, and with a blank behind them.

That a name is run together with another word is certain for everybody of the campaign. Spellings that are only near a
name are told for the people of the page alone: somebody else may bear a name that differs in one letter.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from emptychair.rules.index import Entry, Index
from emptychair.rules.person_names import LATIN, People
from emptychair.text.markdown_outline import as_read
from emptychair.text.problems import Problem
from emptychair.text.vocabulary import terms

# Names, addresses and titles are written as their bearers and printers write them.
NO_PROSE = {"names", "aliases", "sources", "url", "archived", "file", "credit", "as_reported", "byline"}
LATIN_LETTER = re.compile(f"[{LATIN}]")
CAPITALISED = re.compile(rf"[A-Z][{LATIN}]+")
# What makes a part of an address, a tag or a longer word of it.
BEFORE_PART = re.compile(r"[A-Za-z0-9@#/.:=_-]")
AFTER_PART = re.compile(r"[@/_0-9]|\.[a-z]")
WORD_BEFORE = re.compile(rf"(?<![{LATIN}-])[A-Z][{LATIN}]+ $")
BEHIND = re.compile(rf"([\s\u00a0\u2000-\u200a\u202f\u3000-]+)([{LATIN}]+(?:['’-][{LATIN}]+)*)(?:[ \n-]([{LATIN}]+))?")
NOT_LETTER = re.compile(rf"[^{LATIN}]")
POSSESSIVE = re.compile("['’]s?$")
# What a name runs into where a blank was lost.
JOINED = re.compile(rf"(?:and|as|at|by|for|from|had|has|in|is|of|on|or|said|the|to|was|were|who|with)(?![{LATIN}])")
HAN_SIGN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
HAN_NAME = re.compile(rf"{HAN_SIGN.pattern}+(?:[·•]{HAN_SIGN.pattern}+)*")
# The most frequent family names, without those that are also prepositions and the like (于, 向, 和, 时).
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余叶杜苏魏程吕丁任沈姚卢傅钟姜崔谭廖"
    "范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙史陶贺顾毛郝龚邵万钱严覃武莫孔危"
)
# A shorter name is too near to too many others.
SHORTEST_GIVEN = 5
SHORTEST_SURNAME = 3
SHORTEST_HAN = 3


class Spelling(NamedTuple):
    """A name as it should not be written, where it begins in its text, and the name that is meant."""

    found: str
    start: int
    name: str


Search = Callable[[str], Iterator[Spelling]]


def names_stand_alone(entry: Entry, index: Index) -> Iterator[Problem]:
    """A known name is not run together: neither its own words (WeiZhili) nor with the next word (Wei Zhiliand).

    A warning: readers understand it, but no search finds it, and no screen reader says it.
    """
    forms = [form for form in _forms(entry, index) if " " in form]
    joined = index.people.joined

    def search(text: str) -> Iterator[Spelling]:
        for match in CAPITALISED.finditer(text) if not joined.keys().isdisjoint(CAPITALISED.findall(text)) else ():
            if match[0] in joined and not _is_part(text, match.start(), match.end()):
                yield Spelling(match[0], match.start(), joined[match[0]])
        for form in forms:
            for start in _positions(text, form):
                if joint := JOINED.match(text, start + len(form)):
                    yield Spelling(form + joint[0], start, form)

    yield from _problems(entry, "name-run-together", search)


def names_have_one_spelling(entry: Entry, index: Index) -> Iterator[Problem]:
    """The people of a page are written as their cases write them: not Wei Zhi Li, Wei Zhily, Wie Zhili, 魏志立.

    A warning: another person may bear the name. Who is known by two spellings has the other among the aliases.
    """

    def search(text: str) -> Iterator[Spelling]:
        for form in _forms(entry, index):
            if HAN_NAME.fullmatch(form):
                yield from _other_han(form, text, index.people)
            elif " " in form and form.replace(" ", "").isalpha():
                yield from _other_latin(form, text, index.people)

    yield from _problems(entry, "name-spelt-otherwise", search)


def _is_part(text: str, start: int, end: int) -> bool:
    return bool(AFTER_PART.match(text, end) or (start and BEFORE_PART.match(text, start - 1)))


def _problems(entry: Entry, code: str, search: Search) -> Iterator[Problem]:
    """The problems that a search finds: first in the whole file at once, which finds most files right."""
    if next(search(entry.document.text), None) is None:
        return
    for line, field, text in _prose(entry):
        for found, start, name in search(text):
            at = line + (0 if field else text.count("\n", 0, start))
            yield Problem(entry.document.path, at, field, code, {"found": " ".join(found.split("\n")), "name": name})


def _prose(entry: Entry) -> Iterator[tuple[int, str, str]]:
    """The texts in which people are written about: line, field, and the text as it is read."""
    document = entry.document
    for at, text in document.strings():
        if not NO_PROSE.intersection(map(str, at)):
            yield document.line_of(at), document.name_of(at), text
    yield document.body_line, "", as_read(document.body)


def _forms(entry: Entry, index: Index) -> list[str]:
    """The names of the people of a page."""
    return [form for slug in sorted(index.concerned(entry)) for form in index.people.forms[slug]]


def _positions(text: str, part: str) -> Iterator[int]:
    """Where a part of a name stands in a text, not inside a longer Latin word that ends with it."""
    position = text.find(part)
    while position >= 0:
        if not (LATIN_LETTER.match(part) and position and LATIN_LETTER.match(text[position - 1])):
            yield position
        position = text.find(part, position + 1)


def _other_latin(form: str, text: str, people: People) -> Iterator[Spelling]:
    surname, _, given = form.partition(" ")
    for start in _positions(text, surname):
        behind = BEHIND.match(text, start + len(surname))
        if behind and not people.starts(text, start):
            found = _other_given(surname, given, behind, people)
            if found:
                yield Spelling(found, start, form)
    if len(surname) >= SHORTEST_SURNAME and len(given) >= SHORTEST_GIVEN:
        for start in _positions(text, given):
            before = WORD_BEFORE.search(text, max(0, start - 40), start)
            if before and _one_apart(before[0][:-1], surname) and not people.known(before[0] + given):
                yield Spelling(before[0] + given, before.start(), form)


def _other_given(surname: str, given: str, behind: re.Match[str], people: People) -> str:
    """What stands behind a family name, where it is the given name written otherwise; else ""."""
    first, second = POSSESSIVE.sub("", behind[2]), behind[3] or ""
    blank = " " if behind[1].isspace() and "\n" in behind[1] else behind[1]
    plain, wanted = NOT_LETTER.sub("", first).lower(), NOT_LETTER.sub("", given).lower()
    found = f"{surname}{blank}{first}"
    if plain == wanted:
        # Wei ZHILI is typography.
        return "" if first in (given, given.upper()) and blank == " " else found
    if plain + second.lower() == wanted:
        return "" if f"{first} {second}" == given and blank == " " else f"{found} {second}"
    far = not first[0].isupper() or " " in given or len(wanted) < SHORTEST_GIVEN or not _one_apart(plain, wanted)
    return "" if far or people.known(f"{surname} {first}") else found


def _one_apart(one: str, other: str) -> bool:
    """Does one letter more, less, changed or swapped with the next make one of the other?"""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, there = one[start:], other[start:]
    swapped = rest[1::-1] + rest[2:]
    return one != other and (rest[1:] in (there, there[1:]) or rest == there[1:] or swapped == there)


def _other_han(form: str, text: str, people: People) -> Iterator[Spelling]:
    """Names of the same length with one other sign; a changed first sign must be a family name itself."""
    if len(form) < SHORTEST_HAN or not (form[0] in text or form[1:] in text):
        return
    starts = {*_positions(text, form[0]), *(position - 1 for position in _positions(text, form[1:]) if position)}
    for start in sorted(starts):
        found = text[start : start + len(form)]
        changed = [at for at, (sign, other) in enumerate(zip(found, form, strict=False)) if sign != other]
        if len(found) == len(form) and len(changed) == 1 and HAN_SIGN.match(found[changed[0]]):
            other_name = changed[0] == 0 and found[0] not in SURNAMES
            in_word = changed[0] == 0 and _ends_word(text, start)
            if not other_name and not in_word and not people.starts(text, start):
                yield Spelling(found, start, form)


def names_are_not_misspelt(entry: Entry, index: Index) -> Iterator[Problem]:
    """No text holds a spelling that a case records as wrong, or one sign of a name for another that sounds the same.

    A warning, on every page: 王建冰 is likelier 王建兵 than somebody else. An alias that is a misspelling is recorded
    so that it is found in searches, not so that it is written. Of the people of the page the rule above tells.
    """
    own = _forms(entry, index)

    def search(text: str) -> Iterator[Spelling]:
        for found, start in index.people.misspelt_in(text):
            name = index.people.misspelt[found]
            if index.people.known(found) or name not in own:
                yield Spelling(found, start, name)

    yield from _problems(entry, "name-misspelt", search)


@cache
def _words_before() -> Mapping[str, tuple[str, ...]]:
    """A sign that is a family name -> the words that end in it."""
    return {row.label("zh"): tuple(row.row["words"]) for row in terms("surname_endings").values()}


def _ends_word(text: str, start: int) -> bool:
    """Does a word end with the sign at this place, as in 也许, so that no name begins with it?"""
    return any(text.endswith(word, 0, start + 1) for word in _words_before().get(text[start], ()))


RULES = (names_stand_alone, names_have_one_spelling, names_are_not_misspelt)
