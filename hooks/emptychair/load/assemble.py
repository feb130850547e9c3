"""Validated pages -> the campaign: source page and translations at each path become one record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from emptychair.record.campaign import FOLDERS, Campaign, Page, Picture, Record
from emptychair.record.models import Recipient, Settings, SourcePage, TranslationPage
from emptychair.rules.index import Entry, Index
from emptychair.text.further_languages import FurtherLanguage


def assemble(
    settings: Settings,
    index: Index,
    recipients: Mapping[str, Recipient],
    pictures: Mapping[str, Picture],
    further: tuple[FurtherLanguage, ...] = (),
) -> Campaign:
    """Everything that could be validated, as a campaign; with errors about, it is for more checks alone."""
    groups: dict[str, dict[str, Record[Any]]] = {kind: {} for kind in [*FOLDERS.values(), "page"]}
    for path in sorted(index.entries):
        record = _record(index.entries[path])
        if record:
            groups[record.kind][path if record.kind == "page" else record.slug] = record
    return Campaign(
        settings,
        index.languages,
        recipients,
        cases=groups["case"],
        actions=groups["action"],
        updates=groups["update"],
        reports=groups["report"],
        prose=groups["page"],
        pictures=pictures,
        further=further,
    )


def _record(entries: Mapping[str, Entry]) -> Record[Any] | None:
    source = next((entry for entry in entries.values() if entry.role == "source"), None)
    if source is None or not isinstance(source.page, SourcePage):
        return None
    facts = None if source.kind == "page" else getattr(source.page, source.kind)
    if facts is None and source.kind != "page":
        return None
    pages = {entry.language: _page(entry, entry.page) for entry in entries.values() if entry.page}
    added: date = source.page.added or source.page.updated
    return Record(source.kind, source.path, source.language, facts, pages, added)


def _page(entry: Entry, page: SourcePage | TranslationPage) -> Page:
    translation = page if isinstance(page, TranslationPage) else None
    return Page(
        path=entry.document.path,
        language=entry.language,
        title=page.title,
        description=page.description,
        updated=page.updated,
        body=entry.document.body,
        body_line=entry.document.body_line,
        translates=translation.translates if translation else None,
        words=translation.words if translation else {},
        because=page.because if isinstance(page, SourcePage) else {},
        keywords=page.keywords,
    )
