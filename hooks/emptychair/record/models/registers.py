"""Who may get letters: the entries of content/recipients.yml."""

from typing import Annotated

from pydantic import Field

from emptychair.record.field_types import Code, Email, Fact, Link, YesNo
from emptychair.record.models.common import Language, Source
from emptychair.text.dates import PartialDate


class PersonName(Fact):
    """A family name and a given name, as a source prints them in one script."""

    surname: str
    given: str | None = None


class RecipientName(Fact):
    """The name of the holder of an office: characters only where a source has them."""

    latin: PersonName | None = None
    zh: PersonName | None = None


class Address(Fact):
    """The lines of a postal address: in the script of the country, and in Latin letters."""

    local: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()


class Term(Fact):
    """When somebody took an office, and until when."""

    start: PartialDate | None = Field(None, alias="from")
    until: PartialDate | None = None


class Recipient(Fact):
    """A person or office that a letter may go to: an entry of recipients.yml."""

    kind: Annotated[str, Code("recipient_kinds")]
    post: Annotated[str, Code("posts")]
    office: dict[Language, str] = Field(min_length=1)
    office_named: YesNo = True
    name: RecipientName | None = None
    address: Address = Address()
    postcode: str | None = None
    phone: str | None = None
    fax: str | None = None
    email: Email | None = None
    social: tuple[Link, ...] = ()
    country: Annotated[str, Code("countries")]
    serves: tuple[Annotated[str, Code("countries")], ...] = ()
    term: Term | None = None
    source: Source
    checked: PartialDate
