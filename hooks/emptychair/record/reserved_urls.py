"""Reserved names, which are a promise: of the pages and files that the generator makes, and ids of its sections."""

# Made in every language; a page of that name in content/ becomes the introduction.
GENERATED = (
    "index",
    "status",
    "actions",
    "archive",
    "updates",
    "reports",
    "search",
    "follow",
    "data",
    "translations",
)
# The error page, and the further pages of a list, without ending.
RESERVED_PAGES = rf"404|(?:{'|'.join(GENERATED)})-[0-9]+"
# The kinds of pages that a search finds, the most wanted first; its index lies in this folder of the site.
SEARCHED = ("case", "action", "update", "report", "page")
SEARCH_FOLDER = "pagefind"
# All feeds of a language, in one file that feed readers take in.
FEED_LIST = "feeds.opml"
# What the filter of the status index reads, beside the index of each language.
STATUS_DATA = "status-data.js"
# What must stand in the files that editors write, below data/v1/, by the kind of file: schemas for editors' programs.
EDITOR_SCHEMAS = {
    "front-matter": "front-matter.schema.json",
    "campaign": "campaign.schema.json",
    "recipients": "recipients.schema.json",
}
# The files of open data that are no single case, below data/v1/, by the key of their row in strings/pages.yml.
DATA_FILES = {
    "cases-json": "cases.json",
    "cases-csv": "cases.csv",
    "actions-json": "actions.json",
    "actions-csv": "actions.csv",
    "schema": "schema.json",
    **EDITOR_SCHEMAS,
}
# Ids that the generator makes of an entry's own id or number: source-1, event-taken.
RESERVED_BEGINNINGS = (
    "ec-",
    "ahead-",
    "charge-",
    "class-",
    "custody-",
    "demand-",
    "document-",
    "event-",
    "filter-",
    "flag-",
    "follow-",
    "letter-",
    "lists-",
    "recipient-",
    "search-",
    "sentence-",
    "source-",
    "statistic-",
    "status-",
    "year-",
)
RESERVED_IDS = frozenset(
    {
        "actions",
        "ahead",
        "case-feeds",
        "case-files",
        "charges",
        "content",
        "custody",
        "demands",
        "documents",
        "facts",
        "feed",
        "feeds",
        "keys",
        "files",
        "flags",
        "follow",
        "introduction",
        "legend",
        "letter",
        "letters",
        "lists",
        "names",
        "notes",
        "outcomes",
        "past-actions",
        "people",
        "recipients",
        "related",
        "report",
        "share",
        "sentences",
        "series",
        "sources",
        "statistics",
        "status",
        "story",
        "timeline",
        "updates",
        "warnings",
        "web-editor",
        "what-now",
    }
)


def letter_page(action: str, recipient: str, language: str) -> str:
    """The path of the page of a letter, in the folder of each language; `language` is that of the letter."""
    return f"actions/{action}/letter-{recipient}-{language}"


def letter_address(action: str, recipient: str, language: str, ending: str = "txt") -> str:
    """Where a letter is published as a file: once, at the root of the site, as `txt` and as `docx`."""
    return f"{letter_page(action, recipient, language)}.{ending}"


def calendar_address(action: str) -> str:
    """Where the deadline of an action is published as a calendar, in the folder of each language."""
    return f"actions/{action}.ics"


def is_reserved(anchor: str) -> bool:
    """Does this id belong to a section or an entry that the generator makes?"""
    return anchor in RESERVED_IDS or anchor.startswith(RESERVED_BEGINNINGS)
