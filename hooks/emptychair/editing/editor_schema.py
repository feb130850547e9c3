"""JSON Schema of what editors write: the front matter of pages, campaign.yml, recipients.yml; made of the models.

An editor's program reads YAML with types, and our reader as text: 2020 is a number there, and a year here. So a schema
takes each type under which a right text may arrive. It uses no keyword that draft-07 lacks, which is what the YAML
extension of VS Code knows; both drafts find what is referred to in $defs.
"""

import json
import re
from functools import cache
from typing import Any

from annotated_types import Gt
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from emptychair.editing.annotated_page import notes_of
from emptychair.record.field_types import DIGITS_LIMIT, SLUG, Code
from emptychair.record.models import (
    NAMED_WORDS,
    SOURCE_WORDS,
    WORDS,
    Recipient,
    Settings,
    SourcePage,
    TranslationPage,
)
from emptychair.record.reserved_urls import EDITOR_SCHEMAS
from emptychair.text.dates import DAY_FORM
from emptychair.text.strings import Row, read_rows, written_languages
from emptychair.text.vocabulary import names

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DEFINITION = "#/$defs/{model}"
# Stands for a reference to a word list until every model is made: pydantic refuses references that it did not make.
LIST = "x-terms"
# The list of languages, and the form of a code that a campaign may add to it.
LANGUAGES = "languages"
FURTHER = "^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$"
TEXT: JsonSchemaValue = {"type": ["string", "number", "boolean"], "minLength": 1}
# What is laid out in a translation and not filled yet.
WORD: JsonSchemaValue = {"type": ["string", "number", "boolean", "null"]}


@cache
def create_editor_schemas() -> dict[str, bytes]:
    """File name -> schema, of each kind of file that editors write; it depends on nothing but models and word lists."""
    page = {"if": {"required": ["translates"]}, "then": _ref(TranslationPage), "else": _ref(SourcePage)}
    found = {
        "front-matter": _schema("front-matter", (SourcePage, TranslationPage), page),
        "campaign": _schema("campaign", (Settings,), _ref(Settings)),
        "recipients": _schema("recipients", (Recipient,), _recipients()),
    }
    return {EDITOR_SCHEMAS[key]: _as_json(schema) for key, schema in found.items()}


@cache
def create_register_schema() -> bytes:
    """One schema of campaign.yml and recipients.yml, which a key of the first tells apart: a campaign has few files."""
    keys = [info.alias or name for name, info in Settings.model_fields.items() if info.is_required()]
    settings = {"anyOf": [{"required": [key]} for key in keys]}
    root = {"if": settings, "then": _ref(Settings), "else": _recipients()}
    return _as_json(_schema("registers", (Settings, Recipient), root))


def _recipients() -> JsonSchemaValue:
    return {"propertyNames": _slug(), "additionalProperties": _ref(Recipient)}


def _as_json(schema: JsonSchemaValue) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _schema(key: str, models: tuple[type[BaseModel], ...], root: JsonSchemaValue) -> JsonSchemaValue:
    found = models_json_schema([(model, "validation") for model in models], schema_generator=_Generator)[1]
    lists: set[str] = set()
    definitions = _with_lists(found["$defs"], lists)
    definitions |= {f"list-{name}": _terms(name) for name in names() if name in lists}
    head = {"$schema": DRAFT, "title": _words(_rows()["header"][key], " · "), "type": "object"}
    return head | root | {"$defs": definitions}


def _ref(model: type[BaseModel]) -> JsonSchemaValue:
    return {"$ref": DEFINITION.format(model=model.__name__)}


def _slug() -> JsonSchemaValue:
    return {"pattern": f"^{SLUG.pattern}$"}


def _with_lists(node: Any, lists: set[str]) -> Any:
    """The schema with a reference for each mark of a word list; the names of the lists are added to `lists`."""
    if isinstance(node, list):
        return [_with_lists(one, lists) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: _with_lists(one, lists) for key, one in node.items() if key != LIST}
    if LIST in node:
        lists.add(node[LIST])
        found = {"$ref": DEFINITION.format(model=f"list-{node[LIST]}")} | found
    return found


def _terms(name: str) -> JsonSchemaValue:
    """The codes of a word list, each with its labels and notes in every language."""
    rows = _list(name)
    listed = {"enum": list(rows), "enumDescriptions": [_words(row, " · ") for row in rows.values()]}
    # A campaign may have languages of its own, which nobody knows here.
    return {"type": "string"} | ({"anyOf": [listed, {"pattern": FURTHER}]} if name == LANGUAGES else listed)


@cache
def _list(name: str) -> dict[str, Row]:
    return read_rows("vocabulary", name)


def _words(row: Row, between: str = "\n\n") -> str:
    """What a row says in each language, and below it the notes of a term."""
    notes = [row[f"note_{one}"] for one in written_languages() if f"note_{one}" in row]
    return "\n\n".join([between.join(row[one] for one in written_languages()), *notes])


@cache
def _rows() -> dict[str, dict[str, Row]]:
    return read_rows("strings", "registers")  # type: ignore[return-value]  # one level deeper than other catalogues


def explanation(model: type[BaseModel], key: str) -> str:
    """What a key holds, in each language. Raises KeyError for a key that nobody explained."""
    own = _rows().get(model.__name__)
    return _words(own[key] if own else notes_of(model, key))


class _Generator(GenerateJsonSchema):
    """What pydantic makes of a model, but with the types of YAML, without defaults and nulls, and with explanations."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - asked of every field
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        model = schema["cls"]
        found = super().model_schema(schema)
        properties = found["properties"]
        if model is TranslationPage:
            properties |= {"title": dict(WORD), "description": dict(WORD), "words": _translated_words()}
        for name, info in model.model_fields.items():
            key = info.alias or name
            properties[key]["description"] = explanation(model, key)
            # Above the validator of a number that may be left out, pydantic does not tell of a bound.
            for bound in info.metadata:
                if isinstance(bound, Gt):
                    properties[key]["exclusiveMinimum"] = bound.gt
        return {key: one for key, one in found.items() if key not in ("title", "description")}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        code = getattr(schema["function"]["function"], "__self__", None)
        return {LIST: code.name} if isinstance(code, Code) else super().function_after_schema(schema)

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        pattern = schema.get("pattern")
        if pattern is None:
            return dict(TEXT)
        shape = pattern if isinstance(pattern, str) else pattern.pattern
        return {"type": ["string", "number"] if re.search(shape, "1") else "string", "pattern": shape}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        limits = {key: one for key, one in super().int_schema(schema).items() if key != "type"}
        digits = {"pattern": f"^[0-9]{{1,{DIGITS_LIMIT}}}$", "minimum": 0, "maximum": 10**DIGITS_LIMIT - 1}
        return {"type": ["integer", "string"]} | digits | limits

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002 - it has no parts
        return {"enum": [True, False, "true", "false"]}

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:  # noqa: ARG002 - its text is what counts
        return {"type": "string", "pattern": f"^{DAY_FORM}$"}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keys, values = self.generate_inner(schema["keys_schema"]), self.generate_inner(schema["values_schema"])
        found: JsonSchemaValue = {"type": "object", "additionalProperties": values}
        if LIST in keys:
            found["properties"] = {
                code: values | {"title": _words(row, " · ")} for code, row in _list(keys[LIST]).items()
            }
            found |= (
                {"propertyNames": {"pattern": FURTHER}} if keys[LIST] == LANGUAGES else {"additionalProperties": False}
            )
        elif "pattern" in keys:
            found["propertyNames"] = {"pattern": keys["pattern"]}
        return found | ({"minProperties": schema["min_length"]} if "min_length" in schema else {})


def _translated_words() -> JsonSchemaValue:
    """The words of a translation: those of list items by id, those that stand by name, those of sources."""
    properties: JsonSchemaValue = {}
    for lists in WORDS.values():
        properties |= {name: _by_id(fields) for name, fields in lists.items()}
    for path in (path for paths in NAMED_WORDS.values() for path in paths):
        if len(path) == 1:
            properties[path[0]] = WORD
        else:
            properties.setdefault(path[0], _named(()))["properties"][path[1]] = WORD
    properties["sources"] = _by_id(SOURCE_WORDS)
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _by_id(fields: tuple[str, ...]) -> JsonSchemaValue:
    """Words by the ids of list items: one as it is, several by their names."""
    several = _named(fields)
    return {"type": "object", "propertyNames": _slug(), "additionalProperties": {"anyOf": [WORD, several]}}


def _named(fields: tuple[str, ...]) -> JsonSchemaValue:
    return {"type": "object", "properties": dict.fromkeys(fields, WORD), "additionalProperties": False}
