"""The front matter of a page: the source page holds the facts, its translation holds words only."""

from typing import Annotated, Any

from pydantic import Field, field_validator

from emptychair.record.field_types import Code, Fact, Keyword
from emptychair.record.models.action import Action
from emptychair.record.models.case import Case
from emptychair.record.models.common import Day
from emptychair.record.models.news import Report, Update


class _Page(Fact):
    """What the front matter of every page may hold at its top."""

    title: str | None = None
    description: str | None = None
    updated: Day
    keywords: tuple[Keyword, ...] = ()


class SourcePage(_Page):
    """The page that was written first: it holds the facts."""

    added: Day | None = None
    because: dict[Annotated[str, Code("fact_rules")], str] = Field(default_factory=dict)
    case: Case | None = None
    action: Action | None = None
    update: Update | None = None
    report: Report | None = None


class TranslationPage(_Page):
    """The page in the other language: words only."""

    translates: Day
    words: dict[str, Any] = Field(default_factory=dict)

    @field_validator("title", "description", mode="before")
    @classmethod
    def _laid_out(cls, value: Any) -> Any:
        # A word that is laid out and not filled yet is missing, like those under `words:`.
        return value or None


# The words of each list item that a translation repeats, by the list's path; a single word is written as it is,
# several are written by name. A list item is named by its id.
WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "case": {
        "events": ("text",),
        "charges": ("as_reported",),
        "sentences": ("court",),
        "custody": ("facility", "authority"),
        "ahead": ("text",),
    },
    "action": {"demands": ("text",), "outcomes": ("text",)},
    "update": {},
    "report": {"statistics": ("text",)},
    "page": {},
}
# The words that stand by name: alone, or one level down.
NAMED_WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "case": (("place",), ("photo", "alt"), ("photo", "caption")),
    "action": (("notes",), ("follows", "title"), ("issuer",)),
    "update": (("byline",), ("place",)),
    "report": (("publisher",),),
    "page": (),
}
# Names of organisations: they may be translated, and are not missing where they are not.
OPTIONAL_WORDS = (("issuer",), ("publisher",))
# The words of a source may be translated, and are not missing where they are not: a title is what stands on a document.
SOURCE_WORDS = ("title", "publisher", "author")
