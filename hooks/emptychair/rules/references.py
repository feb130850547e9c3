"""Rules about references: every id and slug that a page names exists."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.field_types import SLUG
from emptychair.rules.index import Entry, Index, items, texts
from emptychair.text.problems import Problem
from emptychair.text.slips import nearest

LISTS = (
    "charges",
    "events",
    "sentences",
    "custody",
    "ahead",
    "flags",
    "documents",
    "outcomes",
    "statistics",
    "demands",
)


def _unknown(entry: Entry, at: Path, code: str, found: str, known: Iterable[str], own: str = "") -> Iterator[Problem]:
    """A problem where an id is not known; `own`, the id of the item that names it, is not offered in its place."""
    known = set(known)
    # What is no slug at all is reported as that.
    if found not in known and SLUG.fullmatch(found):
        yield entry.document.problem(at, code, found=found, nearest=nearest(found, known - {own}))


def known_cases(entry: Entry, index: Index) -> Iterator[Problem]:
    """A case that a page names is a file in content/<language>/cases/."""
    cases = index.slugs["cases"]
    for name in ("cases", "members", "not_the_same_as"):
        for at, slug in texts(entry.facts.get(name), (entry.kind, name)):
            yield from _unknown(entry, at, "unknown-case", slug, cases)
    for at, item in items(entry, "related", "outcomes"):
        if isinstance(other := item.get("case"), str):
            yield from _unknown(entry, (*at, "case"), "unknown-case", other, cases)


def known_actions(entry: Entry, index: Index) -> Iterator[Problem]:
    """An action that a page names is a file in content/<language>/actions/."""
    for name in ("actions", "follows"):
        for at, slug in texts(entry.facts.get(name), (entry.kind, name)):
            yield from _unknown(entry, at, "unknown-action", slug, index.slugs["actions"])


def follows_another(entry: Entry, index: Index) -> Iterator[Problem]:
    """An action does not follow itself, nor one that follows it."""
    slug, seen = entry.path.rpartition("/")[2], set()
    follows = entry.facts.get("follows")
    while isinstance(follows, str) and follows not in seen:
        if entry.kind == "action" and follows == slug:
            yield entry.document.problem(("action", "follows"), "follows-itself", found=slug)
            return
        seen.add(follows)
        source = index.source_of(f"actions/{follows}") if f"actions/{follows}" in index.entries else None
        follows = source.facts.get("follows") if source else None


def known_recipients(entry: Entry, index: Index) -> Iterator[Problem]:
    """A recipient that an action names stands in recipients.yml."""
    known = index.recipients.meta
    if not index.recipients_known:
        return
    for at, item in items(entry, "recipients"):
        if isinstance(recipient := item.get("recipient"), str):
            yield from _unknown(entry, (*at, "recipient"), "unknown-recipient", recipient, known)
    for at, slug in texts(entry.facts.get("report_to"), (entry.kind, "report_to")):
        yield from _unknown(entry, at, "unknown-recipient", slug, known)


def known_sources(entry: Entry, index: Index) -> Iterator[Problem]:
    """A source that a fact names stands in the page's `sources`."""
    known = _keys(entry.facts.get("sources"))
    for at, item in items(entry, *LISTS):
        for where, source in texts(item.get("sources"), (*at, "sources")):
            yield from _unknown(entry, where, "unknown-source", source, known)
        if isinstance(ends := item.get("ends_source"), str):
            yield from _unknown(entry, (*at, "ends_source"), "unknown-source", ends, known)


def events_have_sources(entry: Entry, index: Index) -> Iterator[Problem]:
    """Where a case has more than one source, every event says on which it rests."""
    if entry.kind == "case" and len(_keys(entry.facts.get("sources"))) > 1:
        for at, item in items(entry, "events"):
            if not item.get("sources"):
                yield entry.document.problem(at, "event-without-source")


def known_events(entry: Entry, index: Index) -> Iterator[Problem]:
    """The event that a charge or a sentence names is an event of the case."""
    events = _ids(entry, "events")
    for at, item in items(entry, "charges", "sentences"):
        if isinstance(event := item.get("event"), str):
            yield from _unknown(entry, (*at, "event"), "unknown-event", event, events)


def known_replacements(entry: Entry, index: Index) -> Iterator[Problem]:
    """What replaced a charge or a sentence is a charge or a sentence of the case."""
    for name in ("charges", "sentences"):
        for at, item in items(entry, name):
            if isinstance(other := item.get("replaced_by"), str):
                where, own = (*at, "replaced_by"), str(item.get("id"))
                yield from _unknown(entry, where, f"unknown-{name[:-1]}", other, _ids(entry, name), own)


def unequal_ids(entry: Entry, index: Index) -> Iterator[Problem]:
    """In a list, no two items have the same id."""
    for name in LISTS:
        if name not in entry.facts:
            continue
        rows = [(at, item["id"]) for at, item in items(entry, name) if isinstance(item.get("id"), str)]
        seen: Counter[str] = Counter()
        for at, item_id in rows:
            seen[item_id] += 1
            if seen[item_id] > 1:
                yield entry.document.problem((*at, "id"), "equal-ids", found=item_id)


def known_pictures(entry: Entry, index: Index) -> Iterator[Problem]:
    """The file of a photo, and of each page of a document, is in content/assets/."""
    photo = entry.facts.get("photo")
    file = photo.get("file") if isinstance(photo, dict) else None
    named: list[tuple[Path, str]] = [((entry.kind, "photo", "file"), file)] if isinstance(file, str) else []
    named += [one for at, item in items(entry, "documents") for one in texts(item.get("pages"), (*at, "pages"))]
    for at, file in named:
        if file not in index.pictures:
            values = {"found": file, "nearest": nearest(file, index.pictures)}
            yield entry.document.problem(at, "unknown-picture", **values)


def _ids(entry: Entry, name: str) -> set[str]:
    return {item["id"] for _, item in items(entry, name) if isinstance(item.get("id"), str)}


def _keys(value: Any) -> set[str]:
    return set(value) if isinstance(value, dict) else set()


RULES = (
    known_cases,
    known_actions,
    follows_another,
    known_recipients,
    known_sources,
    events_have_sources,
    known_events,
    known_replacements,
    unequal_ids,
    known_pictures,
)
