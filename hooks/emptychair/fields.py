"""The types of single fields: codes of the word lists, slugs, links, partial dates. Every value arrives as text."""

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from emptychair import vocabulary
from emptychair.problems import nearest

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LIMIT = 64
EMAIL = re.compile(r"[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[A-Za-z0-9._-]+")
# Windows keeps these names for devices: a checkout there would fail.
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class Fact(BaseModel):
    """The base of every model of the record: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=False, str_strip_whitespace=True)


@dataclass(frozen=True)
class Code:
    """Marks a text as a code of vocabulary/<name>.yml: `Annotated[str, Code("statuses")]`."""

    name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.known, handler(source))

    def known(self, code: str) -> str:
        """The code itself. Raises PydanticCustomError with the nearest term where the list has no such code."""
        codes = vocabulary.terms(self.name)
        if code in codes:
            return code
        # "status: indicted": where the person is and where the case is are two axes.
        kind = "stage_as_status" if self.name == "statuses" and code in vocabulary.terms("stages") else "unknown_term"
        values = {"found": code, "list": self.name, "nearest": nearest(code, codes)}
        raise PydanticCustomError(kind, "not in the word list", values)


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text) or len(text) > SLUG_LIMIT or text in DEVICES:
        raise PydanticCustomError("bad_slug", "not a slug", {"found": text})
    return text


def safe_link(address: str) -> bool:
    """May the site link to this address? https or http, an ASCII host, nobody's name before an @, no control signs."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    plain = all(ord(sign) > 32 and sign not in "<>\"'\\`" for sign in address)
    return parts.scheme in ("https", "http") and plain and host.isascii() and "." in host and "@" not in parts.netloc


def _link(text: str) -> str:
    if not safe_link(text):
        raise PydanticCustomError("bad_link", "not a link", {"found": text})
    return text


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise PydanticCustomError("bad_email", "not an e-mail address", {"found": text})
    return text


def _tag_uri(text: str) -> str:
    if not TAG_URI.fullmatch(text):
        raise PydanticCustomError("bad_tag_uri", "not a tag URI", {"found": text})
    return text


Slug = Annotated[str, AfterValidator(_slug)]
Link = Annotated[str, AfterValidator(_link)]
Email = Annotated[str, AfterValidator(_email)]
TagUri = Annotated[str, AfterValidator(_tag_uri)]
