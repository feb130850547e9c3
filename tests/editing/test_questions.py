"""What the questions promise those who answer them."""

from __future__ import annotations

from datetime import date

from emptychair.editing.block_questions import QUESTIONS as BLOCKS
from emptychair.editing.block_questions import questions_about
from emptychair.editing.questions import QUESTIONS, Question, Setting
from emptychair.text.strings import catalogue, shipped_languages, written_languages

# Enter takes what stands in brackets, or what follows from what the record has.
PROPOSED = {"slug", "as-of", "id", "source-id"}
SETTING = Setting("en", "zh", date(2020, 6, 1), {"c-0001", "wang-wu"}, translations=shipped_languages())


def every_question() -> list[Question]:
    blocks = (question for block in BLOCKS for question in questions_about(block, SETTING))
    return [*(question for questions in QUESTIONS.values() for question in questions), *blocks]


def test_a_free_answer_has_an_example_in_every_language() -> None:
    """Where there is nothing to choose from, and nothing proposed; a translation has the text above it."""
    rows, without = catalogue("questions"), set()
    for one in every_question():
        row = rows[one.row or one.key]
        free = not (
            one.terms or one.choices or one.of or one.language or one.key in PROPOSED or one.default({}, SETTING)
        )
        if free and "example" not in row and not {f"example_{name}" for name in written_languages()} <= set(row):
            without.add(one.key)
    assert without == set()


def test_no_question_of_a_block_is_asked_under_the_key_of_another() -> None:
    """An option of the command has one meaning; a part of a sentence may have its length asked in two ways."""
    for block in BLOCKS:
        keys = [one.key for one in questions_about(block, SETTING)]
        twice = {key for key in keys if keys.count(key) > 1}
        assert all(key.startswith("length") for key in twice), (block, twice)


def test_a_number_is_offered_as_the_address_of_a_case() -> None:
    """Never the name, however it is written: an address stays in every link."""
    (slug,) = (one for one in QUESTIONS["case"] if one.key == "slug")
    assert slug.default({"name": "Wang Wu"}, SETTING) == "c-0002"
