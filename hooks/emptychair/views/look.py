"""What pages show of the look of a campaign: its favicon, its mark in the header, the address of its stylesheet."""

from dataclasses import dataclass

from emptychair.images.marks import type_of
from emptychair.record.campaign import Campaign
from emptychair.record.models import Settings

STYLESHEET = "assets/look.css"
# Our seal in a campaign's colour, as its favicon.
SEAL = "favicon-accent.svg"
# The room for a mark in the header, in CSS pixels.
WIDTH, HEIGHT = 120, 32


@dataclass(frozen=True, slots=True)
class Icon:
    """The favicon: its path below the site's root, its media type."""

    path: str
    type: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark in the header: its path below the site's root, the size at which it is shown in CSS pixels."""

    path: str
    width: int
    height: int


def stylesheet_of(settings: Settings) -> str:
    """The path of the campaign's own stylesheet, or "" where there is none: without colours and without a mark."""
    return STYLESHEET if settings.look.accents or settings.look.mark else ""


def icon_of(settings: Settings) -> Icon:
    """The favicon of a site: the campaign's own, else our seal, in the campaign's colour where it has one."""
    file = settings.look.favicon or (SEAL if settings.look.accents else "favicon.svg")
    return Icon(f"assets/{file}", type_of(file))


def mark_of(campaign: Campaign) -> Mark | None:
    """The mark of a site, as large as its room allows; None where it is our seal, which is drawn in the page."""
    file = campaign.settings.look.mark
    if not file:
        return None
    picture = campaign.pictures[file]
    scale = min(WIDTH / picture.width, HEIGHT / picture.height)
    return Mark(f"assets/{file}", max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
