"""Ids that are proposed say what an entry is."""

from __future__ import annotations

from emptychair.editing.answers import years_and_months
from emptychair.editing.brought_blocks import brought_by
from emptychair.editing.ids import id_of_source, proposed_id
from for_each import for_each


@for_each(
    "block, answers, expected",
    [
        ("event", {"status": "rsdl", "stage": "investigation"}, "rsdl"),
        ("event", {"status": "in-custody", "stage": "sentenced"}, "sentenced"),
        ("event", {"text": "The lawyer was refused a visit.", "date": "2020-05"}, "the-lawyer-was"),
        ("event", {"text": "律师会见被拒。", "date": "2020-05-01"}, "event-2020"),
        ("sentence", {"event": "verdict", "given": "2020"}, "verdict"),
        ("sentence", {"given": "../2020-04"}, "sentence-2020"),
        ("charge", {"charge": "picking-quarrels"}, "picking-quarrels"),
        ("custody", {"facility": "city-prison"}, "city-prison"),
        ("custody", {"facility": "某看守所", "from": "soon"}, "custody"),
    ],
)
def test_an_id_is_named_after_what_happened(block: str, answers: dict[str, str], expected: str) -> None:
    """By its code, else by words, else by its kind and year."""
    assert proposed_id(block, answers, None) == expected


def test_a_source_is_named_after_who_published_it() -> None:
    """Else by its host, else by its title; with its year, and a number only where that is taken."""
    assert id_of_source({"source-publisher": "Radio Free", "source-date": "2020-05"}, ()) == "radio-free-2020"
    assert id_of_source({"source-publisher": "某报", "source-url": "https://www.news.example/a"}, ()) == "news"
    assert id_of_source({"source-title": "A visit"}, ("a-visit",)) == "a-visit-2"
    assert id_of_source({"source-title": "一次会见", "source-date": "2020"}, ()) == "source-2020"


def test_lengths_are_read_as_people_write_them() -> None:
    """In both languages; what is none is left for the checks."""
    both = {"years": "3", "months": "6"}
    assert all(years_and_months(text) == both for text in ("3y6m", "3 years 6 months", "3年6个月", "3Y 6M"))
    assert [years_and_months(text) for text in ("3", "8m", "10个月", "life")] == [
        {"years": "3"},
        {"months": "8"},
        {"months": "10"},
        {"years": "life"},
    ]


def test_news_brings_what_it_cannot_do_without() -> None:
    """A verdict its sentence, an indictment its charge; nothing else is proposed."""
    found = [brought_by(*one) for one in (("", "final"), ("imprisoned", ""), ("", "indicted"), ("arrested", ""))]
    assert found == ["sentence", "sentence", "charge", ""]
