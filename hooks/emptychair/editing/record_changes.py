"""The acts that change a page of the record, as text -> text: an event, news, a look for news, an outcome, a photo.

Facts are handed in as they are known already; what is right is asked by the checks, on the text that comes out.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import BaseModel

from emptychair.editing.front_matter_patch import add_entry, add_item, body_of, remove, set_value
from emptychair.front_matter.document import child, parse_page
from emptychair.front_matter.yaml_writer import Value
from emptychair.record.models import WORDS, Action, Case, Custody, Flag, SourcePage, TranslationPage
from emptychair.text.dates import PartialDate, parse_day, parse_partial_date

PAGE_KEYS = ("title", "description", "added", "updated", "translates")
TRANSLATION_KEYS = (*PAGE_KEYS, "words")
# How far a charge has come that another one replaced.
REPLACED = "replaced"


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model as they are written, in its order."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def with_event(text: str, case: Case, event: Mapping[str, Value], today: date) -> str:
    """A source page with one more event, in its place; `as_of` and `updated` follow. Raises UneditableError.

    `event` has its fields in the order in which they are to be written, not all of them while somebody is being asked.
    """
    happened, reported = _date(event.get("date")), _date(event.get("reported"))
    # What is no date is put at the end, where the checks say so.
    position = position_of(happened, [one.date for one in case.events]) if happened else len(case.events)
    # The feed tells it on the day on which it came into the record.
    known_today = today in [one.known_from for one in (reported, happened) if one][:1]
    added = {} if known_today else {"added": today.isoformat()}
    text = add_item(_touched(text, today), ("case", "events"), position, {**event, **added}, keys_of(Case))
    newest = reported or happened
    return set_value(text, ("case", "as_of"), str(newest)) if newest and is_newer(newest, case) else text


def position_of(date_of_event: PartialDate, dates: Sequence[PartialDate]) -> int:
    """Where an event stands among others in order: before the first that happened certainly after it.

    So no event was certainly before one above it (rules.facts.events_in_order); among equals the new one is last.
    """
    return next((at for at, one in enumerate(dates) if date_of_event.certainly_before(one)), len(dates))


def free_id(wanted: str, taken: Sequence[str]) -> str:
    """An id that no item of the list has: the one that is wanted, or with a number from 2."""
    number = 2
    found = wanted
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def with_source(text: str, case: Case, source_id: str, source: Mapping[str, Value]) -> str:
    """A case with one more source, behind the others. Raises UneditableError.

    Beside a single source its events need not name it (rules.references.events_have_sources); from now on they do.
    """
    if len(case.sources) == 1:
        for number, event in enumerate(case.events):
            if not event.sources:
                text = add_entry(text, ("case", "events", number, "sources"), list(case.sources))
    return add_entry(text, ("case", "sources", source_id), source)


def with_item(text: str, name: str, item: Mapping[str, Value], number: int, today: date) -> str:
    """A case with one more item in a list, the `number`th from 0. Raises UneditableError."""
    return add_item(_touched(text, today), ("case", name), number, item, keys_of(Case))


def with_replaced(text: str, name: str, old_id: str, new_id: str, case: Case) -> str:
    """A case in which a charge or a sentence says which one took its place. Raises UneditableError."""
    items = getattr(case, name)
    number = next((number for number, one in enumerate(items) if one.id == old_id), None)
    if number is None:
        return text
    if name == "charges":
        text = set_value(text, ("case", name, number, "stage"), REPLACED)
    return add_entry(text, ("case", name, number, "replaced_by"), new_id)


def with_end_of_custody(text: str, case: Case, until: str) -> str:
    """A case in which the last place of detention has its end. Raises UneditableError."""
    return add_entry(text, ("case", "custody", len(case.custody) - 1, "until"), until, keys_of(Custody))


def with_ended_flags(text: str, case: Case, flags: Sequence[str], until: str) -> str:
    """A case in which some of the conditions that stand have their end. Raises UneditableError."""
    for number, flag in enumerate(case.flags):
        if flag.flag in flags and flag.until is None:
            text = add_entry(text, ("case", "flags", number, "until"), until, keys_of(Flag))
    return text


def with_words(text: str, path: tuple[str, str], words: Mapping[str, str]) -> str:
    """A translation with the words of a new item: `path` is its list and its id, `words` the texts by their fields.

    The only word of an item that may have one is written without its field. Raises UneditableError.
    """
    name, item_id = path
    first = next(fields[name][0] for fields in WORDS.values() if name in fields)
    value: Value = words[first] if list(words) == [first] else words
    meta = parse_page("", text)[0].meta
    if child(meta, "words") is None:
        return add_entry(text, ("words",), {name: {item_id: value}}, TRANSLATION_KEYS)
    if child(child(meta, "words"), name) is None:
        return add_entry(text, ("words", name), {item_id: value})
    return add_entry(text, ("words", name, item_id), value)


def with_news(text: str, newest: PartialDate, today: date) -> str:
    """A case of which a newer source says that it is still so. Raises UneditableError."""
    return set_value(_touched(text, today), ("case", "as_of"), str(newest))


def is_newer(newest: PartialDate, case: Case) -> bool:
    """Is it certainly newer than the newest news of the case?"""
    return case.as_of.certainly_before(newest)


def with_look(text: str, case: Case, looked: date, today: date) -> str:
    """A case for which an editor looked for news and found none. Raises UneditableError."""
    text = _touched(text, today)
    if case.checked:
        return set_value(text, ("case", "checked"), looked.isoformat())
    return add_entry(text, ("case", "checked"), looked.isoformat(), keys_of(Case))


def with_outcome(text: str, outcome: Mapping[str, Value], number: int, today: date) -> str:
    """An action with one more outcome, the `number`th from 0. Raises UneditableError."""
    return add_item(_touched(text, today), ("action", "outcomes"), number, outcome, keys_of(Action))


def with_photo(text: str, photo: Mapping[str, Value], today: date) -> str:
    """A case with a photo. Raises UneditableError."""
    return add_entry(_touched(text, today), ("case", "photo"), photo, keys_of(Case))


def with_words_of_photo(text: str, words: Mapping[str, Value], today: date) -> str:
    """A translation with the words of a photo. Raises UneditableError."""
    if child(parse_page("", text)[0].meta, "words") is None:
        return add_entry(_touched(text, today), ("words",), {"photo": words}, TRANSLATION_KEYS)
    return add_entry(_touched(text, today), ("words", "photo"), words)


def without_photo(text: str) -> str:
    """A page without a photo, or without the words of one, where it has any. Raises UneditableError."""
    meta = parse_page("", text)[0].meta
    above = next((name for name in ("case", "words") if child(child(meta, name), "photo") is not None), "")
    return remove(text, (above, "photo")) if above else text


def with_reason(text: str, rule: str, reason: str) -> str:
    """A page with a reason in words for one rule, if it has none for it yet. Raises UneditableError."""
    because = child(parse_page("", text)[0].meta, "because")
    if because is None:
        return add_entry(text, ("because",), {rule: reason}, (*PAGE_KEYS, "because"))
    return text if child(because, rule) else add_entry(text, ("because", rule), reason)


def with_body(text: str, body: str, today: date) -> str:
    """A page with another body. Raises UneditableError."""
    text = _touched(text, today)
    return text[: len(text) - len(body_of(text))] + body


def in_step(text: str, source: SourcePage | TranslationPage | None, today: date) -> str:
    """A translation whose source page is touched today without a new word: it stays as current as it was.

    `source` is the source page as it was before. A translation that was behind stays behind.
    """
    translates = child(parse_page("", text)[0].meta, "translates")
    if (
        source is None
        or today <= source.updated
        or not isinstance(translates, str)
        or parse_day(translates) < source.updated
    ):
        return text
    return set_value(_touched(text, today), ("translates",), today.isoformat())


def _touched(text: str, today: date) -> str:
    """The page with `updated` of today, never earlier than it was; `added` stays what it was taken for."""
    meta = parse_page("", text)[0].meta
    updated = child(meta, "updated")
    if not isinstance(updated, str) or updated >= today.isoformat():
        return text
    if "added" not in meta and "translates" not in meta:
        text = add_entry(text, ("added",), updated, PAGE_KEYS)
    return set_value(text, ("updated",), today.isoformat())


def _date(value: object) -> PartialDate | None:
    try:
        return parse_partial_date(str(value))
    except ValueError:
        return None
