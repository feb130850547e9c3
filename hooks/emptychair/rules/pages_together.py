"""Rules about facts of several pages against each other: what cannot be, or hardly can.

Each is switched off for a page by a reason in words (reasons.py), but for two cases of one person, which a line
`not_the_same_as:` tells apart.
"""

from collections.abc import Iterator

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import Action, Case
from emptychair.rules.case_facts import HELD, before_all, class_of, gone, last_status, may_be_told
from emptychair.rules.index import Entry, Index, texts
from emptychair.text.dates import PartialDate, parse_partial_date
from emptychair.text.problems import Problem

ALL = 100


def one_person_once(entry: Entry, index: Index) -> Iterator[Problem]:
    """A person has one page: two with one name, or one source and date, are told apart in one of them."""
    slug = entry.path.rpartition("/")[2]
    if entry.kind != "case" or entry.role != "source":
        return
    for other in index.namesakes.get(slug, ()):
        page = index.source_of(f"cases/{other.slug}")
        if page and _later(entry, page) and not (_tells_of(entry, other.slug) or _tells_of(page, slug)):
            at: Path = ("case", "names")
            code = "same-name" if other.name else "same-source-and-date"
            yield entry.document.problem(at, code, found=other.name, other=other.slug, path=page.document.path)
            return


def _later(entry: Entry, other: Entry) -> bool:
    """Did this page enter the record after the other? The later one is the one to look at."""
    return (_added(entry), entry.path) > (_added(other), other.path)


def _added(entry: Entry) -> str:
    return entry.document.text_at(("added",)) or entry.document.text_at(("updated",))


def _tells_of(entry: Entry, slug: str) -> bool:
    """Does the page say that the other is somebody else, or a member, or related?"""
    return slug in entry.concerned or slug in {name for _, name in texts(entry.facts.get("not_the_same_as"), ())}


def _cases(entry: Entry, index: Index) -> Iterator[tuple[int, str, Case]]:
    """The cases of an action that can be read as a whole: number from 0, slug, facts."""
    action = _whole_action(entry)
    for number, slug in enumerate(action.cases if action else ()):
        source = index.source_of(f"cases/{slug}") if f"cases/{slug}" in index.entries else None
        if source and source.page and source.values and source.values.case:
            yield number, slug, source.values.case


def _whole_action(entry: Entry) -> Action | None:
    return entry.values.action if entry.page and entry.values else None


def letters_stop_with_a_release(entry: Entry, index: Index) -> Iterator[Problem]:
    """No letters are asked for somebody who was released or died before the deadline: the action has an outcome."""
    action = _whole_action(entry)
    for number, slug, case in _cases(entry, index):
        last = last_status(case.events)
        told = action is None or any(outcome.case == slug for outcome in action.outcomes)
        known = last is not None and gone(last) and may_be_told(last)
        if action and last and known and not told and last.known_from <= action.deadline:
            values = {"case": slug, "status": str(last.status), "date": str(last.date)}
            yield entry.document.problem(("action", "cases", number), "letters-after-release", **values)


def issued_for_what_happened(entry: Entry, index: Index) -> Iterator[Problem]:
    """An action is not issued before the first event of each of its cases."""
    action, cases = _whole_action(entry), [case for _, _, case in _cases(entry, index)]
    if action and cases and all(case.events and before_all(action.issued, case.events) for case in cases):
        first = min((case.events[0] for case in cases), key=lambda event: event.date.latest)
        values = {"found": str(action.issued), "date": str(first.date)}
        yield entry.document.problem(("action", "issued"), "issued-before-events", **values)


def outcomes_after_issue(entry: Entry, index: Index) -> Iterator[Problem]:
    """Nothing has become of an action before it was issued."""
    action = entry.values.action if entry.values else None
    for number, outcome in enumerate(action.outcomes if action else ()):
        if action and outcome.date and outcome.date.certainly_before(action.issued):
            at: Path = ("action", "outcomes", number, "date")
            values = {"found": str(outcome.date), "issued": str(action.issued)}
            yield entry.document.problem(at, "outcome-before-issue", **values)


def no_better_in_custody(entry: Entry, index: Index) -> Iterator[Problem]:
    """An action ends for the better only where the person was not still held when it did."""
    action = _whole_action(entry)
    for _, slug, case in _cases(entry, index):
        for number, outcome in enumerate(action.outcomes if action else ()):
            until = [event for event in case.events if not outcome.date.certainly_before(event.date)]
            last = last_status(until)
            if outcome.case == slug and outcome.state == "closed-positive" and last and class_of(last.status) in HELD:
                at: Path = ("action", "outcomes", number, "state")
                yield entry.document.problem(at, "better-in-custody", case=slug, status=str(last.status))


def follows_what_came_before(entry: Entry, index: Index) -> Iterator[Problem]:
    """An action follows one that was issued before it."""
    action = _whole_action(entry)
    path = f"actions/{action.follows}" if action and isinstance(action.follows, str) else ""
    other = index.source_of(path) if path in index.entries else None
    before = other.values.action if other and other.page and other.values else None
    if action and before and other is not entry and action.issued.certainly_before(before.issued):
        values = {"found": str(action.follows), "date": str(before.issued), "issued": str(action.issued)}
        yield entry.document.problem(("action", "follows"), "follows-later", **values)


def recipients_in_office(entry: Entry, index: Index) -> Iterator[Problem]:
    """Nobody is written to who had left the office when the action was issued."""
    action = _whole_action(entry)
    for number, addressee in enumerate(action.recipients if action else ()):
        until = _date(index.recipients.text_at((addressee.recipient, "term", "until")))
        if action and until and until.certainly_before(action.issued):
            at: Path = ("action", "recipients", number, "recipient")
            values = {"found": addressee.recipient, "until": str(until), "issued": str(action.issued)}
            yield entry.document.problem(at, "recipient-out-of-office", **values)


def _date(text: str) -> PartialDate | None:
    """A date as it was written, or None where it cannot be read: that is told of the register."""
    try:
        return parse_partial_date(text)
    except ValueError:
        return None


def statistics_can_be(entry: Entry, index: Index) -> Iterator[Problem]:
    """A share is at most a hundred per cent, and no figure is of a day after the report."""
    report = entry.values.report if entry.page and entry.values else None
    for number, one in enumerate(report.statistics if report else ()):
        at: Path = ("report", "statistics", number)
        if one.unit == "percent" and float(one.number) > ALL:
            yield entry.document.problem((*at, "number"), "more-than-all", found=one.number)
        if report and one.as_of and report.published.certainly_before(one.as_of):
            values = {"found": str(one.as_of), "published": str(report.published)}
            yield entry.document.problem((*at, "as_of"), "figure-after-report", **values)


RULES = (
    one_person_once,
    letters_stop_with_a_release,
    issued_for_what_happened,
    outcomes_after_issue,
    no_better_in_custody,
    follows_what_came_before,
    recipients_in_office,
    statistics_can_be,
)
