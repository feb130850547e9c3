"""What may be answered to a question: terms of a word list, or what the record has, each with how it is called."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from emptychair.as_of.stale import recipient_is_checked
from emptychair.editing.answers import parts_of
from emptychair.editing.questions import Question, Setting
from emptychair.record.models import Action, Case
from emptychair.rules.index import Index
from emptychair.text.dates import parse_partial_date
from emptychair.text.strings import Strings, shipped_languages
from emptychair.text.term_search import code_named
from emptychair.text.vocabulary import Term, term, terms

# The answer that brings something that the page does not have yet.
NEW = "new"
# Recipients of this kind are places of detention.
PLACE = "prison"


@dataclass(frozen=True)
class Choice:
    """One possible answer: its code, its label and a note in one language, and every other name that it goes by."""

    code: str
    label: str = ""
    note: str = ""
    names: tuple[str, ...] = ()

    def holds(self, word: str) -> bool:
        """Does the word occur in any of its names, in whatever language?"""
        sought = word.casefold()
        return any(sought in name.casefold() for name in (self.code, self.label, *self.names))


def choices_of(question: Question, setting: Setting, index: Index, language: str) -> list[Choice]:
    """The choices of a question in their order, labels and notes in `language`; none where the answer is free."""
    found = [Choice(code, _label_of_word(code, language)) for code in question.choices]
    if question.terms:
        found += [of_term(one, language) for one in terms(question.terms).values()]
    return [*found, *(_of_record(question.of, setting, index, language) if question.of else ())]


def of_term(one: Term, language: str) -> Choice:
    """A term of a word list with its note, and its labels and synonyms in every language."""
    labels = [one.label(other) for other in shipped_languages()]
    synonyms = [word for other in shipped_languages() for word in one.row.get(f"also_{other}", ())]
    return Choice(one.code, one.label(language), one.get(f"note_{language}"), (*labels, *synonyms))


def with_codes(question: Question, text: str, choices: Sequence[Choice]) -> str:
    """An answer with codes for the labels and names by which it calls them, in any language; else as it was typed.

    Codes of the record have no blanks, so that blanks part several of them as commas do.
    """
    if question.terms:
        named = [code_named(question.terms, part) for part in (parts_of(text) if question.many else [text])]
        return ", ".join(named)
    if not choices:
        return text
    parts = [_named(part, choices) for part in (parts_of(text) if question.many else [text])]
    known = {choice.code for choice in choices}
    if question.many:
        parts = [one for part in parts for one in ([part] if part in known else part.split())]
    return ", ".join(parts)


def _named(text: str, choices: Sequence[Choice]) -> str:
    same = [one.code for one in choices if text.casefold() in (name.casefold() for name in (one.label, *one.names))]
    return same[0] if len(same) == 1 else text


def _label_of_word(code: str, language: str) -> str:
    return Strings(language, "questions")(f"word-{code}")


def _of_record(name: str, setting: Setting, index: Index, language: str) -> Iterator[Choice]:
    if name in ("cases", "actions"):
        yield from _pages(name, index)
    elif name in ("recipients", "places"):
        kept = index.recipients.meta if isinstance(index.recipients.meta, Mapping) else {}
        rows = {code: row for code, row in kept.items() if isinstance(row, Mapping)}
        shown = {code: row for code, row in rows.items() if name == "recipients" or row.get("kind") == PLACE}
        yield from (_recipient(code, row, setting.today, language) for code, row in shown.items())
    elif setting.facts:
        yield from _of_page(name, setting.facts, language)


def _pages(folder: str, index: Index) -> Iterator[Choice]:
    """The cases or actions by their slugs, with the names or titles that they have in any language."""
    for slug in sorted(index.slugs[folder]):
        path = f"{folder}/{slug}"
        source = index.source_of(path)
        names = source.facts.get("names") if source else None
        pages = index.entries[path].values()
        found = names.values() if isinstance(names, Mapping) else [page.document.meta.get("title") for page in pages]
        texts = tuple(str(one) for one in found if one)
        yield Choice(slug, " / ".join(texts), names=texts)


def _recipient(code: str, row: Mapping[str, Any], today: date, language: str) -> Choice:
    office = row.get("office")
    offices = tuple(map(str, office.values())) if isinstance(office, Mapping) else ()
    label = str(office.get(language) or offices[0]) if isinstance(office, Mapping) and offices else ""
    checked = str(row.get("checked", ""))
    note = "" if is_current(checked, today) else Strings(language, "writing")("stale-recipient", checked=checked)
    return Choice(code, label, note, offices)


def is_current(checked: str, today: date) -> bool:
    """Was an address compared with its source within the last year, so that readers are offered letters to it?"""
    try:
        return recipient_is_checked(today, parse_partial_date(checked))
    except ValueError:
        return False


def _of_page(name: str, facts: Case | Action, language: str) -> Iterator[Choice]:
    """What the facts of a page have, by id."""
    if name == "sources":
        for code, source in facts.sources.items():
            yield Choice(code, ", ".join(str(one) for one in (source.title, source.publisher, source.date) if one))
    elif isinstance(facts, Action):
        closed = {outcome.case for outcome in facts.outcomes}
        yield from (Choice(slug) for slug in facts.cases if slug not in closed)
    elif name == "events":
        yield from (Choice(event.id, f"{event.date} {event.text}") for event in facts.events)
    elif name == "flags":
        stand = [flag for flag in facts.flags if flag.until is None]
        yield from (Choice(one.flag, term("flags", one.flag).label(language), str(one.since or "")) for one in stand)
    elif name == "sentences":
        yield from (Choice(one.id, str(one.given)) for one in facts.sentences if not one.replaced_by)
    else:
        yield from (
            Choice(one.id, term("charges", one.charge).label(language)) for one in facts.charges if not one.replaced_by
        )
