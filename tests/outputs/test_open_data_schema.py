"""The schema of the open data: made of the models, followed by every file, refusing what is wrong."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from campaign_outputs import files, text_file
from emptychair.outputs import open_data_schema
from emptychair.outputs.open_data_schema import VERSION, create_schema
from emptychair.record.reserved_urls import DATA_FILES
from for_each import for_each
from outputs.invented_data import DAYS, data


def validator(name: str) -> Draft202012Validator:
    """A validator for one kind of file, by the schema that is published."""
    schema = data("schema.json")
    return Draft202012Validator(
        {**schema, "$ref": f"#/$defs/{name}"}, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def test_the_schema_is_that_of_the_models() -> None:
    """The published file is made of the models, the same each time; each model is in it under its name."""
    assert files()["data/v1/schema.json"] == create_schema.__wrapped__() == create_schema.__wrapped__()
    models = {
        name
        for name, one in vars(open_data_schema).items()
        if isinstance(one, type) and one.__module__ == open_data_schema.__name__ and not name.startswith("_")
    }
    definitions = data("schema.json")["$defs"]
    assert set(definitions) == models - {"Dataset"}
    assert list(definitions) == sorted(definitions)


@for_each("name", sorted(json.loads(create_schema())["$defs"]))
def test_every_form_says_what_it_is(name: str) -> None:
    """A program may rely on every field: each is required, no other is allowed, and the form is described."""
    form = data("schema.json")["$defs"][name]
    assert form["additionalProperties"] is False
    assert set(form["required"]) == set(form["properties"])
    assert form["description"]


def test_the_version_is_that_of_the_folder() -> None:
    """data/v1 holds version 1; a status has its class under the plain word."""
    assert all(path.startswith(f"data/v{VERSION}/") for path in files() if path.startswith("data/"))
    assert {"class", "code"} <= set(data("schema.json")["$defs"]["StatusData"]["properties"])
    assert sorted(DATA_FILES.values()) == sorted(
        {path.split("/")[2] for path in files() if path[:5] == "data/"} - {"cases"}
    )


def test_the_schema_is_a_schema() -> None:
    """JSON Schema 2020-12, every $ref of which leads somewhere."""
    schema = data("schema.json")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    refs = {part.split('"')[0] for part in json.dumps(schema).split('"#/$defs/')[1:]}
    assert refs <= set(schema["$defs"])


@for_each("day", DAYS, ids=str)
def test_every_json_file_follows_the_schema(day: date) -> None:
    """On every day: the list of cases, each case, the list of actions; each by its own name and by the whole."""
    whole = Draft202012Validator(data("schema.json"))
    paths = {path for path in files(day) if path.startswith("data/v1/") and path.endswith(".json")}
    names = {"data/v1/cases.json": "CasesFile", "data/v1/actions.json": "ActionsFile"}
    assert names.keys() <= paths
    for path in {path for path in paths if not path.endswith("schema.json")}:
        found = json.loads(files(day)[path])
        validator(names.get(path, "CaseFile")).validate(found)
        whole.validate(found)


@for_each("change", [{"version": 1}, {"cases": [{}]}, {"more": ""}, {"generated": None}])
def test_the_schema_refuses_what_is_wrong(change: dict[str, Any]) -> None:
    """A file of another form does not pass."""
    with pytest.raises(ValidationError):
        validator("CasesFile").validate(data("cases.json") | change)


@for_each("path", ["cases.json", "actions.json", "cases/blue-lantern.json"])
def test_every_file_says_what_it_is(path: str) -> None:
    """Version, the day it was made for, and the licence are inside; Chinese stands as characters."""
    found = data(path)
    assert found["generated"] == "2026-06-15"
    assert (found["version"], found["licence"]) == ("1", "CC BY 4.0")
    assert found["licence_url"].startswith("https://")
    assert "\\u" not in text_file(f"data/v1/{path}")
