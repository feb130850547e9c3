"""How far the page of each person may tell: consent and visibility by themselves, and what a change of them asks."""

from collections.abc import Iterator

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.models.case import Consent
from emptychair.review.page_text import Line, PageText
from emptychair.text import vocabulary
from emptychair.text.strings import Strings

PREFIX = "consent: "


def consent_texts(snapshot: Snapshot, language: str) -> dict[str, PageText]:
    """A snapshot -> its consents in a language: location -> PageText, without the name of anybody."""
    say = Strings(language, "summary")
    locations = {PREFIX + case.record.path: case for case in snapshot.cases.values()}
    return {at: PageText("consent", case.record.path, "", _lines(case, say)) for at, case in locations.items()}


def consent_notes(before: Consent | None, after: Consent, say: Strings) -> Iterator[str]:
    """What a reviewer has to ask about a consent that is new or another, and cannot see."""
    if before is None:
        yield say("consent-new")
        return
    for key, scopes in (
        ("consent-wider", set(after.scope) - set(before.scope)),
        ("consent-narrower", set(before.scope) - set(after.scope)),
    ):
        if scopes:
            yield say(key, scopes=_labels("consent_scopes", sorted(scopes), say))
    if before != after and before.reviewed == after.reviewed:
        yield say("consent-same-day", field="reviewed")


def _lines(case: CaseAsOf, say: Strings) -> dict[str, Line]:
    facts = case.record.facts
    shown, written = (_labels("visibilities", [code], say) for code in (case.visibility, facts.visibility))
    words = {
        "basis": _labels("consent_bases", [facts.consent.basis], say),
        "scope": _labels("consent_scopes", facts.consent.scope, say),
        "reviewed": str(facts.consent.reviewed),
        "visibility": shown if shown == written else say("visibility-derived", shown=shown, written=written),
    }
    return {name: Line(say(f"line-{name}"), text) for name, text in words.items()}


def _labels(name: str, codes: list[str] | tuple[str, ...], say: Strings) -> str:
    return say("join").join(vocabulary.term(name, code).label(say.language) for code in codes)
