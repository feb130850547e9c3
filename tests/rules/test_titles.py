"""A status fades, and a title does not."""

from content_factory import ACTION, CASE, CASE_ZH, UPDATE, Content, codes
from emptychair.text.vocabulary import terms
from for_each import for_each

WORDS = [
    (language, word)
    for row in terms("status_words").values()
    for language in ("en", "zh")
    for word in row.label(language).split("|")
]


@for_each("language, word", WORDS)
def test_a_word_for_a_status_is_told(language: str, word: str, content: Content) -> None:
    """In a description and in the first sentence, in the page's own language."""
    path, old = (CASE, "An organiser of workers.") if language == "en" else (CASE_ZH, "劳工组织者。")
    content.swap(path, old, f"A {word} organiser" if language == "en" else f"{word}的组织者")
    (problem,) = content.load().problems
    assert (problem.code, problem.severity, problem.field) == ("status-in-title", "warning", "description")
    assert problem.values["found"] in word or word in problem.values["found"]


@for_each(
    "body, found",
    [
        ("Li Si is in prison.\n", True),
        ("Li Si was JAILED. More.\n", True),
        ("Li Si organises. In 2020 Li Si was detained.\n", False),
        ("Li Si organises\n\nIn prison.\n", False),
        ("## Work {#work}\n\nLi Si was released. More.\n", True),
        ("Li Si works for the unimprisoned.\n", False),
        ("Li Si works at version 2.0 of a site about detained people.\n", True),
        ("", False),
    ],
)
def test_the_first_sentence(body: str, found: bool, content: Content) -> None:
    """Only the first, to its full stop or the end of its paragraph, and only whole words."""
    content.swap(CASE, "Li Si organised workers.\n", body)
    assert ("status-in-first-sentence" in codes(content.load())) is found


@for_each("body, found", [("李四已获释。", True), ("李四组织工人。后来获释。", False), ("组织者！被捕。", False)])
def test_the_first_sentence_in_chinese(body: str, found: bool, content: Content) -> None:
    """It ends at a full-width sign."""
    content.swap(CASE_ZH, "李四组织工人。\n", f"{body}\n")
    assert ("status-in-first-sentence" in codes(content.load())) is found


def test_news_of_a_day_may_name_a_status(content: Content) -> None:
    """An update is of its day; the text of an action is not looked at, its title is."""
    content.swap(UPDATE, "News of Li Si", "Li Si released").swap(UPDATE, "There is news.", "Li Si was released.")
    content.swap(ACTION, "Li Si organised workers.", "Li Si was detained.")
    assert content.lines() == []
