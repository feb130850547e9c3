"""A filled issue form -> the page that an editor goes on with, or the entries of a correction. Nothing is trusted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from emptychair.as_of.translation_coverage import BODY, WordPath
from emptychair.editing.annotated_page import Languages
from emptychair.editing.answers import front_matter, path_of
from emptychair.editing.draft import Draft
from emptychair.editing.form_dates import DATE, dated_line, holds
from emptychair.editing.issue_form import Issue, forms, plain_body, plain_line
from emptychair.editing.questions import QUESTIONS, Setting, next_number, other_language
from emptychair.editing.translation_draft import Given, create_translation
from emptychair.front_matter.document import Document
from emptychair.front_matter.yaml_writer import as_item, comment, indented, quoted, scalar
from emptychair.record.campaign import FOLDERS, Campaign, Record
from emptychair.record.models import Event, Source
from emptychair.record.validation import validate
from emptychair.rules.index import Index
from emptychair.text.dates import parse_partial_date
from emptychair.text.markdown_outline import read_outline
from emptychair.text.problems import Problem, words
from emptychair.text.strings import Strings
from emptychair.text.typed_dates import readings_of

# Fields of the form new-case whose answers are those of a question with another name.
QUESTION_OF = {"consent": "basis", "event-verification": "verification"}
# What the form does not ask, and an editor may change: nothing more is told than a name and a story.
ASSUMED = {"kind": "person", "scope": "name, story"}
EVENT_FIELDS = {
    "event-date": "date",
    "event-status": "status",
    "event-text": "text",
    "event-verification": "verification",
}
SOURCE_FIELDS = {f"source-{name}": name for name in ("title", "publisher", "date", "url", "archived")}
PAGE_URL = re.compile(rf"((?:{'|'.join(FOLDERS)})/[a-z0-9-]+|[a-z0-9-]+)(?:\.html|\.md)?/?(?:[?#].*)?$")
EARLIER_LIMIT = 40


def case_of(issue: Issue, content: Path, index: Index, day: date, comments: str) -> Draft:
    """The new page of a case. What does not fit is in its notes; the checks of the page are still to be asked."""
    names = {field: row["name_in"] for field, row in forms()[issue.form].items() if "name_in" in row}
    other = other_language(issue.language, names.values())
    draft = Draft("case", content, index, Setting(issue.language, other, day, index.slugs["cases"]), comments)
    notes = [*_promises(issue)]
    answers, fields = _answers(issue)
    for question in QUESTIONS["case"]:
        typed = answers.get(question.key) or _assumed(draft, question.key)
        if not typed:
            continue
        text = plain_body(typed) if question.key == "story" else _entry(issue, fields.get(question.key, ""), typed)
        problems = draft.try_answer(question, text)
        if problems and question.key in fields:
            notes.append(_note(issue, fields[question.key], typed, problems))
        if problems and (assumed := _assumed(draft, question.key)):
            draft.try_answer(question, assumed)
    notes += _earlier(draft, issue)
    notes += [_note(issue, "notes", issue.values["notes"])] if "notes" in issue.values else []
    draft.notes = notes
    return draft


def _answers(issue: Issue) -> tuple[dict[str, str], dict[str, str]]:
    """The answers by question, and by question the field of the form where it stood."""
    keys = {field: key for field, key in _keys(issue).items() if field in issue.values}
    return {key: issue.values[field] for field, key in keys.items()}, {key: field for field, key in keys.items()}


def _keys(issue: Issue) -> dict[str, str]:
    """The fields of the form -> the keys of the questions that they answer."""
    own = {field: row["name_in"] == issue.language for field, row in forms()[issue.form].items() if "name_in" in row}
    names = {field: "name" if is_own else "other-name" for field, is_own in own.items()}
    return {field: QUESTION_OF.get(field, names.get(field, field)) for field in forms()[issue.form]}


def _assumed(draft: Draft, key: str) -> str:
    question = next(one for one in QUESTIONS["case"] if one.key == key)
    if key == "slug":
        # Nobody has chosen: the address says nothing about anybody.
        return next_number(draft.setting.slugs)
    if key == "release-type":
        return "not-known" if question.when(draft.answers) else ""
    if key == "as-of":
        return draft.answers.get("event-date", "")
    return ASSUMED.get(key) or ("" if not question.required else question.default(draft.answers, draft.setting))


def labels_of(draft: Draft, issue: Issue) -> dict[str, str]:
    """The fields of the front matter of a case -> the labels of the fields of the form that were to fill them."""
    # The day of the record is that of its newest event.
    keys = {**{key: field for field, key in _keys(issue).items()}, "as-of": "event-date"}
    tree = Document("", front_matter(draft.kind, draft.answers, draft.setting), "", 1)
    asked = (question for question in QUESTIONS["case"] if question.at and question.key in keys)
    labels = {question: forms()[issue.form][keys[question.key]][issue.language] for question in asked}
    return {tree.name_of(path_of(question, draft.setting)): label for question, label in labels.items()}


def _entry(issue: Issue, field: str, typed: str) -> str:
    """What was typed into a field as an entry: one line; a date that can mean one thing only, in the record's form."""
    readings = readings_of(typed) if holds(issue, field) == DATE else ()
    return readings[0] if len(readings) == 1 else plain_line(typed)


def _earlier(draft: Draft, issue: Issue) -> Iterator[str]:
    """Earlier events, one to a line, in the order of their dates; what is no event is a note."""
    found: list[tuple[date, str, str]] = []
    for line in filter(None, (line.strip() for line in issue.values.get("earlier-events", "").split("\n"))):
        dated = dated_line(line)
        if len(dated.readings) == 1 and len(found) < EARLIER_LIMIT:
            when = dated.readings[0]
            found.append((parse_partial_date(when).latest, when, plain_line(dated.text)))
        else:
            yield _note(issue, "earlier-events", line)
    for number, (_, when, text) in enumerate(sorted(found, key=lambda one: one[0]), 1):
        problems = draft.try_earlier({"id": f"earlier-{number}", "date": when, "text": text})
        if problems:
            yield _note(issue, "earlier-events", f"{when}: {text}", problems)


def record_named(campaign: Campaign, named: str) -> Record[Any] | None:
    """The URL of a page, its file or its slug -> the record, or None."""
    match = PAGE_URL.search(named.strip())
    if not match:
        return None
    path = match[1]
    tried = [path, *(f"{folder}/{path}" for folder in FOLDERS)]
    return next((record for one in tried if (record := campaign.record_at(one))), None)


def given_by(issue: Issue, record: Record[Any], paths: Iterable[WordPath]) -> Given:
    """Which words of a translation the form gives. Short texts fit only where there are as many as the page has."""
    notes = [*_promises(issue)]
    given: dict[WordPath, str] = {}
    paths = list(paths)
    for field in ("title", "description"):
        if text := issue.values.get(field):
            if (field,) in paths:
                given[field,] = plain_line(text)
            else:
                notes.append(_note(issue, field, text))
    short = [path for path in paths if path not in (("title",), ("description",), BODY)]
    lines = [plain_line(line) for line in issue.values.get("words", "").split("\n") if line.strip()]
    if len(lines) == len(short):
        given.update(zip(short, lines, strict=True))
    elif lines:
        notes.append(_note(issue, "words", "\n".join(lines)))
    if text := issue.values.get("body"):
        given[BODY] = _body_with_headings(text, record.source_page.body)
    notes += [_note(issue, "notes", issue.values["notes"])] if "notes" in issue.values else []
    return Given(given, tuple(notes))


def _body_with_headings(text: str, source: str) -> str:
    """The text without HTML; of its headings those that have an id of the source page."""
    known = read_outline(source).ids
    lines = text.split("\n")
    kept = {heading.line for heading in read_outline(text).headings if heading.id in known}
    return "\n".join(
        line.replace("<", "&lt;") if number in kept else plain_body(line) for number, line in enumerate(lines)
    )


def translation_of(
    issue: Issue, record: Record[Any], language: str, day: date, paths: list[WordPath]
) -> tuple[str, tuple[str, ...]]:
    """The translation that a form gives, laid out where it gives nothing; and what found no place in it."""
    day = max(day, record.source_page.updated)
    given = given_by(issue, record, paths)
    return create_translation(record, Languages(language, issue.language), day, paths, given), given.notes


def correction_of(issue: Issue, record: Record[Any]) -> str:
    """What an editor puts into the page by hand: a new event with its source as entries, all else as comments."""
    say = Strings(issue.language, "writing")
    lines = [*comment(say("correction-of", path=record.source_page.path))]
    lines += [line for note in _promises(issue) for line in comment(note)]
    event, notes = _valid(issue, Event, EVENT_FIELDS, {"id": "new"})
    source, more = _valid(issue, Source, SOURCE_FIELDS, {})
    left = (field for field in ("wrong", "right", "notes") if field in issue.values)
    notes += [*more, *(_note(issue, field, issue.values[field]) for field in left)]
    lines += [line for note in notes for line in comment(note)]
    if record.kind == "case" and {"date", "text"} <= set(event):
        lines += ["events:", *as_item(_entries({**event, "id": _event_id(event)}))]
    if source:
        lines += ["sources:", *indented([f"{_source_id(record)}:", *indented(_entries(source))])]
    return "\n".join(lines) + "\n"


def _event_id(event: Mapping[str, str]) -> str:
    return event.get("status") or f"on-{re.sub('[^0-9]+', '-', event['date']).strip('-')}"


def _source_id(record: Record[Any]) -> str:
    taken = getattr(record.facts, "sources", None) or {}
    return next(name for number in range(1, len(taken) + 2) if (name := f"source-{number}") not in taken)


def _entries(values: Mapping[str, str]) -> list[str]:
    texts = ("text", "title", "publisher")
    return [f"{key}: {quoted(text) if key in texts else scalar(text)}" for key, text in values.items()]


def _valid(
    issue: Issue, model: type[BaseModel], fields: Mapping[str, str], entries: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """The entries that the model takes, and a note for each field that it refuses."""
    values = dict(entries)
    values |= {
        name: _entry(issue, field, issue.values[field]) for field, name in fields.items() if field in issue.values
    }
    wrong = {problem.field: problem for problem in validate(model, Document("", dict(values), "", 1))[1]}
    refused = [(field, name) for field, name in fields.items() if name in values and name in wrong]
    notes = [_note(issue, field, values[name], [wrong[name]]) for field, name in refused]
    return {name: text for name, text in values.items() if name not in wrong}, notes


def _promises(issue: Issue) -> Iterator[str]:
    say = Strings(issue.language, "writing")
    yield from (say("not-promised", promise=promise) for promise in issue.unticked)


def _note(issue: Issue, field: str, text: str, problems: Iterable[Problem] = ()) -> str:
    """A value that found no place, under the label of its field, with the reason."""
    say = Strings(issue.language, "writing")
    readings = readings_of(text) if holds(issue, field) == DATE else dated_line(text).readings
    if holds(issue, field) and len(readings) > 1:
        why = [say("doubtful-date", readings=", ".join(readings))]
    else:
        # The field is that of the form, and not the one of the page.
        why = [words(replace(problem, field=""), issue.language) for problem in problems]
    label = forms()[issue.form][field][issue.language]
    return say("left-over", label=label, text=text) + "".join(f"\n! {one}" for one in why)
