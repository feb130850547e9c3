"""Letters on a day: files of open actions only, addresses that are new enough, people in office."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from campaign_outputs import TODAY, article_of, campaign, files, files_of, on_day, pages_of, snapshot, text_file
from content_factory import ACTION, CASE, RECIPIENTS, SETTINGS, Content, Edit
from emptychair.views.letters import in_office, letters_of, salutation
from for_each import for_each
from views.invented_letters import CHARACTERS, LATIN, blocks, letters_to, lines_of, recipient

if TYPE_CHECKING:
    from emptychair.as_of.action_states import ActionAsOf


def states(day: date = TODAY) -> dict[str, ActionAsOf]:
    """The actions of the invented campaign on a day."""
    return dict(snapshot(day).actions)


@for_each("slug", sorted(campaign().actions))
def test_every_letter_has_its_file_once_at_the_root(slug: str) -> None:
    """For each recipient and language, whatever the state; a draft has none."""
    record = campaign().actions[slug]
    expected = {
        f"actions/{slug}/letter-{one.recipient}-{one.language}.{ending}"
        for addressee in record.facts.recipients
        for one in letters_of(snapshot(), record, addressee)
        for ending in ("txt", "docx")
    }
    found = {path for path in files() if path.startswith(f"actions/{slug}/")}
    assert found == (expected if states()[slug].state != "draft" else set())


@for_each("slug", sorted(campaign().actions))
def test_a_past_action_has_no_letter_and_no_address_in_its_files(slug: str) -> None:
    """The files stay where they were and say, in both languages, not to send it; nobody can post them by mistake."""
    action = states()[slug]
    if action.open or action.state == "draft":
        return
    found = [path for path in files() if path.startswith(f"actions/{slug}/")]
    assert found
    for path in found:
        text = text_file(path)
        assert "Please do not send this letter" in text
        assert "请不要" in text
        assert f"../{slug}.html" in text
        for one in campaign().recipients.values():
            secrets = (one.email, one.phone, one.fax, one.postcode, *one.address.local, *one.address.latin)
            assert not any(secret in text for secret in secrets if secret)


def test_the_file_of_an_open_action_is_the_letter() -> None:
    """Ready to change, print and post."""
    for language, one in letters_to("write-for-blue-lantern", "nowhere-ferry-police").items():
        path = f"actions/write-for-blue-lantern/letter-nowhere-ferry-police-{language}.txt"
        assert text_file(path) == one.text
        assert one.text.split("\n")[0] == lines_of(one)[0]


def test_a_deadline_is_valid_to_the_end_of_its_day() -> None:
    """On the last day there is a letter, on the next there is none."""
    path = "actions/write-for-blue-lantern/letter-nowhere-ferry-police-en.txt"
    last = date(2026, 8, 31)
    assert "Blue Lantern (蓝灯)" in text_file(path, last)
    after = text_file(path, last + timedelta(days=1))
    assert "this action has ended. Please do not send this letter any more" in after
    assert "蓝灯)" not in after


def test_an_old_address_is_not_sent_to() -> None:
    """A year after somebody checked it, the file of an open action says so and holds no letter."""
    path = "actions/two-from-noplace-ridge/letter-noplace-ridge-office-en.txt"
    assert "has not been checked for a year" in text_file(path)
    assert "一年未经核对" in text_file(path)
    assert "Ridge Road" not in text_file(path)


@for_each("day, sent", [("2021-05-01", True), ("2021-05-02", False)])
def test_an_address_is_good_for_a_year_and_its_day(content: Content, day: str, sent: bool) -> None:
    """Checked on 1 May 2020: good on 1 May 2021, old on the next day."""
    content.swap(ACTION, "until: 2020-06-24", "until: 2022-01-01")
    made = content.swap(RECIPIENTS, "country: CN", 'country: CN\n  email: "police@example.org"').snapshot(day)
    text = dict(files_of(made))["actions/write/letter-police-en.txt"].decode()
    html = article_of(pages_of(made, "en"), "actions/write")
    assert ("I am writing about Li Si." in text) is sent
    assert ("1 Long Road" in text) is sent
    assert ("ec-send" in html) is sent
    assert ("cannot send a letter from here" in html) is not sent
    assert ("police@example.org" in html) is sent


def test_a_draft_has_no_letters(content: Content) -> None:
    """Before an action is issued there is nothing to send."""
    made = content.snapshot("2020-05-09")
    assert not [path for path in files_of(made) if path.startswith("actions/write/")]


@for_each("slug", ["pen-and-paper-2025", "both-mirrors"])
def test_the_last_day_of_a_past_action_is_not_in_the_future(slug: str) -> None:
    """What stands in the place of a letter tells no day that is still to come as past."""
    action = states()[slug]
    assert action.past
    assert action.facts.deadline > TODAY
    path = next(path for path in files() if path.startswith(f"actions/{slug}/") and path.endswith("-en.txt"))
    assert "2026" not in text_file(path)


def test_the_file_of_a_paused_action_names_nobody() -> None:
    """A person who is paused is named in no file."""
    text = text_file("actions/for-folded-map/letter-court-of-blank-pages-en.txt")
    assert "Folded Map" not in text
    assert "折图" not in text


@for_each("until, named", [("2019", False), ("2020-06-09", False), ("2020-06-10", True), ("2020", True)])
def test_who_has_left_an_office_is_not_written_to_by_name(until: str, named: bool) -> None:
    """After the end of a known term the letter goes to the office; on its last day, and until then, to the holder."""
    holder = recipient(name={"latin": LATIN, "zh": CHARACTERS}, term={"until": until})
    known = in_office(holder, date(2020, 6, 10))
    assert salutation(campaign(), known, "en") == ("Dear Director Song," if named else "Dear Director,")
    assert any("Song" in line for line in blocks(known)["en"]) is named


@for_each("term", [None, {}, {"from": "2019"}, {"from": "2030"}, {"until": "2020-06/2020-07"}])
def test_a_holder_of_whom_nobody_said_that_he_left_stays(term: dict[str, str] | None) -> None:
    """Without a known end, or with one that may still be to come, the recipient is as it is in the register."""
    holder = recipient(name={"latin": LATIN}, **({"term": term} if term is not None else {}))
    assert in_office(holder, date(2020, 6, 10)) is holder


def test_who_has_left_is_named_on_no_page_as_the_holder(content: Content) -> None:
    """The page tells when the term ended, and whom the letter is to: the office."""
    rows = '  name:\n    latin:\n      surname: "Song"\n  term:\n    until: 2020-05\n  country: CN'
    content.swap(RECIPIENTS, "  country: CN", rows)
    before = article_of(pages_of(on_day(content, "2020-05-31"), "en"), "actions/write")
    after = article_of(pages_of(on_day(content, "2020-06-01"), "en"), "actions/write")
    assert "Director: Song" in before
    assert "Director Song" in before
    assert "Held this office until" not in before
    assert "Song" not in after
    assert "Held this office until May 2020" in after


def test_words_for_who_has_left_are_not_said_to_who_came_after(content: Content) -> None:
    """A salutation that the document prints is for the holder of that day."""
    rows = '  name:\n    latin:\n      surname: "Song"\n  term:\n    until: 2020-05\n  country: CN'
    content.swap(RECIPIENTS, "  country: CN", rows)
    content.swap(
        ACTION, "    - recipient: police", '    - recipient: police\n      salutation:\n        en: "Dear Song,"'
    )
    assert "\n\nDear Director,\n\n" in files_of(on_day(content))["actions/write/letter-police-en.txt"].decode()
    assert (
        "\n\nDear Song,\n\n" in files_of(on_day(content, "2020-05-31"))["actions/write/letter-police-en.txt"].decode()
    )


def test_the_letter_of_a_case_without_a_name_in_the_language(content: Content) -> None:
    """A name is never translated: the one that there is stands in the subject."""
    old = '    en: "Li Si"\n    zh: "李四"'
    made = content.edit(Edit(CASE, old, '    zh: "李四"')).snapshot("2020-06-10")
    action = made.actions["write"]
    found = {one.language: one for one in letters_of(made, action.record, action.facts.recipients[0])}
    assert (found["en"].subject, found["zh"].subject) == ("李四", "关于李四一案")


def test_plain_salutations_are_a_setting(content: Content) -> None:
    """A campaign may leave out 尊敬的 in all its letters."""
    made = content.swap(SETTINGS, "salutations: respectful", "salutations: plain").snapshot("2020-06-10")
    assert "\n\n局长：\n\n" in files_of(made)["actions/write/letter-police-zh.txt"].decode()
