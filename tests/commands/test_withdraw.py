"""`emptychair withdraw` on a real folder, and what keeps a name from coming back by mistake."""

from __future__ import annotations

import re

import pytest
import yaml

from commands.editing_session import EPOCH, files, on_a_terminal, run
from content_factory import CASE, MINIMAL, Content, codes
from emptychair.text.strings import Strings


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of July 2020."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def two(content: Content) -> Content:
    """A second person, whose page names the first."""
    other = MINIMAL[CASE].replace("Li Si", "Wang Wu").replace("李四", "王五")
    return content.put("en/cases/wang-wu.md", other.replace("---\nWang", "---\nWith [Li Si](li-si.md), Wang"))


def test_a_person_goes(two: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """The pages are gone, the register names nobody, and what is left elsewhere is told."""
    folder = two.write()
    status, out, err = run(capsys, "withdraw", "li-si", "--yes", "--content", folder)
    assert (status, err) == (0, "")
    assert set(files(folder)) == {"campaign.yml", "recipients.yml", "withdrawn.yml", "en/cases/wang-wu.md"}
    assert "  content/en/cases/wang-wu.md:25" in out
    assert out.endswith(Strings("en", "editing")("withdraw-elsewhere") + "\n")
    for holder in ("git:", "forks", "archive.org", "feed readers"):
        assert holder in out
    text = (folder / "withdrawn.yml").read_text("utf-8")
    assert len(yaml.safe_load(text)["names"]) == 2
    assert not re.search("li.?si|李四", text, re.IGNORECASE)
    assert codes(two.read(folder)) == []


def test_a_name_does_not_come_back_by_mistake(two: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither under the slug, nor under another with the name; the salt stays, so that a second one can be added."""
    folder = two.write()
    assert run(capsys, "withdraw", "li-si", "--yes", "--content", folder)[0] == 0
    first = yaml.safe_load((folder / "withdrawn.yml").read_text("utf-8"))
    (folder / "en/cases/c-0042.md").write_text(MINIMAL[CASE].replace("Li Si", "LI SI"), "utf-8")
    assert codes(two.read(folder)) == ["not-to-be-added"]
    (folder / "en/cases/c-0042.md").unlink()
    assert run(capsys, "withdraw", "wang-wu", "--yes", "--content", folder)[0] == 0
    second = yaml.safe_load((folder / "withdrawn.yml").read_text("utf-8"))
    assert second["salt"] == first["salt"]
    assert set(first["names"]) < set(second["names"])


def test_two_campaigns_have_two_salts(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """One table of hashes does not serve for both."""
    salts = set()
    for _ in range(2):
        folder = content.write()
        assert run(capsys, "withdraw", "li-si", "--yes", "--content", folder)[0] == 0
        salts.add(yaml.safe_load((folder / "withdrawn.yml").read_text("utf-8"))["salt"])
    assert len(salts) == 2


@pytest.mark.parametrize(("language", "word"), [("en", "withdraw"), ("zh", "撤出")])
def test_it_shows_the_list_and_asks(two: Content, language: str, word: str) -> None:
    """The word that is asked for, in the language that is asked for; anything else changes nothing."""
    folder = two.write()
    before = files(folder)
    say = Strings(language, "editing")
    status, shown = on_a_terminal(folder, ["withdraw", "li-si", "--lang", language], ["yes"])
    assert (status, files(folder)) == (2, before)
    assert say("withdraw-goes") in shown
    assert f"  content/{CASE}" in shown
    assert say("nothing-changed") in shown
    status, shown = on_a_terminal(folder, ["withdraw", "li-si", "--lang", language], [word])
    assert status == 0, shown
    assert not (folder / CASE).exists()


def test_what_would_break_a_page_is_refused(two: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that cannot be made words by itself: nothing is written, and its line is told."""
    two.swap("en/cases/wang-wu.md", "[Li Si](li-si.md)", "[Li Si][him]").swap(
        "en/cases/wang-wu.md", "organised workers.\n", "organised workers.\n\n[him]: li-si.md\n"
    )
    folder = two.write()
    before = files(folder)
    status, _, err = run(capsys, "withdraw", "li-si", "--yes", "--content", folder)
    assert (status, files(folder)) == (1, before)
    assert "content/en/cases/wang-wu.md:27: the link 'li-si.md' leads to no page" in err
