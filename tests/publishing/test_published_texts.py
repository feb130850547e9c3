"""Placeholders, examples of specimens, and sentences of the sample in texts."""

from __future__ import annotations

from content_factory import CASE, Content
from emptychair.publishing.campaign_files import CampaignFiles
from emptychair.publishing.placeholders import MARK, marks, specimen_words
from emptychair.publishing.sample_sentences import Sentence, sentences_of
from for_each import for_each
from obstacles import INDEX, ready


@for_each(
    "text",
    [
        "[YOUR NAME]",
        "[INSERT the date here]",
        "【请填写姓名】",
        "[待补充]",
        "TODO: tell more",
        "他TODO",
        "xxx",
        "XXXX",
        "Lorem ipsum dolor",
    ],
)
def test_a_mark_is_found(text: str) -> None:
    """Whatever templates put where words are still to be written."""
    assert MARK.search(text)


@for_each(
    "text",
    [
        "[your name]",
        "[YOUR RIGHTS](rights.md)",
        "Article XXX",
        "mastodons",
        "[CHRD]",
        "todos",
        "xxxl",
        "资料待补充",
    ],
)
def test_words_are_no_marks(text: str) -> None:
    """What a letter asks of its signer, links, numbers, parts of words."""
    assert not MARK.search(text)


def test_code_and_urls_may_hold_marks(content: Content) -> None:
    """They show signs as they are."""
    body = "Li Si wrote `TODO` here.\n\n[A page](https://chairs.cat/xxx/TODO)\n"
    ready(content).swap(CASE, "Li Si organised workers.\n", body)
    assert list(marks(CampaignFiles(content.load(), None))) == []


@for_each(
    "line, field",
    [
        ('  place: "A town"', "case.place"),
        ('  aliases:\n    - name: "A pen name"\n      kind: pen-name', "case.aliases.1.name"),
    ],
)
def test_an_example_that_was_not_replaced_is_found(content: Content, line: str, field: str) -> None:
    """Wherever its key stands."""
    ready(content).swap(CASE, "  as_of: 2020-05-01\n", f"  as_of: 2020-05-01\n{line}\n")
    assert [problem.field for problem in specimen_words(CampaignFiles(content.load(), None))] == [field]


def test_an_example_under_another_key_or_true_of_many_pages_is_none(content: Content) -> None:
    """A town may be in a sentence; a usual phrase is nobody's."""
    ready(content).swap(CASE, "Police took Li Si from the office.", "A town")
    content.swap(CASE, '"An organiser of workers."', '"Editor of a website about workers\' rights."')
    assert list(specimen_words(CampaignFiles(content.load(), None))) == []


def test_sentences_with_their_lines(content: Content) -> None:
    """Of the description and the body, in both scripts, wrapped or not; what is short is left out."""
    text = (
        '---\ntitle: "Home"\ndescription: "A page for each person."\nupdated: 2020-06-01\n---\n'
        "## Safety {#safety}\n\nOne sentence is here. A second is\nwrapped! Short.\n\n- [A link](a.md) in a list\n\n"
        "第一句说明这里是什么。第二句换一行\n再说一次。\n"
    )
    entry = content.put(INDEX, text).load().index.entries["index"]["en"]
    assert [(one.text, one.field, one.line) for one in sentences_of(entry)] == [
        ("A page for each person.", "description", 3),
        ("One sentence is here.", "", 8),
        ("A second is wrapped!", "", 8),
        ("- [A link] in a list", "", 11),
        ("第一句说明这里是什么。", "", 13),
        ("第二句换一行 再说一次。", "", 13),
    ]


def test_a_sentence_is_known_in_another_form() -> None:
    """Case, blanks, marks and punctuation do not make it another; a word does."""
    digest = Sentence("This sample takes no reports.", "", 1).digest
    assert Sentence("**This sample**\ntakes no reports!", "", 9).digest == digest
    assert Sentence("This campaign takes no reports.", "", 1).digest != digest
