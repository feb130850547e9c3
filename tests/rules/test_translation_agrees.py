"""A translation and its source page tell the same: figures, names, links, demands."""

from __future__ import annotations

from pathlib import Path

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, MINIMAL, Content, above, codes
from emptychair.load.load import load
from faults.rows import WANG_WU, WEI_ZHILI, person
from for_each import for_each

PUBLISHED = [Path(__file__).parents[1] / name / "content" for name in ("sample", "campaign")]
DIFFER = {"figures-differ", "names-differ", "links-differ", "demand-missing"}
BODY, BODY_ZH = "Li Si organised workers.\n", "李四组织工人。\n"


@for_each("folder", PUBLISHED)
def test_the_published_pages_tell_the_same(folder: Path) -> None:
    """No warning about a pair of pages that is right, and every pair that ships is."""
    assert [problem for problem in load(folder).problems if problem.code in DIFFER] == []


def bodies(content: Content, english: str, chinese: str) -> list[tuple[int, str, str, str]]:
    """What differs between two bodies of a case: line, code, what is here, where and what is there."""
    content.swap(CASE, BODY, english).swap(CASE_ZH, BODY_ZH, chinese)
    found = [problem for problem in content.load().problems if problem.code in DIFFER]
    return [
        (one.line, one.code, one.values["found"], one.values["path"].partition(":")[2] + " " + one.values["expected"])
        for one in found
    ]


def test_each_paragraph_has_its_own_lines(content: Content) -> None:
    """Where both pages have as many paragraphs, the difference is told at the paragraphs in which it stands."""
    english = "In 2019.\n\nOn 2 May 2019,\nhe\nspoke.\n\nIn 2021.\n"
    chinese = "2019年。\n\n2019年5月3日，他发言。\n\n2022年。\n"
    assert bodies(content, english, chinese) == [
        (11, "figures-differ", "5月3日", "27 2 May"),
        (13, "figures-differ", "2022", "31 2021"),
    ]


def test_another_number_of_paragraphs_is_one_difference(content: Content) -> None:
    """Then the section counts as one text: a sentence may stand in another paragraph."""
    english = "In 2019.\n\nIn 2020.\n\nThen 48 hours.\n"
    assert bodies(content, english, "2020年。2019年。\n\n然后72小时。\n") == [(11, "figures-differ", "72", "29 48")]


def test_a_section_is_compared_with_the_same_section(content: Content) -> None:
    """Whatever their order; what one page lacks is told as a missing heading only."""
    english = "Words.\n\n## Work {#work}\n\nIn 2019.\n\n## Life {#life}\n\nIn 1989.\n"
    chinese = "文字。\n\n## 生平 {#life}\n\n1989年。\n\n## 工作 {#work}\n\n2018年。\n"
    assert bodies(content, english, chinese) == [(17, "figures-differ", "2018", "29 2019")]


@for_each(
    "english, chinese",
    [
        ("1. One.\n2. Two of 3.\n", "一、其一。\n\n其二，共三项。\n"),
        ("See [a](https://example.org/2019/05/).\n", "见[甲](https://example.org/2019/05/)。\n"),
        ("See [a](https://example.org/en/5).\n", "见[甲](https://example.org/zh-hans/5)。\n"),
        ("See [a](https://en.wikipedia.org/wiki/Tea_9).\n", "见[甲](https://zh.wikipedia.org/wiki/%E8%8C%B6)。\n"),
        ("See [a](https://example.org/?lang=en&p=1).\n", "见[甲](https://example.org/?lang=zh&p=1)。\n"),
        (
            "See [a](https://example.org/a) and [b](https://example.org/b).\n",
            "[乙](https://example.org/b)与[甲](https://example.org/a)。\n",
        ),
        ("Wei Zhili wrote; Wei was an editor.\n", "危志立写道，他是编辑。\n"),
        ("Wei Zhili wrote.\n", "Wei Zhili写道。\n"),
        ("He met a man of the name Wei.\n", "他见到一个姓魏的人。\n"),
        ("Li Si worked. He was glad.\n", "他工作，很高兴。\n"),
    ],
)
def test_what_is_the_same(english: str, chinese: str, content: Content) -> None:
    """Numbers of list items and in addresses, languages of addresses, other forms of a name, the page's own person."""
    content.edit(WEI_ZHILI)
    assert bodies(content, english, chinese) == []


@for_each(
    "english, chinese, found",
    [
        ("Wei Zhili wrote.\n", "他写道。\n", ("names-differ", "–", "25 Wei Zhili")),
        ("He wrote.\n", "危志立写道。\n", ("names-differ", "危志立", "25 –")),
        (
            "See [a](https://example.org/a).\n",
            "见[甲](https://example.org/b)。\n",
            ("links-differ", "https://example.org/b", "25 https://example.org/a"),
        ),
        ("Words.\n", "见[行动](../actions/write.md)。\n", ("links-differ", "../actions/write.md", "25 –")),
    ],
)
def test_what_differs(english: str, chinese: str, found: tuple[str, str, str], content: Content) -> None:
    """Somebody who is named, or a link that stands, on one page only."""
    content.edit(WEI_ZHILI)
    assert bodies(content, english, chinese) == [(9, *found)]


def test_a_name_of_two_signs_may_be_a_word(content: Content) -> None:
    """高兴 is a name and means glad: it counts only where the page is about the person."""
    content.edit(person("en/cases/gao-xing.md", "Gao Xing", "高兴", "Gao Xing writes."))
    assert bodies(content, "He was glad.\n", "他很高兴。\n") == []


def test_two_persons_of_one_name(content: Content) -> None:
    """Which of them is meant is not guessed."""
    content.edit(WEI_ZHILI, person("en/cases/wei-zhili-2.md", "Wei Zhili", "魏志理", "Wei Zhili writes."))
    assert bodies(content, "Wei Zhili wrote.\n", "魏志理写道。\n") == []


def test_a_name_that_english_cannot_write(content: Content) -> None:
    """Without a name in Latin letters an English page writes one that no case has; nothing is guessed."""
    content.swap(CASE, '    en: "Li Si"\n', "")
    assert codes(content.load()) == []


def test_a_name_without_characters_stands_in_chinese_as_it_is(content: Content) -> None:
    """It is missed there."""
    content.edit(WEI_ZHILI).swap("en/cases/wei-zhili.md", '    zh: "危志立"\n', "")
    assert bodies(content, "Wei Zhili wrote.\n", "他写道。\n") == [(9, "names-differ", "–", "25 Wei Zhili")]


def test_a_group_is_told_of_by_description(content: Content) -> None:
    """The names of a group are words, which are said in many ways."""
    group = str(MINIMAL[CASE]).replace('"Li Si"', '"The workers of the mill"').replace('"李四"', '"纺织厂的工人"')
    group = group.replace("kind: person", "kind: group\n  count: 3\n  count_is: about").replace("Li Si", "They")
    content.put("en/cases/workers.md", group)
    assert bodies(content, "The workers of the mill met.\n", "他们开会。\n") == []


def test_letters_name_the_person(content: Content) -> None:
    """In a letter nothing goes without saying: it is read without the page."""
    content.swap(ACTION_ZH, "我为李四的事写信。", "我为此事写信。")
    assert codes(content.load()) == ["names-differ"]


def test_each_letter_is_compared_with_the_same_letter(content: Content) -> None:
    """The letter to an embassy does not make up for what the other lacks."""
    content.swap(
        ACTION, "about Li Si.\n", "about Li Si.\n\n## Embassy {#letter-embassy}\n\nLi Si was taken on 1 May 2020.\n"
    )
    content.swap(
        ACTION_ZH, "写信。\n", "写信，李四于2020年5月1日被带走。\n\n## 大使馆 {#letter-embassy}\n\n李四被带走。\n"
    )
    problems = content.load().problems
    assert [(one.line, one.code, one.values["found"]) for one in problems] == [
        (13, "figures-differ", "2020, 5月1日"),
        (17, "figures-differ", "–"),
    ]


@for_each(
    "facts, words, field",
    [
        ('  place: "House 12"', '  place: "13号"', "words.place"),
        (
            "  custody:\n    - id: a\n      facility: House 12\n      authority: Office 3",
            "  custody:\n    a:\n      facility: 12号\n      authority: 四号 4",
            "words.custody.a.authority",
        ),
    ],
)
def test_words_are_compared_one_by_one(facts: str, words: str, field: str, content: Content) -> None:
    """Each at its own field."""
    content.edit(above(CASE, "  sources:", facts)).swap(CASE_ZH, "words:\n", f"words:\n{words}\n")
    problems = content.load().problems
    assert {(one.code, one.field) for one in problems} == {("figures-differ", field)}


def test_nothing_is_compared_with_a_page_that_is_not_there(content: Content) -> None:
    """A translation without its source, or of a page that cannot be read, differs from nothing."""
    content.edit(WANG_WU).swap(CASE_ZH, BODY_ZH, "王小五，2020年。\n")
    assert DIFFER.isdisjoint(codes(content.put(CASE, "no front matter").load()))


@for_each("words", ["words: none", "words:\n  demands: none", "words:\n  events: [a]"])
def test_words_of_another_shape_have_their_own_fault(words: str, content: Content) -> None:
    """What is no mapping is told as that."""
    text = str(content.files[ACTION_ZH])
    content.put(ACTION_ZH, text.replace('words:\n  demands:\n    lawyer: "让李四会见律师。"', words))
    assert "must-be-mapping" in codes(content.load()) or "unknown-word" in codes(content.load())


def test_a_missing_demand_is_told_beside_the_others(content: Content) -> None:
    """Both lines are named; a translation without any words lacks every demand."""
    text = str(content.files[ACTION_ZH])
    content.put(ACTION_ZH, text.replace('words:\n  demands:\n    lawyer: "让李四会见律师。"\n', ""))
    (problem,) = content.load().problems
    assert (problem.code, problem.values["found"], problem.values["path"]) == (
        "demand-missing",
        "lawyer",
        f"content/{ACTION}:13",
    )


@for_each("body", ["…\n", "## 工作 {#work}\n", "…\n\n## … {#work}\n\n…\n"])
def test_what_is_still_to_be_translated_differs_from_nothing(body: str, content: Content) -> None:
    """The place that is held for it has its own warning."""
    content.edit(WEI_ZHILI).swap(CASE, "from the office.", "from the office on 1 May.")
    content.swap(CASE_ZH, "警方从办公室将李四带走。", "…")
    english = "In 2019 Wei Zhili wrote.\n\n## Work {#work}\n\nSee [a](https://example.org/a).\n"
    assert bodies(content, english, body) == []
