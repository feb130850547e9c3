"""The headings of a body: from the second level on, each with an id that is the same in every language."""

import re
from collections.abc import Sequence

from emptychair.editing.importing.posts import Post, slug_of
from emptychair.record.reserved_urls import is_reserved
from emptychair.text.letter_sections import is_letter
from emptychair.text.markdown_outline import Heading, read_outline

WITH_SIGNS = re.compile(r"((?:[ \t>]|(?:[-*+]|[0-9]{1,9}\.)[ \t]+)*)#+")
QUOTED = re.compile(r"[ \t>]*")
TARGET = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")
NOT_WORD = re.compile(r"[^\w\s-]")
LEVELS = 6


def level_headings(body: str, title: str) -> str:
    """A body without headings of the first level: one that repeats the title goes, else all go a level down.

    Those that are underlined get signs before them; every line stays where it is.
    """
    headings = list(read_outline(body).headings)
    lines = body.split("\n")
    if headings and headings[0].level == 1 and headings[0].text == title:
        _rewrite(lines, headings.pop(0), 0)
    deeper = any(heading.level == 1 for heading in headings)
    for heading in headings:
        _rewrite(lines, heading, min(heading.level + deeper, LEVELS) if heading.text else 0)
    return "\n".join(lines)


def _rewrite(lines: list[str], heading: Heading, level: int) -> None:
    """One heading at a level, with its id; none at level 0."""
    number = heading.line
    signs = WITH_SIGNS.match(lines[number])
    before = signs[1] if signs else QUOTED.match(lines[number])[0]  # type: ignore[index]
    anchor = f" {{#{heading.id}}}" if heading.id else ""
    lines[number] = f"{before}{'#' * level} {heading.text}{anchor}" if level else ""
    if not signs:
        lines[number + 1] = ""


def give_ids(posts: Sequence[Post]) -> None:
    """Give the headings of the pages of one record their ids, the source page first.

    Pages with the same outline get the same ids: what the source page names, else what a translation does, else the
    words of a heading in ASCII, else its number.
    """
    outlines = [read_outline(post.body).headings for post in posts]
    shape = [heading.level for heading in outlines[0]]
    same = [number for number, outline in enumerate(outlines) if [one.level for one in outline] == shape]
    shared = _ids([outlines[number] for number in same])
    for number, post in enumerate(posts):
        _put_ids(post, outlines[number], shared if number in same else _ids([outlines[number]]))


def _ids(outlines: Sequence[Sequence[Heading]]) -> list[str]:
    taken: set[str] = set()
    found: list[str] = []
    for number, group in enumerate(zip(*outlines, strict=True), 1):
        named = [slug_of(heading.id.replace("_", "-")) for heading in group]
        words = [slug_of(TARGET.sub("", heading.text)) for heading in group]
        anchor = next(filter(None, [*named, *words]), f"section-{number}")
        if is_reserved(anchor) or is_letter(anchor):
            anchor = f"on-{anchor}"
        free = anchor
        while free in taken:
            number += 1  # noqa: PLW2901 - the next number that is free
            free = f"{anchor}-{number}"
        taken.add(free)
        found.append(free)
    return found


def _put_ids(post: Post, headings: Sequence[Heading], ids: Sequence[str]) -> None:
    lines = post.body.split("\n")
    for heading, anchor in zip(headings, ids, strict=True):
        signs = WITH_SIGNS.match(lines[heading.line])
        if signs:
            lines[heading.line] = f"{signs[0]} {heading.text} {{#{anchor}}}"
        # Links of one language may name the id that the heading has in the other.
        for old in (heading.id, *_made_by_generators(heading.text), anchor):
            if old:
                post.ids.setdefault(old, anchor)
    post.body = "\n".join(lines)


def _made_by_generators(text: str) -> tuple[str, str]:
    """The ids that generators make of the words of a heading, with and without capitals."""
    plain = "-".join(NOT_WORD.sub("", TARGET.sub("", text)).split())
    return plain, plain.lower()
