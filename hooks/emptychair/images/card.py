"""Share cards (Open Graph images): name or title in both scripts, what is known, and the name of the site."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from emptychair.images.fonts import BOLD, REGULAR, composed, font
from emptychair.images.marks import fitted
from emptychair.images.metadata import transparent
from emptychair.images.seal import seal_mask
from emptychair.images.shapes import colour_of, shape_mask
from emptychair.images.typesetting import Block, Measure, fit

# The size that previews ask for (Open Graph, 1.91 to 1).
WIDTH, HEIGHT = 1200, 630
# The site's own colours in its light dress (overrides/assets/site.css).
PAPER, INK, QUIET, ACCENT = "#faf8f3", "#1b1d20", "#5b5f66", "#a8321a"
MARGIN, TEXT_WIDTH = 80, 770
# The square for the seal, or for the mark of the campaign.
MARK_LEFT, MARK_TOP, MARK_SIDE = 880, 165, 260
LEADING = 1.32
SHAPE = 34
# A palette of 32 colours is enough for smooth letters in four colours; a mark has some of its own.
COLOURS, MARK_COLOURS = 32, 128
# Each text with the sizes that it may have and the most lines in each, its weight and its colour: whatever is
# written, title and second title (at most 312 pixels from 76 on) end above the line of the status (from 405 on).
TITLE = (((84, 1), (64, 2), (54, 3), (46, 3), (40, 3)), BOLD, INK)
SECOND = (((46, 1), (38, 1), (32, 2), (28, 2)), REGULAR, QUIET)
LINE = (((38, 1), (34, 2), (30, 2), (26, 3), (22, 3)), REGULAR, INK)
SITE = (((28, 1), (24, 1), (20, 1)), REGULAR, QUIET)
Style = tuple[tuple[tuple[int, int], ...], int, str]


@dataclass(frozen=True, slots=True)
class CardText:
    """The words of a card; `shape` is the sign of the class of status, "" where there is none."""

    title: str
    second: str
    shape: str
    line: str
    site: str

    @property
    def words(self) -> str:
        """The card for those who do not see it."""
        return " · ".join(filter(None, (self.title, self.second, self.line)))


@dataclass(frozen=True, slots=True)
class CardLook:
    """The colour of a card's edge, and what stands beside its words: our seal, else the PNG `mark`, or nothing."""

    accent: str = ACCENT
    chair: bool = True
    mark: bytes = b""


OUR_LOOK = CardLook()


def create_card(text: CardText, look: CardLook = OUR_LOOK) -> bytes:
    """The words of a card -> a PNG of WIDTH by HEIGHT pixels, without metadata."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 14, HEIGHT), fill=look.accent)
    if look.chair:
        image.paste(look.accent, (MARK_LEFT, MARK_TOP), seal_mask(MARK_SIDE))
    elif look.mark:
        _paste_mark(image, look.mark)
    bottom = _set(draw, text.title, TITLE, MARGIN, 76)
    _set(draw, text.second, SECOND, MARGIN, bottom + 14)
    _status(image, draw, text)
    _set(draw, text.site, SITE, MARGIN, HEIGHT - 88)
    return _as_png(image, MARK_COLOURS if look.mark else COLOURS)


def _paste_mark(image: Image.Image, data: bytes) -> None:
    """The mark in the middle of its square, no larger than it was."""
    mark = fitted(transparent(data), (MARK_SIDE, MARK_SIDE))
    left, top = MARK_LEFT + (MARK_SIDE - mark.width) // 2, MARK_TOP + (MARK_SIDE - mark.height) // 2
    image.paste(mark, (left, top), mark)


def _status(image: Image.Image, draw: ImageDraw.ImageDraw, text: CardText) -> None:
    """The line of the status or the deadline above that of the site, with the shape before its first line."""
    indent = 56 if text.shape else 0
    block = _fitted(text.line, LINE, TEXT_WIDTH - indent)
    top = HEIGHT - 122 - round(len(block.lines) * block.size * LEADING)
    if text.shape:
        middle = round(top + block.size * 0.74)
        image.paste(colour_of(text.shape), (MARGIN, middle - SHAPE // 2), shape_mask(text.shape, SHAPE))
    _draw(draw, block, LINE, MARGIN + indent, top)


def _set(draw: ImageDraw.ImageDraw, text: str, style: Style, left: int, top: float) -> float:
    """Set a text from `top` on; where it ends."""
    return _draw(draw, _fitted(text, style, TEXT_WIDTH), style, left, top) if text else top


def _fitted(text: str, style: Style, width: int) -> Block:
    steps, weight, _ = style

    def measure_at(size: int) -> Measure:
        return font(size, weight).getlength

    return fit(composed(text), steps, width, measure_at)


def _draw(draw: ImageDraw.ImageDraw, block: Block, style: Style, left: int, top: float) -> float:
    _, weight, colour = style
    for line in block.lines:
        draw.text((left, round(top)), line, fill=colour, font=font(block.size, weight))
        top += block.size * LEADING
    return top


def _as_png(image: Image.Image, colours: int) -> bytes:
    data = BytesIO()
    small = image.quantize(colors=colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(data, "PNG", optimize=False, compress_level=9)
    return data.getvalue()


def is_card(data: bytes) -> bool:
    """Is it a PNG of the size of a card (PNG, 11.2.2: the header comes first)?"""
    return data[:24] == b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + WIDTH.to_bytes(4, "big") + HEIGHT.to_bytes(4, "big")
