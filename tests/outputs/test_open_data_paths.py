"""The files of the open data: known before they are made, named on their page."""

from __future__ import annotations

import json
from datetime import date

from campaign_outputs import (
    LANGUAGES,
    SITE,
    campaign,
    drawn_paths,
    files,
    files_of,
    language_files,
    on_day,
    pages,
    snapshot,
)
from content_factory import CASE, Content
from emptychair.outputs.manifest import create_shared, language_paths, shared_paths
from emptychair.record.reserved_urls import DATA_FILES
from for_each import for_each
from outputs.invented_data import DAYS, cases, data


@for_each("day", DAYS, ids=str)
def test_paths_are_known_before_anything_is_made(day: date) -> None:
    """The announced files are the made ones, each once, whatever the day; what is drawn has its own test."""
    drawn = drawn_paths(snapshot(day))
    made = [path for path, _ in create_shared(snapshot(day), SITE)]
    assert len(set(made)) == len(made)
    assert sorted({*shared_paths(snapshot(day))} - drawn) == sorted(made)
    for language in LANGUAGES:
        own = pages(language, day)
        found = list(language_files(own))
        assert len(set(found)) == len(found)
        assert sorted({*language_paths(own)} - drawn) == sorted(found)
        assert all(path.startswith("zh/") is (language == "zh") for path in found)


def test_the_data_page_names_every_file() -> None:
    """Each file of the table of data files is made."""
    assert {f"data/v1/{name}" for name in DATA_FILES.values()} <= files().keys()


def test_an_earlier_edition_names_no_later_source_for_nothing() -> None:
    """A source of a later day, whose title may tell what had not happened, is nowhere; nor is its id."""
    day = date(2025, 6, 1)
    sources = [source for record in campaign().cases.values() for source in record.facts.sources.values()]
    assert [one for one in sources if one.date and one.date.known_from > day]
    for found in [*cases(day).values(), *data("actions.json", day)["actions"]]:
        assert not [one["id"] for one in found["sources"] if one["date"] and one["date"][:10] > day.isoformat()]
        known = {one["id"] for one in found["sources"]}
        for name in ("events", "charges", "flags", "sentences"):
            assert all(set(one["sources"]) <= known for one in found.get(name, []))


def test_the_data_of_a_minimal_group_have_no_number(content: Content) -> None:
    """What the page does not tell, the data do not either."""
    content.swap(CASE, "  kind: person\n", "  kind: group\n  count: 12\n  count_is: about\n  visibility: minimal\n")
    (found,) = json.loads(files_of(on_day(content))["data/v1/cases.json"])["cases"]
    assert found["visibility"] == "minimal"
    assert found["count"] is None
