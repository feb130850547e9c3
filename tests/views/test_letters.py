"""Letters: addressed, greeted and closed as the custom is, in every form; none from a past action or an old address."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from campaign_outputs import (
    CAMPAIGN,
    TODAY,
    article_of,
    campaign,
    files,
    files_of,
    on_day,
    pages_of,
    snapshot,
    text_file,
)
from content_factory import ACTION, ACTION_ZH, CASE, RECIPIENTS, SETTINGS, Content, Edit
from emptychair.record.models import Recipient
from emptychair.text import vocabulary
from emptychair.views.letters import (
    MAILTO_LIMIT,
    AddressBlock,
    Letter,
    envelope,
    in_office,
    letters_of,
    mail_of,
    salutation,
)
from for_each import for_each
from properties import not_empty, tried

if TYPE_CHECKING:
    from emptychair.as_of.action_states import ActionAsOf
    from emptychair.record.campaign import Campaign

POSTS = list(vocabulary.terms("posts"))
# The table of reference/ethics-and-letters.md: post -> English; Chinese with the surname 宋, and without a name.
SALUTATIONS = {
    "police-director": ("Dear Director Song,", "Dear Director,", "尊敬的宋局长：", "尊敬的局长："),
    "department-director": ("Dear Director Song,", "Dear Director,", "尊敬的宋厅长：", "尊敬的厅长："),
    "minister": ("Dear Minister Song,", "Dear Minister,", "尊敬的宋部长：", "尊敬的部长："),
    "chief-procurator": ("Dear Chief Procurator Song,", "Dear Chief Procurator,", "尊敬的宋检察长：", "尊敬的检察长："),
    "court-president": ("Dear President Song,", "Dear President,", "尊敬的宋院长：", "尊敬的院长："),
    "prison-governor": ("Dear Governor Song,", "Dear Governor,", "尊敬的宋监狱长：", "尊敬的监狱长："),
    "detention-director": ("Dear Director Song,", "Dear Director,", "尊敬的宋所长：", "尊敬的所长："),
    "prison-administration-director": ("Dear Director Song,", "Dear Director,", "尊敬的宋局长：", "尊敬的局长："),
    "party-secretary": ("Dear Secretary Song,", "Dear Secretary,", "尊敬的宋书记：", "尊敬的书记："),
    "mayor": ("Dear Mayor Song,", "Dear Mayor,", "尊敬的宋市长：", "尊敬的市长："),
    "provincial-governor": ("Dear Governor Song,", "Dear Governor,", "尊敬的宋省长：", "尊敬的省长："),
    "regional-chairman": ("Dear Chairman Song,", "Dear Chairman,", "尊敬的宋主席：", "尊敬的主席："),
    "president": ("Your Excellency,", "Your Excellency,", "尊敬的宋主席：", "尊敬的主席："),
    "ambassador": ("Your Excellency,", "Your Excellency,", "尊敬的宋大使：", "尊敬的大使："),
    "hk-chief-executive": (
        "Dear Chief Executive Song,",
        "Dear Chief Executive,",
        "尊敬的宋行政長官：",
        "尊敬的行政長官：",
    ),
    "hk-secretary": ("Dear Secretary Song,", "Dear Secretary,", "尊敬的宋局長：", "尊敬的局長："),
    "office": ("Dear Sir or Madam,", "Dear Sir or Madam,", "您好：", "您好："),
}
LATIN = {"surname": "Song", "given": "Yiyang"}
CHARACTERS = {"surname": "宋", "given": "一洋"}


def recipient(**fields: Any) -> Recipient:
    """A recipient with an address and nothing else that is not asked for."""
    plain: dict[str, Any] = {
        "kind": "police",
        "post": "police-director",
        "office": {"en": "Public Security Bureau", "zh": "公安局"},
        "address": {"latin": ["1 Long Road"], "local": ["长路1号"]},
        "country": "CN",
        "source": {"title": "A list"},
        "checked": "2020-05-01",
    }
    return Recipient.model_validate(plain | fields)


def styled(style: str) -> Campaign:
    """The invented campaign with a style of salutations."""
    settings = campaign().settings.model_copy(update={"salutations": style})
    return replace(campaign(), settings=settings)


def letter(language: str = "en", **fields: Any) -> Letter:
    """A short letter."""
    plain: dict[str, Any] = {
        "recipient": "police",
        "language": language,
        "envelope": (AddressBlock("en", ("1 Long Road",)),),
        "date": "[DATE]",
        "salutation": "Dear Director,",
        "body": ("One.", "Two."),
        "close": ("Yours sincerely,",),
        "name": "[YOUR NAME]",
        "subject": "Li Si & others? 100%",
        "indent": "",
        "date_first": True,
    }
    return Letter(**(plain | fields))


def letters_to(action: str, recipient_id: str) -> dict[str, Letter]:
    """The letters of an action to one recipient by language, in their order."""
    record = campaign().actions[action]
    addressee = next(one for one in record.facts.recipients if one.recipient == recipient_id)
    return {one.language: one for one in letters_of(snapshot(), record, addressee)}


# --- salutations


def test_the_table_of_salutations_has_every_post() -> None:
    """No post of the word list is without a form of address that somebody looked at."""
    assert list(SALUTATIONS) == POSTS


@pytest.mark.parametrize("post", POSTS)
def test_salutations_in_english(post: str) -> None:
    """The office with the surname in Latin letters where a source has it, else the office alone."""
    named, plain, _, _ = SALUTATIONS[post]
    assert salutation(campaign(), recipient(post=post, name={"latin": LATIN}), "en") == named
    assert salutation(campaign(), recipient(post=post), "en") == plain
    assert salutation(campaign(), recipient(post=post, name={"zh": CHARACTERS}), "en") == plain


@for_each("style, post", product(["respectful", "plain"], POSTS))
def test_salutations_in_chinese(post: str, style: str) -> None:
    """Surname and office with a full-width colon; the plain style leaves out 尊敬的 and nothing else."""
    made = styled(style)
    _, _, named, bare = SALUTATIONS[post]
    if style == "plain":
        named, bare = named.removeprefix("尊敬的"), bare.removeprefix("尊敬的")
    assert salutation(made, recipient(post=post, name={"zh": CHARACTERS, "latin": LATIN}), "zh") == named
    assert salutation(made, recipient(post=post), "zh") == bare


@for_each("style, post", product(["respectful", "plain"], POSTS))
def test_no_surname_is_made_from_pinyin(post: str, style: str) -> None:
    """A name in Latin letters only leaves the Chinese letter with the office alone: Song is 宋 or 松."""
    made = styled(style)
    latin = recipient(post=post, name={"latin": LATIN})
    assert salutation(made, latin, "zh") == salutation(made, recipient(post=post), "zh")


@pytest.mark.parametrize("post", POSTS)
def test_no_given_name_no_deputy_no_guessed_gender(post: str) -> None:
    """A salutation has neither a given name, nor 副, nor 先生 or 女士, nor a half-width colon."""
    full = recipient(post=post, name={"zh": CHARACTERS, "latin": LATIN})
    both = salutation(campaign(), full, "zh") + salutation(campaign(), full, "en")
    assert not re.search("一洋|Yiyang|副|先生|女士|小姐|Mr|Ms|:", both)


def test_an_action_may_word_the_salutation_itself() -> None:
    """What the document prints for one recipient stands before what is derived."""
    found = letters_to("write-for-blue-lantern", "nowhere-ferry-police")
    assert found["en"].salutation == "Dear Director Example Placeholder,"
    assert found["zh"].salutation == "尊敬的某示例局长："


# --- the envelope


def blocks(of: Recipient) -> dict[str, list[str]]:
    """The blocks of an envelope by language."""
    return {block.language: list(block.lines) for block in envelope(of)}


def lines_of(one: Letter) -> list[str]:
    """Every line of the envelope of a letter."""
    return [line for block in one.envelope for line in block.lines]


def test_an_envelope_to_mainland_china_has_two_blocks() -> None:
    """Chinese from the large to the small for the carrier, Latin for the post office abroad, the country last."""
    full = recipient(name={"latin": LATIN, "zh": CHARACTERS}, postcode="510030")
    assert blocks(full) == {
        "zh": ["长路1号", "公安局　局长 收", "邮政编码 510030"],
        "en": ["Director Song Yiyang", "Public Security Bureau", "1 Long Road", "510030", "P.R. CHINA"],
    }
    assert list(blocks(full)) == ["zh", "en"]


def test_an_envelope_does_not_repeat_what_the_lines_say() -> None:
    """An institution or a postcode that the published lines hold is not printed twice."""
    lines = ["Public Security Bureau", "1 Long Road", "Guangzhou 510030"]
    full = recipient(address={"latin": lines}, postcode="510030")
    assert blocks(full)["en"] == ["Director", *lines, "P.R. CHINA"]


@pytest.mark.parametrize(
    ("address", "languages"),
    [({"latin": ["1 Long Road"]}, ["en"]), ({"local": ["长路1号"]}, ["zh"]), ({}, [])],
)
def test_no_block_is_made_from_the_other(address: dict[str, Any], languages: list[str]) -> None:
    """An address is never made from pinyin or from characters; the country stands last where there is a block."""
    found = blocks(recipient(address=address))
    assert list(found) == languages
    assert all(lines[-1] == "P.R. CHINA" for lines in found.values())


def test_without_an_address_there_is_no_envelope() -> None:
    """A recipient known by e-mail only has no address block, and the letter begins with its date."""
    assert envelope(recipient(address={})) == ()
    assert letter(envelope=()).text.startswith("[DATE]\n\nDear Director,\n\nOne.\n\nTwo.\n\n")


def test_nobody_named_is_not_written_on_an_envelope() -> None:
    """What an editor is told about an office is no line of its address."""
    assert "Office (nobody named)" not in blocks(recipient(post="office"))["en"]


@pytest.mark.parametrize("post", POSTS)
def test_the_envelope_of_every_post(post: str) -> None:
    """收 behind the office in Chinese; the title before the name in Latin letters; no name of a holder in Chinese."""
    row = vocabulary.term("posts", post)
    full = recipient(post=post, name={"latin": LATIN, "zh": CHARACTERS})
    chinese, latin = blocks(full)["zh"], blocks(full)["en"]
    assert chinese == ["长路1号", f"公安局　{row.get('envelope_zh')}".rstrip("　")]
    # Ambassadors are abroad: nobody in China brings them a letter.
    assert chinese[-1].endswith("收") or post == "ambassador"
    title = "" if row.has("without_title") else f"{row.label('en')} "
    assert latin == [f"{title}Song Yiyang", "Public Security Bureau", "1 Long Road", "P.R. CHINA"]
    assert not re.search("宋|一洋|您|先生|女士", "".join(chinese))


@pytest.mark.parametrize(
    ("office", "line"), [({"en": "A court"}, "局长 收"), ({"zh": "公安局", "zh-Hant": "公安局！"}, "公安局　局长 收")]
)
def test_the_office_on_the_chinese_block(office: dict[str, str], line: str) -> None:
    """As it is written there; where no source has its characters, the post alone, without a blank before it."""
    assert blocks(recipient(office=office))["zh"][-1] == line


def test_the_latin_block_is_latin() -> None:
    """No block is made from the other: the post office abroad reads no characters."""
    assert not re.search(r"[\u4e00-\u9fff]", "".join(blocks(recipient(office={"zh": "公安局"}))["en"]))


def test_the_chinese_block_is_in_one_script() -> None:
    """A prison of Hong Kong is written to in traditional characters throughout."""
    office = {"en": "A prison", "zh": "监狱", "zh-Hant": "監獄"}
    assert "监" not in "".join(blocks(recipient(country="HK", post="prison-governor", office=office))["zh-Hant"])


def test_an_office_without_a_name_has_no_line_for_it() -> None:
    """Where the source names no institution, the words that say so do not go by post."""
    bare = recipient(post="office", office_named="false", office={"en": "Not named", "zh": "未写明名称"})
    assert "Not named" not in blocks(bare)["en"]
    assert not any("未写明" in line for line in blocks(bare)["zh"])


def test_the_bytes_of_a_letter_begin_with_the_envelope() -> None:
    """Each block by itself, a blank line between them, then the letter."""
    both = (AddressBlock("zh", ("长路1号", "公安局　局长 收")), AddressBlock("en", ("1 Long Road", "P.R. CHINA")))
    assert letter(envelope=both).text.startswith(
        "长路1号\n公安局　局长 收\n\n1 Long Road\nP.R. CHINA\n\n[DATE]\n\nDear "
    )
    chinese = letter("zh", envelope=both, date_first=False, date="[日期]", name="[你的姓名]").text
    assert "P.R. CHINA\n\nDear Director," in chinese
    assert chinese.endswith("\n\n[你的姓名]\n[日期]\n")


@pytest.mark.parametrize(("slug", "language"), [("embassy-us", "en"), ("embassy-de", "de"), ("distant-letters", "en")])
def test_an_envelope_to_another_country_is_in_its_form(slug: str, language: str) -> None:
    """The post of the embassy's country reads the envelope, whatever the language of the letter."""
    found = blocks(campaign().recipients[slug])
    assert list(found) == [language]
    assert not re.search(r"[\u4e00-\u9fff]", "".join(found[language]))
    assert found[language][-1].isupper()


def test_an_envelope_to_hong_kong_is_in_traditional_characters() -> None:
    """The name of a Hong Kong office is written as the office writes it."""
    found = blocks(campaign().recipients["bureau-of-missing-bells"])
    assert "失鈴局　局長 收" in [line for lines in found.values() for line in lines]
    assert found["en"][-1] == "HONG KONG"


def test_every_envelope_ends_in_its_country() -> None:
    """In capitals, in the words of the list, for every country of it."""
    for code, row in vocabulary.terms("countries").items():
        (block,) = envelope(recipient(country=code, address={"latin": ["1 Long Road"]}))
        assert block.lines[-1] == row.get("envelope")
        assert block.lines[-1].isupper()


# --- the letter


def test_letters_go_in_the_recipients_order_of_languages() -> None:
    """The language that a recipient reads first comes first."""
    assert list(letters_to("write-for-blue-lantern", "nowhere-ferry-police")) == ["zh", "en"]


def test_a_page_in_one_language_has_letters_in_it_only() -> None:
    """Nobody is given a letter in a language in which nobody wrote it."""
    assert list(letters_to("a-ticket-for-cloud-ladder", "embassy-us")) == ["en"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_recipient_gets_the_letter_of_its_kind(language: str) -> None:
    """An embassy is asked to convey, one's own government to raise the case, the police to act."""
    by_id = {
        one: letters_to("write-for-blue-lantern", one)[language].body[1]
        for one in ("nowhere-ferry-police", "embassy-us", "distant-letters")
    }
    assert len(set(by_id.values())) == 3
    assert ("convey" if language == "en" else "转达") in by_id["embassy-us"]


def test_who_gets_a_copy_gets_no_letter_that_is_meant_for_others() -> None:
    """A copy goes to a recipient without a letter of its own kind; with one, it has that letter."""
    assert letters_to("write-for-blue-lantern", "noplace-ridge-office") == {}


def test_a_copy_has_the_letter_of_its_own_kind(content: Content) -> None:
    """`cc` with {#letter-police} in the page gets that letter."""
    content.swap(ACTION, "- recipient: police", '- recipient: police\n      cc: "true"')
    for path in (ACTION, ACTION_ZH):
        content.put(path, f"{content.files[path]!s}\n## Another {{#letter-police}}\n\nFor the police.\n")
    made = content.snapshot("2020-06-10")
    action = made.actions["write"]
    found = list(letters_of(made, action.record, action.facts.recipients[0]))
    assert [(one.language, one.body) for one in found] == [("en", ("For the police.",)), ("zh", ("For the police.",))]


def test_the_body_is_the_section_and_nothing_else() -> None:
    """No heading, no reasons, no other letter: the paragraphs below {#letter}."""
    found = letters_to("write-for-blue-lantern", "nowhere-ferry-police")["en"]
    assert found.body[0].startswith("I am writing about Blue Lantern")
    assert found.body[-1] == "Thank you for your attention to this letter."
    assert len(found.body) == 5
    assert "#" not in found.text


def test_wrapped_lines_of_chinese_are_joined_without_a_blank() -> None:
    """Hard line breaks inside a Chinese paragraph leave no blank, in the text and in the e-mail."""
    source = (CAMPAIGN / "zh/actions/stone-umbrella-rsdl.md").read_text(encoding="utf-8")
    assert re.search(r"[\u4e00-\u9fff，]\n[\u4e00-\u9fff]", source.partition("{#letter}")[2])
    found = letters_to("stone-umbrella-rsdl", "nowhere-ferry-procuratorate")["zh"]
    for paragraph in found.body:
        assert not re.search(r"\s", paragraph)
    assert all(f"\n\n　　{paragraph}\n\n" in found.text for paragraph in found.body)


def test_wrapped_lines_of_english_are_joined_with_one() -> None:
    """A wrapped English paragraph is one line with single blanks."""
    found = letters_to("stone-umbrella-rsdl", "nowhere-ferry-procuratorate")["en"]
    assert all("\n" not in paragraph and "  " not in paragraph for paragraph in found.body)


def test_a_chinese_letter_closes_as_the_custom_is() -> None:
    """此致 two spaces in, 敬礼！ flush left on its own line, then the name and below it the date, once."""
    text = letters_to("stone-umbrella-rsdl", "embassy-de")["zh"].text
    assert text.endswith("\n\n　　此致\n敬礼！\n\n[你的姓名]\n[日期]\n")
    assert text.count("[日期]") == 1


def test_an_english_letter_closes_as_the_custom_is() -> None:
    """Yours sincerely, and the line for the name; the writer dates it."""
    text = letters_to("stone-umbrella-rsdl", "embassy-de")["en"].text
    assert text.endswith("\n\nYours sincerely,\n\n[YOUR NAME]\n")
    assert "\n\n[DATE]\n\n" in text


def test_the_subject_names_the_people() -> None:
    """In the language of the letter, with the name that there is."""
    both = letters_to("two-from-noplace-ridge", "nowhere-ferry-police")
    assert (both["en"].subject, both["zh"].subject) == ("Salt Candle and Felt Hat", "关于盐烛、毡帽")


def test_an_envelope_names_no_prisoner() -> None:
    """The name of the detained person is never on the outside."""
    for action in campaign().actions.values():
        people = [name for slug in action.facts.cases for name in campaign().cases[slug].facts.names.values()]
        for addressee in action.facts.recipients:
            for one in letters_of(snapshot(), action, addressee):
                assert not any(name in line for name in people for line in lines_of(one))


def test_a_recipient_that_is_not_in_the_register_gets_nothing(content: Content) -> None:
    """While an editor mends the register, the checks can still run."""
    made = on_day(content.swap(RECIPIENTS, "police:\n", "other:\n"))
    action = made.actions["write"]
    assert list(letters_of(made, action.record, action.facts.recipients[0])) == []


# --- e-mail


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
        assert one.subject.endswith("(40)" if one.language == "en" else "等40人")
        assert one.subject.count("欧阳") == (3 if one.language == "zh" else 0)


@pytest.mark.parametrize(
    ("count", "english", "chinese"),
    [
        (1, "Li Si 0", "关于李四0"),
        (3, "Li Si 0 and Li Si 1 and Li Si 2", "关于李四0、李四1、李四2"),
        (4, "Li Si 0 and Li Si 1 and Li Si 2 and others (4)", "关于李四0、李四1、李四2等4人"),
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
    assert query(mail.href) == [("subject", "关于蓝灯")]
    html = article_of(pages_of(made, "en"), "actions/write-for-blue-lantern")
    assert "too long for an e-mail link" in html


# --- files


def states(day: date = TODAY) -> dict[str, ActionAsOf]:
    """The actions of the invented campaign on a day."""
    return dict(snapshot(day).actions)


@pytest.mark.parametrize("slug", sorted(campaign().actions))
def test_every_letter_has_its_file_once_at_the_root(slug: str) -> None:
    """For each recipient and language, whatever the state; a draft has none."""
    record = campaign().actions[slug]
    expected = {
        f"actions/{slug}/letter-{one.recipient}-{one.language}.{ending}"
        for addressee in record.facts.recipients
        for one in letters_of(snapshot(), record, addressee)
        for ending in ("txt", "docx")
    }
    found = {path for path in files() if path.startswith(f"actions/{slug}/")}
    assert found == (expected if states()[slug].state != "draft" else set())


@pytest.mark.parametrize("slug", sorted(campaign().actions))
def test_a_past_action_has_no_letter_and_no_address_in_its_files(slug: str) -> None:
    """The files stay where they were and say, in both languages, not to send it; nobody can post them by mistake."""
    action = states()[slug]
    if action.open or action.state == "draft":
        return
    found = [path for path in files() if path.startswith(f"actions/{slug}/")]
    assert found
    for path in found:
        text = text_file(path)
        assert "Please do not send this letter" in text
        assert "请不要" in text
        assert f"../{slug}.html" in text
        for one in campaign().recipients.values():
            secrets = (one.email, one.phone, one.fax, one.postcode, *one.address.local, *one.address.latin)
            assert not any(secret in text for secret in secrets if secret)


def test_the_file_of_an_open_action_is_the_letter() -> None:
    """Ready to change, print and post."""
    for language, one in letters_to("write-for-blue-lantern", "nowhere-ferry-police").items():
        path = f"actions/write-for-blue-lantern/letter-nowhere-ferry-police-{language}.txt"
        assert text_file(path) == one.text
        assert one.text.split("\n")[0] == lines_of(one)[0]


def test_a_deadline_is_valid_to_the_end_of_its_day() -> None:
    """On the last day there is a letter, on the next there is none."""
    path = "actions/write-for-blue-lantern/letter-nowhere-ferry-police-en.txt"
    last = date(2026, 8, 31)
    assert "Blue Lantern (蓝灯)" in text_file(path, last)
    after = text_file(path, last + timedelta(days=1))
    assert "this action is past. Please do not send this letter any more" in after
    assert "蓝灯)" not in after


def test_an_old_address_is_not_sent_to() -> None:
    """A year after somebody checked it, the file of an open action says so and holds no letter."""
    path = "actions/two-from-noplace-ridge/letter-noplace-ridge-office-en.txt"
    assert "nobody has checked the address" in text_file(path)
    assert "一年没有核对" in text_file(path)
    assert "Ridge Road" not in text_file(path)


@pytest.mark.parametrize(("day", "sent"), [("2021-05-01", True), ("2021-05-02", False)])
def test_an_address_is_good_for_a_year_and_its_day(content: Content, day: str, sent: bool) -> None:
    """Checked on 1 May 2020: good on 1 May 2021, old on the next day."""
    content.swap(ACTION, "until: 2020-06-24", "until: 2022-01-01")
    made = content.swap(RECIPIENTS, "country: CN", 'country: CN\n  email: "police@example.org"').snapshot(day)
    text = dict(files_of(made))["actions/write/letter-police-en.txt"].decode()
    html = article_of(pages_of(made, "en"), "actions/write")
    assert ("I am writing about Li Si." in text) is sent
    assert ("1 Long Road" in text) is sent
    assert ('class="ec-buttons"' in html) is sent
    assert ("no buttons here" in html) is not sent
    assert ("police@example.org" in html) is sent


def test_a_draft_has_no_letters(content: Content) -> None:
    """Before an action is issued there is nothing to send."""
    made = content.snapshot("2020-05-09")
    assert not [path for path in files_of(made) if path.startswith("actions/write/")]


@pytest.mark.parametrize("slug", ["pen-and-paper-2025", "both-mirrors"])
def test_the_last_day_of_a_past_action_is_not_in_the_future(slug: str) -> None:
    """What stands in the place of a letter tells no day that is still to come as past."""
    action = states()[slug]
    assert action.past
    assert action.facts.deadline > TODAY
    path = next(path for path in files() if path.startswith(f"actions/{slug}/") and path.endswith("-en.txt"))
    assert "2026" not in text_file(path)


def test_the_file_of_a_paused_action_names_nobody() -> None:
    """A person who is paused is named in no file."""
    text = text_file("actions/for-folded-map/letter-court-of-blank-pages-en.txt")
    assert "Folded Map" not in text
    assert "折图" not in text


@pytest.mark.parametrize(
    ("until", "named"), [("2019", False), ("2020-06-09", False), ("2020-06-10", True), ("2020", True)]
)
def test_who_has_left_an_office_is_not_written_to_by_name(until: str, named: bool) -> None:
    """After the end of a known term the letter goes to the office; on its last day, and until then, to the holder."""
    holder = recipient(name={"latin": LATIN, "zh": CHARACTERS}, term={"until": until})
    known = in_office(holder, date(2020, 6, 10))
    assert salutation(campaign(), known, "en") == ("Dear Director Song," if named else "Dear Director,")
    assert any("Song" in line for line in blocks(known)["en"]) is named


@pytest.mark.parametrize("term", [None, {}, {"from": "2019"}, {"from": "2030"}, {"until": "2020-06/2020-07"}])
def test_a_holder_of_whom_nobody_said_that_he_left_stays(term: dict[str, str] | None) -> None:
    """Without a known end, or with one that may still be to come, the recipient is as it is in the register."""
    holder = recipient(name={"latin": LATIN}, **({"term": term} if term is not None else {}))
    assert in_office(holder, date(2020, 6, 10)) is holder


def test_who_has_left_is_named_on_no_page_as_the_holder(content: Content) -> None:
    """The page tells when the term ended, and whom the letter is to: the office."""
    rows = '  name:\n    latin:\n      surname: "Song"\n  term:\n    until: 2020-05\n  country: CN'
    content.swap(RECIPIENTS, "  country: CN", rows)
    before = article_of(pages_of(on_day(content, "2020-05-31"), "en"), "actions/write")
    after = article_of(pages_of(on_day(content, "2020-06-01"), "en"), "actions/write")
    assert "Director: Song" in before
    assert "Director Song" in before
    assert "Held this office until" not in before
    assert "Song" not in after
    assert "Held this office until May 2020" in after


def test_words_for_who_has_left_are_not_said_to_who_came_after(content: Content) -> None:
    """A salutation that the document prints is for the holder of that day."""
    rows = '  name:\n    latin:\n      surname: "Song"\n  term:\n    until: 2020-05\n  country: CN'
    content.swap(RECIPIENTS, "  country: CN", rows)
    content.swap(
        ACTION, "    - recipient: police", '    - recipient: police\n      salutation:\n        en: "Dear Song,"'
    )
    assert "\n\nDear Director,\n\n" in files_of(on_day(content))["actions/write/letter-police-en.txt"].decode()
    assert (
        "\n\nDear Song,\n\n" in files_of(on_day(content, "2020-05-31"))["actions/write/letter-police-en.txt"].decode()
    )


def test_the_letter_of_a_case_without_a_name_in_the_language(content: Content) -> None:
    """A name is never translated: the one that there is stands in the subject."""
    old = '    en: "Li Si"\n    zh: "李四"'
    made = content.edit(Edit(CASE, old, '    zh: "李四"')).snapshot("2020-06-10")
    action = made.actions["write"]
    found = {one.language: one for one in letters_of(made, action.record, action.facts.recipients[0])}
    assert (found["en"].subject, found["zh"].subject) == ("李四", "关于李四")


def test_plain_salutations_are_a_setting(content: Content) -> None:
    """A campaign may leave out 尊敬的 in all its letters."""
    made = content.swap(SETTINGS, "salutations: respectful", "salutations: plain").snapshot("2020-06-10")
    assert "\n\n局长：\n\n" in files_of(made)["actions/write/letter-police-zh.txt"].decode()
