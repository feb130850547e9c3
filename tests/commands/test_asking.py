"""Questions of the commands that change a page: one at a time, checked at once, never lost."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from commands.editing_session import EPOCH, files
from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, RECIPIENTS, Content, codes
from emptychair.cli import main

if TYPE_CHECKING:
    from commands.typed_answers import Typed

SOURCE = ("new", "A report", "Radio Free", "2020-06-22", "", "", "")
VERDICT = ("2020-06-20", "in-custody", "sentenced", "Sentenced to three years.", "被判三年。", *SOURCE, "", "", "")
SENTENCE = ("", "", "City Court", "某法院", "fixed-term", "3年6个月", "罚金", "50,000 CNY", "", "", "", "")
CUSTODY = ("The prison", "某监狱", "", "", "", "", "")


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of July 2020."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def test_a_verdict_with_its_sentence_and_a_prison(content: Content, typed: Typed) -> None:
    """One command writes all of it in both languages; the sentence is offered, and the translation lacks nothing."""
    folder = content.write()
    command = ["event", "li-si", "--content", str(folder)]
    status, out, err = typed.run(command, *VERDICT, "sentence, custody", *SENTENCE, *CUSTODY)
    assert (status, err) == (0, "")
    assert "[sentence]" in "".join(typed.prompts)
    assert "git restore" in out
    text = (folder / CASE).read_text("utf-8")
    assert '      stage: sentenced\n      text: "Sentenced to three years."\n' in text
    assert "      sources: [radio-free-2020]\n" in text
    sentence = """\
  sentences:
    - id: sentenced
      event: sentenced
      given: 2020-06-20
      court: "City Court"
      parts:
        - kind: fixed-term
          years: 3
          months: 6
        - kind: fine
          amount: 50000
          currency: "CNY"
      sources: [radio-free-2020]
  custody:
    - id: the-prison
      facility: "The prison"
      from: 2020-06-20
      sources: [radio-free-2020]
"""
    assert sentence in text
    words = """\
    sentenced: "被判三年。"
  sentences:
    sentenced: "某法院"
  custody:
    the-prison: "某监狱"
---
"""
    assert words in (folder / CASE_ZH).read_text("utf-8")
    assert codes(content.read(folder)) == []


def test_a_wrong_answer_is_told_at_once(content: Content, typed: Typed) -> None:
    """In words without file and line; a word of several terms names them; terms are searched in both languages."""
    folder = content.write()
    answers = ["2020-6-20", "2020-06-20", "拘留", "？ arrest", "criminal detention", "-", "It is so."]
    answers += ["", "papr", "paper"]
    status, out, _ = typed.run(["event", "--content", str(folder)], "李四", *answers, "", "", "", "-")
    assert status == 0
    assert "content/" not in out.partition("written:")[0]
    assert "did you mean 2020-06-20?" in out
    assert "judicial-detention (Detention by order of a court (contempt)) or criminal-detention" in out
    assert "  arrested: Formally arrested" in out
    assert "the page has no source 'papr'" in out
    text = (folder / CASE).read_text("utf-8")
    assert "      status: criminal-detention\n" in text
    assert "      sources: [paper]\n" in text


def test_the_way_back_offers_what_was_typed(content: Content, typed: Typed) -> None:
    """Also past the question before; in Chinese with full-width signs."""
    folder = content.write()
    command = ["flag", "li-si", "--content", str(folder), "--lang", "zh"]
    status, _, _ = typed.run(command, "family-not-notified", "2020-05", "＜", "<", "", "", "", "", "paper")
    assert status == 0
    assert typed.prompts[3].endswith("[2020-05]：")
    assert typed.prompts[4].endswith("[family-not-notified]：")
    assert "    - flag: family-not-notified\n      since: 2020-05\n" in (folder / CASE).read_text("utf-8")


def test_an_option_may_come_before_what_it_belongs_to(content: Content, typed: Typed) -> None:
    """A length waits for its part; what the option said is not asked, and a wrong option is."""
    folder = content.write()
    command = ["sentence", "li-si", "--length", "3y", "--given", "June", "--content", str(folder)]
    status, _, err = typed.run(command, "", "2020-06", "", "", "fixed-term", "", "", "paper", "")
    assert status == 0
    assert err.startswith("--given: 'June' is not a date")
    assert "        - kind: fixed-term\n          years: 3\n" in (folder / CASE).read_text("utf-8")


def test_who_stops_loses_no_answer(content: Content, typed: Typed) -> None:
    """Nothing is written; the command that is shown has what was answered, and goes on from there."""
    folder = content.write()
    before = files(folder)
    status, _, err = typed.run(["event", "li-si", "--content", str(folder)], *VERDICT, "sentence", "", "2020-06-19")
    assert (status, files(folder)) == (2, before)
    _, first, second = err.strip().splitlines()[-3:]
    assert shlex.split(second)[1:] == ["sentence", "li-si", "--ask", "--event", "sentenced", "--given", "2020-06-19"]
    status, _, err = typed.run([*shlex.split(first)[1:], "--content", str(folder)])
    assert (status, err) == (0, "")
    status, _, err = typed.run([*shlex.split(second)[1:], "--content", str(folder)], "", "life", "", "", "paper", "")
    assert (status, err) == (0, "")
    assert "      given: 2020-06-19\n" in (folder / CASE).read_text("utf-8")


def test_the_command_goes_on_asking_where_somebody_stopped(content: Content, typed: Typed) -> None:
    """Also with a source that is new; what was answered is not asked again."""
    folder = content.write()
    command = ["event", "li-si", "--content", str(folder)]
    _, _, err = typed.run(command, *VERDICT[:8])
    again = [*shlex.split(err.strip().splitlines()[-1])[1:], "--content", str(folder)]
    assert "--ask" in again
    status, _, err = typed.run(again, "2020-06-22", "", "", "", "", "", "-")
    assert (status, err) == (0, "")
    assert "Date of the source" in typed.prompts[0]
    text = (folder / CASE).read_text("utf-8")
    assert '    radio-free:\n      title: "A report"\n      publisher: "Radio Free"\n      date: 2020-06-22\n' in text


def test_a_block_that_was_offered_is_left_out(content: Content, typed: Typed) -> None:
    """By the way back from its first question; the event is written all the same."""
    folder = content.write()
    status, _, _ = typed.run(["event", "li-si", "--content", str(folder)], *VERDICT, "", "<")
    assert status == 0
    text = (folder / CASE).read_text("utf-8")
    assert "stage: sentenced" in text
    assert "sentences:" not in text


def test_an_action_is_closed_in_both_languages(content: Content, typed: Typed) -> None:
    """The translation stays as current as it was."""
    folder = content.write()
    answers = ("Write for Li Si", "", "closed", "No answer came.", "没有答复。", "")
    status, _, err = typed.run(["close", "--content", str(folder)], *answers)
    assert (status, err) == (0, "")
    assert '      text: "No answer came."\n' in (folder / ACTION).read_text("utf-8")
    assert '  outcomes:\n    li-si: "没有答复。"\n' in (folder / ACTION_ZH).read_text("utf-8")
    assert codes(content.read(folder)) == []


def test_a_source_that_confirms_is_newer(content: Content, typed: Typed) -> None:
    """One without a date, or an older one, is told before anything else is asked."""
    folder = content.write()
    answers = ("paper", "new", "A visit", "", "2020-04-20", "2020-06-29", "", "", "")
    status, out, err = typed.run(["confirm", "li-si", "--content", str(folder)], *answers)
    assert (status, err) == (0, "")
    assert "the source 'paper' has no date" in out
    assert "2020-04-20, which is not certainly newer" in out
    text = (folder / CASE).read_text("utf-8")
    assert "  as_of: 2020-06-29\n" in text
    assert '    a-visit-2020:\n      title: "A visit"\n' in text


def test_cases_and_recipients_are_listed_and_named(content: Content, typed: Typed) -> None:
    """By address and name, by id and office; of an old postal address it is said what readers see."""
    folder = content.swap(RECIPIENTS, "checked: 2020-05-01", "checked: 2019-05-01").write()
    options = ["--content", str(folder), "--slug", "letters", "--title", "Letters", "--until", "2020-07-24"]
    answers = ("", "?", "李四", "", "？ 公安", "公安局", "Let Li Si go.", "", "I am writing about Li Si.")
    status, out, err = typed.run(["new", "action", *options], *answers)
    assert (status, err) == (0, "")
    assert "  li-si: Li Si / 李四\n" in out
    assert "  police: Public Security Bureau · compared with its source on 2019-05-01, more than a year ago" in out
    assert "  · police: compared with its source on 2019-05-01" in out
    text = (folder / "en/actions/letters.md").read_text("utf-8")
    assert "  cases: [li-si]\n" in text
    assert "    - recipient: police\n" in text


def test_only_the_source_is_asked_for_where_there_are_more(content: Content, typed: Typed) -> None:
    """Where options say what happened; those that the page has are shown, and blanks part two of them."""
    content.swap(CASE, "  sources:", '  sources:\n    radio:\n      title: "Radio"')
    folder = content.swap(CASE, "      status: taken-away", "      status: taken-away\n      sources: [paper]").write()
    words = ["event", "li-si", "--date", "2020-06", "--text", "It is so.", "--lang", "zh", "--content", str(folder)]
    status, _, err = typed.run(words, "radio paper")
    assert (status, err) == (0, "")
    assert ["new, radio, paper" in prompt for prompt in typed.prompts] == [True]
    assert "      sources: [radio, paper]\n" in (folder / CASE).read_text("utf-8")


def test_a_name_is_never_offered_as_an_address(content: Content, typed: Typed) -> None:
    """The number is; what was answered before somebody stops is shown as a command."""
    folder = content.write()
    command = ["new", "case", "--content", str(folder)]
    status, _, err = typed.run(command, "public-record", "", "Wang Wu", "")
    assert (status, err.splitlines()[0]) == (1, "stopped; nothing was written.")
    assert typed.prompts[-1].endswith("[c-0001]: ")
    assert "emptychair new case --written-in en --basis public-record --kind person --name 'Wang Wu'" in err


def test_a_page_must_be_named_without_a_terminal(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and one sentence."""
    assert main(["event", "--content", str(content.write())]) == 2
    assert capsys.readouterr().err.strip() == "which case? Without a terminal it must be named"
