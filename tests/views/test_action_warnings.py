"""The page of an action: warnings before letters, and nothing to send when it is past."""

from __future__ import annotations

import re
from itertools import product

import pytest

from campaign_outputs import LANGUAGES, article, by_class, campaign, elements, visible, words
from emptychair.text import vocabulary
from emptychair.text.strings import Strings
from for_each import for_each
from views.action_page import OPEN, STATES

PAST = [slug for slug, state in STATES.items() if state not in ("open", "closing-soon", "draft")]


FIRST_SENTENCE = {language: Strings(language, "warnings")("inside-china") for language in LANGUAGES}


def secrets() -> list[str]:
    """Every line of an address and every number of the register."""
    found: list[str] = []
    for one in campaign().recipients.values():
        found += [*one.address.local, *one.address.latin, *one.social]
        found += [value for value in (one.phone, one.fax, one.email) if value]
    return [one for one in found if any(sign.isdigit() or sign == "@" for sign in one)]


def test_the_invented_campaign_has_every_state() -> None:
    """What follows is tried on open, closing, ended, superseded, closed and paused actions, and on a draft."""
    assert {*STATES.values()} == {*vocabulary.terms("action_states")} - {"withdrawn"}


# --- warnings


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", OPEN)
def test_warnings_stand_before_the_first_letter(slug: str, language: str) -> None:
    """In the order of the document: all warnings in the reader's language, the first in both, then letters.

    The first sentence of each stands unfolded, and right below it what follows is folded.
    """
    html = article(f"actions/{slug}", language)
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    found = [(one.get("lang"), [part.tag for part in one]) for one in by_class(html, "ec-warning")]
    assert found == [(None, ["p", "details"]), (other, ["p", "details"]), *[(None, ["p", "details"])] * 2]
    sentences = {(one.get("lang"), words(one[0])) for one in by_class(html, "ec-warning")}
    assert {(None, FIRST_SENTENCE[language]), (other, FIRST_SENTENCE[other])} <= sentences
    start = html.index("ec-warnings")
    for sign in ("ec-letter", "mailto:", ".txt", "<address", "ec-buttons", "ec-choice"):
        assert sign not in html[:start]
    # What is folded besides are the notes of the buttons that print.
    assert html.count("<details") == 4 + html.count('<details name="ec-paper"')


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", OPEN)
def test_every_mail_link_is_described_by_the_warnings(slug: str, language: str) -> None:
    """A screen reader says the warnings with the link; the id is there once."""
    html = article(f"actions/{slug}", language)
    mails = [one for one in elements(html, "a") if one.get("href", "").startswith("mailto:")]
    assert all(one.get("aria-describedby", "").split()[0] == "warnings" for one in mails)
    assert sum(one.get("id") == "warnings" for one in elements(html)) == 1


@for_each("slug, language", product(sorted(STATES), LANGUAGES))
def test_ids_are_unique_and_labels_lead_somewhere(slug: str, language: str) -> None:
    """Every id is there once; what a section is labelled by exists."""
    html = article(f"actions/{slug}", language)
    ids = [one.get("id") for one in elements(html) if one.get("id")]
    assert len(set(ids)) == len(ids)
    labels = {one.get("aria-labelledby") for one in elements(html) if one.get("aria-labelledby")}
    assert labels <= set(ids)


def test_the_warning_for_everyone_has_the_day() -> None:
    """Letters use only what the page says as of the day of the build."""
    assert "as of 15 June 2026" in visible(article("actions/write-for-blue-lantern"))
    assert "截至2026年6月15日的内容" in visible(article("actions/write-for-blue-lantern", "zh"))


@for_each("language", LANGUAGES)
def test_no_page_holds_what_only_a_clock_can_say(language: str) -> None:
    """That a deadline has passed is written by a script: readers of bare text would read it on the day of the build."""
    for path in ("index", "actions", "archive", *(f"actions/{slug}" for slug in STATES)):
        text = visible(article(path, language))
        assert {"en": "deadline has passed", "zh": "截止日期已过"}[language] not in text, path


# --- past and draft


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", [*PAST, "wages-at-the-window"])
def test_a_past_action_or_draft_has_nothing_to_send(slug: str, language: str) -> None:
    """No letter, no address, no mailto:, no button, no warning: nobody can write by mistake."""
    html = article(f"actions/{slug}", language)
    assert "mailto:" not in html
    assert "<address" not in html
    for name in ("ec-letter", "ec-buttons", "ec-channels", "ec-warnings", "ec-start"):
        assert by_class(html, name) == []
    assert not re.search(r"letter-[a-z-]+\.txt", html)
    assert [one for one in secrets() if one in visible(html)] == []
    assert "Thank you for your attention to this letter" not in html
    assert "感谢您阅读此信" not in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", PAST)
def test_a_past_action_says_so_at_its_top(slug: str, language: str) -> None:
    """A banner before everything else, with where to go now."""
    html = article(f"actions/{slug}", language)
    (banner,) = by_class(html, f"ec-banner--{STATES[slug]}")
    assert html.index("ec-banner--") < html.index('class="ec-due"')
    targets = {one.get("href") for one in banner.iter("a")}
    assert {"../actions.html", "../archive.html"} <= targets
    assert {"en": "lease do not send", "zh": "请不要"}[language] in words(banner)


def test_a_superseded_action_leads_to_its_successor_and_back() -> None:
    """The series is told on both pages."""
    before, after = article("actions/pen-and-paper-2025"), article("actions/pen-and-paper")
    assert 'href="../actions/pen-and-paper.html"' in before
    assert 'href="../actions/pen-and-paper-2025.html"' in after
    assert "Before this:" in visible(after)


def test_a_series_may_begin_elsewhere() -> None:
    """A document outside this site is led to by its title, in the reader's language."""
    (link,) = [one for one in elements(article("actions/three-offices", "zh"), "a") if "2025-0" in one.get("href", "")]
    assert (words(link), link.get("href")) == ("工作组此前的呼吁", "https://example.net/appeals/2025-0")


def test_an_outcome_is_told_with_its_source() -> None:
    """What became of it, for whom, when, and where that was published; no thanks to letters."""
    html = article("actions/both-mirrors")
    assert "Glass Comb was released on 10 February 2026" in visible(html)
    assert 'href="#source-1"' in html
    assert "do not know what became of it" not in visible(html)


def test_an_action_without_an_outcome_says_that_nobody_knows() -> None:
    """A passed deadline tells nothing about a person."""
    assert "do not know what became of it" in visible(article("actions/three-offices"))


def test_a_draft_has_nothing_to_send_yet() -> None:
    """The page exists, because links must not break."""
    text = visible(article("actions/wages-at-the-window"))
    assert "has not been issued" in text
