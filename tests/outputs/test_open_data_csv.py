"""The open data as tables: the same as the JSON, and no cell that a spreadsheet runs."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from campaign_outputs import LANGUAGES, SITE, campaign, files, files_of, on_day, text_file
from content_factory import ACTION, ACTION_ZH, CASE, Content
from emptychair.outputs.open_data_csv import as_words, safe_cell
from emptychair.text import vocabulary
from for_each import for_each
from outputs.invented_data import cases, data

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://evil.example")']


def rows(path: str, made: dict[str, bytes] | None = None) -> list[dict[str, str]]:
    """The rows of one of the CSV files, as a spreadsheet reads them."""
    text = (made or files())[f"data/v1/{path}"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


# --- CSV


@for_each("path", ["cases.csv", "actions.csv"])
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


@for_each("text", FORMULAS)
def test_a_formula_is_text(text: str) -> None:
    """What a spreadsheet would run begins with an apostrophe, and is otherwise as it was."""
    assert safe_cell(text) == f"'{text}"


@for_each("text", ["", "words", "1+1", "a=b", "'=1", "2020-05-01", "../2025-02", "张=", "−1"])
def test_other_cells_are_as_they_are(text: str) -> None:
    """An innocent cell is not touched."""
    assert safe_cell(text) == text


@given(st.text())
def test_no_cell_begins_as_a_formula(text: str) -> None:
    """Whatever stands in a cell, its first sign is none that a spreadsheet runs (OWASP, CSV injection)."""
    assert safe_cell(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert safe_cell(text).endswith(text)


@for_each("sign", ["\n", "＝", "＋", "－", "＠"])
def test_full_width_formulas_are_text_too(sign: str) -> None:
    """Spreadsheets with a Chinese input method take a full-width = for one."""
    assert safe_cell(f"{sign}1").startswith("'")


@for_each("formula", ["=1+1", "+1", "-1", "@SUM(1)"])
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


def test_a_number_that_is_a_name_stays_as_it_was_given() -> None:
    """A spreadsheet would show 01.20 as 1.2, and 3-19 as a day; words and UA 37/19 it leaves alone."""
    as_given = {text: as_words(text) for text in ("01.20", "3-19", "37/19", "1E5", "0042", "UA 37/19", "李四", "")}
    assert {text for text, cell in as_given.items() if cell == f"'{text}"} == {"01.20", "3-19", "37/19", "1E5", "0042"}
    assert {text for text, cell in as_given.items() if cell == text} == {"UA 37/19", "李四", ""}
