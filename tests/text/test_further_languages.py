"""Texts of a language that a campaign brings along: its own, and those that stand in for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from emptychair.text.dates import parse_day
from emptychair.text.further_languages import Borrowed, FurtherLanguage, is_language, language_of
from emptychair.text.strings import (
    Strings,
    catalogue,
    kept_by_languages,
    known_languages,
    shipped_languages,
    use_languages,
)
from emptychair.text.translatable import texts_to_translate
from emptychair.text.vocabulary import is_joined, term, terms
from emptychair.views.formatting import day_in_words

TEXTS = {
    "strings/pages/title-page": "{title} ({page})",
    "strings/dates/pattern-day": "y/M/d",
    "vocabulary/statuses/taken-away": "Own",
    "vocabulary/statuses/taken-away/past": "own",
    "vocabulary/posts/minister/dear": "Own opening",
}


@pytest.fixture(autouse=True)
def _nothing_further() -> Iterator[None]:
    yield
    use_languages(())


def use(code: str, fallback: str, texts: dict[str, str] | None = None) -> None:
    """A further language, as `load` puts it in use."""
    use_languages((FurtherLanguage(code, fallback, TEXTS if texts is None else texts),))


def test_a_text_of_its_own_is_no_borrowed_one() -> None:
    """Of catalogues and word lists, in each column."""
    use("eo", "zh")
    say, taken = Strings("eo"), term("statuses", "taken-away")
    found = (say("title-page", title="A", page=2), taken.label("eo"), taken.get("past_eo"))
    assert (found, {type(one) for one in found}) == (("A (2)", "Own", "own"), {str})


@pytest.mark.parametrize(("fallback", "text", "letter"), [("zh", "个案", "en"), ("en", "People", "en")])
def test_a_missing_text_is_that_of_the_language_that_stands_in(fallback: str, text: str, letter: str) -> None:
    """And knows in which language it stands, filled too; where that language has no such column, the source has."""
    use("ug", fallback)
    found, filled = Strings("ug")("title-status"), Strings("ug")("facet-title", facet="a", term="b")
    dear = term("posts", "court-president").get("dear_ug")
    assert (found, language_of(found, "ug"), language_of(filled, "ug")) == (text, fallback, fallback)
    assert language_of(dear, "ug") == letter


def test_what_cldr_knows_of_a_language_is_not_asked_for() -> None:
    """Its names in the languages that ship, and its locale; the word list is not overruled."""
    use("ug", "en")
    row = catalogue("languages")["ug"]
    assert {key: row[key] for key in ("en", "ug", "locale", "rss")} == {
        "en": "Uyghur",
        "ug": "ئۇيغۇرچە",
        "locale": "ug_CN",
        "rss": "ug",
    }
    assert terms("languages")["ug"].label("zh") == "维吾尔文"
    assert [one for one in ("ug", "pt-BR", "zh-Hant", "x-x", "UG", "pt_BR", "../ug", "") if is_language(one)] == [
        "ug",
        "pt-BR",
        "zh-Hant",
    ]


def test_a_language_has_its_own_plural_forms() -> None:
    """Also those that no language has that ships; for a form that is missing the sentence stands in, then another."""
    own = {"strings/dates/days": "{count} dni", "strings/dates/days-few": "{count} dni!"}
    use("pl", "en", own)
    say = Strings("pl", "dates")
    assert [say.plural("days", number) for number in (1, 2, 5)] == ["1 dni", "2 dni!", "5 dni"]
    assert [say.plural("months", number) for number in (1, 2)] == ["1 month", "2 months"]
    assert say.forms("days")["few"] == "{count} dni!"
    wanted = [key.rpartition("/")[2] for key in texts_to_translate("pl") if key.startswith("strings/dates/days")]
    assert wanted == ["days", "days-few", "days-many", "days-one"]
    assert [key for key in texts_to_translate("bo") if key.startswith("strings/dates/days")] == ["strings/dates/days"]


def test_a_letter_in_a_joined_language_has_an_opening() -> None:
    """In whatever style a campaign addresses Chinese offices; how words are joined is known by the script."""
    use("ja", "en", {"vocabulary/posts/minister/dear": "Own opening"})
    assert is_joined("ja")
    assert {term("posts", "minister").get(f"{style}_ja") for style in ("dear", "respectful", "plain")} == {
        "Own opening"
    }


def test_nothing_is_left_of_the_campaign_before() -> None:
    """Neither a language, nor a word in what is kept."""
    use("eo", "en")
    day = parse_day("2020-05-01")
    first = (day_in_words(day, "eo"), term("statuses", "taken-away").label("eo"), known_languages())
    use("eo", "en", {"strings/dates/pattern-day": "d.M.y"})
    second = (day_in_words(day, "eo"), term("statuses", "taken-away").label("eo"), known_languages())
    use_languages(())
    assert first == ("2020/5/1", "Own", (*shipped_languages(), "eo"))
    assert second == ("1.5.2020", "Taken away", (*shipped_languages(), "eo"))
    assert known_languages() == shipped_languages()
    with pytest.raises(KeyError):
        Strings("eo")("title-status")


def test_what_is_kept_is_kept_for_its_languages() -> None:
    """A function is asked once for each set of further languages."""
    asked: list[str] = []

    @kept_by_languages(None)
    def count(word: str) -> int:
        asked.append(word)
        return len(asked)

    found = [count("a"), count("a")]
    use("ug", "en")
    assert [*found, count("a")] == [1, 1, 2]


def test_what_is_joined_to_a_borrowed_text_is_not_borrowed() -> None:
    """No more than a part of it is in the other language then."""
    text = Borrowed("{a} b", "en")
    assert language_of(text + "c", "ug") == language_of(f"{text}", "ug") == "ug"
