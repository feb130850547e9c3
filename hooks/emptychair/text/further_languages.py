"""Languages that a campaign brings along: their texts as columns of the data files, borrowed where one is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from babel.core import get_global

from emptychair.text.locales import CATEGORIES, SERVED, locale_of, script

# The language from whose columns others are translated: every row has it.
SOURCE = "en"
# Of BCP 47: the language, its script, its country.
CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
TERRITORY = 2
# Scripts that put no blank between words.
JOINED = frozenset({"Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai"})
# Salutations of letters in joined languages have a style of their own; a further language has one opening for all.
OPENING, STYLES = "dear_", ("respectful_", "plain_")


class Borrowed(str):
    """A text that stands in `language`, because there is none in the language that was asked for.

    It is borrowed as long as nothing is joined to it: HTML marks it with its language, other outputs take it as it is.
    """

    language: str

    def __new__(cls, text: str, language: str) -> Borrowed:
        """The text, and the language in which it stands."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def format_map(self, mapping: Any, /) -> Borrowed:
        """The text with its placeholders filled, in the same language."""
        return Borrowed(super().format_map(mapping), self.language)


def language_of(text: str, language: str) -> str:
    """The language in which a text stands that was asked for in `language`."""
    return text.language if isinstance(text, Borrowed) else language


@dataclass(frozen=True, eq=False)
class FurtherLanguage:
    """A language of a campaign: its code, its texts by the ids of `texts_to_translate`, and the one that stands in.

    `fallback` is a language that ships; `wanted` counts the texts that a whole language has, `unsure` those that are
    marked as such, and not used.
    """

    code: str
    fallback: str
    texts: Mapping[str, str]
    wanted: int = 0
    unsure: int = 0

    @property
    def missing(self) -> int:
        """How many texts stand in another language."""
        return self.wanted - len(self.texts)


def is_language(code: str) -> bool:
    """Does CLDR know a language by this code, and with it how its plurals are formed?"""
    return bool(CODE.fullmatch(code)) and _is_known(code)


def _is_known(code: str) -> bool:
    # Where CLDR does not know a language, its locale is the English one.
    return locale_of(code).language == code.partition("-")[0]


def name_of_language(code: str, language: str = "") -> str:
    """What a language is called in another one (default: in itself), by CLDR; its code where CLDR has no name."""
    named = locale_of(code).get_display_name(locale_of(language or code)) if _is_known(code) else ""
    return named or code


def _territory(code: str) -> str:
    """The country in which a language is mostly spoken, by CLDR: CN; "" for a language of the world."""
    locale = locale_of(code)
    likely = str(get_global("likely_subtags").get(locale.language, "")).rpartition("_")[2]
    found = locale.territory or likely
    # Open Graph knows countries, not parts of the world.
    return found if found.isalpha() and len(found) == TERRITORY else ""


def with_languages(
    folder: str, name: str, rows: Mapping[str, Any], languages: Sequence[FurtherLanguage], shipped: Sequence[str]
) -> dict[str, Any]:
    """The rows of a data file with the columns of further languages, and in both lists of languages a row for each."""
    found = {**rows}
    if name == "languages":
        found |= {one.code: _row_of(one.code, found.get(one.code, {}), shipped) for one in languages}
    for language in languages:
        found = {key: _with_columns(row, f"{folder}/{name}/{key}", language) for key, row in found.items()}
        found |= {key: {language.code: text} for key, text in _further_forms(f"{folder}/{name}/", found, language)}
    return found


def _further_forms(place: str, rows: Mapping[str, Any], language: FurtherLanguage) -> Iterator[tuple[str, str]]:
    """The rows of plural forms that no language has that ships: key and text."""
    for known, text in language.texts.items():
        key = known.removeprefix(place)
        if key != known and key not in rows and base_of(key) in rows:
            yield key, text


def base_of(key: str) -> str:
    """The key of the sentence of which this one may be a plural form: days-few -> days; else ""."""
    base, _, category = key.rpartition("-")
    return base if category in CATEGORIES else ""


def _row_of(code: str, row: Mapping[str, Any], shipped: Iterable[str]) -> dict[str, Any]:
    """What both lists say of a language, as far as their row for it does not say it already."""
    named = {one: name_of_language(code, one) for one in shipped}
    locale = "_".join(filter(None, (code.partition("-")[0], _territory(code))))
    facts = {code: name_of_language(code), "own": name_of_language(code), "locale": locale, "rss": code.lower()}
    joined = {"joined": "true"} if script(code) in JOINED else {}
    return {**named, **facts, **joined, **row}


def _with_columns(row: Any, place: str, language: FurtherLanguage) -> Any:
    """A row with a column of the language for each that the source language has; rows inside it as well."""
    if not isinstance(row, dict):
        return row
    # A copy of the same class: a row may know more than its columns.
    found = copy(row)
    found |= {key: _with_columns(value, f"{place}/{key}", language) for key, value in row.items()}
    for key, text in row.items():
        stem = key.removesuffix(SOURCE)
        if isinstance(text, str) and key in (SOURCE, f"{stem.rstrip('_')}_{SOURCE}"):
            own = _text(row, place, stem, language)
            stems = [stem, *(stem.replace(OPENING, style, 1) for style in STYLES if stem.startswith(OPENING))]
            new = [one + language.code for one in stems if own is not None]
            found |= {column: own for column in new if column not in row}
    return found


def _text(row: Mapping[str, Any], place: str, stem: str, language: FurtherLanguage) -> str | None:
    """The text of a column: the language's own, else that of the language that stands in for it, else the source's.

    None where nothing stands in: for what CLDR has, and for a plural form, where the sentence itself has a text.
    """
    own = language.texts.get(identifier(place, stem))
    source = str(row[stem + SOURCE])
    # What is empty in the source language has nothing to say.
    if own is not None or not source:
        return own or ""
    key = place.rpartition("/")[2]
    if key in SERVED or base_of(place) in language.texts:
        return None
    other = row.get(stem + language.fallback)
    if other is not None or not stem:
        return None if other is None else Borrowed(other, language.fallback)
    return Borrowed(source, SOURCE)


def identifier(place: str, stem: str) -> str:
    """The id of a text: the place of its row, and what its column holds besides the term (`past_` -> past)."""
    return f"{place}/{stem.rstrip('_')}" if stem else place
