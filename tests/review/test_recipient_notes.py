"""What is said of a recipient beside its changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from content_factory import ACTION, RECIPIENTS, Content
from emptychair.review.change_summary import create_summary
from emptychair.review.recipient_notes import recipient_notes
from emptychair.text.strings import Strings

if TYPE_CHECKING:
    from emptychair.as_of.snapshot import Snapshot

DAY = "2020-05-21"
EMAIL = '  email: "info@office.example"\n  country: CN'


@pytest.fixture
def before(content: Content) -> Snapshot:
    """A recipient with an e-mail address, and an open action that writes there."""
    return content.swap(RECIPIENTS, "  country: CN", EMAIL).snapshot(DAY)


def notes(before: Snapshot, content: Content, slug: str = "police") -> str:
    """What is said of it, a note to a line."""
    return "\n".join(recipient_notes(before, content.snapshot(DAY), slug, Strings("en", "summary")))


def test_another_domain_is_named(before: Snapshot, content: Content) -> None:
    """With the old one, the actions that would write there, and that nobody says to have compared it."""
    found = notes(before, content.swap(RECIPIENTS, "info@office.example", "info@offlce.example"))
    assert "another domain: offlce.example, in place of office.example" in found
    assert "Open actions that would write there: actions/write." in found
    assert "Left unchanged: source and checked." in found


def test_another_address_at_the_same_domain(before: Snapshot, content: Content) -> None:
    """It says so; where only the day was moved, that the source was left."""
    content.swap(RECIPIENTS, "info@", "press@").swap(RECIPIENTS, "checked: 2020-05-01", "checked: 2020-05-20")
    found = notes(before, content)
    assert "at the same domain: office.example" in found
    assert "Left unchanged: source." in found


def test_a_recipient_that_was_compared_anew(before: Snapshot, content: Content) -> None:
    """Nothing is left unchanged; the domain of the new source is named."""
    content.swap(RECIPIENTS, "1 Long Road", "2 Long Road").swap(
        RECIPIENTS, "checked: 2020-05-01", "checked: 2020-05-20"
    )
    content.swap(RECIPIENTS, '"A published source"', '"Another"\n    url: https://list.example/a')
    found = notes(before, content)
    assert "Left unchanged" not in found
    assert "did not name before: list.example." in found


def test_a_new_recipient_and_one_that_goes(before: Snapshot, content: Content) -> None:
    """Whether anything writes there; of what goes, what writes there now."""
    text = str(content.files[RECIPIENTS])
    content.put(RECIPIENTS, text + text.replace("police:", "court:", 1))
    assert "E-mail would go to the domain office.example" in notes(before, content, "court")
    assert "No open action writes there." in notes(before, content, "court")
    content.put(RECIPIENTS, text.replace("police:", "court:", 1)).swap(ACTION, "recipient: police", "recipient: court")
    assert notes(before, content) == "Actions that are open now and write there: actions/write."


def test_another_addressee_comes_before_everything_but_addresses(content: Content) -> None:
    """No address was changed, and yet the letters would go elsewhere."""
    text = str(content.files[RECIPIENTS])
    content.put(RECIPIENTS, text + text.replace("police:", "court:", 1).replace("Public Security Bureau", "A court"))
    before = content.snapshot(DAY)
    content.swap(ACTION, "    - recipient: police", "    - recipient: court")
    found = create_summary(before, content.snapshot(DAY), ("en",))
    section = found.partition("### To whom actions write")[2].partition("### Actions")[0]
    assert "### " not in section
    assert "| Recipient |  | court · A court |" in section
    assert "| Recipient | police · Public Security Bureau |  |" in section
