"""Open data, read back with json, jsonschema and csv: what the pages tell, in every language, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from campaign_outputs import (
    LANGUAGES,
    SITE,
    TODAY,
    campaign,
    drawn_paths,
    files,
    files_of,
    on_day,
    pages,
    snapshot,
    stories_of,
    text_file,
)
from content_factory import ACTION, ACTION_ZH, CASE, Content
from emptychair.outputs import open_data_schema
from emptychair.outputs.manifest import create_for_language, create_shared, language_paths, shared_paths
from emptychair.outputs.open_data_csv import safe_cell
from emptychair.outputs.open_data_schema import DATA_FILES, VERSION, create_schema
from emptychair.text import vocabulary

DAYS = [TODAY, date(2026, 1, 1), date(2025, 6, 1), date(2030, 1, 1), date(1990, 1, 1)]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://evil.example")']


def data(path: str, day: date = TODAY) -> Any:
    """One of the JSON files."""
    return json.loads(files(day)[f"data/v1/{path}"])


def rows(path: str, made: dict[str, bytes] | None = None) -> list[dict[str, str]]:
    """The rows of one of the CSV files, as a spreadsheet reads them."""
    text = (made or files())[f"data/v1/{path}"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def cases(day: date = TODAY) -> dict[str, Any]:
    """The cases of cases.json by slug."""
    return {one["slug"]: one for one in data("cases.json", day)["cases"]}


def validator(name: str) -> Draft202012Validator:
    """A validator for one kind of file, by the schema that is published."""
    schema = data("schema.json")
    return Draft202012Validator(
        {**schema, "$ref": f"#/$defs/{name}"}, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def test_the_schema_is_that_of_the_models() -> None:
    """The published file is made of the models, the same each time; each model is in it under its name."""
    assert files()["data/v1/schema.json"] == create_schema.__wrapped__() == create_schema.__wrapped__()
    models = {
        name
        for name, one in vars(open_data_schema).items()
        if isinstance(one, type) and one.__module__ == open_data_schema.__name__ and not name.startswith("_")
    }
    definitions = data("schema.json")["$defs"]
    assert set(definitions) == models - {"Dataset"}
    assert list(definitions) == sorted(definitions)


@pytest.mark.parametrize("name", sorted(data("schema.json")["$defs"]))
def test_every_form_says_what_it_is(name: str) -> None:
    """A program may rely on every field: each is required, no other is allowed, and the form is described."""
    form = data("schema.json")["$defs"][name]
    assert form["additionalProperties"] is False
    assert set(form["required"]) == set(form["properties"])
    assert form["description"]


def test_the_version_is_that_of_the_folder() -> None:
    """data/v1 holds version 1; a status has its class under the plain word."""
    assert all(path.startswith(f"data/v{VERSION}/") for path in files() if path.startswith("data/"))
    assert {"class", "code"} <= set(data("schema.json")["$defs"]["StatusData"]["properties"])
    assert sorted(DATA_FILES.values()) == sorted(
        {path.split("/")[2] for path in files() if path[:5] == "data/"} - {"cases"}
    )


def test_the_schema_is_a_schema() -> None:
    """JSON Schema 2020-12, every $ref of which leads somewhere."""
    schema = data("schema.json")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    refs = {part.split('"')[0] for part in json.dumps(schema).split('"#/$defs/')[1:]}
    assert refs <= set(schema["$defs"])


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_json_file_follows_the_schema(day: date) -> None:
    """On every day: the list of cases, each case, the list of actions; each by its own name and by the whole."""
    whole = Draft202012Validator(data("schema.json"))
    for path in files(day):
        if path.startswith("data/v1/") and path.endswith(".json") and not path.endswith("schema.json"):
            name = {"cases.json": "CasesFile", "actions.json": "ActionsFile"}.get(path.removeprefix("data/v1/"))
            found = json.loads(files(day)[path])
            validator(name or "CaseFile").validate(found)
            whole.validate(found)


@pytest.mark.parametrize("change", [{"version": 1}, {"cases": [{}]}, {"more": ""}, {"generated": None}])
def test_the_schema_refuses_what_is_wrong(change: dict[str, Any]) -> None:
    """A file of another form does not pass."""
    with pytest.raises(ValidationError):
        validator("CasesFile").validate(data("cases.json") | change)


@pytest.mark.parametrize("path", ["cases.json", "actions.json", "cases/blue-lantern.json"])
def test_every_file_says_what_it_is(path: str) -> None:
    """Version, the day it was made for, and the licence are inside; Chinese stands as characters."""
    found = data(path)
    assert found["generated"] == "2026-06-15"
    assert (found["version"], found["licence"]) == ("1", "CC BY 4.0")
    assert found["licence_url"].startswith("https://")
    assert "\\u" not in text_file(f"data/v1/{path}")


def test_a_file_for_each_listed_case_with_the_same_entry() -> None:
    """cases/<slug>.json holds what cases.json holds of it."""
    listed = [case.record.slug for case in snapshot().listed_cases]
    assert list(cases()) == listed
    for slug in listed:
        assert data(f"cases/{slug}.json")["case"] == cases()[slug]
    assert {path for path in files() if path.startswith("data/v1/cases/")} == {
        f"data/v1/cases/{slug}.json" for slug in listed
    }


def test_every_term_has_every_language() -> None:
    """A code is never alone: the label stands beside it in each language, as the word list has it."""
    lantern = cases()["blue-lantern"]
    assert lantern["roles"][0] == {"code": "editor", "label": labels("roles", "editor")}
    assert lantern["status"]["code"] == "criminal-detention"
    assert lantern["status"]["label"] == labels("statuses", "criminal-detention")
    assert lantern["regions"]["held"]["label"]["zh"] == "广东"


def labels(name: str, code: str) -> dict[str, str]:
    """A term in each language."""
    return {language: vocabulary.term(name, code).label(language) for language in LANGUAGES}


def test_a_text_is_not_passed_off_as_a_translation() -> None:
    """A text stands under its own language only; what nobody translated has one entry."""
    thread, ink = cases()["amber-thread"], cases()["quiet-ink"]
    assert set(thread["description"]) == set(thread["pages"]) == {"en"}
    assert all(set(event["text"]) == {"en"} for event in thread["events"])
    assert set(ink["description"]) == set(ink["names"]) == {"zh"}
    lantern = cases()["blue-lantern"]
    assert all(set(event["text"]) == {"en", "zh"} for event in lantern["events"])


def test_the_faded_keep_their_last_known_status() -> None:
    """Class unknown, the last known code and class, and why; a status that stands has no reason."""
    bell, lantern = cases()["copper-bell"]["status"], cases()["blue-lantern"]["status"]
    assert (bell["class"]["code"], bell["last_known_class"], bell["code"]) == ("unknown", "custody", "imprisoned")
    assert bell["faded"] is True
    assert "term-passed" in bell["reasons"]
    assert (lantern["class"]["code"], lantern["faded"], lantern["reasons"]) == ("custody", False, [])


def test_dates_are_as_far_as_they_are_known() -> None:
    """A partial date stays the EDTF that an editor wrote."""
    boat = cases()["paper-boat"]
    assert [one["date"] for one in boat["events"]] == ["2024-11~", "2024-12~", "../2025-02"]
    assert boat["flags"][0] | {"flag": "", "sources": []} == {
        "flag": "",
        "since": "2024-12~",
        "until": None,
        "current": True,
        "sources": [],
    }


def test_a_judgment_has_its_parts_and_a_reported_end() -> None:
    """The end of a sentence is called reported."""
    (sentence,) = cases()["copper-bell"]["sentences"]
    assert sentence["reported_end"] == "2026-05-19"
    assert sentence["parts"] == [
        {"kind": "fixed-term", "years": 3},
        {"kind": "fine", "amount": 5000, "currency": "CNY"},
    ]
    assert sentence["court"]["en"] == "Court of Blank Pages"


def test_a_group_has_its_number() -> None:
    """Count and how sure it is."""
    mill = cases()["paper-mill-twelve"]
    assert mill["kind"] == "group"
    assert mill["count"]["count"] == campaign().cases["paper-mill-twelve"].facts.count
    assert cases()["blue-lantern"]["count"] is None


def test_the_addresses_of_pages_are_absolute_and_exist() -> None:
    """Each language in which a page was written, below the site's address."""
    for found in [*cases().values(), *data("actions.json")["actions"]]:
        for language, address in found["pages"].items():
            path = address.removeprefix(SITE + ("" if language == "en" else "zh/")).removesuffix(".html")
            assert pages(language).routes.by_path[path]


def test_actions_are_those_that_were_issued() -> None:
    """A draft and the action of a paused person are in no data; all others are, with what became of them."""
    found = {one["slug"]: one for one in data("actions.json")["actions"]}
    assert set(found) == {*snapshot().actions} - {"wages-at-the-window", "for-folded-map"}
    assert list(found) == sorted(found)
    mirrors = found["both-mirrors"]
    assert mirrors["state"]["code"] == "closed-positive"
    assert [(one["case"], one["state"], one["date"]) for one in mirrors["outcomes"]] == [
        ("glass-comb", "closed-positive", "2026-02-10")
    ]
    assert set(mirrors["outcomes"][0]["text"]) == {"en", "zh"}
    assert found["pen-and-paper"]["until"] == "ongoing"
    assert found["pen-and-paper"]["review_by"] == "2026-11-15"


def test_no_address_of_a_recipient_is_in_the_data() -> None:
    """Addresses stand on the pages only, below the warnings."""
    everything = "".join(files()[path].decode() for path in files() if path.startswith("data/"))
    for one in campaign().recipients.values():
        for secret in (one.email, one.phone, one.fax, *one.address.local, *one.address.latin):
            # "Maybe Harbour" is where people live, "0 Nameless Road" is where letters go.
            assert not secret or not any(sign.isdigit() for sign in secret) or secret not in everything


def test_an_earlier_edition_knows_less() -> None:
    """What is dated after the day is not in the data of that day."""
    found = cases(date(2025, 6, 1))
    assert "c-0042" not in found
    assert [one["id"] for one in found["blue-lantern"]["events"]] == ["first-detention", "first-release"]
    assert data("cases.json", date(1990, 1, 1))["cases"] == []
    assert data("actions.json", date(1990, 1, 1))["actions"] == []


# --- CSV


@pytest.mark.parametrize("path", ["cases.csv", "actions.csv"])
def test_a_csv_opens_in_a_spreadsheet(path: str) -> None:
    """A byte order mark, lines that end in CRLF, the same number of cells in each."""
    found = files()[f"data/v1/{path}"]
    assert found.startswith(b"\xef\xbb\xbf")
    assert found.count(b"\xef\xbb\xbf") == 1
    assert found.count(b"\n") == found.count(b"\r\n")
    table = list(csv.reader(io.StringIO(found.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in table}) == 1
    assert len(table) > 10


def test_the_csv_of_cases_agrees_with_the_json() -> None:
    """One line per case, in the same order, with the same facts."""
    assert [row["slug"] for row in rows("cases.csv")] == list(cases())
    for row in rows("cases.csv"):
        case = cases()[row["slug"]]
        assert row["class"] == case["status"]["class"]["code"]
        assert row["last_known_status"] == case["status"]["code"]
        assert row["last_known_status_zh"] == case["status"]["label"]["zh"]
        assert row["faded"] == ("yes" if case["status"]["faded"] else "no")
        assert row["name_en"] == case["names"].get("en", "")
        assert row["url"] in case["pages"].values()


def test_the_csv_of_actions_agrees_with_the_json() -> None:
    """One line per action."""
    found = {one["slug"]: one for one in data("actions.json")["actions"]}
    assert [row["slug"] for row in rows("actions.csv")] == list(found)
    for row in rows("actions.csv"):
        action = found[row["slug"]]
        assert (row["state"], row["issued"], row["until"]) == (
            action["state"]["code"],
            action["issued"],
            action["until"],
        )
        assert row["title_zh"] == action["title"].get("zh", "")
        assert row["cases"].split() == action["cases"]


def test_no_condition_travels_in_a_table() -> None:
    """Health, torture, and whatever else is a flag, is in no CSV: sensitive words must not travel alone."""
    text = text_file("data/v1/cases.csv") + text_file("data/v1/actions.csv")
    used = {flag.flag for case in campaign().cases.values() for flag in case.facts.flags}
    assert len(used) > 3
    for code in used:
        assert code not in text
        assert not any(vocabulary.term("flags", code).label(language) in text for language in LANGUAGES)


def test_no_sensitive_flag_is_in_the_csv(content: Content) -> None:
    """A sensitive flag of the word list least of all."""
    code = next(code for code, row in vocabulary.terms("flags").items() if row.has("sensitive"))
    content.swap(CASE, "  events:\n", f"  flags:\n    - flag: {code}\n      since: 2020-05-01\n  events:\n")
    made = content
    assert code not in files_of(on_day(made))["data/v1/cases.csv"].decode()


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text(text: str) -> None:
    """What a spreadsheet would run begins with an apostrophe, and is otherwise as it was."""
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "words", "1+1", "a=b", "'=1", "2020-05-01", "../2025-02", "张=", "−1"])
def test_other_cells_are_as_they_are(text: str) -> None:
    """An innocent cell is not touched."""
    assert safe_cell(text) == text


@given(st.text())
def test_no_cell_begins_as_a_formula(text: str) -> None:
    """Whatever stands in a cell, its first sign is none that a spreadsheet runs (OWASP, CSV injection)."""
    assert safe_cell(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert safe_cell(text).endswith(text)


@pytest.mark.parametrize("sign", ["\n", "＝", "＋", "－", "＠"])
def test_full_width_formulas_are_text_too(sign: str) -> None:
    """Spreadsheets with a Chinese input method take a full-width = for one."""
    assert safe_cell(f"{sign}1").startswith("'")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(1)"])
def test_formulas_of_an_editor_are_text_in_the_files(content: Content, formula: str) -> None:
    """Titles, numbers and issuers that an editor typed are neutralised, in cells with commas and quotes too."""
    content.swap(ACTION, '"Write for Li Si"', f"'{formula},\"x\"'")
    content.swap(ACTION, "  cases: [li-si]", f'  number: "{formula}"\n  issuer: "{formula}"\n  cases: [li-si]')
    (row,) = rows("actions.csv", files_of(content.snapshot("2020-06-10")))
    assert row["title_en"] == f'\'{formula},"x"'
    assert row["number"] == row["issuer"] == f"'{formula}"


def test_a_page_in_chinese_only_has_its_own_address(content: Content) -> None:
    """The url of a row is that of the first language in which the page exists."""
    source = str(content.files[ACTION])
    content.remove(ACTION, ACTION_ZH).put(ACTION_ZH, source)
    (row,) = rows("actions.csv", files_of(content.snapshot("2020-06-10")))
    assert row["url"] == f"{SITE}zh/actions/write.html"
    assert (row["title_en"], row["title_zh"]) == ("", "Write for Li Si")


# --- outputs


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_paths_are_known_before_anything_is_made(day: date) -> None:
    """The announced files are the made ones, each once, whatever the day; what is drawn has its own test."""
    drawn = drawn_paths(snapshot(day))
    made = [path for path, _ in create_shared(snapshot(day), SITE)]
    assert len(set(made)) == len(made)
    assert sorted({*shared_paths(snapshot(day))} - drawn) == sorted(made)
    for language in LANGUAGES:
        own = pages(language, day)
        found = [path for path, _ in create_for_language(own, stories_of(own), SITE)]
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
