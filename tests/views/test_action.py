"""The page of an open action: letters from the register, deadlines, recipients, addresses."""

from __future__ import annotations

import re
from datetime import date, timedelta

from campaign_outputs import (
    LANGUAGES,
    TODAY,
    article,
    article_of,
    by_class,
    elements,
    pages_of,
    visible,
    with_events,
    words,
)
from content_factory import ACTION, RECIPIENTS, SETTINGS, Content, Edit
from for_each import for_each
from views.action_page import OPEN, STATES


def of(content: Content, day: str = "2020-06-10", language: str = "en") -> str:
    """The page of the small folder's action."""
    return article_of(pages_of(content.snapshot(day), language), "actions/write")


# --- open


@for_each("language", LANGUAGES)
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
    assert "Write by 31 August 2026" in visible(article("actions/write-for-blue-lantern", "en", last))
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
    assert "Published address, checked 20 May 2026: List of invented offices" in text
    assert "For readers in: United States, Canada" in text
    chinese = visible(article("actions/write-for-blue-lantern", "zh"))
    assert "局长：某示例" in chinese
    assert "检察长：Specimen Latin" in chinese


def test_an_old_address_has_no_buttons_and_says_why() -> None:
    """Shown, with its numbers and buttons left out."""
    html = article("actions/two-from-noplace-ridge")
    section = html[html.index('id="letter-noplace-ridge-office-en"') :]
    section = section[: section.index("</section>")]
    assert "you cannot send a letter from here" in section
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
    assert "No deadline (reviewed by 15 November 2026)" in visible(article("actions/pen-and-paper"))
    past = article("actions/pen-and-paper", "en", date(2026, 11, 16))
    assert "it was to be reviewed by 15 November 2026" in visible(past)


def test_words_that_are_not_translated_are_marked() -> None:
    """A demand in the source language stands in a span with its language."""
    html = article("actions/a-ticket-for-cloud-ladder", "zh")
    (demand,) = [one for one in elements(html, "li") if one.get("id") == "demand-ticket"]
    assert [one.get("lang") for one in demand.iter("span")] == ["en"]


@for_each(
    "extra, line",
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
    assert "preferred first" not in visible(of(content))
    content.swap(ACTION, "  recipients:", "  languages: [zh, en]\n  recipients:")
    assert "preferred first): " in visible(of(content))


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
    assert {one.get("lang") for one in elements(of(content, language="zh"), "address")} == {"zh-Hant"}


@for_each("language", LANGUAGES)
def test_the_envelope_has_a_block_for_each_post_office(language: str) -> None:
    """Both are on both pages, the Chinese one first, each marked with its language where it is not the page's."""
    html = article("actions/stone-umbrella-rsdl", language)
    found = [(one.get("lang"), one.text) for one in elements(html, "address")]
    assert found[:2] == [
        ("zh" if language == "en" else None, "虚构省乌有渡空白街00号"),
        ("en" if language == "zh" else None, "Chief Procurator Specimen Latin"),
    ]


@for_each("language", LANGUAGES)
def test_the_date_stands_where_the_custom_has_it(language: str) -> None:
    """Above an English letter; below the name of a Chinese one."""
    for one in by_class(article("actions/stone-umbrella-rsdl", language), "ec-letter__sheet"):
        lines = [words(line) for line in one.iter("p") if "ec-letter__address" not in line.get("class", "")]
        if (one.get("lang") or language) == "en":
            assert (lines[0], lines[-1]) == ("[DATE]", "[YOUR NAME]")
        else:
            assert (lines[0][-1], lines[-1]) == ("：", "[署名]____年__月__日")


def test_the_chinese_page_has_the_chinese_address() -> None:
    """A reader who copies the address from the Chinese page has the one that the carrier reads."""
    assert "虚构省乌有渡空白街0号" in visible(article("actions/write-for-blue-lantern", "zh"))
