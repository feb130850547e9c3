"""What a summary must not repeat of people who are withdrawn, or of whom less is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, UPDATE, Content
from emptychair.record.withdrawn_names import with_names
from emptychair.review import withdrawn_search
from emptychair.review.change_summary import create_summary
from emptychair.review.new_warnings import added_warnings
from emptychair.text.problems import Problem

if TYPE_CHECKING:
    from emptychair.as_of.snapshot import Snapshot

DAY = "2020-05-21"
OTHER, OTHER_ZH = CASE.replace("li-si", "wang-wu"), CASE_ZH.replace("li-si", "wang-wu")
NAMES = ("Li Si", "li si", "li-si", "李四", "LI SI", "Lǐ Sì")
WITHHELD = "Not repeated here: it tells of somebody of whom the site would tell less."


@pytest.fixture
def two(content: Content) -> Content:
    """Two people with news about both, and a page that names the first in three ways."""
    swaps = (("Li Si", "Wang Wu"), ("李四", "王五"))
    for path, new in ((CASE, OTHER), (CASE_ZH, OTHER_ZH)):
        text = str(content.files[path])
        for old, name in swaps:
            text = text.replace(old, name)
        content.put(new, text)
    content.swap(CASE, "  kind: person\n", "  aliases:\n    - name: Old Li\n      kind: pen-name\n  kind: person\n")
    content.swap(UPDATE, "cases: [li-si]", "cases: [li-si, wang-wu]").swap(UPDATE, "news.", "news. Old Li spoke.")
    content.put("en/about.md", '---\ntitle: "About"\nupdated: 2020-05-01\n---\nFirst.\n\nLI SI and Lǐ Sì.\n\nLast.\n')
    return content


def withdrawn(content: Content) -> Content:
    """The folder without the first person, and with other words where the name stood."""
    content.remove(CASE, CASE_ZH, ACTION, ACTION_ZH)
    content.swap(UPDATE, "cases: [li-si, wang-wu]", "cases: [wang-wu]").swap(UPDATE, "News of Li Si", "News")
    return content.swap(UPDATE, " Old Li spoke.", "").swap("en/about.md", "LI SI and Lǐ Sì.", "Nobody.")


def test_a_withdrawn_name_stands_in_no_column(two: Content) -> None:
    """Neither in the titles and texts that named the person, in whatever spelling, nor in an address."""
    before = two.snapshot(DAY)
    found = create_summary(before, withdrawn(two).snapshot(DAY), ("en", "zh"))
    assert [name for name in (*NAMES, "Old Li", "organised workers") if name in found] == []
    assert f"| Title | {WITHHELD} | News |" in found
    assert "> Nobody." in found
    assert "First" not in found


def test_a_name_that_was_left_is_blacked_out(two: Content) -> None:
    """In what the site would tell, in the path of a page and in a warning."""
    before = two.snapshot(DAY)
    content = withdrawn(two).swap("en/about.md", "Nobody.", "Nobody, not Li Si.")
    content.put("en/updates/2020-05-21-li-si.md", str(content.files[UPDATE]))
    warning = Problem("content/en/about.md", 6, "", "consent-expired", {"found": "Li Si"})
    found = create_summary(before, content.snapshot(DAY), ("en",), [warning])
    assert [name for name in NAMES if name in found] == []
    assert "> Nobody, not \\[not repeated\\]." in found
    assert "**updates/2020-05-21-\\[not repeated\\]**" in found


def test_of_somebody_who_is_shown_less_no_earlier_word_is_repeated(two: Content) -> None:
    """Whether the page says less or the consent covers less; how much is shown, that is told."""
    before = two.swap(CASE, "scope: [name, story]", "scope: [name, story, health]").snapshot(DAY)
    two.swap(CASE, "story, health]", "story]").swap(CASE, "Li Si organised workers.", "A short text.")
    two.swap("en/about.md", "LI SI and Lǐ Sì.", "Nobody.")
    found = create_summary(before, two.snapshot(DAY), ("en",))
    assert "| What it covers | Name · Story<del> · Health</del> | Name · Story |" in found
    assert "The consent would cover less: Health." in found
    assert [words for words in ("organised", "LI SI", "Lǐ Sì") if words in found] == []
    assert "> A short text." in found


def test_a_name_taken_from_a_page_is_not_repeated(two: Content) -> None:
    """One in the place of another is a correction, which reviewers compare."""
    before = two.snapshot(DAY)
    two.swap(CASE, "  aliases:\n    - name: Old Li\n      kind: pen-name\n", "").swap(UPDATE, " Old Li spoke.", "")
    assert "Old Li" not in create_summary(before, two.snapshot(DAY), ("en",))
    corrected = before
    two.swap(CASE, "  kind: person\n", "  aliases:\n    - name: Old Ly\n      kind: pen-name\n  kind: person\n")
    assert "Old <del>Li</del>" in create_summary(corrected, two.snapshot(DAY), ("en",))


def test_a_name_withdrawn_earlier_is_found_by_its_hash(two: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """In what a page said before, in both scripts; then it is blacked out in the words after it, too."""
    two.swap("en/about.md", "LI SI and Lǐ Sì.", "We thank Zhao Liu and others.\n\n感谢赵六等人。")
    before = two.snapshot(DAY)
    two.swap("en/about.md", "We thank Zhao Liu and others.", "We thank others, Zhao Liu too.")
    after = two.swap("en/about.md", "感谢赵六等人。", "感谢众人。").snapshot(DAY)
    register = with_names(None, "0" * 32, ["Zhao Liu", "赵六"])
    found = create_summary(before, after, ("en",), register=register)
    assert [name for name in ("Zhao", "赵六") if name in found] == []
    assert "> We thank others, \\[not repeated\\] too." in found
    assert "Zhao" in create_summary(before, after, ("en",), register=with_names(None, "0" * 32, ["Qian Qi"]))
    monkeypatch.setattr(withdrawn_search, "TRIED", 1)
    assert WITHHELD in create_summary(before, after, ("en",), register=register)


def test_a_consent_is_a_section_of_its_own(content: Content) -> None:
    """Wider than before, and with the day of another review; of a new page, what it rests on."""
    before: Snapshot = content.snapshot(DAY)
    content.swap(CASE, "[name, story]", "[name, story, photo]").swap(CASE, "basis: public-record", "basis: informed")
    found = create_summary(before, content.snapshot(DAY), ("en",))
    assert "| Basis of consent | <del>Public record only</del> | <ins>Informed consent</ins> |" in found
    assert "The consent would cover more: Photo." in found
    assert "Left unchanged: reviewed." in found
    assert found.index("### Consent") < found.index("Basis of consent")
    content.put(OTHER, str(content.files[CASE]).replace("Li Si", "Wang Wu").replace("李四", "王五"))
    new = create_summary(before, content.snapshot(DAY), ("en",))
    assert "- **cases/wang-wu**: new\n  - A new page." in new


def test_only_warnings_that_the_change_adds() -> None:
    """By file, code and values: not by line, nor by the name of the folder; of equal ones, as many as are new."""

    def told(folder: str, line: int, found: str, code: str = "faded-status") -> Problem:
        return Problem(f"{folder}/en/a.md", line, "", code, {"found": found})

    before = [told("old", 1, "a"), told("old", 2, "b")]
    after = [
        told("content", 9, "a"),
        told("content", 3, "a"),
        told("content", 4, "c"),
        told("content", 5, "d", "hidden-sign"),
    ]
    assert [one.line for one in added_warnings(before, after)] == [4, 9]
