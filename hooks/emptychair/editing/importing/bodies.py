"""A body as another generator has it -> Markdown as a campaign has it, but for its links and ids of headings."""

import re
from collections.abc import Iterator

from emptychair.editing.importing import tags
from emptychair.editing.importing.body_html import without_html, without_outside_elements
from emptychair.editing.importing.posts import Note, Post
from emptychair.editing.importing.tags import TagSyntax
from emptychair.editing.importing.working_text import WorkingText
from emptychair.text.hidden_characters import hidden_sign, number_of, without_hidden

COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
# Where a list of posts cuts a text off: nobody sees it.
MORE = re.compile(r"\s*more\b.*", re.DOTALL)
# Kramdown: a list that becomes contents, attributes on a line of their own, and behind something in a line.
CONTENTS = re.compile(r"^[ \t]*(?:[-*+]|1\.)[ \t]+.*\n[ \t]*\{:[ \t]*toc[^{}\n]*\}[ \t]*$", re.MULTILINE)
CONTENTS_MARK = re.compile(r"^[ \t]*\[\[?_?toc_?\]?\][ \t]*$", re.MULTILINE | re.IGNORECASE)
BLOCK_ATTRIBUTES = re.compile(r"^([^\n]*\n)?([ \t>]*\{(?::|[.#][\w-])[^{}\n]*\})[ \t]*$", re.MULTILINE)
SPAN_ATTRIBUTES = re.compile(r"^(?![ \t>]*#)[^\n]*?(\{:[^{}\n]*\})", re.MULTILINE)
ID = re.compile(r"#([\w-]+)")
HEADING = re.compile(r"[ \t>]*#{1,6}[ \t]")
UNDERLINE = re.compile(r"[ \t]*(?:=+|-+)[ \t]*")
# A sign of a tag of other networks at the beginning of a line, which this Markdown would take for a heading.
HASHTAG = re.compile(r"^([ \t>]*)#(?=[^#\s])", re.MULTILINE)
DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?!\^)([^\[\]\n]{1,500})\]:[ \t]*<?([^\s<>]+)>?"
    r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$""",
    re.MULTILINE,
)
REFERENCE = re.compile(r"(!?)\[((?:[^\[\]\n]|\[[^\[\]\n]*\](?:\([^()\n]*\))?)*)\][ ]?\[([^\[\]\n]*)\]")
SHORT_REFERENCE = re.compile(r"(!?)(?<!\])\[([^\[\]\n^][^\[\]\n]*)\](?![\[(:])")


def plain_body(post: Post, syntax: TagSyntax) -> tuple[str, list[Note]]:
    """The body of a post without tags of templates, HTML and attributes, line by line, and what was left out of it."""
    work = WorkingText(post, without_hidden(post.body), list(_hidden(post)))
    work.text = tags.with_fences(work.text, syntax)
    work.keep_code()
    if syntax.pattern is tags.LIQUID:
        work.replace(tags.RAW, lambda match, _: work.keep(match[1]))
    work.replace(COMMENT, lambda match, line: _comment(work, match, line))
    without_outside_elements(work)
    if syntax.pattern is tags.LIQUID:
        work.replace(tags.QUOTE, lambda match, _: tags.quoted_block(match))
    work.replace(syntax.pattern, lambda match, line: _tag(work, syntax, match, line))
    _attributes(work)
    without_html(work)
    work.replace(HASHTAG, lambda match, _: match[1] + r"\#")
    _inline_references(work)
    work.restore()
    return work.text, work.notes


def _hidden(post: Post) -> Iterator[Note]:
    """The lines with signs that nobody sees."""
    for number, line in enumerate(post.body.split("\n") if hidden_sign(post.body) else ()):
        if sign := hidden_sign(line):
            yield post.note(number, "hidden-sign", found=number_of(sign))


def _comment(work: WorkingText, match: re.Match[str], line: int) -> str:
    if not MORE.fullmatch(match[1]):
        work.note(line, "comment", match[1].strip())
    return ""


def _tag(work: WorkingText, syntax: TagSyntax, match: re.Match[str], line: int) -> str:
    name, words, expression = syntax.read(match)
    if expression:
        text = syntax.expression(expression)
    elif name.startswith("/") or (name.startswith("end") and syntax.pattern is tags.LIQUID):
        # The tag that it closes was told.
        return ""
    else:
        convert = syntax.tags.get(name)
        text = convert(tags.arguments(words)) if convert else None
    if text is None:
        work.note(line, "player" if name.lower() in tags.PLAYERS else "tag", match[0])
        return ""
    return text


def _attributes(work: WorkingText) -> None:
    """Attributes of Kramdown and Goldmark: an id goes to its heading, everything else is left out."""
    work.replace(CONTENTS, lambda match, line: _left_out(work, "contents", match[0], line))
    work.replace(CONTENTS_MARK, lambda match, line: _left_out(work, "contents", match[0], line))
    work.replace(BLOCK_ATTRIBUTES, lambda match, line: _block_attributes(work, match, line))
    # A line may have several.
    while SPAN_ATTRIBUTES.search(work.text):
        work.replace(SPAN_ATTRIBUTES, lambda match, line: _span_attributes(work, match, line))


def _left_out(work: WorkingText, code: str, found: str, line: int) -> str:
    work.note(line, code, found)
    return ""


def _block_attributes(work: WorkingText, match: re.Match[str], line: int) -> str:
    above, attributes = match[1] or "", match[2]
    named = ID.search(attributes)
    if above and named and HEADING.match(above) and "{#" not in above:
        above = f"{above.rstrip()} {{#{named[1]}}}\n"
        attributes = attributes.replace(named[0], "")
    if re.search(r"\w", attributes):
        work.note(line + bool(match[1]), "attribute", attributes.strip())
    return above


def _span_attributes(work: WorkingText, match: re.Match[str], line: int) -> str:
    work.note(line, "attribute", match[1])
    return match[0][: match.start(1) - match.start()]


def _inline_references(work: WorkingText) -> None:
    """Links whose addresses stand elsewhere get them where they are."""
    targets: dict[str, str] = {}

    def take(match: re.Match[str], _line: int) -> str:
        targets.setdefault(_label(match[1]), match[2])
        return ""

    work.replace(DEFINITION, take)
    if not targets:
        return

    def put(match: re.Match[str], _line: int) -> str:
        target = targets.get(_label(match[3] if match.re is REFERENCE and match[3] else match[2]))
        return f"{match[1]}[{match[2]}](<{target}>)" if target else match[0]

    for pattern in (SHORT_REFERENCE, REFERENCE, SHORT_REFERENCE):
        work.replace(pattern, put)


def _label(text: str) -> str:
    return " ".join(text.lower().split())
