"""Traditional Chinese made from simplified: right in what was read by a person, and nothing else is changed."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from emptychair.text.strings import Strings, catalogue, written_languages
from emptychair.text.traditional import HAN, Converter, is_traditional, to_traditional
from emptychair.text.unseen_markdown import unseen_spans
from emptychair.text.vocabulary import names, terms
from properties import share_of_examples

PAIRS = Path(__file__).with_name("traditional.txt").read_text("utf-8").split("\n\n")
# Two of the record: one whose sources print only simplified characters, and one with both.
CONVERT = Converter({"许志永": "许志永", "冬筝": "冬箏"})
PIECES = [
    *(pair.partition("\n")[0] for pair in PAIRS),
    *("许志永", "冬筝", "《渡口报》", "《刑事诉讼法》", "“他們後來說”", "“他们后来说”"),
    *("，", "。\n", " ", "https://x.example/后", "`里`", "{#li}", "2019年", "#MeToo", "é", "\U00020000"),
]
BODIES = (
    ('见[后来](../后.md#发 "x")，<https://x.example/发>', '見[後來](../后.md#发 "x")，<https://x.example/发>'),
    ("## 发布 {#发布}\n\n`发布` 发布\n\n```\n发布\n```\n", "## 發布 {#发布}\n\n`发布` 發布\n\n```\n发布\n```\n"),
    ('他说<span lang="ja">発表される会议</span>发布', '他說<span lang="ja">発表される会议</span>發布'),
    ("*会议*{lang=ja}与会议", "*会议*{lang=ja}與會議"),
    ("发布\n会议\n{: lang=ja}\n\n会议", "发布\n会议\n{: lang=ja}\n\n會議"),
    ("![发布](发.png){width=3 title=发}", "![發布](发.png){width=3 title=发}"),
    ("> 後來他說：后里\n\n后来", "> 後來他說：后里\n\n後來"),
)


def test_what_was_read_is_converted_so() -> None:
    """Terms of the law, the characters that have several forms, and what the tables alone get wrong."""
    pairs = [pair.strip("\n").split("\n") for pair in PAIRS]
    assert len(pairs) > 60
    assert {one: found for one, wanted in pairs if (found := to_traditional(one)) != wanted} == {}


def test_names_stand_as_sources_print_them() -> None:
    """The longest first; that of a source in traditional characters is taken where there is one."""
    assert CONVERT("许志永后来见到冬筝。") == "许志永後來見到冬箏。"
    assert Converter({"于是": "于是", "于是中": "于是中"})("于是中于是说") == "于是中于是說"
    assert CONVERT.respelt("许志永和冬箏") == ("許志永",)


def test_titles_and_quotations_stand_as_they_are() -> None:
    """Titles of works, and quotations in the other script; laws are no works, and other quotations are the editor's."""
    kept = "《渡口报》", "〈后来〉", "“後來在皇后里”", "「只說了里」"
    assert [one for one in kept if CONVERT(f"发{one}发") != f"發{one}發"] == []
    assert CONVERT("《刑事诉讼法（2018年）》写“后来”") == "《刑事訴訟法（2018年）》寫“後來”"
    assert [one for one in ("他說的里", "他说", "一人") if is_traditional(one)] == ["他說的里"]


def test_markdown_is_converted_where_it_is_text() -> None:
    """No code, address, id, attribute, and nothing in another language."""
    found = {body: CONVERT(body, unseen_spans(body)) for body, _ in BODIES}
    assert {body: found[body] for body, wanted in BODIES if found[body] != wanted} == {}


@share_of_examples(6)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
@example(["干部干涉，干警干扰，能干的人晒干衣服", "批准"])
def test_nothing_but_characters_is_changed(pieces: list[str]) -> None:
    """Every sign that is no Chinese character keeps its place, and what is converted once stays as it is."""
    text = "".join(pieces)
    found = CONVERT(text, unseen_spans(text))
    assert [HAN.sub("x", one) for one in (found,)] == [HAN.sub("x", text)]
    assert CONVERT(found, unseen_spans(found)) == found


def test_words_of_the_generator_are_converted_where_they_have_none() -> None:
    """From the simplified ones of their row, with the same placeholders; a text of its own comes first."""
    assert Strings("zh-Hant")("title-status") == "個案"
    assert Strings("zh-Hant")("deadline", date="x").count("x") == 1
    assert terms("statuses")["rsdl"].label("zh-Hant") == "指定居所監視居住"
    assert terms("posts")["police-director"].get("respectful_zh-Hant") == "尊敬的局長："
    assert catalogue("pages")["notice-converted"]["zh-Hant"].startswith("本頁由")
    assert "zh-Hant" not in written_languages()


def test_every_word_list_speaks_it() -> None:
    """No character of a label is left that only simplified Chinese has."""
    labels = [row.label("zh-Hant") for name in names() for row in terms(name).values()]
    assert len(labels) > 400
    assert [one for one in labels if to_traditional(one) != one] == []
