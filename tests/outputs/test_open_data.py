"""The open data as JSON: what a case and an action say, in each language and on each day."""

from __future__ import annotations

from datetime import date

from campaign_outputs import LANGUAGES, SITE, campaign, files, pages, snapshot
from emptychair.text import vocabulary
from outputs.invented_data import cases, data


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
