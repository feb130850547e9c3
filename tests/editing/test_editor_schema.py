"""The schemas of what editors write: true to the models, whether YAML is read as text or with types."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from content_factory import MINIMAL
from emptychair.editing.annotated_page import keys_of
from emptychair.editing.editor_schema import create_editor_schemas, create_register_schema, explanation
from emptychair.editing.generator_files import REGISTER_SCHEMA
from emptychair.front_matter.document import FENCE, parse_page, parse_register
from emptychair.record.models import Recipient, Settings, SourcePage, TranslationPage
from emptychair.record.reserved_urls import EDITOR_SCHEMAS
from emptychair.record.validation import model_in
from emptychair.text.strings import read_rows
from emptychair.text.vocabulary import terms
from faults import FAULTS
from make_schema import FOLDER, create_files
from whole_site.builder import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from faults.rows import Fault

SCAFFOLD = ROOT / "hooks/emptychair/editing/scaffold/files"
ROOTS: tuple[type[BaseModel], ...] = (SourcePage, TranslationPage, Settings, Recipient)
# Faults of a value, a key or a list, which a schema can see in one file; the other codes need what it cannot know.
VISIBLE = {
    *("missing", "unknown-key", "unknown-term", "stage-as-status", "must-be-list", "must-be-mapping", "must-be-text"),
    *("must-be-number", "must-be-true-or-false", "not-one-of", "empty-list", "out-of-range", "bad-form", "bad-date"),
    *("bad-day", "bad-link", "bad-email", "bad-slug", "bad-pgp-key", "bad-signal-name", "bad-page-address"),
    *("bad-colour", "bad-mark-file", "bad-tag-uri"),
}
# A language that is not known here may be one of a campaign's own.
OF_LANGUAGES = {"unknown-language"}


class Typed(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as the YAML extension of VS Code reads: numbers, true, false and null."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the class above has it


for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Typed.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_form})$"), list(_first))
# Not in eights, and no longer than a program with floating numbers can hold.
Typed.add_constructor(
    "tag:yaml.org,2002:int", lambda _, node: int(node.value) if len(node.value) < 20 else float(node.value)
)


def tree_of(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(create_editor_schemas()[EDITOR_SCHEMAS[kind]])
    return found


@cache
def schema(kind: str) -> Draft202012Validator:
    return Draft202012Validator(tree_of(kind))


def both_readings(kind: str, path: str, text: str) -> list[Any]:
    """What our reader makes of a file, and what a reader with types does."""
    if kind != "front-matter":
        return [parse_register(path, text)[0].meta, yaml.load(text, Typed)]  # noqa: S506 - it builds plain values
    inside = "\n".join(text.split("\n")[1:]).split(f"\n{FENCE}\n")[0]
    return [parse_page(path, text)[0].meta, yaml.load(inside, Typed)]  # noqa: S506


def kind_of(path: str) -> str:
    name = path.rsplit("/", maxsplit=1)[-1]
    return name.removesuffix(".yml") if name in ("campaign.yml", "recipients.yml") else "front-matter"


def test_each_is_a_schema_of_both_drafts_and_needs_no_newer_keyword() -> None:
    """2020-12, and what the YAML extension knows; every reference leads somewhere."""
    for name, data in create_editor_schemas().items():
        found, text = json.loads(data), data.decode()
        Draft202012Validator.check_schema(found)
        Draft7Validator.check_schema(found)
        assert {part.split('"')[0] for part in text.split('"#/$defs/')[1:]} <= set(found["$defs"]), name
        assert not re.search(r'"(?:prefixItems|unevaluated\w+|dependent\w+|\$dynamicRef|default)":', text)
        assert "x-terms" not in text


def test_every_right_file_fits() -> None:
    """Each page and register of both frozen campaigns, read as text and with types."""
    files = [file for campaign in ("sample", "campaign") for file in (ROOT / "tests" / campaign).rglob("content/**/*")]
    told, count = [], 0
    for file in files:
        if file.suffix not in (".md", ".yml") or file.name == "withdrawn.yml":
            continue
        kind = kind_of(file.as_posix())
        for number, tree in enumerate(both_readings(kind, file.as_posix(), file.read_text(encoding="utf-8"))):
            told += [f"{file.name} {number}: {one.json_path} {one.message}" for one in schema(kind).iter_errors(tree)]
            count += 1
    assert count > 150
    assert told == []


def test_wrong_values_are_seen() -> None:
    """The faults of a single value: no row of the table of faults with such a code fits."""
    rows = [fault for fault in FAULTS if fault.code in VISIBLE and not fault.rule and fault.name not in OF_LANGUAGES]
    assert len(rows) > 50
    assert [(fault.code, fault.name) for fault in rows if fits(fault)] == []


def fits(fault: Fault) -> bool:
    """Is every changed file of a row right by its schema, as a reader with types takes it?"""
    changed: dict[str, str] = {}
    for edit in fault.edits:
        assert isinstance(edit.new, str)
        old = changed.get(edit.path, MINIMAL.get(edit.path, ""))
        changed[edit.path] = old.replace(edit.old, edit.new, 1) if edit.old else edit.new
    trees = [(kind_of(path), both_readings(kind_of(path), path, text)[1]) for path, text in changed.items()]
    return all(schema(kind).is_valid(tree) for kind, tree in trees)


def test_terms_stand_with_their_labels_in_every_language() -> None:
    """Each word list that a model names is there, whole and in its order; no code is another type in YAML."""
    whole = {name: one for kind in EDITOR_SCHEMAS for name, one in tree_of(kind)["$defs"].items()}
    lists = {name.removeprefix("list-"): one for name, one in whole.items() if name.startswith("list-")}
    assert {"statuses", "stages", "charges", "posts", "countries"} <= set(lists)
    for name, one in lists.items():
        listed = one["anyOf"][0] if name == "languages" else one
        assert listed["enum"] == list(terms(name))
        for term, label in zip(terms(name).values(), listed["enumDescriptions"], strict=True):
            assert term.label("en") in label
            assert term.label("zh") in label
    codes = [code for name in lists for code in terms(name)]
    assert [code for code in codes if yaml.load(code, Typed) != code] == []  # noqa: S506


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        if inner := model_in(info.annotation):
            yield from models(inner)


def test_every_key_is_explained_and_no_explanation_is_left_over() -> None:
    """In every language; the rows are of models and keys that there are."""
    found = {model for root in ROOTS for model in models(root)}
    for model in found:
        for key, _ in keys_of(model):
            assert len(explanation(model, key).split("\n\n")) >= 2, (model, key)
    by_name = {model.__name__: {key for key, _ in keys_of(model)} for model in found}
    rows = {name: set(keys) for name, keys in read_rows("strings", "registers").items() if name != "header"}
    assert rows == {name: by_name[name] for name in rows}
    assert set(read_rows("strings", "registers")["header"]) == {*EDITOR_SCHEMAS, "registers"}


def test_the_schema_of_registers_tells_them_apart() -> None:
    """For VS Code, one file; a wrong value of either is seen."""
    whole = Draft202012Validator(json.loads(create_register_schema()))
    for name, right, wrong in (("campaign.yml", "page_size: 2", "page_size: many"), ("recipients.yml", "CN", "XX")):
        text = MINIMAL[name]
        assert whole.is_valid(parse_register(name, text)[0].meta)
        assert not whole.is_valid(parse_register(name, text.replace(right, wrong))[0].meta)


def test_what_vs_code_is_told_is_that_of_every_campaign() -> None:
    """`make schema` wrote the schemas here; settings, tasks and the form of texts are those of a started campaign."""
    stale = [name for name, data in create_files().items() if (FOLDER / name).read_bytes() != data]
    assert stale == [], "make schema"
    ours = {file.name: file.read_bytes() for file in (SCAFFOLD / "dot-vscode").iterdir()}
    assert {name: (FOLDER / name).read_bytes() for name in ours} == ours
    assert (ROOT / ".editorconfig").read_bytes() == (SCAFFOLD / "dot-editorconfig").read_bytes()
    settings = ours["settings.json"].decode()
    assert f'"{REGISTER_SCHEMA}"' in settings
    (extension,) = json.loads((FOLDER / "extensions.json").read_bytes())["recommendations"]
    assert extension in settings


def test_the_task_finds_file_line_and_message() -> None:
    """In the lines that `make check` prints, in both languages."""
    (task,) = json.loads((FOLDER / "tasks.json").read_bytes())["tasks"]
    line = "content/en/cases/li-si.md:7: {mark}: case.kind: wrong (a hint)"
    for matcher in task["problemMatcher"]:
        for language in ("en", "zh"):
            mark = read_rows("strings", "commands")[f"mark-{matcher['severity']}"][language]
            found = re.match(matcher["pattern"]["regexp"], line.format(mark=mark))
            assert found
            assert found.groups() == ("content/en/cases/li-si.md", "7", "case.kind: wrong (a hint)")
