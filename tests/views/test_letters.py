"""Letters: who gets which, in which language, and what stands in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from campaign_outputs import CAMPAIGN, campaign, on_day, snapshot
from content_factory import ACTION, ACTION_ZH, RECIPIENTS, Content
from emptychair.views.letters import letters_of
from for_each import for_each
from views.invented_letters import letters_to, lines_of

if TYPE_CHECKING:
    pass


def test_letters_go_in_the_recipients_order_of_languages() -> None:
    """The language that a recipient reads first comes first."""
    assert list(letters_to("write-for-blue-lantern", "nowhere-ferry-police")) == ["zh", "en"]


def test_a_page_in_one_language_has_letters_in_it_only() -> None:
    """Nobody is given a letter in a language in which nobody wrote it."""
    assert list(letters_to("a-ticket-for-cloud-ladder", "embassy-us")) == ["en"]


@for_each("language", ["en", "zh"])
def test_a_recipient_gets_the_letter_of_its_kind(language: str) -> None:
    """An embassy is asked to convey, one's own government to raise the case, the police to act."""
    by_id = {
        one: letters_to("write-for-blue-lantern", one)[language].body[1]
        for one in ("nowhere-ferry-police", "embassy-us", "distant-letters")
    }
    assert len(set(by_id.values())) == 3
    assert ("convey" if language == "en" else "转达") in by_id["embassy-us"]


def test_who_gets_a_copy_gets_no_letter_that_is_meant_for_others() -> None:
    """A copy goes to a recipient without a letter of its own kind; with one, it has that letter."""
    assert letters_to("write-for-blue-lantern", "noplace-ridge-office") == {}


def test_a_copy_has_the_letter_of_its_own_kind(content: Content) -> None:
    """`cc` with {#letter-police} in the page gets that letter."""
    content.swap(ACTION, "- recipient: police", '- recipient: police\n      cc: "true"')
    for path in (ACTION, ACTION_ZH):
        content.put(path, f"{content.files[path]!s}\n## Another {{#letter-police}}\n\nFor the police.\n")
    made = content.snapshot("2020-06-10")
    action = made.actions["write"]
    found = list(letters_of(made, action.record, action.facts.recipients[0]))
    assert [(one.language, one.body) for one in found] == [("en", ("For the police.",)), ("zh", ("For the police.",))]


def test_the_body_is_the_section_and_nothing_else() -> None:
    """No heading, no reasons, no other letter: the paragraphs below {#letter}."""
    found = letters_to("write-for-blue-lantern", "nowhere-ferry-police")["en"]
    assert found.body[0].startswith("I am writing about Blue Lantern")
    assert found.body[-1] == "Thank you for your attention to this letter."
    assert len(found.body) == 5
    assert "#" not in found.text


def test_wrapped_lines_of_chinese_are_joined_without_a_blank() -> None:
    """Hard line breaks inside a Chinese paragraph leave no blank, in the text and in the e-mail."""
    source = (CAMPAIGN / "zh/actions/stone-umbrella-rsdl.md").read_text(encoding="utf-8")
    assert re.search(r"[\u4e00-\u9fff，]\n[\u4e00-\u9fff]", source.partition("{#letter}")[2])
    found = letters_to("stone-umbrella-rsdl", "nowhere-ferry-procuratorate")["zh"]
    for paragraph in found.body:
        assert not re.search(r"\s", paragraph)
    assert all(f"\n\n　　{paragraph}\n\n" in found.text for paragraph in found.body)


def test_wrapped_lines_of_english_are_joined_with_one() -> None:
    """A wrapped English paragraph is one line with single blanks."""
    found = letters_to("stone-umbrella-rsdl", "nowhere-ferry-procuratorate")["en"]
    assert all("\n" not in paragraph and "  " not in paragraph for paragraph in found.body)


def test_a_chinese_letter_closes_as_the_custom_is() -> None:
    """此致 two spaces in, 敬礼！ flush left on its own line, then the name and below it the date, once."""
    text = letters_to("stone-umbrella-rsdl", "embassy-de")["zh"].text
    assert text.endswith("\n\n　　此致\n敬礼！\n\n[署名]\n____年__月__日\n")
    assert text.count("年__月") == 1


def test_an_english_letter_closes_as_the_custom_is() -> None:
    """Yours sincerely, and the line for the name; the writer dates it."""
    text = letters_to("stone-umbrella-rsdl", "embassy-de")["en"].text
    assert text.endswith("\n\nYours sincerely,\n\n[YOUR NAME]\n")
    assert "\n\n[DATE]\n\n" in text


def test_the_subject_names_the_people() -> None:
    """In the language of the letter, with the name that there is."""
    both = letters_to("two-from-noplace-ridge", "nowhere-ferry-police")
    assert (both["en"].subject, both["zh"].subject) == ("Salt Candle and Felt Hat", "关于盐烛、毡帽一案")


def test_an_envelope_names_no_prisoner() -> None:
    """The name of the detained person is never on the outside."""
    for action in campaign().actions.values():
        people = [name for slug in action.facts.cases for name in campaign().cases[slug].facts.names.values()]
        for addressee in action.facts.recipients:
            for one in letters_of(snapshot(), action, addressee):
                assert not any(name in line for name in people for line in lines_of(one))


def test_a_recipient_that_is_not_in_the_register_gets_nothing(content: Content) -> None:
    """While an editor mends the register, the checks can still run."""
    made = on_day(content.swap(RECIPIENTS, "police:\n", "other:\n"))
    action = made.actions["write"]
    assert list(letters_of(made, action.record, action.facts.recipients[0])) == []
