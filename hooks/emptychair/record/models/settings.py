"""The settings of a site: content/campaign.yml."""

from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from emptychair.record.field_types import (
    CardMarkFile,
    Colour,
    Email,
    Fact,
    Link,
    MarkFile,
    Number,
    PageAddress,
    PgpKey,
    SignalName,
    Slug,
    TagUri,
    YesNo,
)
from emptychair.record.models.common import Language


class Contact(Fact):
    """Who speaks on a site and how to reach them: the only addresses besides those of recipients.yml."""

    name: dict[Language, str] = Field(min_length=1)
    email: Email | None = None
    pgp: PgpKey | None = None
    signal: SignalName | None = None
    page: PageAddress | None = None

    @model_validator(mode="after")
    def _reachable(self) -> "Contact":
        if not (self.email or self.signal or self.page):
            raise PydanticCustomError("unreachable", "no way to reach them", {})
        return self


class Pages(Fact):
    """The generated pages that a site can do without: each is there unless it is switched off."""

    reports: YesNo = True
    archive: YesNo = True
    data: YesNo = True
    translations: YesNo = True
    follow: YesNo = True


class Look(Fact):
    """The look of a campaign: a colour for each scheme, and its marks in content/assets/. Any may be left out."""

    accent_light: Colour | None = None
    accent_dark: Colour | None = None
    mark: MarkFile | None = None
    # Share cards are drawn from pixels, so that a mark in shapes has a twin for them.
    mark_on_cards: CardMarkFile | None = None
    favicon: MarkFile | None = None

    @property
    def accents(self) -> tuple[str, str] | None:
        """The colours of the light and of the dark scheme, which rules/look.py has together or not at all."""
        return (self.accent_light, self.accent_dark) if self.accent_light and self.accent_dark else None

    @property
    def card_mark(self) -> str | None:
        """The file from which the mark on share cards is drawn."""
        return self.mark_on_cards or (self.mark if self.mark and self.mark.endswith(".png") else None)

    @property
    def files(self) -> frozenset[str]:
        """The files in content/assets/ that it names."""
        return frozenset(filter(None, (self.mark, self.mark_on_cards, self.favicon)))


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
    contact: Contact | None = None
    look: Look = Look()
    pages: Pages = Pages()
    # Has the site a domain of its own? Then CNAME names the host of its URL, for GitHub Pages.
    cname: YesNo = False
    # Old address -> the file of a page below content/: rules/redirects.py.
    redirects: dict[str, str] = Field(default_factory=dict)
    # The repository of the campaign: the page about contributing then leads to the code host's editor.
    repo: Link | None = None
    salutations: Literal["respectful", "plain"]
    page_size: Number = Field(gt=0, le=1000)
    # Pictures for previews of links, and QR codes for paper: made unless they are switched off.
    share_cards: YesNo = True
    qr_codes: YesNo = True

    def has(self, name: str) -> bool:
        """Is a generated page (archive, data) part of the site? The names of pages that cannot be off always are."""
        return bool(getattr(self.pages, name, True))

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise PydanticCustomError("bad_timezone", "not a time zone", {"found": name}) from None
        return name
