"""Rules about Markdown bodies: headings, links and sizes. MkDocs reports none of this before it has written files."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from emptychair.images.metadata import TYPES
from emptychair.record.field_types import mail_url, safe_link
from emptychair.record.reserved_urls import is_reserved
from emptychair.rules.index import Entry, Index
from emptychair.text.hidden_characters import MAYBE_HIDDEN, hidden_sign, number_of
from emptychair.text.letter_sections import is_letter, split_letters
from emptychair.text.markdown_outline import Heading, MarkdownLink, without_code
from emptychair.text.problems import Problem
from emptychair.text.run_on_lists import ITEM, run_on_lists
from emptychair.text.vocabulary import terms

LINE_LIMIT = 8_000
BRACKET_LIMIT = 50
INDENT_LIMIT = 40
RUN_OF_BRACKETS = re.compile(rf"(?:!?[\[\](){{}}<>*_`~]){{{BRACKET_LIMIT + 1}}}")
BRACKET = re.compile(r"[!\[\](){}<>*_`~]")
MAYBE_LIST = re.compile(r"\n {0,3}(?:[-*+]|[0-9]{1,2}\.)[ \t]")
# What Markdown takes for a heading, and writers for a tag.
HASHTAG = re.compile(r" {0,3}(#[^#\s]\S*)")
HEADING_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _problem(entry: Entry, line: int, code: str, **values: str) -> Problem:
    return Problem(entry.document.path, entry.document.body_line + line, "", code, values)


def sane_lines(entry: Entry, index: Index) -> Iterator[Problem]:
    """No line is so long, so deeply indented or so full of brackets that rendering it would stop the build."""
    body = entry.document.body
    # Each line is looked at only where there may be such a one. A run of brackets has one at each of its places.
    every = body[BRACKET_LIMIT :: BRACKET_LIMIT + 1]
    if len(body) <= LINE_LIMIT and " " * INDENT_LIMIT not in body and not BRACKET.search(every):
        return
    for number, line in enumerate(body.split("\n")):
        if len(line) > LINE_LIMIT:
            yield _problem(entry, number, "line-too-long", limit=str(LINE_LIMIT))
        elif len(line) > BRACKET_LIMIT and RUN_OF_BRACKETS.search(line):
            yield _problem(entry, number, "too-many-brackets", limit=str(BRACKET_LIMIT))
        elif line.startswith(" " * INDENT_LIMIT) and line.strip():
            yield _problem(entry, number, "too-deep-list", limit=str(INDENT_LIMIT))


def headings_have_ids(entry: Entry, index: Index) -> Iterator[Problem]:
    """A heading has an explicit id, the same in both languages, because Chinese headings make none of their own."""
    for heading in entry.outline.headings:
        if heading.level == 1:
            tag = HASHTAG.match(entry.document.body.split("\n")[heading.line])
            code, found = ("hashtag-at-start", tag[1]) if tag else ("heading-level", heading.text)
            yield _problem(entry, heading.line, code, found=found)
        elif not heading.id:
            yield _problem(entry, heading.line, "heading-without-id", found=heading.text)
        elif not HEADING_ID.fullmatch(heading.id):
            yield _problem(entry, heading.line, "bad-heading-id", found=heading.id)


def headings_not_reserved(entry: Entry, index: Index) -> Iterator[Problem]:
    """A heading does not take the id of a section that the generator adds, nor one twice; letters are for actions."""
    seen: set[str] = set()
    for heading in entry.outline.headings:
        if heading.id and heading.id in seen:
            yield _problem(entry, heading.line, "equal-heading-ids", found=heading.id)
        seen.add(heading.id)
        yield from _reserved(entry, heading)


def _reserved(entry: Entry, heading: Heading) -> Iterator[Problem]:
    if is_letter(heading.id):
        kind = heading.id.removeprefix("letter").removeprefix("-")
        if entry.kind != "action" or (kind and kind not in terms("recipient_kinds")):
            yield _problem(entry, heading.line, "reserved-heading", found=heading.id)
    elif is_reserved(heading.id):
        yield _problem(entry, heading.line, "reserved-heading", found=heading.id)


def links_lead_somewhere(entry: Entry, index: Index) -> Iterator[Problem]:
    """A link leads to a page of the same language that is there, to an id that is there, or to https elsewhere."""
    for link in entry.outline.links:
        code, values = fault_of_link(entry, index, link)
        if code:
            yield _problem(entry, link.line, code, found=link.target, **values)


def fault_of_link(entry: Entry, index: Index, link: MarkdownLink) -> tuple[str, dict[str, str]]:
    """What is wrong with a link, as a code with its values, or ""."""
    target, _, anchor = link.target.partition("#")
    if target.lower().startswith("mailto:"):
        mine = index.contact_email and link.target == mail_url(index.contact_email) and not link.picture
        return ("" if mine else "address-in-text"), {}
    if link.picture and re.match(r"https?://", target, re.IGNORECASE):
        return "picture-elsewhere", {}
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target):
        return ("" if safe_link(link.target) and not link.picture else "bad-link"), {}
    if not target:
        return ("" if not anchor or _has_id(entry, anchor) else "unknown-anchor"), {"anchor": anchor}
    path = entry.path_of(target)
    if link.picture or path.startswith("assets/"):
        name = path.removeprefix("assets/")
        if name in index.photos:
            return "photo-in-body", {}
        if PurePosixPath(name).suffix not in TYPES:
            return "picture-type", {"types": ", ".join(TYPES)}
        known = path.startswith("assets/") and name in index.pictures
        return ("" if known else "unknown-picture"), {"nearest": ""}
    return _fault_of_page(entry, index, path, anchor)


def _fault_of_page(entry: Entry, index: Index, path: str, anchor: str) -> tuple[str, dict[str, str]]:
    language, _, page = path.partition("/")
    if language in index.languages and language != entry.language:
        return "link-across-languages", {}
    page = page.removesuffix(".md")
    if language == entry.language and path.endswith(".md") and (name := index.switches_off(page)):
        return "link-to-page-off", {"page": name}
    if language != entry.language or not path.endswith(".md") or not index.is_page(page):
        return "unknown-page", {}
    pages = index.entries.get(page, {})
    other = pages.get(entry.language) or next(iter(pages.values()), None)
    if anchor and other and other.role != "refused" and not _has_id(other, anchor):
        return "unknown-anchor", {"anchor": anchor}
    return "", {}


def _has_id(entry: Entry, anchor: str) -> bool:
    """Ids of sections that the generator adds count: whether a page has them depends on the day."""
    return anchor in entry.outline.ids or is_reserved(anchor)


def no_hidden_signs(entry: Entry, index: Index) -> Iterator[Problem]:
    """No text holds signs that nobody sees or that turn the reading order round."""
    may_be_there = MAYBE_HIDDEN.search(entry.document.odd_signs)
    for number, line in enumerate(entry.document.body.split("\n") if may_be_there else ()):
        if sign := hidden_sign(line):
            yield _problem(entry, number, "hidden-sign", found=number_of(sign))


def lists_have_an_empty_line(entry: Entry, index: Index) -> Iterator[Problem]:
    """A list has an empty line above it: without one, Markdown makes a paragraph with hyphens of it.

    Letters have a rule of their own (actions.letters_are_plain).
    """
    body = entry.document.body
    # Most pages have no list at all.
    if not MAYBE_LIST.search(body):
        return
    if entry.kind == "action":
        for letter in split_letters(body)[1].values():
            body = body.replace(letter, "\n" * letter.count("\n"))
    for number, sign in run_on_lists(without_code(body), ITEM):
        yield _problem(entry, number, "list-without-empty-line", found=sign)


RULES = (
    sane_lines,
    headings_have_ids,
    headings_not_reserved,
    links_lead_somewhere,
    no_hidden_signs,
    lists_have_an_empty_line,
)
