"""Names that were withdrawn: recognised however they are written, and read by nobody."""

from __future__ import annotations

import hashlib
import re

import pytest
import yaml

from content_factory import CASE, Content, codes
from emptychair.record.withdrawn_names import Withdrawn, hash_of, normalised, text_of, with_names
from for_each import for_each

SALT = "0123456789abcdef" * 2


@for_each(
    "names",
    [
        (
            "Wei Zhili",
            "wei-zhili",
            "WEI ZHI LI",
            "Wèi Zhìlì",
            "Wei\u00a0Zhili",
            "Ｗｅｉ　Ｚｈｉｌｉ",
            "Wei, Zhi-Li",
            "Wei Zhi’li",
        ),
        ("危志立", "危 志立", "危·志立", "危\u3000志立"),
        ("ئەركىن تۇرسۇن", "ئەركىن-تۇرسۇن"),
        ("བཀྲ་ཤིས་", "བཀྲ་ཤིས"),
        ("Tashpolat Tiyip", "tashpolat-tiyip"),
    ],
)
def test_a_name_is_known_however_it_is_written(names: tuple[str, ...]) -> None:
    """Case, tones, width, blanks, hyphens and dots are no part of a name."""
    assert len({normalised(name) for name in names}) == 1


@for_each(
    "one, other",
    [("Li Si", "Li Shi"), ("危志立", "危志力"), ("བཀྲ་ཤིས", "བཀྲ་ཤས"), ("Wei Zhili", "Zhili Wei"), ("刘", "劉")],
)
def test_other_names_are_others(one: str, other: str) -> None:
    """Letters, characters and the vowels of Tibetan count; so does the order."""
    assert normalised(one) != normalised(other)


def test_the_hash_is_scrypt() -> None:
    """RFC 7914 with the salt of the campaign: the hashes of a campaign stay good for ever."""
    expected = hashlib.scrypt(b"lisi", salt=bytes.fromhex(SALT), n=2048, r=8, p=1, dklen=32).hex()
    assert hash_of("Li Si", SALT) == expected
    assert hash_of("Li Si", "00" * 16) != expected


def test_a_register_grows_with_one_salt_and_tells_no_order() -> None:
    """The salt is that of the first withdrawal; hashes are sorted, each once."""
    first = with_names(None, SALT, ["Li Si", "li-si", "李四"])
    second = with_names(first, "00" * 16, ["Wang Wu"])
    assert (second.salt, len(first.names), len(second.names)) == (SALT, 2, 3)
    assert list(second.names) == sorted(second.names)
    assert all(second.has(name) for name in ("LI SI", "李四", "wang-wu"))
    assert not second.has("Zhao Liu")


def test_the_file_reads_back_and_names_nobody() -> None:
    """It is YAML with a salt and hashes, and comments."""
    register = with_names(None, SALT, ["Li Si", "李四"])
    text = text_of(register, ["What this is.", "这是什么。"])
    assert text.startswith("# What this is.\n# 这是什么。\n")
    assert Withdrawn.model_validate(yaml.safe_load(text)) == register
    assert not re.search("Li|李|lisi", text)


@for_each(
    "text, code",
    [
        ("names: [x]\n", "missing"),
        (f'salt: "{SALT}"\n', "missing"),
        (f'salt: "{SALT}"\nnames: []\n', "empty-list"),
        (f'salt: "{SALT}0"\nnames: ["{"0" * 64}"]\n', "bad-form"),
        (f'salt: "{SALT}"\nnames: ["{"0" * 64}"]\nwho: "Li Si"\n', "unknown-key"),
        ("salt: [\n", "bad-yaml"),
    ],
)
def test_a_register_with_faults_is_refused(content: Content, text: str, code: str) -> None:
    """Nobody writes a name or a reason into it, and a broken one does not let anybody in unseen."""
    assert code in codes(content.put("withdrawn.yml", text).load())


def test_without_a_register_nobody_is_asked(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hash takes time, which a campaign without withdrawals does not spend."""
    monkeypatch.setattr(hashlib, "scrypt", None)
    assert content.lines() == []


def test_others_may_be_added(content: Content) -> None:
    """A register refuses only whom it has."""
    content.put("withdrawn.yml", text_of(with_names(None, SALT, ["Wang Wu"]), []))
    assert content.lines() == []
    content.put("en/cases/wang-wu.md", str(content.files[CASE]).replace("Li Si", "Someone").replace("李四", "某人"))
    assert codes(content.load()) == ["not-to-be-added"]
