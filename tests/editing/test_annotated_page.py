"""Annotated specimens: true to the models, in both languages, and every example in them can be used."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from emptychair.editing.annotated_page import Languages, keys_of, new_page, notes_of, specimen
from emptychair.front_matter.document import parse_page
from emptychair.record.models import Sourced, SourcePage
from emptychair.record.validation import model_in, validate
from emptychair.text.strings import catalogue
from for_each import for_each
from golden_files import assert_golden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

KINDS = ("case", "action", "update", "report")
LANGUAGES = ("en", "zh")
SOURCES = {"paper": {"title": "A published source"}}
TREES: dict[str, dict[str, Any]] = {
    "case": {
        "updated": "2026-11-20",
        "added": "2026-11-20",
        "case": {
            "names": {"en": "Li Si"},
            "kind": "person",
            "consent": {"basis": "public-record", "reviewed": "2026-11", "scope": ["name", "story"]},
            "as_of": "2026-05-01",
            "events": [{"id": "taken", "date": "2026-05-01", "status": "taken-away", "text": 'He said: "no" #1'}],
            "sources": SOURCES,
        },
    },
    "action": {
        "title": "Write",
        "updated": "2026-11-20",
        "action": {
            "cases": ["li-si"],
            "issued": "2026-11-01",
            "until": "2026-12-01",
            "recipients": [{"recipient": "police"}],
            "demands": [{"id": "first", "text": "Let Li Si go."}],
        },
    },
    "update": {"title": "News", "updated": "2026-11-20", "update": {"kind": "news", "sources": SOURCES}},
    "report": {"title": "Report", "updated": "2026-11-20", "report": {"published": "2026-11"}},
}
EXAMPLE = re.compile(r"( *)# (?! *#)")
NOTE = re.compile(r" *## \S")


def written(kind: str, language: str = "en") -> str:
    return specimen(kind, Languages(language, language), TREES[kind], "The body.")


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and all models inside it."""
    yield model
    for info in model.model_fields.values():
        if inner := model_in(info.annotation):
            yield from models(inner)


def examples(text: str) -> Iterator[str]:
    """The text with one commented example made active, for each example, and for each example within one."""
    yield from _activated(text.split("\n"), 0, text.count("\n") + 1)


def _activated(lines: list[str], first: int, last: int) -> Iterator[str]:
    number = first
    while number < last:
        match = EXAMPLE.match(lines[number])
        if not match or NOTE.match(lines[number]):
            number += 1
            continue
        mark = f"{match[1]}# "
        # A block begins at its explanation's level and goes on as long as its lines are commented at this level.
        end = number
        while end < last and lines[end].startswith(mark):
            end += 1
        active = [match[1] + line.removeprefix(mark) for line in lines[number:end]]
        new = [*lines[:number], *active, *lines[end:]]
        yield "\n".join(new)
        yield from _activated(new, number, end)
        number = end


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_answered_is_what_is_read(kind: str, language: str) -> None:
    """The active entries are those that were given, and nothing else; the body stays."""
    document, problems = parse_page("x.md", written(kind, language))
    assert problems == []
    assert document.meta == TREES[kind]
    assert document.body == "The body.\n"
    assert validate(SourcePage, document)[1] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_every_model_is_there_in_its_order_and_explained(kind: str, language: str) -> None:
    """Active or as an example, each below its explanation; keys of the same mapping in the order of the model."""
    lines = written(kind, language).split("\n")
    for model in set(models(SourcePage)) - {SourcePage}:
        if model not in set(models(model_in(SourcePage.model_fields[kind].annotation))):
            continue
        keys = [key for key, _ in keys_of(model)]
        notes = [notes_of(model, key)[language] for key in keys]
        places = [
            next(n for n in range(len(lines)) if _is_entry(lines, n, key, note))
            for key, note in zip(keys, notes, strict=True)
        ]
        assert len(set(places)) == len(keys)


def _is_entry(lines: list[str], number: int, key: str, note: str) -> bool:
    """Is the line the entry of a key, and the line above it its explanation?"""
    here = re.sub(r"^[ #-]*", "", lines[number])
    above = re.sub(r"^[ #]*", "", lines[number - 1])
    return here.startswith(f"{key}:") and above.startswith(note)


@for_each("kind", KINDS)
def test_the_order_is_that_of_the_model(kind: str) -> None:
    """The keys of the facts follow each other as the model has them."""
    model = model_in(SourcePage.model_fields[kind].annotation)
    found = re.findall(r"^  (?:# )?([a-z_]+):", written(kind), re.MULTILINE)
    assert found == [info.alias or name for name, info in model.model_fields.items()]


@for_each("model, language", product(sorted(set(models(SourcePage)), key=str), LANGUAGES))
def test_every_field_has_an_explanation_in_every_language(model: type[BaseModel], language: str) -> None:
    """Also in the data: a new field of a model without words fails here."""
    for key, info in keys_of(model):
        row = notes_of(model, key)
        assert row[language].strip()
        assert model_in(info.annotation) or row.get("example") or row.get(f"example_{language}")


def test_no_explanation_is_left_over() -> None:
    """Every row is of a model and of a key that it has."""
    rows = {(model, key) for model, keys in catalogue("specimens").items() for key in keys if model != "header"}
    found = {
        ("Sourced" if issubclass(model, Sourced) and key == "sources" else model.__name__, key)
        for model in models(SourcePage)
        for key, _ in keys_of(model)
    }
    # A case has names instead of a title, and each page only the facts of its kind.
    found |= {("SourcePage", key) for key in ("title", *KINDS)}
    assert rows == found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_can_be_made_active(kind: str, language: str) -> None:
    """One by one, also those within another: the reader takes it, it adds an entry, and the model accepts it."""
    before = parse_page("x.md", written(kind, language))[0].meta
    count = 0
    for text in examples(written(kind, language)):
        document, problems = parse_page("x.md", text)
        assert problems == [], text
        assert document.meta != before
        assert validate(SourcePage, document)[1] == [], text
        count += 1
    assert count > 12


@for_each("kind", KINDS)
def test_the_specimen_leaves_room_for_facts(kind: str) -> None:
    """It is well below the limit of a file; as comments its explanations do not count as front matter."""
    assert max(len(written(kind, language).encode()) for language in LANGUAGES) < 12 * 1024


def test_no_empty_key_is_written() -> None:
    """What was not answered is an example, never a key without a value."""
    tree = {**TREES["update"], "description": "", "update": {**TREES["update"]["update"], "cases": [], "byline": None}}
    text = specimen("update", Languages("en", "en"), tree, "")
    assert parse_page("x.md", text)[0].meta == TREES["update"]


def test_comments_speak_the_language_of_the_editor() -> None:
    """An editor who reads Chinese may write an English page: comments in Chinese, examples in English."""
    text = specimen("report", Languages("en", "zh"), TREES["report"], "")
    assert "## 报告的事实。" in text
    assert '# publisher: "A human rights organisation"' in text


def test_notes_stand_at_the_end_of_the_front_matter() -> None:
    """As comments, whatever they hold."""
    text = specimen("report", Languages("en", "en"), TREES["report"], "The body.", ["one\n---\ntitle: x", "two"])
    assert text.endswith("## one\n## ---\n## title: x\n## two\n---\nThe body.\n")
    assert parse_page("x.md", text)[0].meta == TREES["report"]


@for_each("language", LANGUAGES)
def test_a_case_as_a_golden_file(language: str) -> None:
    """The whole text, to be read by people."""
    assert_golden(f"specimen-{language}.md", written("case", language))


@for_each("kind", KINDS)
def test_a_new_page_holds_what_was_answered(kind: str) -> None:
    """And at most one comment a block, below the line that says where keys are explained; no example."""
    text = new_page(kind, Languages("en", "zh"), TREES[kind], "The body.")
    document, problems = parse_page("x.md", text)
    assert (problems, document.meta) == ([], TREES[kind])
    lines = text.split("\n")
    comments = [number for number, line in enumerate(lines) if line.lstrip().startswith("#")]
    assert comments[0] == 1
    assert all(lines[number].lstrip().startswith("## ") for number in comments)
    # Each stands above the key of a block, which ends its line.
    assert [lines[number + 1] for number in comments[1:] if not lines[number + 1].endswith(":")] == []
