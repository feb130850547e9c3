"""Elements of HTML by what they are for, where more than one part of the core must agree on them."""

# Within a line of text; an editor's Markdown may become them, and a search reads across them.
TEXT_TAGS = frozenset(
    {"abbr", "b", "br", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "u"}
)
