"""What the filter of the status index reads."""

import json
import re
from typing import Any

from campaign_outputs import LANGUAGES, article, elements, files_of, on_day, routes, snapshot, text_file, words
from content_factory import CASE, CASE_ZH, Content
from emptychair.text import vocabulary
from for_each import for_each

ALIASES = """  aliases:
    - name: "Xiao Si"
      kind: pen-name
    - name: "Lee Sze"
      kind: misspelling
  kind: person"""


def data_of(text: str) -> Any:
    """The value that the script assigns."""
    found = re.fullmatch(r"statusData=(.*);\n", text)
    assert found
    return json.loads(found[1])


def data(language: str) -> Any:
    return data_of(text_file({"en": "", "zh": "zh/"}[language] + "status-data.js"))


def small(content: Content, language: str = "en", today: str = "2020-06-10") -> Any:
    path = {"en": "", "zh": "zh/"}[language] + "status-data.js"
    return data_of(files_of(on_day(content, today))[path].decode())


@for_each("language", LANGUAGES)
def test_every_case_of_all_pages_is_there_as_its_card(language: str) -> None:
    """In the order of lists, the same HTML as on the page of the index that lists it."""
    found = data(language)["cases"]
    assert len(found) == len(snapshot().listed_cases) > 10
    pages = [path for path, route in routes().by_path.items() if route.kind == "status"]
    assert len(pages) > 1
    listed = "".join(article(path, language) for path in pages)
    squeezed = " ".join(listed.split())
    assert [card for card, *_ in found if " ".join(card.split()) not in squeezed] == []
    paths = [f"{case.record.path}.html" for case in snapshot().listed_cases]
    assert [elements(card, "a")[0].get("href") for card, *_ in found] == paths


def test_names_are_all_forms_that_the_record_has(content: Content) -> None:
    """In every script, with aliases; a misspelling is found by and not shown."""
    found = small(content.swap(CASE, "  kind: person", ALIASES))
    ((card, names, _),) = found["cases"]
    assert names == ["Li Si", "李四", "Xiao Si", "Lee Sze"]
    assert "Lee Sze" not in card


@for_each("language", LANGUAGES)
def test_terms_are_told_in_all_languages(language: str) -> None:
    """Whoever reads one language finds by the words of the other: class, status, charge, role, right, region, year."""
    found = data(language)
    assert found["terms"] == data("en")["terms"]
    by_href = {elements(card, "a")[0].get("href"): (card, numbers) for card, _, numbers in found["cases"]}
    card, numbers = by_href["cases/stone-umbrella.html"]
    told = {found["terms"][number] for number in numbers}
    case = snapshot().cases["stone-umbrella"]
    wanted = [
        vocabulary.term("classes", case.known_standing.class_code),
        vocabulary.term("statuses", case.known_standing.code),
    ]
    wanted += [vocabulary.term("charges", one.charge) for one in case.facts.charges]
    wanted += [vocabulary.term("roles", one) for one in case.facts.roles]
    wanted += [vocabulary.term("rights", one) for one in case.facts.rights]
    assert {f"{one.label('en')} {one.label('zh')}" for one in wanted} <= told
    assert str(case.facts.events[0].date.latest.year) in told
    assert words(elements(card, "a")[0])


def test_a_minimal_page_is_found_by_name_status_and_charge_only(content: Content) -> None:
    """No alias, no place, no role."""
    changed = ALIASES.replace("kind: person", "kind: person\n  visibility: minimal\n  roles: [writer]")
    found = small(content.swap(CASE, "  kind: person", changed))
    ((_, names, numbers),) = found["cases"]
    assert names == ["Li Si", "李四"]
    assert len(numbers) == len(found["terms"]) == 2


@for_each("visibility, today", [("paused", "2020-06-10"), ("full", "2019-01-01")])
def test_who_stands_in_no_list_is_not_there(visibility: str, today: str, content: Content) -> None:
    """Neither who is paused nor who has no event yet; the script is there all the same."""
    content.swap(CASE, "  kind: person", f"  kind: person\n  visibility: {visibility}").remove(CASE_ZH)
    assert small(content, "zh", today) == {"terms": [], "cases": [], "variants": []}
