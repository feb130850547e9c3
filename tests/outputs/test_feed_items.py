"""The items of a feed: their dates, titles and words."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

from campaign_outputs import elements, files, files_of, on_day, visible, with_events
from content_factory import ACTION, ACTION_ZH, CASE, SETTINGS, UPDATE, Content, Edit
from emptychair.outputs.feed_items import LIMIT
from emptychair.text.problems import errors
from for_each import for_each
from outputs.invented_feeds import entries, parsed

TITLE = "[Sample] News of Li Si (20 May 2020)"


def items(made: dict[str, bytes], path: str = "feed.json") -> dict[str, Any]:
    """The items of a JSON feed by the end of their ids."""
    return {one["id"].partition(":en:")[2]: one for one in json.loads(made[path])["items"]}


def day_of(item: Any) -> date:
    """The day on which an item is dated."""
    return datetime.fromisoformat(item["date_published"]).date()


@for_each(
    "added, reported, expected",
    [("2020-06-01", "", "2020-06-01"), ("2020-01-01", "", "2020-05-01"), ("2020-01-01", "2020-05-20", "2020-05-20")],
)
def test_an_event_is_dated_by_the_latest_of_its_days(
    content: Content, added: str, reported: str, expected: str
) -> None:
    """When it happened, was reported, was added: the latest."""
    content.swap(CASE, "added: 2020-06-01", f"added: {added}")
    if reported:
        content.swap(CASE, "      status: taken-away", f"      status: taken-away\n      reported: {reported}")
        content.swap(CASE, "as_of: 2020-05-01", f"as_of: {reported}")
    found = items(files_of(content.snapshot("2020-06-10")))
    assert day_of(found["case:li-si:event:taken"]).isoformat() == expected


def test_an_event_that_was_added_later_is_dated_by_that(content: Content) -> None:
    """An old event that an editor adds today is new to the readers today."""
    content.swap(CASE, "      status: taken-away", "      status: taken-away\n      added: 2020-06-05")
    content.swap(CASE, "updated: 2020-06-01", "updated: 2020-06-05")
    content.remove("zh/cases/li-si.md")
    found = items(files_of(content.snapshot("2020-06-10")))
    assert day_of(found["case:li-si:event:taken"]) == date(2020, 6, 5)
    assert day_of(found["case:li-si:added"]) == date(2020, 6, 1)


def test_an_earlier_edition_has_earlier_items_only(content: Content) -> None:
    """On the day before it was issued an action is in no feed; nothing is dated after the day of the snapshot."""
    found = items(files_of(content.snapshot("2020-05-09")))
    assert set(found) == {"case:li-si:added", "case:li-si:event:taken"}
    assert all(day_of(one) <= date(2020, 5, 9) for one in found.values())


def test_an_action_is_new_when_it_opens_closes_soon_and_ends(content: Content) -> None:
    """Three items, each from its day on: issued, fourteen days before the deadline, the day after it."""
    content.swap(ACTION, "added: 2020-06-01", "added: 2020-05-10")
    last = date(2020, 6, 24)
    for day, kinds in (
        (last - timedelta(days=15), {"opened"}),
        (last - timedelta(days=14), {"opened", "closing"}),
        (last, {"opened", "closing"}),
        (last + timedelta(days=1), {"opened", "closing", "ended"}),
        (last + timedelta(days=99), {"opened", "closing", "ended"}),
    ):
        found = items(files_of(content.snapshot(day.isoformat())))
        own = {one.rpartition(":")[2]: item for one, item in found.items() if one.startswith("action:")}
        assert set(own) == kinds
        assert day_of(own["opened"]) == date(2020, 5, 10)
        if "closing" in own:
            assert day_of(own["closing"]) == last - timedelta(days=14)
        if "ended" in own:
            assert day_of(own["ended"]) == last + timedelta(days=1)


def test_an_action_that_was_closed_early_never_closed_soon() -> None:
    """An action that ended before its last fortnight has no item that says it closes."""
    found = {one.id.rpartition("both-mirrors:")[2] for one in entries("actions.xml") if "both-mirrors" in one.id}
    assert found == {"opened", "ended"}


def test_an_event_without_status_or_stage_is_titled_by_its_date(content: Content) -> None:
    """A title is never an empty place."""
    made = with_events(
        content, "2020-05-02", "id: taken, date: 2020-05", "id: more, date: 2020-05-02, status: taken-away"
    )
    found = items(files_of(made.snapshot("2020-06-10")))
    assert found["case:li-si:event:taken"]["title"] == "[Sample] Li Si, May 2020"
    assert found["case:li-si:event:more"]["title"].startswith("[Sample] Li Si: ")


def test_signs_of_html_in_a_title_are_words(content: Content) -> None:
    """& and < in a title are shown, never read as markup."""
    content.swap(UPDATE, "News of Li Si", "News & more, 1 > 0 ]]> &amp; “x”")
    made = files_of(content.snapshot("2020-06-10"))
    item = next(one for one in parsed(made["feed.xml"]).entries if ":update:" in one.id)
    assert item.title_detail.value == "[Sample] News & more, 1 > 0 ]]> &amp; “x” (20 May 2020)"
    assert items(made)["update:2020-05-20-news"]["title"] == item.title_detail.value


def test_signs_of_html_in_words_are_words(content: Content) -> None:
    """Descriptions and demands are escaped once: what a reader sees is what an editor wrote."""
    content.swap(ACTION, "Letters for an organiser of workers.", "Letters & <b>more</b> for &amp; workers.")
    content.swap(ACTION, "Let Li Si see a lawyer.", "Let Li Si see a lawyer & a <i>doctor</i>.")
    made = files_of(on_day(content))
    (item,) = [one for one in parsed(made["feed.xml"]).entries if one.id.endswith("write:opened")]
    assert "Letters & <b>more</b> for &amp; workers." in visible(item.summary)
    assert "a lawyer & a <i>doctor</i>." in visible(item.summary)
    assert elements(item.summary, "b") == elements(item.summary, "i") == []


def test_words_in_another_language_say_so(content: Content) -> None:
    """A description or a demand that is not translated carries its language."""
    content.swap(ACTION_ZH, 'words:\n  demands:\n    lawyer: "让李四会见律师。"\n', "")
    made = files_of(on_day(content))
    (item,) = [one for one in parsed(made["zh/actions.xml"]).entries if one.id.endswith("write:opened")]
    paragraphs = [(one.get("lang"), "".join(one.itertext())) for one in elements(item.summary, "p")]
    assert paragraphs[1] == ("en", "Letters for an organiser of workers.")
    assert [(one.get("lang"), "".join(one.itertext())) for one in elements(item.summary, "span")] == [
        ("en", "Let Li Si see a lawyer.")
    ]


def test_fifty_items_are_enough(content: Content) -> None:
    """Above fifty the oldest go."""
    rows = [f"id: e{number}, date: 2020-05-{1 + number // 3:02}" for number in range(60)]
    with_events(content, "2020-05-20", *rows)
    found = parsed(files_of(content.snapshot("2020-06-10"))["cases/li-si.xml"]).entries
    assert len(found) == LIMIT


@for_each("sign", ["\x07", "\x0b", "\x1b", "\ufffe"])
def test_control_signs_do_not_break_a_feed(content: Content, sign: str) -> None:
    """A sign that XML does not know is refused with its file, or left out: the feed stays well-formed."""
    content.swap(CASE, "Li Si organised workers.\n", f"Li Si organised{sign} workers.\n")
    refused = [problem.path for problem in errors(content.load().problems)]
    made = {} if refused else files_of(content.snapshot("2020-06-10"))
    assert refused == [f"content/{CASE}"] or ET.fromstring(made["feed.xml"]).tag == "rss"  # noqa: S314 - our own file


def test_escaped_control_signs_do_not_break_a_feed(content: Content) -> None:
    """The same for an escape in a quoted text."""
    content.swap(CASE, "An organiser of", "An \\x0b organiser of")
    refused = [problem.path for problem in errors(content.load().problems)]
    made = {} if refused else files_of(content.snapshot("2020-06-10"))
    assert refused == [f"content/{CASE}"] or ET.fromstring(made["feed.xml"]).tag == "rss"  # noqa: S314 - our own file


def test_a_story_in_another_language_says_so_or_stays_out() -> None:
    """A feed in Chinese holds no English story that pretends to be Chinese."""
    words = "practised law above"
    assert [one.id for one in entries("feed.xml") if words in one.summary]
    for one in entries("zh/feed.xml"):
        holders = [part for part in elements(one.summary) if words in "".join(part.itertext())]
        assert not holders or any(part.get("lang") == "en" for part in holders), one.id


def test_the_language_of_an_item_is_that_of_its_text() -> None:
    """JSON Feed 1.1, `language` of an item: the language in which it is."""
    found = {one["id"].partition(":zh:")[2]: one for one in json.loads(files()["zh/feed.json"])["items"]}
    item = found.get("action:a-ticket-for-cloud-ladder:opened")
    assert item is None or item["language"] == "en"


def test_the_feeds_of_another_site_id_have_other_ids(content: Content) -> None:
    """Ids hang on the setting `id`, not on an address: a mirror's items are the same items."""
    content.swap(SETTINGS, "tag:example.org,2026:test", "tag:example.org,2026:other")
    found = json.loads(files_of(content.snapshot("2020-06-10"))["feed.json"])
    assert all(one["id"].startswith("tag:example.org,2026:other:en:") for one in found["items"])


def test_an_item_for_an_update_without_words_is_still_one(content: Content) -> None:
    """An update with neither a description nor a body has its title."""
    content.edit(Edit(UPDATE, "There is news.\n", ""))
    assert items(files_of(content.snapshot("2020-06-10")))["update:2020-05-20-news"]["title"] == TITLE


def test_what_entered_late_tells_both_days(content: Content) -> None:
    """An old event that is entered today: its own day in the title, that of its entry in the text; the new ones not."""
    content.swap(CASE, "      status: taken-away", "      status: taken-away\n      added: 2020-09-01")
    content.swap(CASE, "updated: 2020-06-01", "updated: 2020-09-01")
    content.remove("zh/cases/li-si.md")
    found = items(files_of(content.snapshot("2020-09-10")))
    event = found["case:li-si:event:taken"]
    assert event["title"].endswith("(1 May 2020)")
    assert "Entered here on 1 September 2020." in visible(event["content_html"])
    assert "Entered here on" not in visible(found["update:2020-05-20-news"]["content_html"])


def test_items_of_a_sample_say_so(content: Content) -> None:
    """They are read far from the banner of the site: in the title and in the text; of a campaign they do not."""
    for sample in (True, False):
        found = items(files_of(content.snapshot("2020-06-10")))
        said = [one["title"].startswith("[Sample] ") for one in found.values()]
        said += ["This is a sample" in one["content_html"] for one in found.values()]
        assert set(said) == {sample}
        content.swap(SETTINGS, f"sample: {str(sample).lower()}", f"sample: {str(not sample).lower()}")


def test_the_feed_of_a_case_has_its_updates_and_actions(content: Content) -> None:
    """With the ids that they have in the feed of everything, so that no reader shows them as new again."""
    made = files_of(content.snapshot("2020-06-10"))
    own, every = ({one.id for one in parsed(made[path]).entries} for path in ("cases/li-si.xml", "feed.xml"))
    ends = {one.partition(":en:")[2] for one in own}
    assert {"action:write:opened", "update:2020-05-20-news", "case:li-si:event:taken"} <= ends
    assert own <= every
