"""Translations laid out: new ones whole, old ones filled up in place, every other byte as it was."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign_outputs import on_day
from content_factory import ACTION, CASE, CASE_ZH, MINIMAL, Content
from emptychair.as_of.translation_coverage import coverage, words_of
from emptychair.editing.annotated_page import Languages
from emptychair.editing.translation_draft import Filled, Given, create_translation, lay_out_missing
from emptychair.front_matter.document import parse_page
from for_each import for_each
from properties import share_of_examples

if TYPE_CHECKING:
    from emptychair.record.campaign import Record

ZH = Languages("zh", "zh")
SECOND = """\
    - id: second
      date: 2020-05-02
      text: "A second: thing."
    - id: third
      date: 2020-05-03
      text: "A third thing."
"""
RICH = f"""{SECOND}\
  place: "A town"
  charges:
    - id: quarrels
      charge: picking-quarrels
      stage: suspected
      as_reported: "picking quarrels"
  custody:
    - id: first
      facility: police
    - id: house
      facility: "A house"
      authority: "The police"
"""
EVENTS = '    taken: "警方从办公室将李四带走。"\n'


DEEP = "words:\n    events:\n          taken: |\n            # 不是注释\n            文字\n"


def record(content: Content, *more: tuple[str, str, str]) -> Record[Any]:
    """The case of the small campaign, with more in it."""
    for path, old, new in more:
        content.swap(path, old, new)
    return on_day(content).campaign.cases["li-si"]


def rich(content: Content) -> Record[Any]:
    content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-05-03")
    return record(content, (CASE, "  sources:\n    paper", f"{RICH}  sources:\n    paper"))


def filled(found: Record[Any], text: str) -> Filled:
    missing = coverage(found, "zh", {"police"}).missing
    return lay_out_missing(text, found, missing, list(words_of(found, {"police"})))


def test_a_new_twin_has_every_word_with_its_source_above(content: Content) -> None:
    """Empty texts, which count as missing; a place of the register is no word; two words of an item have names."""
    found = rich(content)
    text = create_translation(found, ZH, content.day("2020-06-10"), list(words_of(found, {"police"})))
    document, problems = parse_page("x.md", text)
    assert problems == []
    assert document.meta == {
        "description": "",
        "updated": "2020-06-10",
        "translates": "2020-06-01",
        "words": {
            "events": {"taken": "", "second": "", "third": ""},
            "charges": {"quarrels": ""},
            "custody": {"house": {"facility": "", "authority": ""}},
            "place": "",
        },
    }
    assert '    ## A second: thing.\n    second: ""\n' in text
    assert '      ## The police\n      authority: ""\n' in text
    made = on_day(content.put(CASE_ZH, text)).campaign.cases["li-si"]
    assert coverage(made, "zh", {"police"}).missing == tuple(words_of(found, {"police"}))


def test_the_source_text_of_a_body_is_never_the_body(content: Content) -> None:
    """Headings with their ids and a place for each text; letters are left empty, because they would be sent."""
    more = "Li Si organised workers.\n\n## Why {#why}\n\nBecause --> so.\n\n### Empty {#empty}\n\n## The letter"
    content.swap(ACTION, "Li Si organised workers.\n\n## The letter", more)
    found = on_day(content).campaign.actions["write"]
    text = create_translation(found, ZH, content.day("2020-06-10"), list(words_of(found)))
    document, problems = parse_page("x.md", text)
    assert problems == []
    expected = "…\n\n## … {#why}\n\n…\n\n### … {#empty}\n\n## 信件正文 {#letter}\n"
    assert document.body == expected
    assert "## Because --> so." in text.partition("\n---\n")[0]
    assert "I am writing about Li Si." not in document.body


def test_what_is_given_stands_in_its_place(content: Content) -> None:
    """Words, the body, and notes for the editor."""
    found = record(content)
    words = {("events", "taken", "text"): '他说："好"。', ("body",): "李四。"}
    text = create_translation(
        found, ZH, content.day("2020-06-10"), list(words_of(found)), Given(words, ("a note\n---",))
    )
    document, problems = parse_page("x.md", text)
    assert problems == []
    assert document.meta["words"] == {"events": {"taken": '他说："好"。'}}
    assert document.body == "李四。\n"
    assert "## a note\n## ---\n---\n" in text


def test_missing_words_are_added_in_their_place(content: Content) -> None:
    """Behind the item that stands before it in the source page, and nothing else is touched."""
    found = record(content, (CASE, "  sources:\n    paper", f"{SECOND}  sources:\n    paper"))
    old = MINIMAL[CASE_ZH].replace(EVENTS, EVENTS + '    # a comment of third\n    third: "第三。"  # kept\n')
    made = filled(on_day(content.put(CASE_ZH, old)).campaign.cases["li-si"], old)
    new = '    ## A second: thing.\n    second: ""\n'
    assert made.text == old.replace(EVENTS, EVENTS + new)
    assert (made.placed, made.left) == ((("events", "second", "text"),), ())
    assert found


@pytest.mark.parametrize(
    ("old", "kept"),
    [
        ("words:\n  events:\n" + EVENTS, "words:\n  events:\n" + EVENTS),
        (
            "words:\n  events:\n" + EVENTS,
            "words:\n    events:\n          taken: |\n            # 不是注释\n            文字\n",
        ),
        ("words:\n  events:\n" + EVENTS, ""),
        ("words:\n  events:\n" + EVENTS, 'words:\n  place: "某市"\n\n  # end\n'),
        ('description: "劳工组织者。"\n', ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_layout_in_blocks_is_filled_whole(old: str, kept: str, end: str, content: Content) -> None:
    """Other indents, texts over lines, no words at all, line ends of Windows."""
    rich(content)
    text = MINIMAL[CASE_ZH].replace(old, kept).replace("\n", end)
    made = filled(on_day(content.put(CASE_ZH, text)).campaign.cases["li-si"], text)
    assert made.left == ()
    after = parse_page("x.md", made.text)[0]
    assert set(after.meta["words"]["events"]) == {"taken", "second", "third"}
    assert after.meta["words"]["custody"]["house"] == {"facility": "", "authority": ""}
    assert [line for line in made.text.split(end) if line in text.split(end)] == text.split(end)
    assert ("\n" in made.text.replace("\r\n", "")) == (end == "\n")
    loaded = content.put(CASE_ZH, made.text).load()
    assert [one.code for one in loaded.problems if one.severity == "error"] == []
    # What is laid out already is not laid out again.
    assert loaded.campaign
    assert filled(loaded.campaign.cases["li-si"], made.text).text == made.text


@for_each(
    "words",
    [
        'words: {events: {taken: "带走。"}}\n',
        'words:\n  events: {taken: "带走。"}\n',
        "words: {}\n",
    ],
)
def test_what_has_no_place_is_named(words: str, content: Content) -> None:
    """Entries in braces are not touched: the words are listed instead."""
    content.swap(CASE, "  sources:\n    paper", f"{SECOND}  sources:\n    paper")
    text = MINIMAL[CASE_ZH].replace("words:\n  events:\n" + EVENTS, words)
    made = filled(on_day(content.put(CASE_ZH, text)).campaign.cases["li-si"], text)
    assert made.text == text
    assert ("events", "second", "text") in made.left
    assert made.placed == ()


def test_a_second_word_of_an_item_that_is_one_text_has_no_place(content: Content) -> None:
    """The text would have to be moved."""
    rich(content)
    text = MINIMAL[CASE_ZH].replace("words:\n", 'words:\n  custody:\n    house: "一所房子"\n')
    made = filled(on_day(content.put(CASE_ZH, text)).campaign.cases["li-si"], text)
    assert made.left == (("custody", "house", "authority"),)
    assert '    house: "一所房子"\n' in made.text


def test_line_ends_of_old_machines_are_left_alone(content: Content) -> None:
    """A carriage return alone ends a line for the reader, and not for editors: nothing is added."""
    content.swap(CASE, "  sources:\n    paper", f"{SECOND}  sources:\n    paper")
    text = MINIMAL[CASE_ZH].replace("\n", "\r")
    made = filled(on_day(content.put(CASE_ZH, text)).campaign.cases["li-si"], text)
    assert (made.text, made.placed) == (text, ())


LAYOUTS = st.fixed_dictionaries(
    {
        "indent": st.sampled_from(["", " ", "  ", "      "]),
        "quote": st.sampled_from(['"', "'", ""]),
        "comment": st.sampled_from(["", "# a comment\n", "\n", "  ## deeper\n", "# a\n\n# b\n"]),
        "kept": st.sets(st.sampled_from(["taken", "second", "third"]), min_size=1),
        "tail": st.sampled_from(["", "title_note", "\n\n", "# end\n"]),
        "last": st.sampled_from(["李四组织工人。\n", "李四组织工人。", "---\n\n正文\n"]),
    }
)


@share_of_examples(3)
@given(LAYOUTS)
def test_every_other_byte_stays(layout: dict[str, Any]) -> None:
    """In many layouts: taking the added lines out gives the old text, and only empty texts came in."""
    step = layout["indent"] or "  "
    rows = [f"{step * 2}{name}: {layout['quote']}译文{layout['quote']}\n{layout['comment']}" for name in layout["kept"]]
    tail = "" if layout["tail"] == "title_note" else layout["tail"]
    head = f"---\nupdated: 2020-06-01\n{layout['comment']}translates: 2020-06-01\nwords:\n{step}events:\n"
    old = head + "".join(rows) + tail + "---\n" + layout["last"]
    order = [("events", name, "text") for name in ("taken", "second", "third")]
    missing = [path for path in order if path[1] not in layout["kept"]]
    made = lay_out_missing(old, SMALL, missing, order)
    assert made.placed == tuple(missing)
    before, after = parse_page("x.md", old)[0], parse_page("x.md", made.text)[0]
    assert after.body == before.body
    assert after.meta["words"]["events"] == before.meta["words"]["events"] | {path[1]: "" for path in missing}
    lines = iter(made.text.split("\n"))
    assert all(line in lines for line in old.split("\n"))
    assert len(made.text.split("\n")) == len(old.split("\n")) + 2 * len(missing)


def _small() -> Record[Any]:
    with tempfile.TemporaryDirectory() as folder:
        content = Content(Path(folder))
        return record(content, (CASE, "  sources:\n    paper", f"{SECOND}  sources:\n    paper"))


SMALL = _small()
