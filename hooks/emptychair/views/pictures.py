"""The photo of a case: on its page, and smaller on lists."""

from dataclasses import dataclass

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.images.copies import Copy, copies_of
from emptychair.record.campaign import Text
from emptychair.views.context import Context

# The width of the picture of a list in CSS pixels.
SMALL = 120


@dataclass(frozen=True)
class PhotoView:
    """A photo with its copies in several sizes, its credit, and a text for those who do not see it."""

    src: str
    srcset: str
    width: int
    height: int
    alt: Text
    caption: Text
    credit: str


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """The picture of a case on a list, which decorates: the name stands beside it.

    Paths are from the root of the language, because the same card stands in lists at several depths.
    """

    src: str
    finer: str
    width: int
    height: int


def photo_view(context: Context, case: CaseAsOf) -> PhotoView | None:
    """The photo on the page of a case, or None."""
    picture, photo = context.snapshot.photo_of(case), case.facts.photo
    if picture is None or photo is None:
        return None
    copies = copies_of(picture)
    largest = copies[-1]

    def words(text: str | None, name: str) -> Text:
        return case.record.words(context.language, text, "photo", name)

    return PhotoView(
        src=context.root + _nearest(copies, 640).path,
        srcset=", ".join(f"{context.root}{copy.path} {copy.width}w" for copy in copies),
        width=largest.width,
        height=largest.height,
        alt=words(photo.alt, "alt"),
        caption=words(photo.caption, "caption"),
        credit=context.say("photo-credit", credit=photo.credit, licence=photo.licence),
    )


def small_picture(context: Context, case: CaseAsOf) -> SmallPicture | None:
    """The picture of a case on a list, or None: the name is the portrait of who has no photo."""
    picture, to_root = context.snapshot.photo_of(case), context.root.removeprefix(context.up)
    if picture is None:
        return None
    copies = copies_of(picture)
    normal, finer = _nearest(copies, SMALL), _nearest(copies, SMALL * 2)
    height = max(1, SMALL * normal.height // normal.width)
    return SmallPicture(to_root + normal.path, to_root + finer.path, SMALL, height)


def _nearest(copies: tuple[Copy, ...], width: int) -> Copy:
    """The smallest copy that is as wide, else the widest."""
    return next((copy for copy in copies if copy.width >= width), copies[-1])
