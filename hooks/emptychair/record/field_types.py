"""The types of single fields: codes of the word lists, slugs, links, partial dates. Every value arrives as text."""

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from emptychair.text import vocabulary
from emptychair.text.term_search import terms_meant

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DIGITS = re.compile(r"[0-9]+")
DIGITS_LIMIT = 12
SLUG_LIMIT = 64
EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
IN_MAILTO = "@!$'*+"
# An OpenPGP fingerprint of version 4 (RFC 4880) or 6 (RFC 9580), blanks left out; or the file of a key.
FINGERPRINT = re.compile(r"[0-9A-F]{40}|[0-9A-F]{64}")
KEY_FILE = re.compile(rf"{SLUG.pattern}\.asc")
# A user name as Signal gives them out, or the link that it makes for one.
SIGNAL = re.compile(r"[A-Za-z_][A-Za-z0-9_]{2,31}\.[0-9]{2,9}|https://signal\.me/#[A-Za-z0-9_=/+-]{1,200}")
# A colour as CSS writes it, and the file of a mark in content/assets/; those of share cards are pixels.
COLOUR = re.compile(r"#[0-9a-f]{6}")
MARK_FILE = re.compile(rf"{SLUG.pattern}\.(?:svg|png)")
CARD_MARK_FILE = re.compile(rf"{SLUG.pattern}\.png")
# A word or a few by which readers look for a page; what parts keywords from each other stands in none of them.
KEYWORD = re.compile(r"[^\s,\uff0c\u3001\u060c](?:[^,\uff0c\u3001\u060c\n]{0,38}[^\s,\uff0c\u3001\u060c])?")
PAGE_FILE = re.compile(rf"{SLUG.pattern}(?:/{SLUG.pattern})?\.md")
TAG_URI = re.compile(r"tag:[a-z0-9.-]+,[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?:[A-Za-z0-9._-]+")
# How these may be written, for programs that check while somebody types; what they must be is said below.
PLAIN = r"""[^\s<>"'\\`]+"""
LINK = re.compile(f"https?://{PLAIN}")
PAGE_ADDRESS = re.compile(rf"{PAGE_FILE.pattern}|https://{PLAIN}")
WRITTEN_KEY = re.compile(rf"{KEY_FILE.pattern}|(?:[0-9A-Fa-f] *){{40}}|(?:[0-9A-Fa-f] *){{64}}")
WRITTEN_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# Windows keeps these names for devices: a checkout there would fail.
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class Fact(BaseModel):
    """The base of every model of the record: frozen, and an unknown key is an error."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=False, str_strip_whitespace=True, str_min_length=1
    )


@dataclass(frozen=True)
class Code:
    """Marks a text as a code of vocabulary/<name>.yml: `Annotated[str, Code("statuses")]`."""

    name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.known, handler(source))

    def known(self, code: str) -> str:
        """The code itself. Raises PydanticCustomError with the terms that may be meant if the list has no such code."""
        if code in vocabulary.terms(self.name):
            return code
        # "status: indicted": where the person is and where the case is are two axes.
        if self.name == "statuses" and code in vocabulary.terms("stages"):
            raise PydanticCustomError("stage_as_status", "a stage", {"found": code})
        meant = " ".join(f"{self.name}/{term.code}" for term in terms_meant(self.name, code))
        values = {"found": code, "list": self.name, "terms": meant}
        raise PydanticCustomError("unknown_term", "not in the word list", values)


def checked_slug(text: Any) -> Any:
    """A slug, or what is no text. Raises PydanticCustomError for a text that is none."""
    if not isinstance(text, str):
        return text
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
    if EMAIL.fullmatch(text.lower()) and text != text.lower():
        raise PydanticCustomError("email_in_capitals", "capital letters", {"found": text, "better": text.lower()})
    if not EMAIL.fullmatch(text):
        raise PydanticCustomError("bad_email", "not an e-mail address", {"found": text})
    return text


def mail_url(address: str) -> str:
    """An e-mail address as a `mailto:` link to it, with nothing else.

    Of the signs that RFC 5322 allows in an address, RFC 6068, section 2, lets these stand as they are.
    """
    return f"mailto:{quote(address, safe=IN_MAILTO)}"


def _pgp_key(text: str) -> str:
    """The name of a key's file, or a fingerprint without blanks."""
    plain = text.replace(" ", "").upper()
    if KEY_FILE.fullmatch(text):
        return text
    if not FINGERPRINT.fullmatch(plain):
        raise PydanticCustomError("bad_pgp_key", "neither a key file nor a fingerprint", {"found": text})
    return plain


def _signal_name(text: str) -> str:
    if not SIGNAL.fullmatch(text):
        raise PydanticCustomError("bad_signal_name", "not a Signal user name", {"found": text})
    return text


def _page_address(text: str) -> str:
    """The file of a page, the same in each language, or an https address elsewhere."""
    if not (PAGE_FILE.fullmatch(text) or (text.startswith("https://") and safe_link(text))):
        raise PydanticCustomError("bad_page_address", "neither a page nor an https address", {"found": text})
    return text


def _colour(text: str) -> str:
    """Red, green and blue, in small letters."""
    plain = text.lower()
    if not COLOUR.fullmatch(plain):
        raise PydanticCustomError("bad_colour", "not a colour", {"found": text})
    return plain


def _keyword(text: str) -> str:
    if not KEYWORD.fullmatch(text):
        raise PydanticCustomError("bad_keyword", "not a keyword", {"found": text})
    return text


def _mark_file(text: str) -> str:
    if not MARK_FILE.fullmatch(text):
        raise PydanticCustomError("bad_mark_file", "not a file of a mark", {"found": text, "types": ".svg .png"})
    return text


def _card_mark_file(text: str) -> str:
    if not CARD_MARK_FILE.fullmatch(text):
        raise PydanticCustomError("bad_mark_file", "not a file of a mark", {"found": text, "types": ".png"})
    return text


def _tag_uri(text: str) -> str:
    if not TAG_URI.fullmatch(text):
        raise PydanticCustomError("bad_tag_uri", "not a tag URI", {"found": text})
    return text


def _number(text: Any) -> Any:
    """Digits only: Python would take 1_000 and 9.0 as well."""
    if isinstance(text, str) and not DIGITS.fullmatch(text):
        raise PydanticCustomError("int_parsing", "not a number", {"found": text})
    if isinstance(text, str) and len(text) > DIGITS_LIMIT:
        raise PydanticCustomError("int_parsing_size", "too long a number", {"found": text})
    return text


def _yes_no(text: Any) -> Any:
    """Only true and false: Python would take off and 1 as well."""
    if isinstance(text, str) and text not in ("true", "false"):
        raise PydanticCustomError("bool_parsing", "not true or false", {"found": text})
    return text


def _like(form: re.Pattern[str], kind: str | list[str] = "string") -> WithJsonSchema:
    """What JSON Schema can say of a type: the form of a text, also where YAML takes the text for another type."""
    return WithJsonSchema({"type": kind, "pattern": f"^(?:{form.pattern})$"})


Number = Annotated[int, BeforeValidator(_number)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Slug = Annotated[str, AfterValidator(checked_slug), _like(SLUG, ["string", "number"])]
Link = Annotated[str, AfterValidator(_link), _like(LINK)]
Email = Annotated[str, AfterValidator(_email), _like(EMAIL)]
PgpKey = Annotated[str, AfterValidator(_pgp_key), _like(WRITTEN_KEY, ["string", "number"])]
SignalName = Annotated[str, AfterValidator(_signal_name), _like(SIGNAL)]
PageAddress = Annotated[str, AfterValidator(_page_address), _like(PAGE_ADDRESS)]
Keyword = Annotated[str, AfterValidator(_keyword), _like(KEYWORD)]
Colour = Annotated[str, AfterValidator(_colour), _like(WRITTEN_COLOUR)]
MarkFile = Annotated[str, AfterValidator(_mark_file), _like(MARK_FILE)]
CardMarkFile = Annotated[str, AfterValidator(_card_mark_file), _like(CARD_MARK_FILE)]
TagUri = Annotated[str, AfterValidator(_tag_uri), _like(TAG_URI)]
