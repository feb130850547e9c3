"""Envelopes: as each country writes them, in one script a block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from campaign_outputs import campaign
from emptychair.text import vocabulary
from emptychair.views.letters import AddressBlock, envelope
from for_each import for_each
from views.invented_letters import CHARACTERS, LATIN, POSTS, blocks, letter, recipient

if TYPE_CHECKING:
    pass


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


@for_each(
    "address, languages",
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


@for_each("post", POSTS)
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


@for_each(
    "office, line", [({"en": "A court"}, "局长 收"), ({"zh": "公安局", "zh-Hant": "公安局！"}, "公安局　局长 收")]
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


@for_each("slug, language", [("embassy-us", "en"), ("embassy-de", "de"), ("distant-letters", "en")])
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
