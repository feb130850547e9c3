"""Pairs of pages: what is missing, what is old, what is whole."""

from __future__ import annotations

from campaign_outputs import campaign, on_day
from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, UPDATE, Content
from emptychair.as_of.translation_coverage import coverage, words_of
from for_each import for_each


def test_a_source_page_is_whole() -> None:
    """Nothing is missing in the language in which a page was written."""
    for record in campaign().records():
        found = coverage(record, record.source)
        assert (found.state, found.missing) == ("source", ())


def test_a_page_that_nobody_translated_lacks_every_word(content: Content) -> None:
    """Title, description, every word of its facts, and the body."""
    record = content.snapshot("2020-06-10").campaign.updates["2020-05-20-news"]
    found = coverage(record, "zh")
    assert (found.state, found.missing) == ("missing", (("title",), ("body",)))
    assert UPDATE in content.files


def test_a_translation_is_complete(content: Content) -> None:
    """Every word that the source page has."""
    assert coverage(content.snapshot("2020-06-10").campaign.cases["li-si"], "zh").state == "complete"


@for_each(
    "path, old, missing",
    [
        (CASE_ZH, 'description: "劳工组织者。"\n', ("description",)),
        (CASE_ZH, '    taken: "警方从办公室将李四带走。"\n', ("events", "taken", "text")),
        (ACTION_ZH, 'title: "为李四写信"\n', ("title",)),
        (ACTION_ZH, '    lawyer: "让李四会见律师。"\n', ("demands", "lawyer", "text")),
    ],
)
def test_one_word_is_missing(content: Content, path: str, old: str, missing: tuple[str, ...]) -> None:
    """Partial, with the path of that word."""
    new = "" if old.startswith(("d", "t")) else "    {}\n"
    made = on_day(content.swap(path, old, new)).campaign if new == "" else None
    if made is None:
        text = str(content.files[path])
        made = on_day(content.put(path, text[: text.index("words:")] + "words: {}\n---\n正文。\n")).campaign
    record = made.cases["li-si"] if path == CASE_ZH else made.actions["write"]
    found = coverage(record, "zh")
    assert found.state == "partial"
    assert missing in found.missing


def test_an_old_translation_is_stale(content: Content) -> None:
    """Made from an older source page; what is missing is counted as well."""
    made = on_day(content.swap(CASE_ZH, "translates: 2020-06-01", "translates: 2020-05-01")).campaign
    found = coverage(made.cases["li-si"], "zh")
    assert (found.state, found.missing) == ("stale", ())


def test_an_empty_word_is_missing(content: Content) -> None:
    """A text of nothing is no translation."""
    made = on_day(content.swap(CASE_ZH, 'taken: "警方从办公室将李四带走。"', 'taken: ""')).campaign
    assert coverage(made.cases["li-si"], "zh").missing == (("events", "taken", "text"),)


def test_a_place_of_the_register_needs_no_translation(content: Content) -> None:
    """Its words stand in recipients.yml in every language; a place in words needs one."""
    row = '  custody:\n    - id: a\n      facility: police\n    - id: b\n      facility: "A house"\n  sources:'
    record = on_day(content.swap(CASE, "  sources:", row)).campaign.cases["li-si"]
    assert ("custody", "a", "facility") not in set(words_of(record, {"police"}))
    assert ("custody", "b", "facility") in set(words_of(record, {"police"}))
    assert ("custody", "a", "facility") in set(words_of(record))


def test_names_that_stand_one_level_down(content: Content) -> None:
    """The title of a document outside, notes, a place."""
    row = '  notes: "A note."\n  follows:\n    title: "Before"\n  cases: [li-si]'
    record = on_day(content.swap(ACTION, "  cases: [li-si]", row)).campaign.actions["write"]
    assert {("notes",), ("follows", "title")} <= set(words_of(record))
    assert {("notes",), ("follows", "title")} <= set(coverage(record, "zh").missing)


def test_a_slug_is_no_word(content: Content) -> None:
    """What is followed by its slug has its title on its own page."""
    record = on_day(content.swap(ACTION, "  cases: [li-si]", "  follows: write\n  cases: [li-si]")).campaign
    assert ("follows", "title") not in set(words_of(record.actions["write"]))


def test_the_title_of_a_case_is_its_name() -> None:
    """No case lacks a title."""
    for record in campaign().cases.values():
        assert ("title",) not in set(words_of(record))
