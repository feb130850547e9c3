"""The mark of a site that has none of its own: chairs in a row, cut into a seal; for pages, icons and cards."""

from functools import cache

from PIL import Image, ImageDraw

# In a square of SIDE, cut off at its edges: the two ends of each line and its width. The seat in the middle is empty;
# those beside it are cut less deep.
SIDE, CORNER = 32, 3
Line = tuple[tuple[float, float], tuple[float, float], float]
CHAIR: tuple[Line, ...] = (
    ((10.4, 5.5), (11.8, 18), 2.4),
    ((10.6, 18), (22.7, 18), 3),
    ((11.9, 18), (10.3, 27), 2.4),
    ((21.4, 18), (22.8, 27), 2.4),
)
BESIDE: tuple[Line, ...] = (
    ((-1, 18), (3.2, 18), 3),
    ((1.9, 18), (3.3, 27), 2.4),
    ((28.2, 5.5), (29.6, 18), 2.4),
    ((28.4, 18), (33, 18), 3),
    ((29.7, 18), (28.1, 27), 2.4),
)
# How much of the ground shows through the lines of each, of 1.
CUT, HALF_CUT = 1, 0.55
GROUND = "#faf8f3"
# Drawn larger and made smaller: Pillow's outlines have no smooth edges.
FINER = 4


def seal_paths(lines: tuple[Line, ...]) -> tuple[tuple[str, float], ...]:
    """Lines of the seal -> the data of a path and the width of its stroke, for each (SVG 2, section 9.3)."""
    return tuple((f"M{a:g} {b:g}L{c:g} {d:g}", width) for (a, b), (c, d), width in lines)


def create_seal(colour: str) -> str:
    """The seal in a colour, as an SVG file."""

    def drawn(lines: tuple[Line, ...]) -> str:
        return "".join(f'<path d="{path}" stroke-width="{width:g}"/>' for path, width in seal_paths(lines))

    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
        f'<rect width="{SIDE}" height="{SIDE}" rx="{CORNER}" fill="{colour}"/>'
        f'<g fill="none" stroke="{GROUND}">{drawn(CHAIR)}<g opacity="{HALF_CUT}">{drawn(BESIDE)}</g></g></svg>\n'
    )


@cache
def seal_mask(side: int) -> Image.Image:
    """The seal as a square mask, in which to paste a colour: the ground shows through the chairs."""
    scale = side * FINER / SIDE
    mask = Image.new("L", (side * FINER, side * FINER))
    draw = ImageDraw.Draw(mask)
    draw.rounded_rectangle((0, 0, side * FINER - 1, side * FINER - 1), CORNER * scale, fill=255)
    for lines, cut in ((BESIDE, HALF_CUT), (CHAIR, CUT)):
        for start, end, width in lines:
            points = [(x * scale, y * scale) for x, y in (start, end)]
            draw.line(points, fill=round(255 * (1 - cut)), width=round(width * scale))
    return mask.resize((side, side), Image.Resampling.BOX)
