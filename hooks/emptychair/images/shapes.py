"""The signs on a card: the shapes of the classes of status, as outlines in a box."""

from collections.abc import Callable, Mapping
from functools import cache

from PIL import Image, ImageDraw

# Drawn larger and made smaller: Pillow's outlines have no smooth edges.
FINER = 4


@cache
def shape_mask(shape: str, side: int) -> Image.Image:
    """The shape of a class of status as a mask. Raises KeyError for a sign that has no drawing."""
    outline, _ = SHAPES[shape]
    mask = Image.new("L", (side * FINER, side * FINER))
    outline(ImageDraw.Draw(mask), side * FINER)
    return mask.resize((side, side), Image.Resampling.BOX)


def colour_of(shape: str) -> str:
    """The colour of a class of status. Raises KeyError for a sign that has no drawing."""
    return SHAPES[shape][1]


def _square(draw: ImageDraw.ImageDraw, side: int) -> None:
    draw.rectangle((0, 0, side, side), fill=255)


def _square_in_square(draw: ImageDraw.ImageDraw, side: int) -> None:
    draw.rectangle((0, 0, side - 1, side - 1), outline=255, width=side // 8)
    draw.rectangle((side * 0.28, side * 0.28, side * 0.72, side * 0.72), fill=255)


def _half_square(draw: ImageDraw.ImageDraw, side: int) -> None:
    draw.rectangle((0, 0, side - 1, side - 1), outline=255, width=side // 8)
    draw.rectangle((0, 0, side / 2, side), fill=255)


def _diamond(draw: ImageDraw.ImageDraw, side: int) -> None:
    for inset, fill in ((0.0, 255), (side * 0.19, 0)):
        middle, end = side / 2, side - inset
        draw.polygon([(middle, inset), (end, middle), (middle, end), (inset, middle)], fill=fill)


def _ring(draw: ImageDraw.ImageDraw, side: int) -> None:
    draw.ellipse((0, 0, side - 1, side - 1), outline=255, width=side // 8)


def _bar(draw: ImageDraw.ImageDraw, side: int) -> None:
    draw.rectangle((0, side * 0.36, side, side * 0.64), fill=255)


def _question(draw: ImageDraw.ImageDraw, side: int) -> None:
    stroke = side // 8
    draw.arc((side * 0.22, 0, side * 0.78, side * 0.56), 170, 450, 255, stroke)
    draw.rectangle(((side - stroke) / 2, side * 0.45, (side + stroke) / 2, side * 0.72), fill=255)
    draw.rectangle(((side - stroke) / 2, side - stroke * 1.2, (side + stroke) / 2, side), fill=255)


# By the signs of vocabulary/classes.yml, some of which no font of letters has: the outline, and the colour that the
# class has on the site in its light dress: the accent, the green of those who are free, tones of ink. A death shares
# its tone with nothing.
SHAPES: Mapping[str, tuple[Callable[[ImageDraw.ImageDraw, int], None], str]] = {
    "■": (_square, "#a8321a"),
    "◇": (_diamond, "#3c4046"),
    "▣": (_square_in_square, "#4b4640"),
    "◧": (_half_square, "#5f594f"),
    "○": (_ring, "#2e5d4b"),
    "▬": (_bar, "#1b1d20"),
    "?": (_question, "#5b5f66"),
}
