"""What is made of the answers with which a campaign begins."""

from emptychair.editing.campaign_questions import LICENCES, fault_of, normalised
from for_each import for_each


@for_each("named", ["cc-by-sa-4.0", "CC BY-SA 4.0", "cc by-sa 4.0", "CC-BY-SA-4.0"])
def test_a_licence_is_named_as_people_name_it(named: str) -> None:
    """By its code, or as it is called."""
    assert fault_of("licence", named, {}) == ""
    assert LICENCES[normalised("licence", named)].name == "CC BY-SA 4.0"
