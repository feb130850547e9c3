"""The reasons in words by which pages answer checks, new or changed: for reviewers, who alone can weigh them."""

from collections.abc import Iterator
from typing import Any

from emptychair.record.campaign import Campaign, Record
from emptychair.text.strings import Strings
from emptychair.text.vocabulary import term


def new_reasons(before: Campaign, after: Campaign, language: str) -> Iterator[tuple[str, str]]:
    """(path of the page, the rule by its label and the reason) for each that was not so, in the order of paths.

    What a page said before is not repeated: it may be withdrawn.
    """
    say = Strings(language, "summary")
    known = {record.path: record for record in _records(before)}
    for record in sorted(_records(after), key=lambda one: one.path):
        old = known[record.path].source_page.because if record.path in known else {}
        for rule, reason in record.source_page.because.items():
            if old.get(rule) != reason:
                label = term("fact_rules", rule).label(language)
                yield record.path, say("reason", rule=label, reason=reason)


def _records(campaign: Campaign) -> Iterator[Record[Any]]:
    for group in (campaign.cases, campaign.actions, campaign.updates, campaign.reports, campaign.prose):
        yield from group.values()
