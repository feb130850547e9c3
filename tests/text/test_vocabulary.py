"""The word lists agree with themselves and with the code."""

import re

import pytest

from emptychair.as_of.routes import FACETS, address_of
from emptychair.record.models.case import Charge, Event, Flag
from emptychair.text import vocabulary
from emptychair.text.dates import Span
from emptychair.text.vocabulary import Term, fresh_for, legal_maximum, names, never_fades, term, terms
from for_each import for_each

EVERY_TERM = [row for name in names() for row in terms(name).values()]
STATUSES = list(terms("statuses").values())
# What a row may hold beside its languages.
REFERENCES = {"class": "classes", "scope": "consent_scopes", "shown_as": "action_states", "law": "laws"}
CHINESE = re.compile(r"[\u3400-\u9fff]")


def term_id(row: Term) -> str:
    return f"{row.vocabulary}.{row.code}"


@for_each("row", EVERY_TERM, ids=term_id)
def test_a_term_speaks_both_languages(row: Term) -> None:
    """Every term has a text in English and one in Chinese, and so has each of its other texts."""
    assert row.label("en").strip()
    assert CHINESE.search(row.label("zh")) or row.label("zh") == "TA"
    for key in row.row:
        if key.endswith("_en") and row.vocabulary not in ("posts", "titles"):
            assert row.get(key.removesuffix("_en") + "_zh"), f"{key} has no Chinese"


@for_each("row", EVERY_TERM, ids=term_id)
def test_a_code_can_stand_in_an_address(row: Term) -> None:
    """Codes are small letters, digits and hyphens, but for regions, countries and traditional Chinese."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{2}(-[A-Z]{2})?|zh-Hant", row.code)


@for_each("row", EVERY_TERM, ids=term_id)
def test_what_a_term_refers_to_exists(row: Term) -> None:
    """Classes, scopes, laws and their versions are rows of their own lists."""
    for key, name in REFERENCES.items():
        if row.get(key):
            assert row.get(key) in terms(name)
    law = row.row.get("legal_max", row.row)
    for cited in law.get("articles", [law]) if "law" in law else ():
        assert cited["version"] in term("laws", law["law"]).row["versions"]


@for_each("facet", [name for name in FACETS.values() if name])
def test_no_two_terms_share_an_address(facet: str) -> None:
    """Lists of two terms, and the later pages of a list, never have the same address."""
    addresses = [address_of(code) for code in terms(facet)]
    assert len(set(addresses)) == len(addresses)
    assert not [address for address in addresses if re.fullmatch(r".*-\d+", address)]


@for_each("row", STATUSES, ids=term_id)
def test_a_status_has_what_the_timeline_needs(row: Term) -> None:
    """Every status has a class, words for the past in both languages, and clocks that can be read."""
    assert row.get("class") in terms("classes")
    assert row.get("past_en")
    assert row.get("past_zh")
    assert never_fades("statuses", row.code) or fresh_for("statuses", row.code) or row.code == "unknown"
    assert legal_maximum(row.code) is None or legal_maximum(row.code) != Span()


@for_each("row", STATUSES, ids=term_id)
def test_the_dead_and_the_disappeared_never_fade(row: Term) -> None:
    """Silence changes neither a death nor an enforced disappearance, and nothing else stands for ever."""
    assert never_fades("statuses", row.code) is (row.get("class") in ("died", "disappeared"))


@for_each("row", [row for row in STATUSES if row.row.get("legal_max")], ids=term_id)
def test_a_legal_maximum_rests_on_a_law(row: Term) -> None:
    """A limit that is computed with says law, version and article, and has a length."""
    limit = row.row["legal_max"]
    assert {"law", "version", "article"} < set(limit)
    assert set(limit) & {"hours", "days", "months"}


@for_each(
    "code, span",
    [
        ("summoned", Span(days=1)),
        ("administrative-detention", Span(days=20)),
        ("criminal-detention", Span(days=37)),
        ("rsdl", Span(months=6)),
        ("liuzhi", Span(months=8)),
        ("bail", Span(months=12)),
        ("arrested", None),
        ("imprisoned", None),
    ],
)
def test_the_longest_length_in_law(code: str, span: Span | None) -> None:
    """Hours count as whole days; where the law sets no length, none is made up."""
    assert legal_maximum(code) == span


@for_each(
    "code, span",
    [
        ("administrative-detention", Span(days=30)),
        ("criminal-detention", Span(days=45)),
        ("rsdl", Span(months=7)),
        ("imprisoned", Span(months=12)),
        ("enforced-disappearance", None),
        ("unknown", None),
    ],
)
def test_how_long_a_status_stands(code: str, span: Span | None) -> None:
    """The lengths that the design names."""
    assert fresh_for("statuses", code) == span


@for_each("row", terms("flags").values(), ids=term_id)
def test_the_clock_of_a_flag_can_be_read(row: Term) -> None:
    """A flag that fades has a length and needs the date that it counts from, or its end."""
    span = fresh_for("flags", row.code)
    assert span is None or {"since", "until"} & set(row.needs())


@for_each(
    "name, model",
    [("statuses", Event), ("stages", Event), ("flags", Flag), ("charges", Charge), ("charge_stages", Charge)],
)
def test_what_a_term_needs_is_a_field(name: str, model: type[Event] | type[Flag] | type[Charge]) -> None:
    """A term asks only for fields that stand beside it."""
    for row in terms(name).values():
        assert set(row.needs()) <= set(model.model_fields)


def test_what_a_status_allows_is_verification() -> None:
    """The kinds of verification that a status asks for exist."""
    for row in STATUSES:
        assert set(row.row.get("verification", ())) <= set(terms("verification"))


def test_a_sensitive_flag_has_a_scope() -> None:
    """What is sensitive is told only with consent, so its scope is known (minors have rules of their own)."""
    without = {row.code for row in terms("flags").values() if row.has("sensitive") and not row.get("scope")}
    assert without == {"minor"}


def test_regions_of_the_border_have_codes_of_their_own() -> None:
    """Hong Kong, Macao and Taiwan are never written as parts of CN."""
    assert {"HK", "MO", "TW"} <= set(terms("regions"))
    assert not {"CN-HK", "CN-MO", "CN-TW"} & set(terms("regions"))


def test_deaths_and_releases_are_two_classes() -> None:
    """No status is of a class that holds both a death and a release."""
    died = {row.code for row in STATUSES if row.get("class") == "died"}
    assert died == {"died-in-custody", "died-after-release", "executed", "deceased"}
    assert not [row.code for row in STATUSES if row.get("class") == "free" and "died" in row.code]


def test_every_list_that_a_model_names_is_there() -> None:
    """Each word list that the models use is a file."""
    assert {"statuses", "stages", "charges", "flags", "roles", "rights", "regions"} <= set(names())


def test_unknown_names_are_errors() -> None:
    """A list or a term that is not there is an error, not an empty answer."""
    with pytest.raises(FileNotFoundError):
        terms("nothing")
    with pytest.raises(KeyError):
        term("statuses", "nothing")


def test_plain_entries_of_a_row() -> None:
    """An entry that a row lacks is an empty text, and false."""
    row = vocabulary.term("statuses", "released")
    assert (row.get("nothing"), row.has("nothing"), row.needs()) == ("", False, ("release_type",))
    assert vocabulary.term("statuses", "rsdl").has("needs_lawyer")
