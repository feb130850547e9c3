"""Blocks that are added to a page that is there: answers -> the texts of the page and of its translations.

An answer is held against the checks as soon as it is given, so that each of these takes answers that are not whole yet.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from emptychair.editing.answers import parts_of, put_at, years_and_months
from emptychair.editing.block_questions import questions_about
from emptychair.editing.choices import NEW
from emptychair.editing.front_matter_patch import UneditableError
from emptychair.editing.ids import id_of_source, proposed_id
from emptychair.editing.questions import Answers, Setting
from emptychair.editing.record_changes import (
    free_id,
    in_step,
    with_end_of_custody,
    with_ended_flags,
    with_event,
    with_item,
    with_news,
    with_outcome,
    with_replaced,
    with_source,
    with_words,
)
from emptychair.front_matter.document import parse_page
from emptychair.front_matter.yaml_builder import Path
from emptychair.front_matter.yaml_writer import Value
from emptychair.record.models import WORDS, Action, Case, SourcePage
from emptychair.text.dates import PartialDate, parse_partial_date

SOURCE_FIELDS = ("title", "publisher", "author", "language", "date", "url", "archived")
LISTS = {"event": "events", "sentence": "sentences", "charge": "charges", "custody": "custody", "flag": "flags"}
# The fields of each block in the order in which they are written.
ORDER = {
    "event": ("id", "date", "reported", "status", "stage", "release_type", "how", "text", "verification", "sources"),
    "sentence": ("id", "event", "given", "court", "ends", "ends_source", "parts", "sources"),
    "charge": ("id", "charge", "stage", "event", "as_reported", "sources"),
    "custody": ("id", "facility", "authority", "from", "until", "letters", "sources"),
    "flag": ("flag", "since", "until", "verification", "sources"),
}
# Answers that change an earlier item, and no field of the new one.
OF_OTHERS = {"replaces", "earlier-until", "flags-ended"}
# Answers that belong to the part of a sentence that was answered before.
MEASURES = ("length", "amount")
AMOUNT = re.compile(r"([0-9][0-9, ]*)\s*([A-Za-z]{3})?")
CURRENCY = "CNY"


@dataclass(frozen=True)
class Changed:
    """The texts of a page by language, with a block more; where it stands in the source page, and its id."""

    texts: Mapping[str, str]
    at: Path
    id: str


@dataclass(frozen=True)
class PageTexts:
    """A page and its translations as they stand: texts by language, and what the source page says."""

    texts: Mapping[str, str]
    source: SourcePage


def with_block(block: str, page: PageTexts, answers: Answers, setting: Setting) -> Changed:
    """A page with one block more, and its translations with the words of it that were answered.

    Raises UneditableError.
    """
    case = page.source.case
    if case is None:
        return _with_outcomes(page.texts[setting.language], page, answers, setting)
    text, sources = _with_new_source(page.texts[setting.language], case, answers)
    if block == "news":
        newest = newest_of(answers, case)
        text = with_news(text, newest, setting.today) if newest else text
        kept = {one: in_step(page.texts[one], page.source, setting.today) for one in setting.translations}
        return Changed({setting.language: text, **kept}, ("case",), "")
    item = _item(block, answers, sources, setting)
    text, at = _with_item(block, _with_earlier(block, text, case, item, answers), case, item, setting.today)
    texts = {one: _translated(block, page, one, item, answers, setting) for one in setting.translations}
    return Changed({setting.language: text, **texts}, at, str(item.get("id", "")))


def sources_of(answers: Answers, facts: Case | Action | None) -> tuple[list[str], str]:
    """The ids of the sources that were answered, and that of the new one among them, or ""."""
    known = facts.sources if facts else {}
    named = [one for one in parts_of(answers.get("source", "")) if one != NEW]
    unknown = [one for one in named if one not in known]
    new = answers.get("source-id", "")
    if not new and NEW in parts_of(answers.get("source", "")):
        new = id_of_source(answers, known)
    if not new and len(unknown) == 1 and source_fields(answers):
        return named, unknown[0]
    return ([*named, new] if new and new not in named else named), new


def source_fields(answers: Answers) -> dict[str, Value]:
    """The fields of a new source that were answered, in their order."""
    found = {field: answers.get(f"source-{field}", "") for field in SOURCE_FIELDS}
    return {field: text for field, text in found.items() if text}


def _with_new_source(text: str, case: Case, answers: Answers) -> tuple[str, list[str]]:
    ids, new = sources_of(answers, case)
    fields = source_fields(answers)
    if not new:
        return text, ids
    # Until it has a title there is no source, and nothing rests on it.
    return (with_source(text, case, new, fields), ids) if fields else (text, [one for one in ids if one != new])


def _item(block: str, answers: Answers, sources: Sequence[str], setting: Setting) -> dict[str, Value]:
    """The fields of a new item, as far as they were answered."""
    tree: dict[str, Any] = {}
    for question in questions_about(block, setting):
        elsewhere = question.key.startswith("source") or question.language or question.key in OF_OTHERS
        text = answers.get(question.key, "")
        # An option may say how long before somebody is asked what was imposed.
        waits = question.key.startswith(MEASURES) and not question.when(answers)
        if text and question.at and not elsewhere and not waits:
            put_at(tree, question.at, _part(question.key, text, tree))
    if block != "flag":
        tree["id"] = answers.get("id") or proposed_id(block, answers, setting.facts)
    if sources:
        tree["sources"] = list(sources)
    if tree.get("ends") and sources:
        tree["ends_source"] = sources[-1]
    return {field: tree[field] for field in ORDER[block] if field in tree}


def _part(key: str, text: str, tree: Mapping[str, Any]) -> Value:
    """A length or an amount is a mapping beside the kind of its part; everything else is as it was answered."""
    name, _, number = key.partition("-")
    if name not in MEASURES:
        return text
    kind = tree["parts"][int(number or 1) - 1]
    if name == "length":
        return {**kind, **years_and_months(text)}
    match = AMOUNT.fullmatch(text)
    amount, currency = (re.sub("[, ]", "", match[1]), match[2] or CURRENCY) if match else (text, CURRENCY)
    return {**kind, "amount": amount, "currency": currency.upper()}


def _with_item(block: str, text: str, case: Case, item: Mapping[str, Value], today: date) -> tuple[str, Path]:
    """The text with the item in its list, and where it stands there."""
    name = LISTS[block]
    if block == "event":
        text = with_event(text, case, item, today)
    else:
        text = with_item(text, name, item, len(getattr(case, name)), today)
    rows: Any = parse_page("", text)[0].meta["case"]
    found = [number for number, one in enumerate(rows[name]) if one.get("id") == item.get("id")]
    return text, ("case", name, found[-1])


def _with_earlier(block: str, text: str, case: Case, item: Mapping[str, Value], answers: Answers) -> str:
    """A charge or sentence that is replaced names the new one; a place of detention and a condition have their end."""
    if block == "event" and (date := answers.get("date")):
        return with_ended_flags(text, case, parts_of(answers.get("flags-ended", "")), date)
    if replaced := answers.get("replaces"):
        return with_replaced(text, LISTS[block], replaced, str(item["id"]), case)
    if until := answers.get("earlier-until"):
        return with_end_of_custody(text, case, until)
    return text


def _with_outcomes(text: str, page: PageTexts, answers: Answers, setting: Setting) -> Changed:
    """An action with an outcome for each case that was answered, in the same words."""
    action = page.source.action
    if action is None:
        raise ValueError(setting)
    texts = {one: page.texts[one] for one in setting.translations}
    cases, first = parts_of(answers.get("case", "")), len(action.outcomes)
    for number, case in enumerate(cases, first):
        outcome = _outcome(action, case, answers)
        text = with_outcome(text, outcome, number, setting.today)
        for one in setting.translations:
            texts[one] = _with_words(("outcomes", str(outcome["id"])), texts[one], one, {"text": "text"}, answers)
    whole = {one: texts[one] for one in texts if answers.get(f"text-{one}")}
    kept = {one: in_step(text, page.source, setting.today) for one, text in whole.items()}
    return Changed({setting.language: text, **texts, **kept}, ("action", "outcomes", first), "")


def _outcome(action: Action, case: str, answers: Answers) -> dict[str, Value]:
    outcome: dict[str, Value] = {
        "id": free_id(case, [one.id for one in action.outcomes]),
        "case": case,
        "state": answers.get("outcome", ""),
        "date": answers.get("date", ""),
        "text": answers.get("text", ""),
    }
    sources = parts_of(answers.get("source", ""))
    return {key: value for key, value in {**outcome, "sources": sources}.items() if value}


def newest_of(answers: Answers, facts: Case) -> PartialDate | None:
    """The date of the source by which a case is confirmed; None where it has none, or none that can be read."""
    ids, new = sources_of(answers, facts)
    known = facts.sources[ids[0]].date if ids and ids[0] in facts.sources else None
    try:
        return parse_partial_date(answers.get("source-date", "")) if new else known
    except ValueError:
        return None


def _translated(
    block: str, page: PageTexts, language: str, item: Mapping[str, Value], answers: Answers, setting: Setting
) -> str:
    """A translation with the words of the new item; as current as it was where it has all of them."""
    name = LISTS[block]
    keys = {field: field.replace("_", "-") for field in WORDS["case"].get(name, ()) if field in item}
    keys = {field: key for field, key in keys.items() if answers.get(key) not in setting.places}
    path = (name, str(item.get("id", "")))
    whole = all(answers.get(f"{key}-{language}") for key in keys.values())
    try:
        text = _with_words(path, page.texts[language], language, keys, answers)
        return in_step(text, page.source, setting.today) if whole else text
    except UneditableError as error:
        error.path = language
        raise


def _with_words(path: tuple[str, str], text: str, language: str, keys: Mapping[str, str], answers: Answers) -> str:
    """A translation with the words that were answered; `keys` are their fields, each with its question."""
    words = {field: found for field, key in keys.items() if (found := answers.get(f"{key}-{language}"))}
    return with_words(text, path, words) if words else text
