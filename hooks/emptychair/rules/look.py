"""Rules about the look of a campaign: colours that everybody can read, marks that are there and fit their places."""

from collections.abc import Iterator
from math import floor

from emptychair.images.colours import LEAST, hardest_ground, passes, passing
from emptychair.record.field_types import CARD_MARK_FILE, COLOUR, MARK_FILE
from emptychair.rules.index import Index
from emptychair.text.problems import Problem
from emptychair.text.slips import nearest

SCHEMES = {"light": "accent_light", "dark": "accent_dark"}
# A mark is so many times as wide as high at most: it stands beside the name of the site on a telephone.
WIDEST = 5


def colours_can_be_read(index: Index) -> Iterator[Problem]:
    """A colour has the contrast of text with everything on which it stands in its scheme."""
    codes = {"light": "contrast-in-light-scheme", "dark": "contrast-in-dark-scheme"}
    for scheme, name in SCHEMES.items():
        colour = index.settings.text_at(("look", name)).lower()
        if COLOUR.fullmatch(colour) and not passes(colour, scheme):
            ground, found = hardest_ground(colour, scheme)
            values = {
                "found": colour,
                "ground": ground,
                "ratio": f"{floor(found * 100) / 100:.2f}",
                "least": f"{LEAST:.1f}",
            }
            yield index.settings.problem(("look", name), codes[scheme], cure=passing(colour, scheme), **values)


def colours_of_both_schemes(index: Index) -> Iterator[Problem]:
    """Who sets a colour for one scheme sets one for the other, in which the first cannot be read."""
    settings = index.settings
    found = {scheme: settings.text_at(("look", name)).lower() for scheme, name in SCHEMES.items()}
    for scheme, other in (("light", "dark"), ("dark", "light")):
        if COLOUR.fullmatch(found[other]) and not found[scheme]:
            values = {"found": SCHEMES[other], "missing": SCHEMES[scheme], "cure": passing(found[other], scheme)}
            yield settings.problem(("look", SCHEMES[other]), "colour-of-one-scheme", **values)


def marks_are_there(index: Index) -> Iterator[Problem]:
    """The files of the look are in content/assets/, and none is the photo of somebody, whose consent it would need."""
    for name, form in {"mark": MARK_FILE, "mark_on_cards": CARD_MARK_FILE, "favicon": MARK_FILE}.items():
        file = index.settings.text_at(("look", name))
        if form.fullmatch(file) and file not in index.pictures:
            values = {"found": file, "nearest": nearest(file, index.pictures)}
            yield index.settings.problem(("look", name), "unknown-mark", **values)
        if form.fullmatch(file) and file in index.photos:
            yield index.settings.problem(("look", name), "photo-as-mark", found=file)


def marks_have_room(index: Index) -> Iterator[Problem]:
    """A mark is not too wide for the header on a telephone, nor twice as high as wide; a favicon is square."""
    for name in ("mark", "favicon"):
        file = index.settings.text_at(("look", name))
        width, height = index.sizes.get(file, (1, 1))
        values = {"found": f"{width} × {height}"}
        if name == "favicon" and width != height:
            yield index.settings.problem(("look", name), "favicon-not-square", **values)
        if name == "mark" and not height <= 2 * width <= 2 * WIDEST * height:
            yield index.settings.problem(("look", name), "mark-without-room", **values)


RULES = (colours_can_be_read, colours_of_both_schemes, marks_are_there, marks_have_room)
