"""`emptychair sentence`, `charge`, `custody`, `flag` by options: nothing is asked, and all of it passes a check."""

from __future__ import annotations

import io
import shlex
from typing import TYPE_CHECKING

import pytest

from commands.editing_session import EPOCH, files, run
from content_factory import CASE, CASE_ZH, RECIPIENTS, Content, codes

if TYPE_CHECKING:
    from pathlib import Path

PRISON = """\
city-prison:
  kind: prison
  post: prison-governor
  office:
    en: "City Prison"
    zh: "市监狱"
  country: CN
  source:
    title: "A published source"
  checked: 2020-05-01
"""
ACTS = """
event li-si --date 2020-06-20 --stage sentenced --text "Sentenced." --text-zh "被判刑。"
charge li-si --charge 寻衅滋事罪 --as-reported "picking quarrels" --as-reported-zh "寻衅滋事" --stage indicted
charge li-si --charge 煽动颠覆国家政权罪 --stage convicted --event sentenced --replaces picking-quarrels
sentence li-si --event sentenced --part fixed-term --length 42m --part-2 剥夺政治权利 --length-2 2 \
--part-3 罚金 --amount-3 2000usd
custody li-si --facility "The city's jail" --facility-zh "看守所" --from 2020-05
custody li-si --facility "City Prison" --from 2020-06-21 --earlier-until 2020-06-20
flag li-si --flag incommunicado --since 2020-05-02 --until 2020-06
"""
WRITTEN = """\
  charges:
    - id: picking-quarrels
      charge: picking-quarrels
      stage: replaced
      as_reported: "picking quarrels"
      replaced_by: inciting-subversion
    - id: inciting-subversion
      charge: inciting-subversion
      stage: convicted
      event: sentenced
  flags:
    - flag: incommunicado
      since: 2020-05-02
      until: 2020-06
"""
PLACES = """\
  sentences:
    - id: sentenced
      event: sentenced
      given: 2020-06-20
      parts:
        - kind: fixed-term
          months: 42
        - kind: political-rights
          years: 2
        - kind: fine
          amount: 2000
          currency: "USD"
  custody:
    - id: the-citys-jail
      facility: "The city's jail"
      from: 2020-05
      until: 2020-06-20
    - id: city-prison
      facility: city-prison
      from: 2020-06-21
"""


@pytest.fixture
def folder(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign with a prison among its recipients, on the first of July 2020; nobody is at a terminal."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return content.put(RECIPIENTS, f"{content.files[RECIPIENTS]!s}{PRISON}").write()


def test_every_block_by_options(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Labels are understood; what is replaced or left says so; the translation stays as current as it was."""
    for line in ACTS.strip().splitlines():
        status, _, err = run(capsys, *shlex.split(line), "--content", folder)
        assert (status, err) == (0, ""), line
    text = (folder / CASE).read_text("utf-8")
    assert WRITTEN in text
    assert PLACES in text
    translation = (folder / CASE_ZH).read_text("utf-8")
    assert '  charges:\n    picking-quarrels: "寻衅滋事"\n' in translation
    assert '  custody:\n    the-citys-jail: "看守所"\n' in translation
    assert "translates: 2020-07-01" in translation
    assert codes(Content.read(folder)) == []


def test_what_is_missing_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, one sentence, and everything as it was."""
    before = files(folder)
    for words, missing in (
        ("sentence li-si --part fixed-term", "--given, --length"),
        ("charge li-si --stage dropped", "--charge"),
        ("flag li-si", "--flag"),
        ("charge li-si --charge other --source-title A", "which-source"),
    ):
        status, _, err = run(capsys, *words.split(), "--content", folder)
        expected = f"these are missing: {missing}\n" if missing.startswith("--") else "the new source needs an id"
        assert (status, err.startswith(expected)) == (2, True), err
    assert files(folder) == before


def test_what_the_checks_refuse_is_not_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A length that is none, letters without consent, a replaced charge that nobody named."""
    before = files(folder)
    for words, wrong in (
        ("sentence li-si --given 2020-06-20 --part fixed-term --length long", "'long' is not a whole number"),
        ("custody li-si --facility A --letters open", "'letters' is not in it"),
        ("charge li-si --charge other --stage replaced", "replaced_by"),
    ):
        status, _, err = run(capsys, *words.split(), "--content", folder)
        assert status == 1
        assert wrong in err
    assert files(folder) == before


def test_an_event_ends_conditions(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Each that is named gets the date of the event; one that nobody has is refused, and nothing is written."""
    flags = "  flags:\n    - flag: incommunicado\n      since: 2020-05-02\n    - flag: health-concern\n"
    folder = content.swap(CASE, "  sources:\n", f"{flags}  sources:\n").swap(CASE, "story]", "story, health]").write()
    assert codes(content.load()) == []
    event = (
        'event li-si --date 2020-06-20 --stage indicted --text "Met a lawyer." --text-zh "会见了律师。" --flags-ended'
    )
    before = files(folder)
    status, _, _ = run(capsys, *shlex.split(event), "torture-alleged", "--content", folder)
    assert status
    assert files(folder) == before
    status, _, err = run(capsys, *shlex.split(event), "incommunicado", "--content", folder)
    assert (status, err) == (0, "")
    text = files(folder)[CASE].decode()
    assert (
        "flag: incommunicado\n      since: 2020-05-02\n      until: 2020-06-20\n    - flag: health-concern\n  sources"
        in text
    )
    assert text.count("until:") == 1
