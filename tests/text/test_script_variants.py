"""Characters that stand for each other in simplified and traditional Chinese."""

from emptychair.text.script_variants import variants_among


def test_a_row_has_what_is_there_and_what_may_be_typed() -> None:
    """Only the groups of the text; both forms where both are there; those of Taiwan and Hong Kong too."""
    assert variants_among("卫a一") == ["卫|衛衞"]
    assert variants_among("發发") == ["发發|髮"]
    assert [set(row) >= set("裡|裏里") for row in variants_among("裡")] == [True]
    assert variants_among("abc 一二") == []


def test_rows_are_few_and_sorted() -> None:
    """One for each group, whatever the order of the text, so that the same text gives the same bytes."""
    text = "张三被带走之后，家人没有收到任何通知"
    rows = variants_among(text)
    assert rows == sorted(rows) == variants_among(reversed(text))
    assert len(rows) < len(text)
