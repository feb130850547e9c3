"""Custody on the page of a case: its dates, the number of a group, what lies ahead, letters to prisoners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaign_outputs import (
    LANGUAGES,
    article,
    article_of,
    by_class,
    elements,
    on_day,
    pages_of,
    snapshot,
    visible,
    with_events,
    words,
)
from content_factory import CASE, Content, above
from emptychair.text.strings import Strings
from for_each import for_each
from views.case_page import entry

if TYPE_CHECKING:
    pass


def of(content: Content, day: str = "2020-06-10", language: str = "en") -> str:
    """The page of the small folder's case."""
    return article_of(pages_of(content.snapshot(day), language), "cases/li-si")


@for_each(
    "dates, told",
    [
        ("      from: 2020-05-01\n      until: 2020-05-03\n", "1 May 2020 – 3 May 2020"),
        ("      from: 2020-05-01\n", "from 1 May 2020"),
        ("      until: 2020-05-03\n", "until 3 May 2020"),
        ("      from: ../2020-05\n", "from May 2020 at the latest"),
        ("", ""),
    ],
)
def test_dates_of_custody_as_far_as_they_are_known(content: Content, dates: str, told: str) -> None:
    """From, until, between, or none."""
    row = f'  custody:\n    - id: place\n      facility: "A house"\n{dates}  sources:'
    made = content.swap(CASE, "  sources:", row)
    html = article_of(pages_of(on_day(made), "en"), "cases/li-si")
    assert words(entry(html, "custody-place")).startswith(told)


@for_each("count_is, told", [("exactly", "12"), ("about", "12"), ("at-least", "12"), ("up-to", "12")])
def test_the_number_of_a_group_says_how_sure_it_is(content: Content, count_is: str, told: str) -> None:
    """Exactly, about, at least, up to."""
    content.swap(CASE, "  kind: person\n", f"  kind: group\n  count: 12\n  count_is: {count_is}\n")
    (value,) = [one for one in elements(of(content), "dd") if told in words(one)]
    assert (words(value) == "12 people") is (count_is == "exactly")


def test_what_lies_ahead_leaves_the_page_when_it_has_passed(content: Content) -> None:
    """A hearing is there on its day, and not on the next."""
    row = '  ahead:\n    - id: hearing\n      date: 2020-07-08\n      what: hearing\n      text: "A hearing."'
    content.edit(above(CASE, "  sources:", row))
    assert 'id="ahead-hearing"' in of(content, "2020-07-08")
    assert 'id="ahead-hearing"' not in of(content, "2020-07-09")


def test_a_replaced_charge_and_sentence_say_so(content: Content) -> None:
    """By which charge; by a later judgment."""
    rows = """\
  charges:
    - id: first
      charge: picking-quarrels
      stage: suspected
      replaced_by: second
    - id: second
      charge: undisclosed
      stage: not-known
  sentences:
    - id: one
      given: 2020-05-01
      replaced_by: two
      parts:
        - kind: fixed-term
          years: 1
          months: 6
    - id: two
      given: 2020-05-01
      parts:
        - kind: life
  sources:"""
    made = content.swap(CASE, "  sources:", rows)
    shown = on_day(made)
    html = article_of(pages_of(shown, "en"), "cases/li-si")
    assert "replaced by: “" in words(entry(html, "charge-first"))
    assert "1 year and 6 months" in words(entry(html, "sentence-one"))
    assert "replaced by a later judgment" in words(entry(html, "sentence-one"))
    assert "1年6个月" in article_of(pages_of(shown, "zh"), "cases/li-si")


ADVICE = {language: Strings(language, "warnings")("prisoners") for language in LANGUAGES}


def with_custody(content: Content, fields: str) -> Content:
    """The small folder with a place of custody."""
    row = f'  custody:\n    - id: place\n      facility: "A prison"\n{fields}  sources:'
    return content.swap(CASE, "  sources:", row)


@for_each("language", LANGUAGES)
def test_where_letters_may_go_the_advice_is_near(content: Content, language: str) -> None:
    """The warning itself, whole and in the reader's language, right below the place of custody."""
    html = article_of(pages_of(on_day(with_custody(content, "      letters: open\n")), language), "cases/li-si")
    (note,) = [one for one in by_class(html, "ec-note") if ADVICE[language] in words(one)]
    assert html.index('id="custody-place"') < html.index(ADVICE[language][:20]) < html.index('id="sources"')
    assert not list(note.iter("a"))
    assert ADVICE[LANGUAGES[1 - LANGUAGES.index(language)]] not in visible(html)


@for_each("fields", ["", "      letters: closed\n", "      letters: open\n      until: 2020-05-03\n"])
def test_where_no_letter_may_go_there_is_no_advice(content: Content, fields: str) -> None:
    """Nothing is said of letters, or the person is no more there."""
    html = article_of(pages_of(on_day(with_custody(content, fields)), "en"), "cases/li-si")
    assert 'id="custody-place"' in html
    assert ADVICE["en"][:20] not in html


def test_a_minimal_page_has_no_advice(content: Content) -> None:
    """It has no place of custody either."""
    content.swap(CASE, "  as_of: 2020-05-01", "  visibility: minimal\n  as_of: 2020-05-01")
    made = with_custody(content, "      letters: open\n")
    assert ADVICE["en"][:20] not in article_of(pages_of(on_day(made), "en"), "cases/li-si")


def test_the_invented_campaign_has_advice_where_letters_are_open() -> None:
    """On the pages of those whose place of custody lets letters in, and on no other."""
    for slug, case in snapshot().cases.items():
        opened = any(place.letters == "open" and not place.until for place in case.facts.custody)
        assert (ADVICE["en"] in visible(article(f"cases/{slug}"))) is (opened and case.visibility == "full")


@for_each(
    "after",
    ["id: x, date: 2020-05-02, status: died-in-custody", "id: x, date: 2020-05-02, status: released"],
)
def test_nobody_writes_to_a_prisoner_who_is_none(content: Content, after: str) -> None:
    """Who has died or is free is not written to, though an editor left the place of custody without an end."""
    content.swap(CASE, "basis: public-record", "basis: informed")
    made = with_custody(content, "      letters: open\n").swap(CASE, "reviewed: 2020-05", "reviewed: 2020-06")
    with_events(made, "2020-05-02", "id: taken, date: 2020-05-01, status: taken-away", after)
    if "released" in after:
        made.swap(CASE, "status: released", "status: released\n      release_type: acquitted")
    shown = on_day(made)
    assert shown.cases["li-si"].visibility == "full"
    assert ADVICE["en"][:20] not in article_of(pages_of(shown, "en"), "cases/li-si")


def test_an_earlier_day_knows_no_later_end_of_custody(content: Content) -> None:
    """On a day before it, the end of a place of custody is not told."""
    made = with_custody(content, "      from: 2020-05-01\n      until: 2020-06-21\n")
    assert "21 June 2020" not in visible(article_of(pages_of(on_day(made, "2020-06-10"), "en"), "cases/li-si"))
