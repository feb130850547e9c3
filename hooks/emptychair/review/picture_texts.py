"""The pictures of a record as lines: one of the same name with other bytes is another picture."""

from emptychair.as_of.snapshot import Snapshot
from emptychair.review.page_text import Line, PageText
from emptychair.text.strings import Strings

# The first signs of a digest are enough to see that it is another.
DIGEST = 12


def picture_texts(snapshot: Snapshot, language: str) -> dict[str, PageText]:
    """A snapshot -> its pictures, in a language: location -> PageText with size and digest."""
    say = Strings(language, "summary")
    found = {}
    for picture in snapshot.campaign.pictures.values():
        size = say("pixels", width=picture.width, height=picture.height)
        words = {"size": size, "digest": picture.digest[:DIGEST]}
        lines = {name: Line(say(f"line-{name}"), text) for name, text in words.items()}
        location = f"assets/{picture.file}"
        found[location] = PageText("picture", location, "", lines)
    return found
