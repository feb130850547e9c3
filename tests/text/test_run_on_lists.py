"""Lists that no empty line parts from the paragraph above."""

from emptychair.text.run_on_lists import ITEM, PLAIN_ITEM, run_on_lists
from for_each import for_each


@for_each(
    "text, found",
    [
        ("He organised:\n- workers\n- drivers", [(1, "-")]),
        ("他组织过：\n- 工人", [(1, "-")]),
        ("He organised\n* workers\n* drivers\n\nand:\n1. cooks", [(1, "*"), (5, "1.")]),
        ("One:\n- two\n  goes on\n- three", [(1, "-")]),
    ],
)
def test_a_list_that_runs_on(text: str, found: list[tuple[int, str]]) -> None:
    """Each is found once, at its first item."""
    assert list(run_on_lists(text, ITEM)) == found


@for_each(
    "text",
    [
        "",
        "- one\n- two",
        "Words:\n\n- one\n- two",
        "- one\n  goes on\n- two",
        "## Heading\n- one\n- two",
        "taken on\n1. May",
        "Nobody\n- not even she - knows",
        "in the spring of\n2020. Since then",
        "a line:\n-5 degrees",
    ],
)
def test_what_is_no_list_that_runs_on(text: str) -> None:
    """A list in its place, and a wrapped line that begins with a dash or a number."""
    assert list(run_on_lists(text, ITEM)) == []


def test_chinese_numbers_are_items_of_plain_texts_only() -> None:
    """Markdown shows each line as it is written; a letter joins them."""
    text = "我请您：\n一、释放他；\n二、赔偿他。"
    assert list(run_on_lists(text, ITEM)) == []
    assert list(run_on_lists(text, PLAIN_ITEM)) == [(1, "一、")]
