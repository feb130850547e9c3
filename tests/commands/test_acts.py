"""The acts of an editor on a published record: event, confirm, checked, close."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands.editing_session import EPOCH, files, run
from content_factory import ACTION, CASE, CASE_ZH, MINIMAL, Content, codes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of July 2020."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def changes(before: dict[str, bytes], folder: Path) -> dict[str, str]:
    """The pages that are others now."""
    after = files(folder)
    return {path: data.decode() for path, data in after.items() if before.get(path) != data}


def test_every_flag_of_an_event(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is a key, in the order of the record; a new source stands behind the others."""
    folder = content.write()
    words = "--date 2020-06-20 --reported 2020-06-25 --status released --release-type no-charge --stage case-dropped"
    words += " --how not-prosecuted --verification confirmed --id free --source paper --source radio"
    words += " --source-date 2020-06-25"
    given = [*words.split(), "--text", ' Released "today" ', "--source-title", "Radio: news", "--source-url"]
    before = files(folder)
    status, _, err = run(capsys, "event", "li-si", *given, "https://example.org/a", "--content", folder)
    assert (status, err) == (0, "")
    text = (
        MINIMAL[CASE]
        .replace("updated: 2020-06-01", "updated: 2020-07-01")
        .replace("as_of: 2020-05-01", "as_of: 2020-06-25")
    )
    event = """\
      sources: [paper]
    - id: free
      date: 2020-06-20
      reported: 2020-06-25
      status: released
      stage: case-dropped
      release_type: no-charge
      how: not-prosecuted
      text: "Released \\"today\\""
      verification: confirmed
      sources: [paper, radio]
      added: 2020-07-01
  sources:
"""
    source = """\
      publisher: "A newspaper"
    radio:
      title: "Radio: news"
      date: 2020-06-25
      url: "https://example.org/a"
"""
    text = text.replace("  sources:\n", event).replace('      publisher: "A newspaper"\n', source)
    assert changes(before, folder) == {CASE: text}
    assert codes(content.read(folder)) == ["stale-translation"]


def test_an_event_takes_its_place(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """What came before stands above; its id is a free one, and news that are older move nothing."""
    folder = content.write()
    words = ["--date", "2020-04-30", "--status", "taken-away", "--text", "Followed."]
    assert run(capsys, "event", "li-si", *words, "--content", folder)[0] == 0
    text = (folder / CASE).read_text("utf-8")
    assert text.index("id: taken-away") < text.index("id: taken\n")
    assert "as_of: 2020-05-01" in text
    assert run(capsys, "event", "li-si", *words, "--content", folder)[0] == 0
    assert "id: taken-away-2" in (folder / CASE).read_text("utf-8")


def test_a_newer_source_confirms(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """`as_of` is its date; the translation lacks no word, and stays as current as it was."""
    folder = content.write()
    before = files(folder)
    words = ["--source", "radio", "--source-title", "Radio", "--source-date", "2020-06-25"]
    status, out, err = run(capsys, "confirm", "li-si", *words, "--content", folder)
    assert (status, err) == (0, "")
    assert out == f"written: content/{CASE}\nwritten: content/{CASE_ZH}\n"
    found = changes(before, folder)
    assert "  as_of: 2020-06-25\n" in found[CASE]
    assert '    radio:\n      title: "Radio"\n      date: 2020-06-25\n' in found[CASE]
    assert found[CASE_ZH] == MINIMAL[CASE_ZH].replace("2020-06-01", "2020-07-01")
    assert codes(content.read(folder)) == []


def test_a_source_of_the_page_confirms(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """One that is there already needs its id only."""
    folder = content.swap(CASE, '      publisher: "A newspaper"', "      date: 2020-05-20").write()
    before = files(folder)
    assert run(capsys, "confirm", "li-si", "--source", "paper", "--content", folder)[0] == 0
    assert "  as_of: 2020-05-20\n" in changes(before, folder)[CASE]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["paper"], "the source 'paper' has no date"),
        (["radio"], "the source 'radio' has no date"),
        (["radio", "--source-date", "2020-05-01"], "the source 'radio' is of 2020-05-01, which is not certainly newer"),
        (["radio", "--source-date", "2020-05"], "the source 'radio' is of 2020-05, which is not certainly newer"),
        (["radio", "--source-date", "last week"], "'last week' is not a date"),
        (["radio", "--source-date", "2020-08-01", "--source-title", "R"], "Nothing was changed."),
        (["radio", "--source-date", "2020-06-01"], "Nothing was changed."),
    ],
)
def test_what_does_not_confirm(
    content: Content, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    """Without a date, not newer, of a day to come, without a title: status 1, and everything as it was."""
    folder = content.write()
    before = files(folder)
    status, out, err = run(capsys, "confirm", "li-si", "--source", *words, "--content", folder)
    assert (status, out) == (1, "")
    assert err.startswith(said)
    assert files(folder) == before


def test_a_look_is_written(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Today, or another day; the status is as old as it was."""
    folder = content.write()
    assert run(capsys, "checked", "li-si", "--on", "2020-06-30", "--content", folder)[0] == 0
    assert "  as_of: 2020-05-01\n  checked: 2020-06-30\n" in (folder / CASE).read_text("utf-8")
    assert run(capsys, "checked", "li-si", "--content", folder)[0] == 0
    assert "  as_of: 2020-05-01\n  checked: 2020-07-01\n" in (folder / CASE).read_text("utf-8")
    assert codes(content.read(folder)) == []
    before = files(folder)
    assert run(capsys, "checked", "li-si", "--on", "2020-07-02", "--content", folder)[0] == 1
    assert files(folder) == before


def test_an_action_is_closed_for_each_of_its_cases(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """For one that is named, then for the others, then for none."""
    other = MINIMAL[CASE].replace("Li Si", "Wang Wu").replace("李四", "王五")
    content.put("en/cases/wang-wu.md", other).swap(ACTION, "[li-si]", "[li-si, wang-wu]")
    folder = content.swap(ACTION, "  demands:", '  sources:\n    paper:\n      title: "P"\n  demands:').write()
    words = ["close", "write", "--content", folder, "--text", "It is over."]
    one = ["--case", "wang-wu", "--outcome", "closed-positive", "--date", "2020-06-25", "--source", "paper"]
    assert run(capsys, *words, *one)[0] == 0
    status, out, _ = run(capsys, *words, "--outcome", "closed")
    assert (status, out) == (0, f"written: content/{ACTION}\n")
    outcomes = """\
  outcomes:
    - id: wang-wu
      case: wang-wu
      state: closed-positive
      date: 2020-06-25
      text: "It is over."
      sources: [paper]
    - id: li-si
      case: li-si
      state: closed
      date: 2020-07-01
      text: "It is over."
"""
    assert outcomes in (folder / ACTION).read_text("utf-8")
    status, _, err = run(capsys, *words, "--outcome", "closed")
    assert (status, err) == (1, "every case of this action has an outcome already\n")


def test_only_a_case_of_the_action_is_closed(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """The checks name the other one."""
    folder = content.write()
    before = files(folder)
    words = ["close", "write", "--content", folder, "--text", "a", "--outcome", "closed", "--case", "nobody"]
    status, _, err = run(capsys, *words)
    assert (status, files(folder)) == (1, before)
    assert "action.outcomes.nobody.case: there is no case 'nobody'" in err


@pytest.mark.parametrize("command", [["checked", "li-si"], ["close", "write", "--outcome", "closed", "--text", "a"]])
def test_a_page_without_its_facts_is_refused(
    content: Content, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """With what is wrong with it already."""
    page = '---\ntitle: "A"\nupdated: 2020-06-01\n---\nA.\n'
    folder = content.put(CASE, page).put(ACTION, page).write()
    status, _, err = run(capsys, *command, "--content", folder)
    assert status == 1
    assert "is missing" in err
