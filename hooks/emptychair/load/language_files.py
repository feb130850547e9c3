"""Languages of a campaign's own: content/languages/<code>.po, the texts of the site by their ids, checked. No disk."""

from collections.abc import Iterator, Sequence
from datetime import date

from babel.dates import format_date

from emptychair.text.further_languages import SOURCE, FurtherLanguage, is_language
from emptychair.text.hidden_characters import hidden_sign, number_of
from emptychair.text.locales import CATEGORIES, locale_of
from emptychair.text.po import PoEntry, read_entries
from emptychair.text.problems import Problem
from emptychair.text.strings import shipped_languages
from emptychair.text.translatable import SourceText, placeholders_of, texts_to_translate

LANGUAGES = "languages"
SUFFIX = ".po"
# A number is told by the words of its form: that for one may leave it out.
COUNT = "count"
FORMS = tuple(f"-{one}" for one in CATEGORIES)
# Texts that are no words -> the texts that they may be.
CHOICES = {"strings/letters/date-place": ("first", "last")}
NUMERALS = "strings/dates/numerals"
PATTERN = "strings/dates/pattern-"


def language_file(path: str, text: str, code: str, fallback: str) -> tuple[FurtherLanguage, list[Problem]]:
    """The text of a file -> the language, with the texts that can be used, and what is wrong with the others.

    `fallback` is the language that stands in for what is missing, which counts as a warning, once.
    """
    entries, unreadable = read_entries(text)
    if unreadable:
        return FurtherLanguage(code, fallback, {}), [Problem(path, unreadable, "", "po-unreadable")]
    known = texts_to_translate(code)
    problems = [
        Problem(path, one.line, "", "text-unknown", {"found": one.id}) for one in entries if one.id not in known
    ]
    texts, unsure = {}, 0
    for entry in entries:
        if entry.id in known and entry.text:
            source = known[entry.id]
            faults = list(_faults(path, entry, source, code))
            problems += faults
            unsure += is_unsure(entry, code)
            if not faults and not is_unsure(entry, code):
                texts[entry.id] = entry.text
    language = FurtherLanguage(code, fallback, texts, len(known), unsure)
    return language, [*problems, *_missing(path, language)]


def is_unsure(entry: PoEntry, code: str) -> bool:
    """Is a text marked as fuzzy, or made from another source text than the one that ships? It is not used then."""
    source = texts_to_translate(code).get(entry.id)
    return entry.unsure or (source is not None and entry.source != source.text)


def name_fault(code: str) -> str:
    """Why a file of texts may not bear the name of a language: a code of strings/problems.yml, or ""."""
    if code in shipped_languages():
        return "language-ships"
    return "" if is_language(code) else "language-not-known"


def fallback_of(languages: Sequence[str]) -> str:
    """The language that stands in for a text that is missing: the first of the site's that ships, else the source's."""
    return next((one for one in languages if one in shipped_languages()), SOURCE)


def _missing(path: str, language: FurtherLanguage) -> Iterator[Problem]:
    if language.missing:
        counts = {"missing": language.missing, "all": language.wanted, "unsure": language.unsure}
        values = {"language": language.code, "fallback": language.fallback}
        yield Problem(path, 1, "", "texts-missing", {name: str(count) for name, count in counts.items()} | values)


def _faults(path: str, entry: PoEntry, source: SourceText, code: str) -> Iterator[Problem]:
    """What is wrong with a text, also with one that is not used yet."""

    def problem(fault: str, **values: str) -> Problem:
        return Problem(path, entry.line, entry.id, fault, values)

    if sign := hidden_sign(entry.text):
        yield problem("hidden-sign", found=number_of(sign))
    if "<" in entry.text or ">" in entry.text:
        yield problem("text-with-markup")
    if fault := _placeholder_fault(entry.text, source):
        yield problem("text-placeholders", found=fault, wanted=_braces(source.placeholders))
    if wanted := _wanted(entry, code):
        yield problem("text-wrong-value", found=entry.text, wanted=wanted)


def _placeholder_fault(text: str, source: SourceText) -> str:
    """The placeholders of a text where they are not those of its source text, or ""."""
    try:
        found = set(placeholders_of(text))
    except ValueError:
        return text
    needed = source.placeholders - ({COUNT} if source.id.endswith(FORMS) else set())
    return "" if needed <= found <= source.placeholders else _braces(found) or "–"


def _braces(names: Sequence[str] | frozenset[str] | set[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names))


def _wanted(entry: PoEntry, code: str) -> str:
    """What a text that is no words must be, where it is something else, or ""."""
    if entry.id in CHOICES and entry.text not in CHOICES[entry.id]:
        return ", ".join(CHOICES[entry.id])
    if entry.id == NUMERALS and len(entry.text) != len(entry.source):
        return entry.source
    if entry.id.startswith(PATTERN) and not _is_pattern(entry.text, code):
        return entry.source
    return ""


def _is_pattern(text: str, code: str) -> bool:
    """Is a text a pattern by which a day can be told, as CLDR writes them?"""
    try:
        return bool(format_date(date(2000, 1, 1), text, locale=locale_of(code)))
    except (ValueError, KeyError, AttributeError, TypeError, IndexError):
        return False
