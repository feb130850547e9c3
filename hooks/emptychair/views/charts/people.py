"""The drawings of all people together, as far as their pages tell when it began and where."""

from dataclasses import dataclass

from emptychair.views.charts.region_tiles import RegionTiles, region_tiles
from emptychair.views.charts.year_bars import YearBars, year_bars
from emptychair.views.context import Context


@dataclass(frozen=True)
class PeopleCharts:
    """By the year of the first event, and by region; None what would show nothing."""

    years: YearBars | None
    regions: RegionTiles | None


def people_charts(context: Context) -> PeopleCharts:
    """Both drawings of a snapshot."""
    return PeopleCharts(year_bars(context), region_tiles(context))
