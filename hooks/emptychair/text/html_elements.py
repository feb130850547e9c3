"""Elements of HTML by what they are for, where more than one part of the core must agree on them."""

import re
from collections.abc import Iterator

from emptychair.text.locales import direction

# Within a line of text; an editor's Markdown may become them, and a search reads across them.
TEXT_TAGS = frozenset(
    {"abbr", "b", "br", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "u"}
)
BLOCK_TAGS = {"blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p", "pre", "ul"}
TABLE_TAGS = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
# What a page may hold, and the attributes of each; everything else is taken out.
TAGS = TEXT_TAGS | BLOCK_TAGS | TABLE_TAGS | HEADINGS | {"a", "img", "sub", "sup"}
ATTRIBUTES = {
    "*": {"id", "lang", "dir", "class"},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "abbr": {"title"},
}
# The classes of footnotes and notes; the theme's own (md-overlay, md-header) would let a text play the page.
CLASSES = re.compile(r"footnote(?:-ref|-backref)?|admonition(?:-title)?|note|warning|quote")
# What loads from elsewhere, or plays.
MEDIA_TAGS = {"audio", "embed", "iframe", "object", "video"}

OPENING = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)((?:\s+[^<>]*)?)/?>")
ATTRIBUTE = re.compile(r"([A-Za-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def opening_tags(text: str) -> Iterator[tuple[str, dict[str, str], int]]:
    """The tags that open in a text: name in small letters, attributes with a value, and where the tag begins."""
    for match in OPENING.finditer(text) if "<" in text else ():
        attributes = {one[1].lower(): one[2] or one[3] or one[4] or "" for one in ATTRIBUTE.finditer(match[2])}
        yield match[1].lower(), attributes, match.start()


def dropped(tag: str, attributes: dict[str, str]) -> str:
    """What of a tag is taken out of a page: the tag itself, an attribute, a class; "" where it stays as it is."""
    if tag not in TAGS:
        return f"<{tag}>"
    known = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
    wrong = next((name for name in attributes if name not in known), "")
    classes = next((one for one in attributes.get("class", "").split() if not CLASSES.fullmatch(one)), "")
    return f"{wrong}=" if wrong else f"class={classes}" if classes else ""


def language_attributes(language: str, around: str) -> str:
    """The attributes of an element in `language` within one in the language `around`, each with a blank before it.

    Nothing where the language is the same. `around` is "" where nothing says a language, and writing goes to the right.
    """
    return "" if language == around else f' lang="{language}"{direction_attribute(language, around)}'


def direction_attribute(language: str, around: str) -> str:
    """The attribute dir of such an element with a blank before it, or "" where both are written in one direction."""
    own = direction(language)
    return "" if own == direction(around) else f' dir="{own}"'
