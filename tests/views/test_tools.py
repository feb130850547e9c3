"""The table of translations: the same computation as the command, and nothing that a page does not show."""

from __future__ import annotations

from campaign_outputs import article_of, on_day, pages_of, visible
from content_factory import CASE, CASE_ZH, Content
from for_each import for_each

SECOND = """\
    - id: second
      date: 2020-06-03
      text: "A second thing."
  sources:
    paper"""


def stale(content: Content) -> Content:
    """A case with an event that its translation does not have yet."""
    content.swap(CASE, "  sources:\n    paper", SECOND).swap(CASE, "updated: 2020-06-01", "updated: 2020-06-05")
    return content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-06-03")


def table(content: Content, today: str = "2020-06-10", language: str = "en") -> str:
    """The words of the page of translations."""
    return visible(article_of(pages_of(on_day(content, today), language), "translations"))


@for_each(
    "language, words",
    [
        ("en", "older than its source page; 1 text missing; dated later: events.second"),
        ("zh", "早于原文；缺1处；此后的条目：events.second"),
    ],
)
def test_what_has_changed_since_is_named(language: str, words: str, content: Content) -> None:
    """How much is missing, and the entries that are dated after the translated version."""
    assert words in table(stale(content), language=language)


def test_a_later_day_is_not_told_yet(content: Content) -> None:
    """A site built for a day before the event names no event of it."""
    assert "events.second" not in table(stale(content), "2020-06-02")


@for_each("visibility", ["minimal", "paused"])
def test_silence_is_kept(visibility: str, content: Content) -> None:
    """What the page of a case does not show, the table does not name."""
    stale(content).swap(CASE, "  as_of:", f"  visibility: {visibility}\n  as_of:")
    assert "second" not in table(content)


def test_a_translation_that_is_up_to_date_names_nothing(content: Content) -> None:
    """No entry is later than the version that was translated."""
    stale(content).swap(CASE_ZH, "translates: 2020-06-01", "translates: 2020-06-05")
    content.swap(CASE_ZH, "updated: 2020-06-01", "updated: 2020-06-05")
    assert "dated later" not in table(content)
