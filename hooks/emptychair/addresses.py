"""Names that are a promise: the pages that the generator makes, and the ids of the sections that it adds."""

# Made in every language; a page of that name in content/ becomes the introduction.
GENERATED = (
    "index",
    "status",
    "actions",
    "archive",
    "updates",
    "reports",
    "follow",
    "data",
    "translations",
)
RESERVED_IDS = frozenset(
    {
        "actions",
        "ahead",
        "charges",
        "custody",
        "demands",
        "facts",
        "feed",
        "flags",
        "introduction",
        "letter",
        "letters",
        "names",
        "notes",
        "outcomes",
        "people",
        "recipients",
        "related",
        "sentences",
        "series",
        "sources",
        "statistics",
        "status",
        "story",
        "timeline",
        "warnings",
        "what-now",
    }
)
