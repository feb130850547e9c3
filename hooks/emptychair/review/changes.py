"""The texts of two records -> what differs, page by page, in the order of a reviewer's care."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from emptychair.review.page_text import PageText

# An address that was changed, or another addressee, is how letters are stolen; then, how far each page may tell.
SECTIONS = ("recipient", "addressee", "consent", "setting", "case", "action", "update", "report", "page", "picture")


@dataclass(frozen=True)
class Change:
    """One page or entry before and after; None where it was not, or is not any more."""

    before: PageText | None
    after: PageText | None

    @property
    def page(self) -> PageText:
        """What it is: as it would be, else as it was. Raises ValueError for a change of nothing."""
        found = self.after or self.before
        if found is None:
            raise ValueError(self)
        return found

    @property
    def less(self) -> bool:
        """Would less of it be shown than before?"""
        return bool(self.before and self.after and self.after.shown < self.before.shown)

    @property
    def what(self) -> str:
        """`new`, `changed`, `less` or `gone`."""
        if self.after is None:
            return "gone"
        return "less" if self.less else "changed" if self.before else "new"


def changes_of(before: Mapping[str, PageText], after: Mapping[str, PageText]) -> list[Change]:
    """Page texts before and after -> their differences, section by section, in the order of locations."""
    locations = sorted({*before, *after})
    return in_order(Change(before.get(at), after.get(at)) for at in locations if before.get(at) != after.get(at))


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Changes section by section, those of a section in the order in which they come."""
    return sorted(changes, key=lambda change: SECTIONS.index(change.page.kind))
