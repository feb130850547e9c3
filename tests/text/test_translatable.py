"""Which texts a further language needs: those that readers see."""

from __future__ import annotations

from pathlib import Path

from emptychair.text import vocabulary
from emptychair.text.translatable import texts_to_translate

CORE = Path(__file__).parents[2] / "hooks" / "emptychair"
# Where pages and files for readers are made of the record.
OF_READERS = ("as_of", "views", "html", "outputs")


def test_word_lists_that_readers_see_are_translated() -> None:
    """Each list that views and outputs ask for, and none that only rules and editors read."""
    texts = "".join(file.read_text("utf-8") for folder in OF_READERS for file in (CORE / folder).rglob("*.py"))
    wanted = {key.split("/")[1] for key in texts_to_translate("en") if key.startswith("vocabulary/")}
    assert wanted == {name for name in vocabulary.names() if f'"{name}"' in texts}


def test_what_is_empty_in_english_is_not_asked_for() -> None:
    """Nor what is a list of synonyms, or a note for editors."""
    found = texts_to_translate("en")
    assert all(one.text for one in found.values())
    assert not [key for key in found if key.endswith(("/also", "statuses/taken-away/note"))]
    assert "vocabulary/classes/custody/note" in found
