"""Letters by e-mail: a link that mail programs take whole, or the subject alone."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

import yaml
from hypothesis import given
from hypothesis import strategies as st

from campaign_outputs import CAMPAIGN, TODAY, article_of, campaign, on_day, pages_of, snapshot
from content_factory import ACTION, CASE, Content
from emptychair.views.letters import MAILTO_LIMIT, letters_of, mail_of
from for_each import for_each
from properties import not_empty, tried
from views.invented_letters import letter, letters_to, recipient

if TYPE_CHECKING:
    pass


def query(href: str) -> list[tuple[str, str]]:
    """The parameters of a mailto: link, as a mail client reads them (RFC 6068: + is a plus)."""
    return [(name, value) for name, value in parse_qsl(urlsplit(href).query.replace("+", "%2B"), strict_parsing=True)]


def test_a_short_letter_is_in_the_link_whole() -> None:
    """Subject and message arrive as they were, line breaks as CRLF."""
    mail = mail_of(letter(), recipient(email="a.b+c@example.org"))
    assert mail
    assert mail.whole
    assert urlsplit(mail.href).path == mail.address == "a.b+c@example.org"
    assert query(mail.href) == [
        ("subject", "Li Si & others? 100%"),
        ("body", "Dear Director,\r\n\r\nOne.\r\n\r\nTwo.\r\n\r\nYours sincerely,\r\n\r\n[YOUR NAME]"),
    ]


def test_a_letter_by_mail_has_no_address_block_and_no_date() -> None:
    """An e-mail has its own."""
    assert "Long Road" not in letter().message
    assert "[DATE]" not in letter().message


def test_without_an_address_there_is_no_link() -> None:
    """No e-mail address, no button."""
    assert mail_of(letter(), recipient()) is None


@not_empty(50)
@given(st.integers(0, 400), st.sampled_from(["字", "a", "é", "\n", "😀", "&", "+"]))
def test_no_link_is_longer_than_windows_hands_on(count: int, sign: str) -> None:
    """Up to the limit the whole letter, above it the subject only: never a letter that is cut."""
    made = letter(body=(sign * count,))
    mail = mail_of(made, recipient(email="a@example.org"))
    assert mail
    assert len(mail.href.encode()) <= MAILTO_LIMIT < 2_000
    assert mail.href.isascii()
    names = [name for name, _ in query(mail.href)]
    assert names == (["subject", "body"] if mail.whole else ["subject"])
    if mail.whole:
        tried()
        assert query(mail.href)[1][1].replace("\r\n", "\n") == made.message


def test_the_limit_is_sharp() -> None:
    """A link of exactly the limit is whole, one sign more has the subject only."""
    police = recipient(email="a@example.org")
    empty = mail_of(letter(body=("",)), police)
    assert empty
    for extra, whole in ((0, True), (1, False)):
        mail = mail_of(letter(body=("a" * (MAILTO_LIMIT - len(empty.href) + extra),)), police)
        assert mail
        assert mail.whole is whole


def test_a_subject_of_many_names_is_not_too_long_either(content: Content) -> None:
    """An action for many people names three, and how many they are; its link is one that a mail client is handed."""
    slugs = [f"p{number}" for number in range(40)]
    for slug in slugs:
        content.put(f"en/cases/{slug}.md", str(content.files[CASE]).replace("李四", f"欧阳某某{slug}"))
    content.swap(ACTION, "cases: [li-si]", f"cases: [{', '.join(slugs)}]")
    made = on_day(content)
    action = made.actions["write"]
    for one in letters_of(made, action.record, action.facts.recipients[0]):
        mail = mail_of(one, recipient(email="a@example.org"))
        assert mail
        assert len(mail.href) <= MAILTO_LIMIT
        assert one.subject.endswith("(40)" if one.language == "en" else "等40人一案")
        assert one.subject.count("欧阳") == (3 if one.language == "zh" else 0)


@for_each(
    "count, english, chinese",
    [
        (1, "Li Si 0", "关于李四0一案"),
        (3, "Li Si 0 and Li Si 1 and Li Si 2", "关于李四0、李四1、李四2一案"),
        (4, "Li Si 0 and Li Si 1 and Li Si 2 and others (4)", "关于李四0、李四1、李四2等4人一案"),
    ],
)
def test_three_names_are_told(content: Content, count: int, english: str, chinese: str) -> None:
    """Up to three people by name; of more, three and how many they are."""
    for number in range(count):
        text = str(content.files[CASE]).replace('"Li Si"', f'"Li Si {number}"').replace('"李四"', f'"李四{number}"')
        content.put(f"en/cases/p{number}.md", text)
    content.swap(ACTION, "cases: [li-si]", f"cases: [{', '.join(f'p{number}' for number in range(count))}]")
    made = on_day(content)
    action = made.actions["write"]
    found = {one.language: one.subject for one in letters_of(made, action.record, action.facts.recipients[0])}
    assert found == {"en": english, "zh": chinese}


def all_links(day: date) -> list[str]:
    """Every mailto: of every page of every action on a day."""
    made = snapshot(day)
    html = "".join(
        article_of(pages_of(made, language), action.record.path)
        for language in ("en", "zh")
        for action in made.actions.values()
    )
    return [found.replace("&amp;", "&") for found in re.findall(r'href="(mailto:[^"]*)"', html)]


def test_every_mailto_is_from_the_register_and_carries_subject_and_body_only() -> None:
    """No bcc, no cc, no attachment, no address that two reviewers have not seen."""
    register = yaml.safe_load((CAMPAIGN / "recipients.yml").read_text(encoding="utf-8"))
    known = {row["email"] for row in register.values() if "email" in row}
    found = all_links(TODAY)
    assert len(found) > 10
    for href in found:
        assert unquote(urlsplit(href).path) in known
        assert {name for name, _ in query(href)} <= {"subject", "body"}
        assert len(href) <= MAILTO_LIMIT


def test_a_long_chinese_letter_has_the_subject_only() -> None:
    """250 Chinese characters are too many for Windows; the page then says to copy."""
    made = snapshot()
    police = campaign().recipients["nowhere-ferry-police"]
    mail = mail_of(letters_to("write-for-blue-lantern", "nowhere-ferry-police")["zh"], police)
    assert mail
    assert not mail.whole
    assert query(mail.href) == [("subject", "关于蓝灯一案")]
    html = article_of(pages_of(made, "en"), "actions/write-for-blue-lantern")
    assert "too long for an e-mail link" in html
