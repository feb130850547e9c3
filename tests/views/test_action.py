"""The page of an action: warnings before letters, letters from the register, nothing to send when it is past."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product

import pytest

from campaign_outputs import (
    LANGUAGES,
    TODAY,
    article,
    article_of,
    by_class,
    campaign,
    elements,
    pages_of,
    snapshot,
    visible,
    with_events,
    words,
)
from content_factory import ACTION, RECIPIENTS, SETTINGS, Content, Edit
from emptychair.text import vocabulary
from emptychair.text.strings import Strings
from for_each import for_each

STATES = {slug: action.state for slug, action in snapshot().actions.items()}
OPEN = [slug for slug, state in STATES.items() if state in ("open", "closing-soon")]
PAST = [slug for slug, state in STATES.items() if state not in ("open", "closing-soon", "draft")]
FIRST_PARAGRAPH = {language: Strings(language, "warnings")("inside-china") for language in LANGUAGES}


def of(content: Content, day: str = "2020-06-10", language: str = "en") -> str:
    """The page of the small folder's action."""
    return article_of(pages_of(content.snapshot(day), language), "actions/write")


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
    """In the order of the document: all warnings in the reader's language, the first in both, then letters."""
    html = article(f"actions/{slug}", language)
    (warnings,) = by_class(html, "ec-warnings")
    paragraphs = list(warnings.iter("p"))
    assert words(paragraphs[0]) == FIRST_PARAGRAPH[language]
    assert len(paragraphs) == 4
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    assert (words(paragraphs[3]), paragraphs[3].get("lang")) == (FIRST_PARAGRAPH[other], other)
    start = html.index("ec-warnings")
    for sign in ('class="ec-letter', "mailto:", ".txt", "<address", 'class="ec-buttons"'):
        assert sign not in html[:start]
    # What is folded is the note of the button that prints, and nothing else.
    assert html.count("<details") == html.count('<details name="letter-print"')
    assert "<details" not in html[: html.index('class="ec-letter')]


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


# --- past and draft


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", [*PAST, "wages-at-the-window"])
def test_a_past_action_or_draft_has_nothing_to_send(slug: str, language: str) -> None:
    """No letter, no address, no mailto:, no button, no warning: nobody can write by mistake."""
    html = article(f"actions/{slug}", language)
    assert "mailto:" not in html
    assert "<address" not in html
    for name in ("ec-letter", "ec-buttons", "ec-channels", "ec-warnings"):
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
    assert html.index("ec-banner--") < html.index('class="ec-state"')
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


# --- open


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_is_there_in_each_language(language: str) -> None:
    """On both pages: both letters, each marked with its language where it is not the reader's."""
    html = article("actions/write-for-blue-lantern", language)
    letters = by_class(html, "ec-letter__sheet")
    assert len(letters) == 10
    assert {one.get("lang") for one in letters} == {None, LANGUAGES[1 - LANGUAGES.index(language)]}
    files = [one.get("href", "") for one in elements(html, "a") if one.get("href", "").endswith(".txt")]
    root = "../" if language == "en" else "../../"
    assert len(files) == 10
    assert all(one.startswith(f"{root}actions/write-for-blue-lantern/letter-") for one in files)


def test_the_page_follows_the_deadline() -> None:
    """Open on the last day, past on the next."""
    last = date(2026, 8, 31)
    assert "Write until 31 August 2026 (that day included)" in visible(
        article("actions/write-for-blue-lantern", "en", last)
    )
    after = article("actions/write-for-blue-lantern", "en", last + timedelta(days=1))
    assert "The deadline was 31 August 2026" in visible(after)
    assert "mailto:" not in after


def test_a_deadline_is_a_date_and_never_a_number_of_days() -> None:
    """A page may be read long after it was built."""
    for slug in OPEN:
        assert not re.search(r"\d+ days|days left|剩余|还有\d", visible(article(f"actions/{slug}")))


def test_a_recipient_is_told_with_post_name_and_check() -> None:
    """Who, in which office, for what, since when the address is known."""
    text = visible(article("actions/write-for-blue-lantern"))
    assert "Director: Placeholder Example" in text
    assert "Address as published, checked 20 May 2026: List of invented offices" in text
    assert "For readers in: United States, Canada" in text
    chinese = visible(article("actions/write-for-blue-lantern", "zh"))
    assert "局长：某示例" in chinese
    assert "检察长：Specimen Latin" in chinese


def test_an_old_address_has_no_buttons_and_says_why() -> None:
    """Shown, with its numbers and buttons left out."""
    html = article("actions/two-from-noplace-ridge")
    section = html[html.index('id="recipient-noplace-ridge-office"') :]
    section = section[: section.index('id="report"')]
    assert "there are no buttons here" in section
    assert "mailto:" not in section
    assert ".txt" not in section
    assert "+00 000 0008" not in section


def test_an_office_that_the_source_does_not_name() -> None:
    """The page says so instead of inventing one."""
    assert "The source does not name the institution." in visible(article("actions/two-from-noplace-ridge"))


def test_one_of_two_people_is_out_and_letters_go_on() -> None:
    """An outcome for one case is told while the action is open."""
    text = visible(article("actions/two-from-noplace-ridge"))
    assert "The letters for Salt Candle go on." in text
    assert STATES["two-from-noplace-ridge"] == "open"


def test_an_ongoing_action_names_its_day_of_review() -> None:
    """Without a deadline, and never without a day."""
    assert "to be reviewed by 15 November 2026" in visible(article("actions/pen-and-paper"))
    past = article("actions/pen-and-paper", "en", date(2026, 11, 16))
    assert "it was to be reviewed by 15 November 2026" in visible(past)


def test_words_that_are_not_translated_are_marked() -> None:
    """A demand in the source language stands in a span with its language."""
    html = article("actions/a-ticket-for-cloud-ladder", "zh")
    (demand,) = [one for one in elements(html, "li") if one.get("id") == "demand-ticket"]
    assert [one.get("lang") for one in demand.iter("span")] == ["en"]


@pytest.mark.parametrize(
    ("extra", "line"),
    [
        ('  number: "1.20"\n  issuer: "A group"\n', "No. 1.20, issued by A group"),
        ('  number: "1.20"\n', "Published as: 1.20"),
        ('  issuer: "A group"\n', "Published as: A group"),
        ("", "Issued: 10 May 2020"),
    ],
)
def test_number_and_issuer(content: Content, extra: str, line: str) -> None:
    """As printed, together or alone; no empty line where there is neither."""
    content.edit(Edit(ACTION, "  cases: [li-si]\n", f"{extra}  cases: [li-si]\n"))
    html = of(content)
    assert line in visible(html)
    assert all(words(one) for one in elements(html, "li"))


def test_only_the_channels_that_the_action_names_have_buttons(content: Content) -> None:
    """Without `email` among the channels there is no mail link, though the register has an address."""
    content.swap(RECIPIENTS, "country: CN", 'country: CN\n  email: "police@example.org"')
    content.swap(ACTION, "  recipients:", "  channels: [letter]\n  recipients:")
    assert "mailto:" not in of(content)
    content.swap(ACTION, "channels: [letter]", "channels: [letter, email]")
    assert 'href="mailto:police@example.org?subject=Li%20Si' in of(content)


def test_the_campaign_may_wish_to_hear_from_writers(content: Content) -> None:
    """`report_to` of the action stands before that of the campaign; without either there is no heading."""
    assert 'id="report"' not in of(content)
    content.swap(SETTINGS, "sample: true", "report_to: police\nsample: true")
    assert "Tell us that you wrote" in visible(of(content))
    assert "letters@empty-chair.example.org" in visible(article("actions/write-for-blue-lantern"))


def test_the_languages_that_a_recipient_reads(content: Content) -> None:
    """In their order, with the word that another language is welcome."""
    assert "in this order" not in visible(of(content))
    content.swap(ACTION, "  recipients:", "  languages: [zh, en]\n  recipients:")
    assert "in this order: " in visible(of(content))


def test_signs_of_html_in_words_are_words(content: Content) -> None:
    """Demands, notes and salutations are escaped once, in the page, in attributes and in the mail link."""
    content.swap(ACTION, "Let Li Si see a lawyer.", "Let Li Si see a lawyer & a doctor: 2 > 1 'now'.")
    content.swap(RECIPIENTS, "country: CN", 'country: CN\n  email: "police@example.org"')
    content.swap(ACTION, "  recipients:", "  channels: [email]\n  recipients:")
    content.swap(
        ACTION, "    - recipient: police", "    - recipient: police\n      salutation:\n        en: \"Dear 'A & B',\""
    )
    html = of(content)
    assert "see a lawyer & a doctor: 2 > 1 'now'." in visible(html)
    assert "Dear 'A & B'," in visible(html)
    assert "%27A%20%26%20B%27" in html or "'A%20%26%20B'" in html.replace("%27", "'")


def test_a_paused_action_gives_no_reason(content: Content) -> None:
    """Somebody died: letters stop, and the banner says nothing about why."""
    rows = ("id: taken, date: 2020-05-01, status: taken-away", "id: died, date: 2020-05-02, status: died-in-custody")
    html = of(with_events(content, "2020-05-02", *rows))
    (banner,) = by_class(html, "ec-banner--paused")
    assert "died" not in words(banner)
    assert "mailto:" not in html


def test_a_term_that_has_not_ended_is_not_told_as_past() -> None:
    """A day to come is not told in the past tense."""
    assert date(2028, 12, 1) > TODAY
    assert "Held this office until December 2028" not in visible(article("actions/write-for-blue-lantern"))


def test_an_old_address_of_report_to_says_so(content: Content) -> None:
    """A reader is warned of every address that nobody checked for a year."""
    content.swap(ACTION, "until: 2020-06-24", "until: 2022-01-01")
    content.swap(SETTINGS, "sample: true", "report_to: police\nsample: true")
    html = of(content, "2021-06-10")
    report = html[html.index('id="report"') :]
    assert "1 Long Road" not in report
    assert "checked" in report


def test_an_address_is_marked_with_its_own_language(content: Content) -> None:
    """Characters are not English."""
    lines = '  address:\n    latin:\n      - "1 Long Road"\n  country: CN\n'
    content.swap(RECIPIENTS, lines, '  address:\n    local:\n      - "或許港無名道0號"\n  country: HK\n')
    (address,) = elements(of(content, language="zh"), "address")
    assert address.get("lang") == "zh-Hant"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_envelope_has_a_block_for_each_post_office(language: str) -> None:
    """Both are on both pages, the Chinese one first, each marked with its language where it is not the page's."""
    html = article("actions/stone-umbrella-rsdl", language)
    found = [(one.get("lang"), one.text) for one in elements(html, "address")]
    assert found[:2] == [
        ("zh" if language == "en" else None, "虚构省乌有渡空白街00号"),
        ("en" if language == "zh" else None, "Chief Procurator Specimen Latin"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_date_stands_where_the_custom_has_it(language: str) -> None:
    """Above an English letter; below the name of a Chinese one."""
    for one in by_class(article("actions/stone-umbrella-rsdl", language), "ec-letter__sheet"):
        lines = [words(line) for line in one.iter("p") if "ec-letter__address" not in line.get("class", "")]
        if (one.get("lang") or language) == "en":
            assert (lines[0], lines[-1]) == ("[DATE]", "[YOUR NAME]")
        else:
            assert (lines[0][-1], lines[-1]) == ("：", "[你的姓名][日期]")


def test_the_chinese_page_has_the_chinese_address() -> None:
    """A reader who copies the address from the Chinese page has the one that the carrier reads."""
    assert "虚构省乌有渡空白街0号" in visible(article("actions/write-for-blue-lantern", "zh"))
