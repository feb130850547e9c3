"""Pictures in the bodies of pages, as text -> text: one more with its caption, or another one in its place."""

import re
from dataclasses import dataclass

from emptychair.load.content_tree import ASSETS
from emptychair.rules.index import Entry
from emptychair.text.markdown_outline import read_outline
from emptychair.text.strings import Strings

# What Markdown would take for a mark.
MARKS = re.compile(r"([\\`*_\[\]<>])")


@dataclass(frozen=True)
class BodyPicture:
    """A picture of a body: its file in content/assets/, and its words in the language of the page."""

    file: str
    alt: str
    caption: str
    credit: str
    licence: str


def picture_paragraphs(picture: BodyPicture, entry: Entry) -> str:
    """The picture as a page shows it: itself, and below it in italics its caption, who made it, and the licence."""
    say = Strings(entry.language, "editing")
    up = "../" * (entry.path.count("/") + 1)
    values = {name: MARKS.sub(r"\\\1", getattr(picture, name)) for name in ("alt", "caption", "credit", "licence")}
    words = say("body-caption" if picture.caption else "body-credit", **values)
    return f"![{values['alt']}]({up}{ASSETS}/{picture.file})\n\n*{words}*\n"


def with_picture(body: str, paragraphs: str) -> str:
    """A body with one more picture: above its first heading, because a section may be a letter; else at its end."""
    headings = read_outline(body).headings
    lines = body.splitlines(keepends=True)
    at = headings[0].line if headings else len(lines)
    above, below = "".join(lines[:at]).rstrip(), "".join(lines[at:])
    return _joined(body, above, paragraphs, below)


def with_other_picture(body: str, file: str, paragraphs: str) -> str:
    """A body with another picture in the place of the one in `file`, and of the line in italics below it.

    Where it does not show that one, it has one picture more.
    """
    old = re.compile(
        rf"^!\[(?:\\.|[^\]\\])*\]\([^()\s]*{ASSETS}/{re.escape(file)}(?:\s[^()\n]*)?\)[ \t]*\r?\n?"
        r"(?:[ \t]*\r?\n\*(?:\\.|[^*\\])+\*[ \t]*(?:\r?\n|$))?",
        re.MULTILINE,
    )
    match = old.search(body)
    if not match:
        return with_picture(body, paragraphs)
    return _joined(body, body[: match.start()].rstrip(), paragraphs, body[match.end() :].lstrip("\r\n"))


def _joined(body: str, above: str, paragraphs: str, below: str) -> str:
    """The parts with an empty line between them, and the line ends of the body."""
    text = (
        "\n\n".join(part for part in (above, paragraphs.rstrip("\n")) if part) + "\n" + (f"\n{below}" if below else "")
    )
    plain = text.replace("\r\n", "\n")
    return plain.replace("\n", "\r\n") if "\r\n" in body else plain
