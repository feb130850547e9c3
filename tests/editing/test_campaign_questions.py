"""What is made of the answers with which a campaign begins."""

import pytest

from emptychair.editing.campaign_questions import LICENCES, fault_of, normalised


@pytest.mark.parametrize("named", ["cc-by-sa-4.0", "CC BY-SA 4.0", "cc by-sa 4.0", "CC-BY-SA-4.0"])
def test_a_licence_is_named_as_people_name_it(named: str) -> None:
    """By its code, or as it is called."""
    assert fault_of("licence", named, {}) == ""
    assert LICENCES[normalised("licence", named)].name == "CC BY-SA 4.0"
