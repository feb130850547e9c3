"""What the tests of a day share."""

import pytest

from as_of.small_case import OldCase
from content_factory import CASE_ZH, Content, Edit
from emptychair.record.campaign import Campaign


@pytest.fixture
def campaign(content: Content) -> OldCase:
    """The campaign after some changes; its case has no translation, whose words would name events that are gone."""

    def make(*edits: Edit) -> Campaign:
        content.files.pop(CASE_ZH, None)
        return content.edit(*edits).campaign()

    return make
