"""Which pages exist."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_factory import ACTION, CASE, CASE_ZH, MINIMAL, SETTINGS, UPDATE, Content, Edit, above, codes, events
from emptychair.as_of.routes import FACETS, Route, Routes, address_of
from emptychair.as_of.snapshot import snapshot_of
from emptychair.record.campaign import Campaign
from emptychair.record.reserved_urls import GENERATED
from emptychair.text.vocabulary import terms
from for_each import for_each

PROSE = '---\ntitle: "About"\nupdated: 2020-06-01\n---\nWords.\n'
MORE = above(
    CASE,
    "  sources:",
    """\
  roles: [writer, editor]
  rights: [expression]
  regions:
    held: CN-GD
    home: HK
    handled: CN-GD
  charges:
    - id: a
      charge: subversion
      stage: suspected
    - id: b
      charge: subversion
      stage: dropped""",
)


def routes(content: Content, today: str) -> Routes:
    return Routes(content.snapshot(date.fromisoformat(today).isoformat()))


def facet_slugs(found: Routes, facet: str, term: str) -> list[str]:
    return [case.record.slug for case in found.facets[facet, term]]


def with_cases(content: Content, number: int) -> Content:
    for one in range(number):
        content.put(
            f"en/cases/case-{one}.md", MINIMAL[CASE].replace("Li Si", f"Case {one}").replace('    zh: "李四"\n', "")
        )
    return content


def test_every_page_of_the_record_and_of_the_generator_exists(content: Content) -> None:
    """The lists that are made in every language, and one page for each record."""
    found = routes(content.put("en/about.md", PROSE).put("en/status.md", PROSE), "2020-05-20").by_path
    assert set(GENERATED) <= set(found)
    assert found["about"] == Route("about", "page")
    assert found["cases/li-si"] == Route("cases/li-si", "case")
    assert found["actions/write"] == Route("actions/write", "action")
    assert found["updates/2020-05-20-news"] == Route("updates/2020-05-20-news", "update")


def test_a_page_of_prose_with_the_name_of_a_list_is_its_introduction(content: Content) -> None:
    """There is one page of that address, the generated one."""
    assert routes(content.put("en/status.md", PROSE), "2020-05-20").by_path["status"].kind == "status"


@for_each("today", ["2010-01-01", "2020-05-20", "2030-01-01"])
def test_every_status_has_a_list(today: str, content: Content) -> None:
    """Even an empty one, on every day: a link to it never breaks."""
    found = routes(content, today).by_path
    expected = {f"cases/by/status/{code}": "facet" for code in terms("statuses")}
    assert {path: found[path].kind for path in expected if path in found} == expected


def test_a_case_stands_in_the_lists_of_its_terms(content: Content) -> None:
    """Once in each: charges, roles, rights, all three regions, the year of the first event, the last known status."""
    found = routes(content.edit(MORE), "2020-05-20")
    listed = {f"{facet}/{address_of(term)}" for (facet, term), cases in found.facets.items() if cases}
    assert listed == {
        "status/taken-away",
        "charge/subversion",
        "role/writer",
        "role/editor",
        "right/expression",
        "region/cn-gd",
        "region/hk",
        "year/2020",
    }
    assert facet_slugs(found, "charge", "subversion") == ["li-si"]


def test_a_faded_status_keeps_its_list(content: Content) -> None:
    """Addresses and lists per status keep the last known status."""
    assert facet_slugs(routes(content, "2025-01-01"), "status", "taken-away") == ["li-si"]
    assert facet_slugs(routes(content, "2025-01-01"), "status", "unknown") == []


@for_each("visibility, listed", [("minimal", ["charge", "status"]), ("paused", [])])
def test_what_is_hidden_is_in_no_list(visibility: str, listed: list[str], content: Content) -> None:
    """A minimal page is found by status and charge alone, a paused one not at all; neither names another list."""
    content.edit(MORE).swap(CASE, "  kind: person", f"  kind: person\n  visibility: {visibility}")
    found = routes(content, "2020-05-20")
    assert sorted({facet for (facet, _), cases in found.facets.items() if cases}) == listed
    assert "cases/li-si" in found.by_path
    assert "cases/by/role/writer" not in found.by_path


def test_a_list_has_the_order_of_lists(content: Content) -> None:
    """Newest event first, then slug."""
    with_cases(content, 2).put(
        "en/cases/old.md", MINIMAL[CASE].replace("2020-05-01", "2020-04-01").replace('    zh: "李四"\n', "")
    )
    assert facet_slugs(routes(content, "2020-05-20"), "status", "taken-away") == ["case-0", "case-1", "li-si", "old"]


def test_facets_have_the_order_of_their_lists(content: Content) -> None:
    """Statuses first and in the order of the vocabulary, years last and in their order."""
    content.put(
        "en/cases/old.md", MINIMAL[CASE].replace("date: 2020-05-01", "date: 2019").replace('    zh: "李四"\n', "")
    )
    keys = list(routes(content.edit(MORE), "2020-05-20").facets)
    assert [code for facet, code in keys if facet == "status"] == list(terms("statuses"))
    assert [facet for facet in FACETS if facet in {key[0] for key in keys}] == list(
        dict.fromkeys(key[0] for key in keys)
    )
    assert [year for facet, year in keys if facet == "year"] == ["2019", "2020"]


@for_each(
    "cases, paths",
    [
        (0, ["taken-away"]),
        (1, ["taken-away"]),
        (2, ["taken-away", "taken-away-2"]),
        (4, ["taken-away", "taken-away-2", "taken-away-3"]),
    ],
)
def test_a_long_list_has_pages(cases: int, paths: list[str], content: Content) -> None:
    """Two rows to a page here; the first page has no number, and each knows the first and how many there are."""
    found = routes(with_cases(content, cases), "2020-05-20")
    pages = [route for route in found.by_path.values() if (route.facet, route.term) == ("status", "taken-away")]
    assert [route.path for route in pages] == [f"cases/by/status/{path}" for path in paths]
    assert [(route.page, route.pages) for route in pages] == [
        (number, len(paths)) for number in range(1, len(paths) + 1)
    ]
    assert {route.first for route in pages} == {"cases/by/status/taken-away"}
    assert [path for path in found.by_path if path.startswith("status")] == ["status", "status-2", "status-3"][
        : len(paths)
    ]


def test_every_list_of_the_generator_has_pages(content: Content) -> None:
    """Open and past actions, updates, reports, cases and translations are cut into pages; the rest is one."""
    for number in range(3):
        content.put(f"en/actions/open-{number}.md", MINIMAL[ACTION])
        content.put(f"en/actions/over-{number}.md", MINIMAL[ACTION].replace("until: 2020-06-24", "until: 2020-05-12"))
        content.put(f"en/updates/2020-05-0{number + 1}-news.md", MINIMAL[UPDATE])
        content.put(f"en/reports/report-{number}.md", PROSE.replace("---\nW", "report:\n  published: 2020-05\n---\nW"))
    found = routes(content, "2020-05-20").by_path
    assert {name: found[name].pages for name in GENERATED} == {
        "index": 1,
        "status": 1,
        "actions": 2,
        "archive": 2,
        "updates": 2,
        "reports": 2,
        "search": 1,
        "follow": 1,
        "data": 1,
        "translations": 8,
    }


@for_each("today", ["2019-01-01", "2020-02-05", "2020-05-20", "2030-01-01"])
def test_a_page_of_a_later_day_exists_earlier(today: str, content: Content) -> None:
    """Every record and the list of every term exist on every day: a site built for an earlier day breaks no link."""
    content.remove(CASE_ZH).edit(
        MORE,
        events("id: a, date: 2020-02-01, status: taken-away", "id: b, date: 2020-05-01, status: bail, stage: indicted"),
        Edit(SETTINGS, "page_size: 2", "page_size: 100"),
    )
    assert set(routes(content, today).by_path) == set(routes(content, "2025-01-01").by_path)


def test_the_year_of_an_event_that_became_known_late(content: Content) -> None:
    """On the days on which only the second event is known, the case is in the list of a year that exists."""
    content.remove(CASE_ZH).edit(
        events("id: a, date: 2018-12-01, reported: 2020-01-01", "id: b, date: 2019-02-01, status: taken-away")
    )
    assert routes(content, "2019-06-01").by_path


@for_each("name", [*(f"{name}-2" for name in GENERATED), "status-10", "404"])
def test_a_page_of_prose_does_not_take_a_page_of_a_list(name: str, content: Content) -> None:
    """No two pages have the same address, whether or not the list is so long on this day."""
    loaded = content.put(f"en/{name}.md", PROSE).load()
    assert codes(loaded) == ["reserved-file-name"]
    assert loaded.campaign
    assert name not in loaded.campaign.prose


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """Four cases, one of which stands in many lists."""
    return with_cases(Content(tmp_path_factory.mktemp("routes")).edit(MORE), 3).campaign()


@given(st.dates(date(2019, 1, 1), date(2030, 1, 1)))
def test_no_two_pages_have_the_same_address(campaign: Campaign, today: date) -> None:
    """On any day every address is one page, and the lists are the same terms as the day before."""
    found = Routes(snapshot_of(campaign, today))
    assert len(list(found._all())) == len(found.by_path)
    assert set(found.facets) == set(Routes(snapshot_of(campaign, today + timedelta(days=1))).facets)
