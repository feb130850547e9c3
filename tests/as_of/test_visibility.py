"""What is shown of a case on a day, and that time alone frees and kills nobody."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from as_of.small_case import SENTENCE, OldCase, case_now, facts, status
from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, Content, Edit
from emptychair.as_of.case_as_of import case_as_of
from emptychair.as_of.status import class_of
from emptychair.record.campaign import Campaign
from emptychair.text.vocabulary import terms
from properties import not_empty, tried


@pytest.mark.parametrize(
    ("basis", "reviewed", "code", "visibility"),
    [
        ("public-record", "2020-05-20", "released", "minimal"),
        ("informed", "2020-04-30", "released", "minimal"),
        ("informed", "2020-05-02", "released", "full"),
        ("informed", "2020-05", "released", "full"),
        ("public-record", "2020-04", "imprisoned", "full"),
        ("public-record", "2020-04", "bail", "full"),
        ("public-record", "2020-04", "died-in-custody", "full"),
    ],
)
def test_consent_ends_at_release(basis: str, reviewed: str, code: str, visibility: str, campaign: OldCase) -> None:
    """A freed person decides anew: until then the page is minimal."""
    made = campaign(
        status(code), Edit(CASE, "public-record\n    reviewed: 2020-05", f"{basis}\n    reviewed: {reviewed}")
    )
    assert case_now(made, "2020-05-30").visibility == visibility


@pytest.mark.parametrize("visibility", ["minimal", "paused"])
def test_what_an_editor_hides_stays_hidden(visibility: str, campaign: OldCase) -> None:
    """Nothing derived shows more than an editor asked for, and a paused case stands in no list."""
    now = case_now(campaign(Edit(CASE, "  kind: person", f"  kind: person\n  visibility: {visibility}")), "2020-05-30")
    assert (now.visibility, now.listed) == (visibility, visibility == "minimal")


@pytest.mark.parametrize("code", ["at-liberty", "exile"])
def test_who_was_never_held_was_not_released(code: str, campaign: OldCase) -> None:
    """Consent does not end for somebody without a release: disbarred, threatened, in exile."""
    assert case_now(campaign(status(code)), "2020-05-30").visibility == "full"


@pytest.fixture(scope="module")
def sentenced(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Campaign]:
    """Status -> the campaign whose one case has it, with a sentence; each read once."""

    @cache
    def read(code: str) -> Campaign:
        content = Content(tmp_path_factory.mktemp("sentenced")).remove(CASE_ZH, ACTION, ACTION_ZH)
        return content.edit(status(code), facts(SENTENCE.format(ends="2021-05-01"))).campaign()

    return read


@not_empty(50)
@given(st.dates(date(2019, 1, 1), date(2035, 1, 1)), st.sampled_from(sorted(terms("statuses"))))
def test_time_alone_frees_and_kills_nobody(sentenced: Callable[[str], Campaign], today: date, code: str) -> None:
    """Whatever the day, the status is that of an event, and the class is its own or not known."""
    made = sentenced(code)
    now = case_as_of(made.cases["li-si"], made.settings, today)
    if now.standing:
        tried()
        assert now.standing.code == code
        assert now.standing.class_code in (class_of(code), "unknown")
    else:
        assert today < date(2020, 5, 1)
