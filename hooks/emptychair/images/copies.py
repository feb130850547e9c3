"""The copies of a photo that are published instead of the file that was given: their addresses and sizes."""

from dataclasses import dataclass

from emptychair.record.campaign import Picture

# A picture on a list, on a phone, on a page, and on a screen with finer dots.
WIDTHS = (160, 320, 640, 960)
# A long scroll is shown no higher than this many times a width.
HIGHEST = 1.5


@dataclass(frozen=True, slots=True)
class Copy:
    """A published copy of a picture: its path below the site's root and its size."""

    path: str
    width: int
    height: int


def copies_of(picture: Picture) -> tuple[Copy, ...]:
    """The copies of a picture, the smallest first: each width once, none larger than the picture itself."""
    return tuple({copy.width: copy for copy in (_copy(picture, width) for width in WIDTHS)}.values())


def _copy(picture: Picture, width: int) -> Copy:
    scale = min(1.0, width / picture.width, width * HIGHEST / picture.height)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return Copy(f"pictures/{picture.file.replace('.', '-')}-{size[0]}.webp", *size)
