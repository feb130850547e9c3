"""Document -> facts: pydantic's errors in the words of strings/problems.yml, at their fields and lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from emptychair.front_matter.document import Document, child
from emptychair.front_matter.yaml_builder import Path
from emptychair.text.problems import Problem
from emptychair.text.slips import nearest
from emptychair.text.term_search import code_named, terms_meant

Model = TypeVar("Model", bound=BaseModel)

# pydantic's type of error -> the row of strings/problems.yml.
CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown-key",
    "tuple_type": "must-be-list",
    "model_type": "must-be-mapping",
    "model_attributes_type": "must-be-mapping",
    "dict_type": "must-be-mapping",
    "string_type": "must-be-text",
    "string_too_short": "empty-value",
    "int_parsing_size": "out-of-range",
    "int_parsing": "must-be-number",
    "int_type": "must-be-number",
    "bool_parsing": "must-be-true-or-false",
    "bool_type": "must-be-true-or-false",
    "literal_error": "not-one-of",
    "too_short": "empty-list",
    "greater_than": "out-of-range",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "string_pattern_mismatch": "bad-form",
    "unknown_term": "unknown-term",
    "stage_as_status": "stage-as-status",
    "bad_date": "bad-date",
    "bad_day": "bad-day",
    "no_such_month": "no-such-month",
    "no_such_day": "no-such-day",
    "bad_slug": "bad-slug",
    "bad_link": "bad-link",
    "bad_email": "bad-email",
    "email_in_capitals": "email-in-capitals",
    "bad_pgp_key": "bad-pgp-key",
    "bad_signal_name": "bad-signal-name",
    "bad_page_address": "bad-page-address",
    "unreachable": "contact-unreachable",
    "bad_colour": "bad-colour",
    "bad_keyword": "bad-keyword",
    "bad_mark_file": "bad-mark-file",
    "bad_tag_uri": "bad-tag-uri",
    "bad_timezone": "bad-timezone",
}


def validate(model: type[Model], document: Document, at: Path = ()) -> tuple[Model | None, list[Problem]]:
    """The entry of a document at that path -> a frozen model, or None and every problem with it."""
    tree: Any = document.meta
    for step in at:
        tree = tree[step]
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
        found = [_problem(model, document, at, dict(one)) for one in faults if not _follows(dict(one), faults)]
        return None, list(_each_once(found))


def _follows(fault: Mapping[str, Any], faults: Sequence[Mapping[str, Any]]) -> bool:
    """Is a list only too short because an item of it is wrong?"""
    loc = fault["loc"]
    return fault["type"] == "too_short" and any(
        other["loc"][: len(loc)] == loc and len(other["loc"]) > len(loc) for other in faults
    )


def _each_once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems without keys that are missing only because they were misspelt, or stand elsewhere."""
    meant = {
        (problem.path, name)
        for problem in problems
        for name in (_beside(problem.field, problem.values.get("nearest", "")), problem.values.get("home", ""))
        if problem.code in ("unknown-key", "key-elsewhere")
    }
    return (one for one in problems if one.code != "missing" or (one.path, one.field) not in meant)


def _beside(field: str, key: str) -> str:
    """The name of another key of the mapping in which this one stands."""
    return ".".join(filter(None, (field.rpartition(".")[0], key)))


def _home_of(model: type[BaseModel], document: Document, path: Path, loc: Path) -> tuple[Path, int] | None:
    """Where a key that is not known in its mapping belongs: the mapping and the column of its keys; None if nowhere.

    That is a mapping beside it that ends above it, or one around it: its indent is wrong.
    """
    *above, key = path
    line = document.line_of(path)
    around = [tuple(above[:length]) for length in range(len(above))]
    beside = [(*above, name) for name, value in _mapping_at(document, tuple(above)).items() if isinstance(value, dict)]
    for home in [*reversed(beside), *reversed(around)]:
        inside = loc[: len(loc) - len(path)] + home
        if document.line_of(home) < line and key in _keys_of(model, inside) and key not in _mapping_at(document, home):
            return home, 2 * len(home)
    return None


def _mapping_at(document: Document, path: Path) -> Mapping[str, Any]:
    here: Any = document.meta
    for step in path:
        here = child(here, step)
    return here if isinstance(here, dict) else {}


def _problem(model: type[BaseModel], document: Document, at: Path, error: Mapping[str, Any]) -> Problem:
    path = path_of(document.meta, (*at, *error["loc"]), error["type"] == "missing")
    values = {name: str(value) for name, value in error.get("ctx", {}).items() if name != "error"}
    found = error.get("input")
    values.setdefault("found", found if isinstance(found, str) else "")
    code = CODES.get(error["type"], "bad-value")
    if code == "unknown-key":
        key = str(path[-1])
        known = _keys_of(model, error["loc"][:-1])
        values = {"found": key, "nearest": nearest(key, known), "known": ", ".join(known)}
        home = None if at or values["nearest"] else _home_of(model, document, path, tuple(error["loc"]))
        if home:
            code, name = "key-elsewhere", document.name_of(home[0])
            values |= {"home": ".".join(filter(None, (name, key))), "below": name or "---", "expected": str(home[1])}
    elif code == "missing":
        values["found"] = str(path[-1])
    elif code == "not-one-of":
        values["expected"] = values["expected"].replace(" or ", ", ")
    elif code == "must-be-true-or-false":
        values["nearest"] = code_named("yes_no", values["found"]) if terms_meant("yes_no", values["found"]) else ""
    elif code == "bad-value":
        values["found"] = str(error["msg"])
    return document.problem(path, code, **values)


def path_of(tree: Any, loc: Path, missing: bool) -> Path:
    """The location that pydantic gives without the steps that stand for members of a union or for keys.

    The last step of a `missing` entry is kept, though nothing stands there.
    """
    path: list[str | int] = []
    here = tree
    for number, step in enumerate(loc):
        inner = child(here, step)
        if inner is not None:
            here = inner
        elif not (missing and number == len(loc) - 1):
            continue
        path.append(step)
    return tuple(path)


def _keys_of(model: type[BaseModel], loc: Path) -> list[str]:
    """The keys that the model at this location knows."""
    here: Any = model
    for step in loc:
        if isinstance(step, str) and isinstance(here, type) and issubclass(here, BaseModel):
            here = model_in(next((f.annotation for n, f in here.model_fields.items() if step in (n, f.alias)), None))
    if not (isinstance(here, type) and issubclass(here, BaseModel)):
        return []
    return [field.alias or name for name, field in here.model_fields.items()]


def model_in(annotation: Any) -> Any:
    """The model inside `tuple[Model, ...]`, `Model | None`, `dict[str, Model]`; None where there is none."""
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return annotation if issubclass(annotation, BaseModel) else None
    return next(filter(None, map(model_in, getattr(annotation, "__args__", ()))), None)
