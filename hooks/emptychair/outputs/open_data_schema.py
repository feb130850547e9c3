"""The shapes of the open data, version 1: what a program may rely on, and the JSON Schema made of them."""

import json
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

VERSION = "1"
Texts = dict[str, str]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TermData(_Data):
    """A code with its label in each language."""

    code: str
    label: Texts


class StatusData(_Data):
    """The class today, the last known status, and whether time has overtaken it. `as_of` is the newest news."""

    class_: TermData = Field(alias="class")
    code: str
    label: Texts
    last_known_class: str
    faded: bool
    reasons: list[str]
    date: str
    as_of: str
    stage: TermData | None


class EventData(_Data):
    """What happened, as far as the dates are known (EDTF)."""

    id: str
    date: str
    reported: str | None
    status: TermData | None
    stage: TermData | None
    text: Texts
    verification: TermData
    sources: list[str]


class ChargeData(_Data):
    """An accusation by the authorities."""

    id: str
    charge: TermData
    stage: TermData
    as_reported: Texts | None
    sources: list[str]


class FlagData(_Data):
    """A condition with its dates; `current` is false once it is over or past its own clock."""

    flag: TermData
    since: str | None
    until: str | None
    current: bool
    sources: list[str]


class SentenceData(_Data):
    """A judgment; `reported_end` is not a release."""

    id: str
    given: str
    court: Texts | None
    parts: list[dict[str, Any]]
    reported_end: str | None
    sources: list[str]


class DocumentData(_Data):
    """A paper of the case; `pages` are the addresses of pictures of its pages, in their order."""

    id: str
    title: Texts
    issuer: Texts | None
    date: str | None
    language: TermData
    pages: list[str]
    text: Texts | None
    sources: list[str]


class SourceData(_Data):
    """A published document."""

    id: str
    title: str
    publisher: str | None
    date: str | None
    url: str | None
    archived: str | None


class CaseData(_Data):
    """One person or group, as far as the page tells. Texts are given in each language that has them."""

    slug: str
    names: Texts
    kind: str
    count: dict[str, Any] | None
    visibility: str
    description: Texts
    status: StatusData
    roles: list[TermData]
    rights: list[TermData]
    regions: dict[str, TermData]
    events: list[EventData]
    charges: list[ChargeData]
    flags: list[FlagData]
    sentences: list[SentenceData]
    documents: list[DocumentData]
    actions: list[str]
    sources: list[SourceData]
    added: str
    updated: str
    pages: Texts


class ActionData(_Data):
    """One action with its state on the day."""

    slug: str
    title: Texts
    description: Texts
    number: str | None
    issuer: str | None
    state: TermData
    issued: str
    until: str
    review_by: str | None
    cases: list[str]
    recipients: list[str]
    demands: list[dict[str, Any]]
    outcomes: list[dict[str, Any]]
    sources: list[SourceData]
    updated: str
    pages: Texts


class Dataset(_Data):
    """What every file says of itself."""

    version: str
    generated: str
    licence: str
    licence_url: str


class CasesFile(Dataset):
    """data/v1/cases.json"""

    cases: list[CaseData]


class CaseFile(Dataset):
    """data/v1/cases/<slug>.json"""

    case: CaseData


class ActionsFile(Dataset):
    """data/v1/actions.json"""

    actions: list[ActionData]


@cache
def create_schema() -> bytes:
    """JSON Schema (2020-12) of the three kinds of file, each under its name in $defs; it depends on nothing else."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "anyOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in (CasesFile, CaseFile, ActionsFile)],
        "$defs": {},
    }
    definitions: dict[str, Any] = {}
    for model in (CasesFile, CaseFile, ActionsFile):
        found = model.model_json_schema(by_alias=True, mode="serialization")
        definitions |= found.pop("$defs", {})
        definitions[model.__name__] = found
    schema["$defs"] = dict(sorted(definitions.items()))
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
