"""The drawings of all people and actions: by year, by region, by deadline, and the bars of a report."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from campaign_outputs import LANGUAGES, article, elements, pages_of, snapshot, words
from emptychair.text import vocabulary
from emptychair.views.charts import deadline_strip as strip
from emptychair.views.charts.deadline_strip import DeadlineStrip
from emptychair.views.charts.region_tiles import GRID, PITCH, RegionTiles, region_tiles
from emptychair.views.charts.year_bars import HEIGHT, WIDTH, drawn_bars, year_bars

if TYPE_CHECKING:
    from emptychair.views.charts.labels import Label
    from emptychair.views.context import Context


def context(path: str, language: str = "en") -> Context:
    """The context of a page of the invented campaign."""
    site = pages_of(snapshot(), language)
    return site.context(site.routes.by_path[path])


def overlapping(labels: tuple[Label, ...]) -> list[tuple[Label, Label]]:
    """Labels of one line of writing that share room."""
    pairs = combinations(labels, 2)
    return [(a, b) for a, b in pairs if a.y == b.y and a.start < b.end and b.start < a.end]


def test_every_year_has_a_bar_and_a_list() -> None:
    """As many as the lists of years hold, each linked in the table."""
    lists = {term: len(found) for (facet, term), found in context("status").routes.facets.items() if facet == "year"}
    drawing = year_bars(context("status"))
    assert drawing
    assert {str(link.text): count for link, count in drawing.rows} == {year: n for year, n in lists.items() if n}
    assert len(drawing.bars) == len(drawing.rows)
    assert str(sum(lists.values())) in drawing.name.value


def test_bars_stay_in_their_box_and_labels_apart() -> None:
    """One year, a century, years without anybody, very many people."""
    for counts in ([1], [3, 0, 1190], [n % 7 for n in range(1, 101)], [5] * 13):
        bars, labels = drawn_bars([(str(1990 + n), count) for n, count in enumerate(counts)])
        assert len(bars) == len([count for count in counts if count])
        assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH and bar.width > 0 for bar in bars), counts
        assert all(bar.y >= 0 and bar.y + bar.height <= HEIGHT and bar.height > 0 for bar in bars), counts
        assert all(label.start >= 0 and label.end <= WIDTH and label.y > 8 for label in labels), counts
        assert overlapping(labels) == [], counts


def test_each_region_has_a_tile_of_its_own() -> None:
    """Every region of the word list, and nothing else, in a place where no other is."""
    assert sorted(code.rpartition("-")[2] for code in vocabulary.terms("regions")) == sorted(GRID)
    assert len(set(GRID.values())) == len(GRID)


def tiles(language: str) -> RegionTiles:
    found = region_tiles(context("status", language))
    assert found
    return found


def test_a_region_with_a_list_leads_to_it() -> None:
    """No other leads anywhere; English tiles have letters, which the words below explain, Chinese ones the names."""
    html = {language: article("status", language) for language in LANGUAGES}
    for language in LANGUAGES:
        drawing = tiles(language)
        leading = {tile.href for tile in drawing.tiles if tile.href}
        counted = {key for key, found in context("status").routes.facets.items() if key[0] == "region" and found}
        assert {href.rpartition("/")[2] for href in leading} == {f"{term.lower()}.html" for _, term in counted}
        assert all(0 <= tile.x <= drawing.width - PITCH + 1 for tile in drawing.tiles)
    assert (tiles("en").spelt, tiles("zh").spelt) == (True, False)
    captions = [words(one) for one in elements(html["en"], "figcaption")]
    assert any("GD Guangdong: " in one for one in captions)
    assert 'aria-label="广东：' in html["zh"]


def drawn_strip(language: str) -> DeadlineStrip:
    found = strip.deadline_strip(context("actions", language), snapshot().open_actions)
    assert found
    return found


def test_every_deadline_stands_on_the_strip() -> None:
    """Each day once, in the box, labels apart; those that close soon are filled; none for fewer than two days."""
    for language in LANGUAGES:
        drawing = drawn_strip(language)
        open_ = [one for one in snapshot().open_actions if one.facts.until != "ongoing"]
        assert len(drawing.deadlines) == len({one.facts.deadline for one in open_})
        assert sum(one.near for one in drawing.deadlines) == len([one for one in open_ if one.state == "closing-soon"])
        assert all(0 <= one.x <= strip.WIDTH for one in drawing.deadlines)
        assert all(one.start >= 0 and one.end <= strip.WIDTH for one in drawing.labels)
        assert overlapping(drawing.labels) == [], language
    assert "2026年" not in " ".join(one.text for one in drawn_strip("zh").labels)
    assert strip.deadline_strip(context("actions"), snapshot().open_actions[:1]) is None


def test_a_figure_of_a_report_has_a_bar() -> None:
    """The largest has the longest; a percentage is told as a part of all."""
    html = article("reports/chairs-in-2025")
    bars = [one.get("width") for one in elements(html) if one.tag.endswith("rect")]
    assert bars == ["100", "38", "18"]
