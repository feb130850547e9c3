"""HTML in a body: what Markdown can say becomes Markdown, marks of words stay, everything else is left out and told."""

import re
from html import unescape

from emptychair.editing.importing.tags import picture
from emptychair.editing.importing.working_text import WorkingText
from emptychair.text.html_elements import TEXT_TAGS

PLAYERS = ("iframe", "video", "audio", "embed", "object")
# With everything in them: none of it is read as text.
OUTSIDE = re.compile(
    r"(?<!\{\{)<(iframe|video|audio|object|script|style|form|svg|canvas|noscript|template|textarea|select|button|math)\b"
    r"[^<>]*>(?:.*?</\1\s*>)?|(?<!\{\{)<(embed|input|link|meta|source|track)\b[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
# But not the address of a link, which may stand between the same signs.
TAG = re.compile(r"(?<!\]\()<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)/?>")
PICTURE = re.compile(r"<img\b([^<>]*)>", re.IGNORECASE)
LINK = re.compile(r"<a\b([^<>]*)>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE)
HEADING = re.compile(r"^[ \t]*<h([1-6])\b([^<>]*)>(.*?)</h\1\s*>", re.DOTALL | re.IGNORECASE | re.MULTILINE)
# Indented as HTML is, which in Markdown would be code.
INDENTED = re.compile(r"^[ \t]+(?=<[/A-Za-z])", re.MULTILINE)
ATTRIBUTE = re.compile(r"""([A-Za-z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]+)*")
# What Python-Markdown takes for blocks, so that it would read no Markdown in them.
SAME = {"del": "s", "strike": "s", "ins": "u", "center": ""}
WORDS = TEXT_TAGS | {"sub", "sup"}


def without_outside_elements(work: WorkingText) -> None:
    """Leave out what plays, runs, asks or draws."""

    def leave_out(match: re.Match[str], line: int) -> str:
        name = (match[1] or match[2]).lower()
        work.note(line, "player" if name in PLAYERS else "element", match[0])
        return ""

    work.replace(OUTSIDE, leave_out)


def without_html(work: WorkingText) -> None:
    """Pictures, links, headings and list items as Markdown; marks of words without attributes; no other tag."""
    work.text = INDENTED.sub("", work.text)
    work.replace(PICTURE, lambda match, line: _picture(work, match, line))
    work.replace(LINK, lambda match, line: _link(work, match, line))
    work.replace(HEADING, lambda match, _: _heading(match))
    work.replace(TAG, lambda match, line: _tag(work, match, line))


def attributes(text: str) -> dict[str, str]:
    """The attributes of an element, by names in lower case."""
    return {name.lower(): unescape(value.strip("\"'")) for name, value in ATTRIBUTE.findall(text)}


def _picture(work: WorkingText, match: re.Match[str], line: int) -> str:
    found = attributes(match[1])
    source = found.get("src") or found.get("data-src", "")
    if source:
        return picture(found.get("alt", ""), source)
    work.note(line, "html", match[0])
    return ""


def _link(work: WorkingText, match: re.Match[str], line: int) -> str:
    target = attributes(match[1]).get("href", "")
    if target:
        return f"[{match[2]}](<{target}>)"
    work.note(line, "html", match[0])
    return match[2]


def _heading(match: re.Match[str]) -> str:
    anchor = attributes(match[2]).get("id", "")
    words = " ".join(match[3].split())
    return f"{'#' * int(match[1])} {words}" + (f" {{#{anchor}}}" if anchor and not re.search(r"\s", anchor) else "")


def _tag(work: WorkingText, match: re.Match[str], line: int) -> str:
    closing, name = match[1], match[2].lower()
    found = attributes(match[3])
    name = SAME.get(name, name)
    if name in WORDS:
        language = found.pop("lang", "")
        if found:
            work.note(line, "html", match[0])
        kept = f' lang="{language}"' if LANGUAGE.fullmatch(language) else ""
        return f"<{closing}{name}{kept}>"
    if name == "li":
        return "" if closing else "- "
    if not closing:
        work.note(line, "html", match[0])
    return " " if name else ""
