"""The file of a further language: laid out, brought up to date, and filled from another one that translators return."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from emptychair.load.language_files import is_unsure
from emptychair.text.further_languages import name_of_language
from emptychair.text.locales import SERVED, cldr_text
from emptychair.text.po import PoEntry, po_text, read_entries
from emptychair.text.strings import Strings
from emptychair.text.translatable import SourceText, texts_to_translate

PROJECT = "emptychair"
NAMES = "strings/languages/", "vocabulary/languages/"
STRINGS = "strings/"


@dataclass(frozen=True)
class Filled:
    """The text of a language file, and what became of the texts that were taken into it.

    `taken` counts those that are new or say something else than before; `unsure` those that are marked as fuzzy,
    `older` those whose source text has changed since, which are marked as fuzzy for it; `unknown` are the ids that the
    site does not have.
    """

    text: str
    taken: int = 0
    unsure: int = 0
    older: int = 0
    unknown: tuple[str, ...] = ()


def new_language_file(code: str) -> str:
    """The file of a language with every text to translate; what CLDR knows of the language stands in it already."""
    known = texts_to_translate(code)
    given = {one.id: PoEntry(one.id, one.text, found) for one in known.values() if (found := _by_cldr(code, one))}
    return _text(code, given)


def up_to_date(code: str, text: str) -> Filled:
    """A language file with the texts of this generator. Raises ValueError where it cannot be read.

    New texts stand in it, empty; those that the site no longer has are gone; a translation of an older text is fuzzy.
    """
    return filled_from(code, text, "")


def filled_from(code: str, text: str, other: str) -> Filled:
    """A language file with the texts of another one, or of one from a translator. Raises ValueError with the line.

    What is empty or fuzzy in the other is not taken; what was translated from an older source text is taken as fuzzy
    where there is nothing else.
    """
    own, found = _entries(text), _entries(other)
    known = texts_to_translate(code)
    before, written = ({one.id: one for one in entries if one.id in known and one.text} for entries in (own, found))
    sure = {key: entry for key, entry in written.items() if not is_unsure(entry, code)}
    older = {key: entry for key, entry in written.items() if not entry.unsure and key not in {**before, **sure}}
    given = {**before, **older, **sure}
    return Filled(
        _text(code, given),
        taken=sum(1 for key, entry in sure.items() if key not in before or before[key].text != entry.text),
        unsure=sum(1 for entry in written.values() if entry.unsure),
        older=sum(1 for key, entry in given.items() if not entry.unsure and entry.source != known[key].text),
        unknown=tuple(dict.fromkeys(entry.id for entry in [*own, *found] if entry.id not in known)),
    )


def _entries(text: str) -> list[PoEntry]:
    entries, unreadable = read_entries(text)
    if unreadable:
        raise ValueError(unreadable)
    return entries


def _text(code: str, given: Mapping[str, PoEntry]) -> str:
    say = Strings("en", "language_files")
    about = say("about", language=name_of_language(code, "en"), code=code)
    return po_text(PROJECT, code, about, (_entry(one, given.get(one.id)) for one in texts_to_translate(code).values()))


def _entry(source: SourceText, given: PoEntry | None) -> PoEntry:
    """A text as the file has it: the other languages that ship and the placeholders as notes above it."""
    notes = tuple(_notes(source))
    if given is None:
        return PoEntry(source.id, source.text, notes=notes)
    if given.source == source.text:
        return replace(given, notes=notes)
    return replace(given, source=source.text, notes=notes, before=given.before or given.source, unsure=True)


def _notes(source: SourceText) -> Iterator[str]:
    yield from (f"{language}: {' '.join(text.split())}" for language, text in source.others.items())
    if source.placeholders:
        yield Strings("en", "language_files")(
            "keep", names=" ".join(f"{{{one}}}" for one in sorted(source.placeholders))
        )


def _by_cldr(code: str, source: SourceText) -> str:
    """What CLDR knows of a text: the name of a language, the form of a date; else ""."""
    for names in NAMES:
        if named := source.id.removeprefix(names) if source.id.startswith(names) else "":
            found = name_of_language(named, code)
            return found if found != named else ""
    key = source.id.rpartition("/")[2]
    return cldr_text(key, code) if key in SERVED and source.id.startswith(STRINGS) else ""
