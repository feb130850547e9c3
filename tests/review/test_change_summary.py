"""What readers would see otherwise, as a reviewer reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import markdown
import pytest

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, RECIPIENTS, UPDATE, Content
from emptychair.record.campaign import Picture
from emptychair.review import change_block, change_summary
from emptychair.review.change_block import block_of
from emptychair.review.change_summary import create_summary
from emptychair.review.changes import SECTIONS, Change, changes_of
from emptychair.review.page_text import Line, PageText, page_texts
from emptychair.review.withheld import Withheld
from emptychair.text.problems import Problem
from emptychair.text.strings import Strings
from golden_files import assert_golden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from emptychair.as_of.snapshot import Snapshot

DAY = "2020-05-21"
EVENT = """\
    - id: rsdl
      date: 2020-05-11
      status: rsdl
      text: "Police gave notice of it."
"""


@pytest.fixture
def before(content: Content) -> Snapshot:
    """The small folder on a day."""
    return content.snapshot(DAY)


def summary(before: Snapshot, content: Content, *languages: str) -> str:
    """The summary of what was changed in the folder since."""
    return create_summary(before, content.snapshot(DAY), languages or ("en",))


def test_no_change(before: Snapshot, content: Content) -> None:
    """It says so, in every language."""
    found = summary(before, content, "en", "zh")
    assert "Nothing that readers see changes." in found
    assert "读者看到的内容没有变化。" in found


def test_a_change_as_it_was(before: Snapshot, content: Content) -> None:
    """A new event, another address and another deadline, whole, in both languages."""
    content.swap(CASE, "  sources:\n", f"{EVENT}  sources:\n").swap(CASE, "as_of: 2020-05-01", "as_of: 2020-05-11")
    content.swap(CASE_ZH, "  events:\n", '  events:\n    rsdl: "警方作了告知。"\n')
    content.swap(RECIPIENTS, "1 Long Road", "2 Long Road").swap(ACTION, "until: 2020-06-24", "until: 2020-06-30")
    assert_golden("summary.md", summary(before, content, "en", "zh"))


def test_recipients_come_first(before: Snapshot, content: Content) -> None:
    """An address that was changed is what a reviewer must not miss."""
    content.swap(RECIPIENTS, "1 Long Road", "2 Long Road").swap(CASE, "An organiser", "A friend")
    found = summary(before, content)
    assert found.index("### Where letters go") < found.index("### People")
    assert "| address.latin.1 | <del>1</del> Long Road | <ins>2</ins> Long Road |" in found


def test_a_reason_is_seen_by_reviewers(before: Snapshot, content: Content) -> None:
    """With the rule that it answers, whether it is new or other words; one that stands is not told again."""
    content.swap(CASE, "status: taken-away", "status: taken-away\n      stage: sentenced")
    reason = 'because:\n  verdict-without-sentence: "No source *names* the term."\n'
    content.swap(CASE, "updated: 2020-06-01\n", f"updated: 2020-06-01\n{reason}")
    found = summary(before, content, "en", "zh")
    assert "### Checks that a page answers with a reason" in found
    assert "- **cases/li-si**: A verdict without its sentence: “No source \\*names\\* the term.”" in found
    assert "没有写明刑罚的判决" in found
    assert "answers with a reason" not in summary(content.snapshot(DAY), content)


def test_a_text_is_told_as_readers_would_see_it(before: Snapshot, content: Content) -> None:
    """Each letter and text as a word diff in its language; what stays is passed over."""
    content.swap(CASE, "Li Si organised workers.", "Li Si organised many workers.")
    content.swap(ACTION, "I am writing about Li Si.", "I am writing to you about Li Si.\n\nExecute him.")
    content.swap(ACTION_ZH, "我为李四的事写信。", "我为李四一案写信。")
    english, chinese = summary(before, content), summary(before, content, "zh")
    assert "> Li Si organised <ins>many </ins>workers." in english
    letter = ["**Letter to Public Security Bureau**", "", "> …", ">", "> I am writing <ins>to you </ins>about Li Si."]
    assert "\n".join([*letter, ">", "> <ins>Execute him.</ins>", ">", "> …"]) in english
    assert "> 我为李四<del>的事</del><ins>一案</ins>写信。" in chinese
    assert "Execute" not in chinese


def test_one_letter_to_several_offices_is_told_once(before: Snapshot, content: Content) -> None:
    """With the names of all that get it, when it changes and when it is new; no word of it is left out."""
    one = str(content.files[RECIPIENTS])
    content.put(
        RECIPIENTS, one + one.replace("police:", "court:", 1).replace("Public Security Bureau", "A court")
    ).swap(ACTION, "    - recipient: police\n", "    - recipient: police\n    - recipient: court\n")
    two = content.snapshot(DAY)
    content.swap(ACTION, "I am writing", "I write")
    changed = summary(two, content)
    assert changed.count("I <del>am writing</del><ins>write</ins> about Li Si.") == 1
    assert "**Letter to Public Security Bureau · Letter to A court**" in changed
    added = summary(before, content)
    assert "**Letter to A court**" in added
    assert added.count("> I write about Li Si.") == 1


def test_a_new_page(before: Snapshot, content: Content) -> None:
    """Everything that it tells, with nothing before."""
    content.put("en/cases/wang-wu.md", str(content.files[CASE]).replace("Li Si", "Wang Wu").replace("李四", "王五"))
    content.put("zh/cases/wang-wu.md", str(content.files[CASE_ZH]).replace("李四", "王五"))
    found = summary(before, content)
    assert "- **cases/wang-wu** Wang Wu: new" in found
    assert "| Name |  | Wang Wu · 王五 |" in found


def test_of_a_withdrawn_page_nothing_is_repeated(before: Snapshot, content: Content) -> None:
    """Neither the name, the address nor the title of what goes: the summary would send it to every reviewer again."""
    content.remove(*[path for path in content.files if path not in ("campaign.yml", RECIPIENTS)])
    content.put("en/about.md", '---\ntitle: "About"\nupdated: 2020-05-01\n---\nText.\n')
    content.put("zh/about.md", '---\ntitle: "关于"\nupdated: 2020-05-01\ntranslates: 2020-05-01\n---\n正文。\n')
    found = summary(before, content, "en", "zh")
    assert "### People\n\n- 1 is removed; nothing of it is repeated here, nor its address.\n" in found
    assert "移除1项" in found
    assert not [one for one in ("Li Si", "li-si", "李四", "organiser", "write", "police took") if one in found]


@pytest.mark.parametrize("visibility", ["minimal", "paused"])
def test_of_a_page_that_shows_less_nothing_is_repeated(before: Snapshot, content: Content, visibility: str) -> None:
    """Who asked for silence is not quoted in the summary."""
    content.swap(CASE, "  as_of: 2020-05-01", f"  visibility: {visibility}\n  as_of: 2020-05-01")
    found = summary(before, content)
    assert "- **cases/li-si**: shown less than before" in found
    assert "Police took" not in found


def test_a_page_that_shows_more(before: Snapshot, content: Content) -> None:
    """The other way round, everything that becomes visible is told."""
    content.swap(CASE, "  as_of: 2020-05-01", "  visibility: minimal\n  as_of: 2020-05-01")
    found = create_summary(content.snapshot(DAY), before, ("en",))
    assert "Police took Li Si from the office." in found
    assert "| Shown | <del>Minimal (name, status, charge, sources)</del> | <ins>Full</ins> |" in found


STARTS = ("- ", "+ ", "1. ", "12) ", "=== ", "--- ", "# ", "> ", "    ", "| ")
HOSTILE = "a | b <img src=x> [c](http://d.example) www.e.example ![e](f) `g` **h** @i #1 \u2067 $x$"


def test_what_somebody_typed_is_only_text(before: Snapshot) -> None:
    """No table cell, link, picture or element can be made by a text."""
    told = page_texts(before, "en")["cases/li-si"]
    line = Line("Name", HOSTILE + "\n\n# heading\n| x | y | z |")
    texts = {str(at): Line("Text", start + HOSTILE, long=True) for at, start in enumerate(STARTS)}
    text = Line("Text", str(told.lines["text"].words) + "\n" + HOSTILE + "</del><ins>", long=True)
    after = PageText(told.kind, told.location, HOSTILE, {**told.lines, "name": line, **texts, "text": text}, told.shown)
    block = block_of(Change(told, after), Withheld(), [HOSTILE], Strings("en", "summary"))
    html = markdown.markdown(block, extensions=["tables"])
    assert html.count("<td>") == 3
    assert html.count("<li>") == 2
    assert not [tag for tag in ("<img", "<a ", "<code", "<em", "<h1", "<h2", "<ol", "<hr") if tag in html], html
    assert "\\u2067" in html
    # A code host makes links of these without any markup.
    assert "://" not in block.replace("\\://", "")
    assert "www." not in block


def test_one_long_change_leaves_room_for_others(
    before: Snapshot, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is cut off is said."""
    content.swap(CASE, "Li Si organised workers.", "Li Si organised workers.\n\n" + "More of it. " * 60)
    content.swap(ACTION, "until: 2020-06-24", "until: 2020-06-30")
    monkeypatch.setattr(change_block, "BLOCK", 500)
    found = summary(before, content)
    assert "The rest of this change has no room here" in found
    assert "<ins>30</ins> June 2020" in found


def test_a_long_summary_says_what_it_leaves_out(
    before: Snapshot, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is room for so much; recipients come before it ends."""
    content.swap(RECIPIENTS, "1 Long Road", "2 Long Road").swap(CASE, "An organiser", "A friend")
    content.swap(ACTION, "until: 2020-06-24", "until: 2020-06-30")
    monkeypatch.setattr(change_summary, "ROOM", 400)
    found = summary(before, content)
    assert "<ins>2</ins> Long Road" in found
    assert "And 2 more changes" in found
    assert "A friend" not in found


def test_changes_are_in_the_order_of_sections(before: Snapshot, content: Content) -> None:
    """Then by address."""
    empty = changes_of({}, page_texts(before, "en"))
    assert [change.page.kind for change in empty] == sorted((change.page.kind for change in empty), key=SECTIONS.index)
    assert UPDATE.removeprefix("en/").removesuffix(".md") in [change.page.location for change in empty]


def test_a_change_of_nothing_is_an_error() -> None:
    """There is no page without a before and an after."""
    with pytest.raises(ValueError, match="before=None"):
        _ = Change(None, None).page


def test_lists_are_limited(before: Snapshot, content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Warnings as far as there is room, each cut where it is long: a summary that is too great is not shown at all."""
    warnings = [Problem(f"content/en/{at}.md", 1, "", "consent-expired", {"found": "2020"}) for at in range(3)]
    monkeypatch.setattr(change_summary, "LIST_ROOM", 300)
    monkeypatch.setattr(change_summary, "ITEM", 40)
    found = create_summary(before, content.snapshot(DAY), ("en", "zh"), warnings)
    assert "- **content/en/1.md:1**: " in found
    assert "- And 1 more.\n" in found
    assert "…\n- 另有" in found
    assert "content/en/2.md" not in found


def test_a_picture_with_other_bytes_is_told(before: Snapshot, content: Content) -> None:
    """By size and digest, under the same name; a new one too, with what to look for. Of one that goes, nothing."""
    first, other = picture_snapshots(before)
    found = create_summary(first, other, ("en",))
    assert "- **assets/one.jpg**: changed" in found
    assert "| SHA-256 begins with | <del>aaaaaaaaaaaa</del> | <ins>bbbbbbbbbbbb</ins> |" in found
    assert "Look at each" in create_summary(before, first, ("en",))
    assert "one.jpg" not in create_summary(first, before, ("en",))


def picture_snapshots(snapshot: Snapshot) -> Iterator[Snapshot]:
    """The snapshot with a picture, and with another of the same name."""
    for digest in ("a" * 64, "b" * 64):
        campaign = replace(snapshot.campaign, pictures={"one.jpg": Picture("one.jpg", 4, 3, digest)})
        yield replace(snapshot, campaign=campaign)
