"""What is kept once for the whole site: the recipients of letters and the settings."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from emptychair.record.field_types import Code, Email, Fact, Link, Number, Slug, TagUri, YesNo
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
    """A person or office that a letter may go to: an entry of recipients.yml, the only place for addresses."""

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


class Settings(Fact):
    """The settings of a site: content/campaign.yml."""

    id: TagUri
    names: dict[Language, str] = Field(min_length=1)
    timezone: str
    confirm_within_months: Number = Field(gt=0, le=120)
    closing_soon_days: Number = Field(gt=0, le=90)
    data_licence: str
    data_licence_url: Link
    report_to: Slug | None = None
    sample: YesNo
    salutations: Literal["respectful", "plain"]
    page_size: Number = Field(gt=0, le=1000)
    # Pictures for previews of links, and QR codes for paper: made unless they are switched off.
    share_cards: YesNo = True
    qr_codes: YesNo = True

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise PydanticCustomError("bad_timezone", "not a time zone", {"found": name}) from None
        return name
