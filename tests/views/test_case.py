"""The page of a case: who, where and how we know, what happened, never more than is known."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from campaign_outputs import (
    LANGUAGES,
    article,
    article_of,
    by_class,
    campaign,
    elements,
    on_day,
    pages,
    pages_of,
    snapshot,
    visible,
    with_events,
    words,
)
from content_factory import CASE, CASE_ZH, Content, above
from emptychair.html.page_set import Pages
from emptychair.text import vocabulary
from emptychair.text.strings import Strings
from emptychair.views.status import card_of
from for_each import for_each
from sample_images import picture

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def of(content: Content, day: str = "2020-06-10", language: str = "en") -> str:
    """The page of the small folder's case."""
    return article_of(pages_of(content.snapshot(day), language), "cases/li-si")


def entry(html: str, anchor: str) -> ET.Element:
    """The entry of a list with this id."""
    (found,) = [one for one in elements(html, "li") if one.get("id") == anchor]
    return found


def status_of(html: str) -> str:
    """What the page says of the status."""
    (found,) = by_class(html, "ec-status")
    return words(found)


@for_each("language, slug", product(LANGUAGES, sorted(campaign().cases)))
def test_every_page_is_sound(slug: str, language: str) -> None:
    """One heading of the first level, ids that are there once, references to sources that are there."""
    html = article(f"cases/{slug}", language)
    assert len(elements(html, "h1")) == 1
    ids = [one.get("id") for one in elements(html) if one.get("id")]
    assert len(set(ids)) == len(ids)
    for link in elements(html, "a"):
        href = link.get("href", "")
        assert href
        assert not href.startswith("#") or href[1:] in ids
    assert all(words(one) for one in elements(html) if one.tag in ("h2", "h3", "dt", "dd", "li", "p"))


@for_each("language, slug", product(LANGUAGES, sorted(campaign().cases)))
def test_a_page_never_says_still_or_now(slug: str, language: str) -> None:
    """What the site itself says is told as of a date."""
    text = status_of(article(f"cases/{slug}", language)) if "ec-status" in article(f"cases/{slug}", language) else ""
    for word in (" still ", "currently", " now ", "目前", "仍", "现在"):
        assert word not in text


def test_a_status_that_stands_has_its_date_and_counter() -> None:
    """As of the newest news; held since the day on which the present detention began."""
    text = status_of(article("cases/blue-lantern"))
    assert "Criminal detention, as of 24 May 2026." in text
    assert "Held since 20 May 2026." in text
    assert "自2026年5月20日起被羁押。" in status_of(article("cases/blue-lantern", "zh"))


def test_a_faded_status_is_told_in_the_past_with_its_date() -> None:
    """The class is unknown, the counter stops, and the page says that there was no confirmed news."""
    text = status_of(article("cases/copper-bell"))
    assert "Situation not known" in text
    assert "15 January 2026. We have had no confirmed news since, and things may have changed." in text
    assert "The sentence as reported ended on 19 May 2026. Release has not been confirmed to us." in text
    assert "since 20 May 2023" not in text
    chinese = status_of(article("cases/copper-bell", "zh"))
    assert "此后没有得到经证实的消息，情况可能已有变化" in chinese


def test_a_legal_limit_that_has_passed_is_told() -> None:
    """The law allows the measure for so long; we do not know what followed."""
    text = status_of(article("cases/stone-umbrella"))
    assert "The law allows this measure for 6 months; that ended about" in text
    assert "6个月" in status_of(article("cases/stone-umbrella", "zh"))


@for_each("code, language, day", product(vocabulary.terms("statuses"), LANGUAGES, ["2020-05-02", "2029-01-01"]))
def test_every_status_can_be_told(content: Content, code: str, language: str, day: str) -> None:
    """Fresh and faded, in both languages: label, shape and sentences without an empty place."""
    made = with_events(content, "2020-05-01", f"id: taken, date: 2020-05-01, status: {code}")
    shown = on_day(made, day)
    text = status_of(article_of(pages_of(shown, language), "cases/li-si"))
    assert vocabulary.term("classes", shown.cases["li-si"].known_standing.class_code).get("shape") in text
    assert "{" not in text
    assert "2020" in text


def test_the_dead_are_never_told_as_held_or_free() -> None:
    """Died, in a class of its own, without a counter."""
    text = status_of(article("cases/straw-cloak"))
    assert "Died" in text
    assert "since" not in text
    assert by_class(article("cases/straw-cloak"), "ec-is-died")


def test_an_enforced_disappearance_does_not_fade() -> None:
    """However long the silence."""
    text = status_of(article("cases/paper-boat", "en", date(2040, 1, 1)))
    assert "no confirmed news" not in text
    assert by_class(article("cases/paper-boat", "en", date(2040, 1, 1)), "ec-is-disappeared")


def test_an_event_has_date_change_words_and_how_we_know() -> None:
    """With the day on which it became known where that is another, and its sources by number."""
    text = words(entry(article("cases/blue-lantern"), "event-criminal-detention"))
    assert text.startswith("21 May 2026 Criminal detention · ")
    assert "became known 24 May 2026" in text
    assert "[3]" in text
    assert "[2]" in text


def test_a_charge_is_the_states_word() -> None:
    """In quotation marks, with its own stage, its article with the version, the words as reported, its list."""
    found = entry(article("cases/blue-lantern"), "charge-quarrels")
    text = words(found)
    assert "“Picking quarrels" in text or "“picking quarrels" in text
    assert "293" in text
    assert "as reported: “picking quarrels and provoking trouble”" in text
    assert next(one.get("href") for one in found.iter("a")) == "../cases/by/charge/picking-quarrels.html"


def test_a_flag_that_is_over_is_past() -> None:
    """Between two dates, or since one as of the newest news."""
    html = article("cases/blue-lantern")
    assert "20 May 2026 – 24 May 2026" in words(entry(html, "flag-family-not-notified"))
    assert "since 21 May 2026, as of 24 May 2026" in words(entry(html, "flag-incommunicado"))
    assert [one.get("id") for one in by_class(html, "ec-entry--past")] == ["flag-family-not-notified"]


def test_a_sentence_has_its_parts_its_court_and_a_reported_end() -> None:
    """Not a release."""
    text = words(entry(article("cases/copper-bell"), "sentence-first-instance"))
    assert "3 years" in text
    assert "5,000" in text
    assert "Court of Blank Pages" in text
    assert "Reported end of sentence (not a release): 19 May 2026" in text


def test_names_of_others_only_as_they_are_written() -> None:
    """Every script the person uses, marked with its language; a misspelling is for the search only."""
    html = article("cases/paper-boat")
    (heading,) = elements(html, "h1")
    spans = {one.get("lang"): (words(one), one.get("dir")) for one in heading.iter("span")}
    assert spans == {"zh": ("纸船", None), "ug": ("قەغەز كېمە", "rtl")}
    assert "Blue Lanten" not in article("cases/blue-lantern")
    assert "Lamplighter" in article("cases/blue-lantern")


@pytest.mark.parametrize(("slug", "language", "own"), [("amber-thread", "zh", "en"), ("quiet-ink", "en", "zh")])
def test_a_name_in_one_script_stays_in_it(slug: str, language: str, own: str) -> None:
    """No characters from pinyin, no pinyin from characters: the one name, marked with its language."""
    (heading,) = elements(article(f"cases/{slug}", language), "h1")
    (span,) = heading.iter("span")
    assert span.get("lang") == own
    assert words(heading) == campaign().cases[slug].facts.names[own]


def test_what_is_not_translated_is_marked_with_its_language() -> None:
    """An event in the source language stands in a span; what the site says does not."""
    html = article("cases/quiet-ink")
    spans = {words(one) for one in elements(html, "span") if one.get("lang") == "zh"}
    assert "因“用毛笔散布谣言”被行政拘留十日。" in spans
    assert "What happened" in visible(html)


def test_nothing_is_told_before_the_first_event() -> None:
    """The page exists and says that the record has no entry yet."""
    text = visible(article("cases/early-plum"))
    assert "As of 15 June 2026 this record has no entry." in text
    assert "ec-status" not in article("cases/early-plum")


def test_an_earlier_day_shows_the_record_as_it_stood() -> None:
    """No later event, charge or flag."""
    text = visible(article("cases/blue-lantern", "en", date(2025, 6, 1)))
    assert "Released when the ten days had passed" in text
    # What an editor wrote into the story is told on every day.
    assert "2026" not in text.replace("By May 2026 there had been 81", "")
    assert "Four people without uniforms" not in text
    assert "picking quarrels" not in text.replace("What", "")


def test_who_looked_and_found_nothing_says_so() -> None:
    """`checked` renews nothing, and is told."""
    assert "We last looked for news on 1 June 2026 and found none." in visible(article("cases/copper-bell"))


def test_actions_of_a_case_stand_at_its_top_while_they_are_open() -> None:
    """Open ones to act on now, past ones below."""
    html = article("cases/green-teapot")
    assert html.index('id="actions"') < html.index('id="facts"')
    assert html.index('id="past-actions"') > html.index('id="timeline"')
    comb = article("cases/glass-comb")
    assert 'id="past-actions"' not in comb
    assert comb.index('id="actions"') > comb.index('id="timeline"')


def test_a_place_of_custody_of_the_register_is_told_by_its_name() -> None:
    """In the reader's language; a place in words is marked where nobody translated it."""
    assert "纸窗看守所" in words(entry(article("cases/blue-lantern", "zh"), "custody-paper-lattice"))
    assert "from 21 May 2026" in words(entry(article("cases/blue-lantern"), "custody-paper-lattice"))


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ("      from: 2020-05-01\n      until: 2020-05-03\n", "1 May 2020 – 3 May 2020"),
        ("      from: 2020-05-01\n", "from 1 May 2020"),
        ("      until: 2020-05-03\n", "until 3 May 2020"),
        ("", ""),
    ],
)
def test_dates_of_custody_as_far_as_they_are_known(content: Content, dates: str, told: str) -> None:
    """From, until, between, or none."""
    row = f'  custody:\n    - id: place\n      facility: "A house"\n{dates}  sources:'
    made = content.swap(CASE, "  sources:", row)
    html = article_of(pages_of(on_day(made), "en"), "cases/li-si")
    assert words(entry(html, "custody-place")).startswith(told)


@pytest.mark.parametrize(
    ("count_is", "told"), [("exactly", "12"), ("about", "12"), ("at-least", "12"), ("up-to", "12")]
)
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_letters_may_go_the_advice_is_near(content: Content, language: str) -> None:
    """The warning itself, whole and in the reader's language, right below the place of custody."""
    html = article_of(pages_of(on_day(with_custody(content, "      letters: open\n")), language), "cases/li-si")
    (note,) = [one for one in by_class(html, "ec-note") if ADVICE[language] in words(one)]
    assert html.index('id="custody-place"') < html.index(ADVICE[language][:20]) < html.index('id="sources"')
    assert not list(note.iter("a"))
    assert ADVICE[LANGUAGES[1 - LANGUAGES.index(language)]] not in visible(html)


@pytest.mark.parametrize(
    "fields", ["", "      letters: closed\n", "      letters: open\n      until: 2020-05-03\n"], ids=["-", "no", "over"]
)
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


@pytest.mark.parametrize(
    "after",
    ["id: x, date: 2020-05-02, status: died-in-custody", "id: x, date: 2020-05-02, status: released"],
    ids=["died", "free"],
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
    made = with_custody(content, "      from: 2020-05-01\n      until: 2020-06-20\n")
    assert "20 June 2020" not in visible(article_of(pages_of(on_day(made, "2020-06-10"), "en"), "cases/li-si"))


def test_a_case_without_an_event_has_no_card() -> None:
    """A list cannot tell what is not known."""
    own: Pages = pages("en")
    context = own.context(own.routes.by_path["index"])
    with pytest.raises(LookupError, match="early-plum"):
        card_of(context, snapshot().cases["early-plum"])


def test_related_people_are_told_by_what_joins_them() -> None:
    """A link with the name, and the relation."""
    html = article("cases/blue-lantern")
    assert 'href="../cases/copper-bell.html"' in html
    assert "Copper Bell" in visible(html[html.index('id="related"') :])


def test_a_photo_is_shown_with_its_credit(content: Content) -> None:
    """A picture with its credit stands on the page of its person."""
    rows = (
        "photo:",
        "  file: li-si.png",
        '  credit: "A friend"',
        '  licence: "CC BY 4.0"',
        '  alt: "A chair"',
        "sources:",
    )
    photo = "\n".join(f"  {row}" for row in rows)
    content.swap(CASE, "scope: [name, story]", "scope: [name, story, photo]").put(
        "assets/li-si.png", picture(1000, 1250)
    )
    made = on_day(content.swap(CASE, "  sources:", photo).remove(CASE_ZH))
    for language, up in (("en", "../"), ("zh", "../../")):
        html = article_of(pages_of(made, language), "cases/li-si")
        (figure,) = by_class(html, "ec-photo")
        (image,) = figure.iter("img")
        assert figure.tag == "figure"
        assert (image.get("src"), image.get("alt")) == (f"{up}pictures/li-si-png-640.webp", "A chair")
        sizes = [f"{up}pictures/li-si-png-{width}.webp {width}w" for width in (160, 320, 640, 960)]
        assert image.get("srcset") == ", ".join(sizes)
        assert (image.get("width"), image.get("height")) == ("960", "1200")
        assert image.get("lang") == (None if language == "en" else "en")
        (caption,) = figure.iter("figcaption")
        assert "A friend" in words(caption)
        assert "CC BY 4.0" in words(caption)


def test_a_photo_with_a_caption_in_the_readers_language(content: Content) -> None:
    """Translated words have no mark; signs of HTML in them are words."""
    rows = (
        '  photo:\n    file: li-si.png\n    credit: "A & B"\n    licence: "<i>"\n    alt: "A \\"chair\\" > 1"\n'
        '    caption: "Where <b>Li Si</b> sat"\n  sources:'
    )
    content.put("assets/li-si.png", picture(1000, 1250)).swap(CASE, "  sources:", rows)
    content.swap(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "一把椅子"\n    caption: "李四坐过的地方"\n')
    made = on_day(content)
    (english,) = by_class(article_of(pages_of(made, "en"), "cases/li-si"), "ec-photo")
    (chinese,) = by_class(article_of(pages_of(made, "zh"), "cases/li-si"), "ec-photo")
    assert next(english.iter("img")).get("alt") == 'A "chair" > 1'
    assert "Where <b>Li Si</b> sat" in words(english)
    assert "A & B" in words(english)
    assert "<i>" in words(english)
    assert [one.tag for one in chinese.iter()] == ["figure", "img", "figcaption", "span"]
    assert (next(chinese.iter("img")).get("alt"), next(chinese.iter("img")).get("lang")) == ("一把椅子", None)
    assert "李四坐过的地方" in words(chinese)


def test_an_entry_without_a_date_has_no_empty_line(content: Content) -> None:
    """What is not known has no line: a screen reader stops at none."""
    made = content.swap(CASE, "  sources:", '  custody:\n    - id: place\n      facility: "A house"\n  sources:')
    found = entry(article_of(pages_of(on_day(made), "en"), "cases/li-si"), "custody-place")
    assert all(words(one) for one in found.iter("p"))
