"""The page of a case: who, where and how we know, what happened, never more than is known."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from campaign_outputs import (
    LANGUAGES,
    article,
    article_of,
    by_class,
    campaign,
    elements,
    on_day,
    pages_of,
    visible,
    with_events,
    words,
)
from content_factory import Content
from emptychair.as_of.snapshot import snapshot_of
from emptychair.text import vocabulary
from for_each import for_each
from views.case_page import entry

if TYPE_CHECKING:
    pass


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
    assert "Held since 20 May 2026. 4 days, as of 24 May 2026." in text
    assert "自2026年5月20日起被羁押。" in status_of(article("cases/blue-lantern", "zh"))


def test_days_are_counted_in_detention_alone(content: Content) -> None:
    """From an exact day to that of the newest news, while the status stands; of nobody who is confined or missing."""
    told = {
        "date: 2020-05-01, status: taken-away": True,
        "date: 2020-05, status: taken-away": False,
        "date: 2020-05-01, status: house-arrest": False,
        "date: 2020-05-01, status: missing": False,
    }
    for event, counted in told.items():
        made = with_events(Content(content.root), "2020-05-09", f"id: taken, {event}")
        text = status_of(article_of(pages_of(on_day(made, "2020-05-10"), "en"), "cases/li-si"))
        assert ("8 days, as of 9 May 2020." in text) is counted, event
    later = on_day(with_events(Content(content.root), "2020-05-09", "id: taken, date: 2020-05-01, status: taken-away"))
    assert "days, as of" not in status_of(article_of(pages_of(later, "en"), "cases/li-si"))


def test_a_faded_status_is_told_in_the_past_with_its_date() -> None:
    """The class is unknown, the counter stops, and the page says that there was no confirmed news."""
    text = status_of(article("cases/copper-bell"))
    assert "Situation not known" in text
    assert "since 20 May 2023" not in text
    text = visible(article("cases/copper-bell"))
    assert "15 January 2026. We have had no confirmed news since, and things may have changed." in text
    assert "The sentence as reported ended on 19 May 2026. Release has not been confirmed to us." in text
    chinese = status_of(article("cases/copper-bell", "zh"))
    assert "此后没有得到经证实的消息，情况可能已有变化" in chinese


def test_a_legal_limit_that_has_passed_is_told() -> None:
    """The law allows the measure for so long; we do not know what followed."""
    text = visible(article("cases/stone-umbrella"))
    assert "The legal limit is 6 months, which ended about" in text
    assert "该措施最长为6个月" in visible(article("cases/stone-umbrella", "zh"))


@for_each("code", vocabulary.terms("statuses"))
def test_every_status_can_be_told(content: Content, code: str) -> None:
    """Fresh and faded, in both languages: label, shape and sentences without an empty place."""
    made = with_events(content, "2020-05-01", f"id: taken, date: 2020-05-01, status: {code}").load().campaign
    assert made
    for day, language in product((date(2020, 5, 2), date(2029, 1, 1)), LANGUAGES):
        shown = snapshot_of(made, day)
        text = status_of(article_of(pages_of(shown, language), "cases/li-si"))
        assert vocabulary.term("classes", shown.cases["li-si"].known_standing.class_code).get("shape") in text
        assert "{" not in text, (day, language)
        assert "2020" in text, (day, language)


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
    assert "reported on 24 May 2026" in text
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
    assert "since 21 May 2026 (last report 24 May 2026)" in words(entry(html, "flag-incommunicado"))
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


@for_each("slug, language, own", [("amber-thread", "zh", "en"), ("quiet-ink", "en", "zh")])
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


def test_the_most_urgent_action_is_a_button_at_the_top() -> None:
    """With its deadline, before everything that is read at length; every action stands in a list below."""
    html = article("cases/stone-umbrella")
    (button,) = by_class(html, "ec-button--main")
    assert words(button) == "Write for Stone Umbrella until 15 June"
    assert html.index("ec-button--main") < html.index("ec-timeline") < html.index('id="story"')
    assert words(by_class(article("cases/green-teapot"), "ec-button--main")[0]) == "Write for Green Teapot"


def test_who_cannot_be_written_for_can_be_followed() -> None:
    """Where no action is open; the pages of the dead ask for nothing."""
    (button,) = by_class(article("cases/copper-bell"), "ec-button--main")
    assert (words(button), button.get("href")) == ("Follow this person", "#feed")
    assert words(by_class(article("cases/reading-circle", "zh"), "ec-button--main")[0]) == "订阅这一群体的消息"
    assert not by_class(article("cases/straw-cloak"), "ec-button--main")


def test_actions_of_a_case_stand_below_what_happened() -> None:
    """Open ones and past ones, each under a heading of its own."""
    html = article("cases/green-teapot")
    assert html.index('id="timeline"') < html.index('id="actions"') < html.index('id="past-actions"')
    comb = article("cases/glass-comb")
    assert 'id="past-actions"' not in comb
    assert comb.index('id="actions"') > comb.index('id="timeline"')


def test_a_place_of_custody_of_the_register_is_told_by_its_name() -> None:
    """In the reader's language; a place in words is marked where nobody translated it."""
    assert "纸窗看守所" in words(entry(article("cases/blue-lantern", "zh"), "custody-paper-lattice"))
    assert "from 21 May 2026" in words(entry(article("cases/blue-lantern"), "custody-paper-lattice"))
