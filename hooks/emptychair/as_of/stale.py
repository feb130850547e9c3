"""Warnings about stale facts on a day: for editors, and no reason to stop a build."""

from collections.abc import Iterator
from datetime import date

from emptychair.as_of.snapshot import Snapshot
from emptychair.front_matter.document import Document
from emptychair.rules.index import Index
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate, add_months
from emptychair.text.problems import Problem

RECIPIENT_VALID_MONTHS = 12
CONSENT_VALID_MONTHS = 24


def check_stale(snapshot: Snapshot, index: Index) -> Iterator[Problem]:
    """Every warning that depends on the day."""
    for rule in RULES:
        yield from rule(snapshot, index)


def _document(index: Index, path: str) -> Document | None:
    source = index.source_of(path)
    return source.document if source else None


def faded_status(snapshot: Snapshot, index: Index) -> Iterator[Problem]:
    """A status that has faded wants news; an editor who looked lately and found none is not asked again."""
    months = snapshot.campaign.settings.confirm_within_months
    for case in snapshot.cases.values():
        document = _document(index, case.record.path)
        checked = case.facts.checked
        asked = checked is not None and snapshot.today <= add_months(checked.latest, months)
        if case.standing and case.standing.faded and document and not asked:
            values = {"status": case.standing.code, "as_of": str(case.facts.as_of)}
            yield document.problem(("case", "as_of"), "faded-status", **values)


def consent_expired(snapshot: Snapshot, index: Index) -> Iterator[Problem]:
    """Consent is reviewed every two years."""
    for case in snapshot.cases.values():
        document = _document(index, case.record.path)
        reviewed = case.facts.consent.reviewed
        if document and snapshot.today > add_months(reviewed.latest, CONSENT_VALID_MONTHS):
            yield document.problem(("case", "consent", "reviewed"), "consent-expired", found=str(reviewed))


def recipient_checked(snapshot: Snapshot, index: Index) -> Iterator[Problem]:
    """An address that nobody checked for a year is shown without buttons."""
    for recipient_id, recipient in snapshot.campaign.recipients.items():
        if not recipient_is_checked(snapshot.today, recipient.checked):
            at = (recipient_id, "checked")
            yield index.recipients.problem(at, "recipient-not-checked", found=str(recipient.checked))


def recipient_is_checked(today: date, checked: PartialDate) -> bool:
    """Was the address checked within the last year? A date a month ahead and more is a typing error."""
    begun = (checked.earliest or checked.latest) <= add_months(today, 1)
    return begun and today <= add_months(checked.latest, RECIPIENT_VALID_MONTHS)


def police_after_judgment(snapshot: Snapshot, index: Index) -> Iterator[Problem]:
    """After a final judgment the police are the wrong addressee."""
    for action in snapshot.open_actions:
        document = _document(index, action.record.path)
        cases = [snapshot.cases[slug] for slug in action.facts.cases if slug in snapshot.cases]
        final = any(case.standing and case.standing.stage == "final" for case in cases)
        known = [snapshot.campaign.recipients.get(one.recipient) for one in action.facts.recipients if not one.cc]
        kinds = {recipient.kind for recipient in known if recipient}
        if document and final and kinds == {vocabulary.term("recipient_kinds", "police").code}:
            yield document.problem(("action", "recipients"), "police-after-judgment")


RULES = (faded_status, consent_expired, recipient_checked, police_after_judgment)
