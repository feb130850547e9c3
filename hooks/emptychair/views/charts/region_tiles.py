"""A tile for each region, roughly where it lies: no map, which would show borders; tiles with a list lead to it."""

from dataclasses import dataclass

from emptychair.as_of.routes import address_of
from emptychair.record.campaign import Text
from emptychair.text import vocabulary
from emptychair.views.charts.labels import text_width
from emptychair.views.context import Context

# The regions by the letters at the end of their codes, the north above.
ROWS = (
    "-- -- -- -- -- -- -- HL",
    "XJ -- -- -- NM -- -- JL",
    "-- QH GS NX SX HE BJ LN",
    "XZ -- -- SN HA SD TJ --",
    "-- -- SC CQ HB AH JS SH",
    "-- -- YN GZ HN JX ZJ --",
    "-- -- -- GX GD FJ TW --",
    "-- -- -- HI MO HK -- --",
)
GRID = {letters: (x, y) for y, row in enumerate(ROWS) for x, letters in enumerate(row.split()) if letters != "--"}
PITCH, TILE, SIZE = 41, 39, 12


@dataclass(frozen=True, slots=True)
class Tile:
    """A region: where its tile begins, the words in it, the list to which it leads with its length, or "" and 0."""

    x: int
    y: int
    text: str
    name: Text
    href: str
    count: int


@dataclass(frozen=True)
class RegionTiles:
    """The tiles in a box of `width` x `height`; `spelt` says that their words are letters, which the names explain."""

    width: int
    height: int
    tile: int
    tiles: tuple[Tile, ...]
    spelt: bool


def region_tiles(context: Context) -> RegionTiles | None:
    """The tiles of a snapshot, or None where no list of a region has anybody in it."""
    found = {term: len(cases) for (facet, term), cases in context.routes.facets.items() if facet == "region"}
    if not any(found.values()):
        return None
    names = {code: context.label("regions", code) for code in vocabulary.terms("regions")}
    # All by their names or all by their letters.
    spelt = max(text_width(str(name), SIZE) for name in names.values()) > TILE
    tiles = tuple(_tile(context, code, name, found.get(code, 0), spelt=spelt) for code, name in names.items())
    return RegionTiles(PITCH * 8, PITCH * len(ROWS), TILE, tiles, spelt)


def _tile(context: Context, code: str, name: Text, count: int, *, spelt: bool) -> Tile:
    letters = code.rpartition("-")[2]
    x, y = GRID[letters]
    href = context.href(f"cases/by/region/{address_of(code)}") if count else ""
    return Tile(x * PITCH + 1, y * PITCH + 1, letters if spelt else str(name), name, href, count)
