"""Elements of HTML by what they are for, where more than one part of the core must agree on them."""

from emptychair.text.locales import direction

# Within a line of text; an editor's Markdown may become them, and a search reads across them.
TEXT_TAGS = frozenset(
    {"abbr", "b", "br", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "u"}
)


def language_attributes(language: str, around: str) -> str:
    """The attributes of an element in `language` within one in the language `around`, each with a blank before it.

    Nothing where the language is the same. `around` is "" where nothing says a language, and writing goes to the right.
    """
    return "" if language == around else f' lang="{language}"{direction_attribute(language, around)}'


def direction_attribute(language: str, around: str) -> str:
    """The attribute dir of such an element with a blank before it, or "" where both are written in one direction."""
    own = direction(language)
    return "" if own == direction(around) else f' dir="{own}"'
