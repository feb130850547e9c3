"""Salutations: by post, in both languages, without a guess."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from campaign_outputs import campaign
from emptychair.views.letters import salutation
from for_each import for_each
from views.invented_letters import CHARACTERS, LATIN, POSTS, letters_to, recipient

if TYPE_CHECKING:
    from emptychair.record.campaign import Campaign


# The table of reference/ethics-and-letters.md: post -> English; Chinese with the surname 宋, and without a name.
SALUTATIONS = {
    "police-director": ("Dear Director Song,", "Dear Director,", "尊敬的宋局长：", "尊敬的局长："),
    "department-director": ("Dear Director Song,", "Dear Director,", "尊敬的宋厅长：", "尊敬的厅长："),
    "minister": ("Dear Minister Song,", "Dear Minister,", "尊敬的宋部长：", "尊敬的部长："),
    "chief-procurator": ("Dear Chief Procurator Song,", "Dear Chief Procurator,", "尊敬的宋检察长：", "尊敬的检察长："),
    "court-president": ("Dear President Song,", "Dear President,", "尊敬的宋院长：", "尊敬的院长："),
    "prison-governor": ("Dear Governor Song,", "Dear Governor,", "尊敬的宋监狱长：", "尊敬的监狱长："),
    "detention-director": ("Dear Director Song,", "Dear Director,", "尊敬的宋所长：", "尊敬的所长："),
    "prison-administration-director": ("Dear Director Song,", "Dear Director,", "尊敬的宋局长：", "尊敬的局长："),
    "party-secretary": ("Dear Secretary Song,", "Dear Secretary,", "尊敬的宋书记：", "尊敬的书记："),
    "mayor": ("Dear Mayor Song,", "Dear Mayor,", "尊敬的宋市长：", "尊敬的市长："),
    "provincial-governor": ("Dear Governor Song,", "Dear Governor,", "尊敬的宋省长：", "尊敬的省长："),
    "regional-chairman": ("Dear Chairman Song,", "Dear Chairman,", "尊敬的宋主席：", "尊敬的主席："),
    "president": ("Your Excellency,", "Your Excellency,", "尊敬的宋主席：", "尊敬的主席："),
    "ambassador": ("Your Excellency,", "Your Excellency,", "尊敬的宋大使：", "尊敬的大使："),
    "hk-chief-executive": (
        "Dear Chief Executive Song,",
        "Dear Chief Executive,",
        "尊敬的宋行政長官：",
        "尊敬的行政長官：",
    ),
    "hk-secretary": ("Dear Secretary Song,", "Dear Secretary,", "尊敬的宋局長：", "尊敬的局長："),
    "office": ("Dear Sir or Madam,", "Dear Sir or Madam,", "您好：", "您好："),
}


def styled(style: str) -> Campaign:
    """The invented campaign with a style of salutations."""
    settings = campaign().settings.model_copy(update={"salutations": style})
    return replace(campaign(), settings=settings)


# --- salutations


def test_the_table_of_salutations_has_every_post() -> None:
    """No post of the word list is without a form of address that somebody looked at."""
    assert list(SALUTATIONS) == POSTS


@for_each("post", POSTS)
def test_salutations_in_english(post: str) -> None:
    """The office with the surname in Latin letters where a source has it, else the office alone."""
    named, plain, _, _ = SALUTATIONS[post]
    assert salutation(campaign(), recipient(post=post, name={"latin": LATIN}), "en") == named
    assert salutation(campaign(), recipient(post=post), "en") == plain
    assert salutation(campaign(), recipient(post=post, name={"zh": CHARACTERS}), "en") == plain


@for_each("style, post", product(["respectful", "plain"], POSTS))
def test_salutations_in_chinese(post: str, style: str) -> None:
    """Surname and office with a full-width colon; the plain style leaves out 尊敬的 and nothing else."""
    made = styled(style)
    _, _, named, bare = SALUTATIONS[post]
    if style == "plain":
        named, bare = named.removeprefix("尊敬的"), bare.removeprefix("尊敬的")
    assert salutation(made, recipient(post=post, name={"zh": CHARACTERS, "latin": LATIN}), "zh") == named
    assert salutation(made, recipient(post=post), "zh") == bare


@for_each("style, post", product(["respectful", "plain"], POSTS))
def test_no_surname_is_made_from_pinyin(post: str, style: str) -> None:
    """A name in Latin letters only leaves the Chinese letter with the office alone: Song is 宋 or 松."""
    made = styled(style)
    latin = recipient(post=post, name={"latin": LATIN})
    assert salutation(made, latin, "zh") == salutation(made, recipient(post=post), "zh")


@for_each("post", POSTS)
def test_no_given_name_no_deputy_no_guessed_gender(post: str) -> None:
    """A salutation has neither a given name, nor 副, nor 先生 or 女士, nor a half-width colon."""
    full = recipient(post=post, name={"zh": CHARACTERS, "latin": LATIN})
    both = salutation(campaign(), full, "zh") + salutation(campaign(), full, "en")
    assert not re.search("一洋|Yiyang|副|先生|女士|小姐|Mr|Ms|:", both)


def test_an_action_may_word_the_salutation_itself() -> None:
    """What the document prints for one recipient stands before what is derived."""
    found = letters_to("write-for-blue-lantern", "nowhere-ferry-police")
    assert found["en"].salutation == "Dear Director Example Placeholder,"
    assert found["zh"].salutation == "尊敬的某示例局长："
