"""Rules about markup that does not do what it seems to: tags that no page keeps, Markdown in other signs."""

from collections.abc import Iterator

from emptychair.rules.index import Entry, Index
from emptychair.text.html_elements import MEDIA_TAGS, dropped, opening_tags
from emptychair.text.letter_sections import split_letters
from emptychair.text.markdown_outline import without_code
from emptychair.text.problems import Problem
from emptychair.text.wide_markdown import wide_markdown


def without_letters(entry: Entry) -> str:
    """The body without code and, of an action, without its letters, which have a rule of their own."""
    body = entry.document.body
    if entry.kind == "action":
        for letter in split_letters(body)[1].values():
            body = body.replace(letter, "\n" * letter.count("\n"))
    return without_code(body)


def html_is_kept(entry: Entry, index: Index) -> Iterator[Problem]:
    """A tag in a body is one that pages keep; what plays or loads from elsewhere is an error, anything else a warning.

    The page would be published without it, and nobody would know.
    """
    if "<" not in entry.document.body:
        return
    text = without_letters(entry)
    for tag, attributes, start in opening_tags(text):
        line = entry.document.body_line + text.count("\n", 0, start)
        if tag in MEDIA_TAGS:
            source = attributes.get("src") or attributes.get("data") or ""
            target = source if source.startswith("https://") else "https://..."
            yield Problem(entry.document.path, line, "", "media-in-body", {"found": f"<{tag}>", "target": target})
        elif found := dropped(tag, attributes):
            yield Problem(entry.document.path, line, "", "html-dropped", {"found": found})


def markdown_in_its_own_signs(entry: Entry, index: Index) -> Iterator[Problem]:
    """Headings, lists, links and emphasis are written with half-width signs: others are shown as they stand.

    A warning: the text can be read.
    """
    if entry.document.body.isascii():
        return
    for line, found, better in wide_markdown(without_letters(entry)):
        values = {"found": found, "better": better}
        yield Problem(entry.document.path, entry.document.body_line + line, "", "wide-markdown", values)


RULES = (html_is_kept, markdown_in_its_own_signs)
