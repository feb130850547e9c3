"""The record as open data, once, with all languages in each entry."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from pydantic import BaseModel

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf, flags_on
from emptychair.as_of.snapshot import Snapshot, documents_of
from emptychair.editing.editor_schema import create_editor_schemas
from emptychair.outputs.open_data_csv import action_columns, action_row, case_columns, case_row, create_csv
from emptychair.outputs.open_data_schema import (
    VERSION,
    ActionData,
    ActionsFile,
    CaseData,
    CaseFile,
    CasesFile,
    ChargeData,
    DocumentData,
    EventData,
    FlagData,
    SentenceData,
    SourceData,
    StatusData,
    TermData,
    Texts,
    create_schema,
)
from emptychair.record.campaign import Record
from emptychair.record.models import Source
from emptychair.text import vocabulary
from emptychair.views.urls import page_url


class Exporter:
    """The data of a snapshot; `site_url` ends in a slash."""

    def __init__(self, snapshot: Snapshot, site_url: str) -> None:
        self.snapshot, self.site_url = snapshot, site_url
        self.languages = snapshot.campaign.languages
        self._known: dict[tuple[str, str], TermData] = {}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(path below the site's root, bytes) of every file of open data.

        Each case is let go once it is written: ten thousand of them would fill the memory.
        """
        head, every = self._head(), BytesIO()
        rows: list[dict[str, str]] = []
        begin, end = _around(CasesFile(**head, cases=[]), "cases")
        every.write(begin)
        for case in self.snapshot.listed_cases:
            data = self.case(case)
            yield f"data/v1/cases/{data.slug}.json", _json(CaseFile(**head, case=data))
            every.write(b",\n" if rows else b"\n")
            every.write(data.model_dump_json(by_alias=True).encode())
            rows.append(case_row(data, self.languages))
        every.write(end)
        yield "data/v1/cases.json", every.getvalue()
        yield "data/v1/cases.csv", create_csv(rows, case_columns(self.languages))
        shown = sorted(self.snapshot.actions.values(), key=lambda action: action.record.slug)
        actions = [self.action(action) for action in shown if action.listed]
        yield "data/v1/actions.json", _json(ActionsFile(**head, actions=actions))
        yield (
            "data/v1/actions.csv",
            create_csv([action_row(one, self.languages) for one in actions], action_columns(self.languages)),
        )
        yield "data/v1/schema.json", create_schema()
        for name, schema in create_editor_schemas().items():
            yield f"data/v1/{name}", schema

    def _head(self) -> dict[str, Any]:
        settings = self.snapshot.campaign.settings
        return {
            "version": VERSION,
            "generated": self.snapshot.today.isoformat(),
            "licence": settings.data_licence,
            "licence_url": settings.data_licence_url,
        }

    def _term(self, name: str, code: str) -> TermData:
        key = (name, code)
        if key not in self._known:
            term = vocabulary.term(name, code)
            label = {language: term.label(language) for language in self.languages}
            self._known[key] = TermData(code=code, label=label)
        return self._known[key]

    def _terms(self, name: str, codes: Sequence[str]) -> list[TermData]:
        return [self._term(name, code) for code in codes]

    def _texts(self, record: Record[Any], default: str | None, *path: str) -> Texts:
        """The text in each language in which it was written; one in another language is not passed off as this one."""
        found = {language: record.as_written.words(language, default, *path) for language in self.languages}
        return {language: text.value for language, text in found.items() if text and text.language == language}

    def _page_texts(self, record: Record[Any], field: str) -> Texts:
        found = {language: getattr(page, field) for language, page in record.as_written.pages.items()}
        return {language: found[language] for language in self.languages if found.get(language)}

    def _pages(self, record: Record[Any]) -> Texts:
        campaign = self.snapshot.campaign
        written = [language for language in self.languages if language in record.as_written.pages]
        return {language: page_url(self.site_url, campaign, language, record.path) for language in written}

    def case(self, case: CaseAsOf) -> CaseData:
        """A case of the snapshot as data. It has an event."""
        record, facts, full = case.record, case.facts, case.visibility == "full"
        regions = {kind: code for kind, code in facts.regions.model_dump().items() if code and full}
        return CaseData(
            slug=record.slug,
            names=dict(facts.names),
            kind=facts.kind,
            count={"count": facts.count, "count_is": facts.count_is} if facts.count and full else None,
            visibility=case.visibility,
            description=self._page_texts(record, "description") if full else {},
            status=self._status(case),
            roles=self._terms("roles", facts.roles if full else ()),
            rights=self._terms("rights", facts.rights if full else ()),
            regions={kind: self._term("regions", code) for kind, code in regions.items()},
            events=self._events(case) if full else [],
            charges=self._charges(case),
            flags=self._flags(case) if full else [],
            sentences=self._sentences(case) if full else [],
            documents=self._documents(case),
            actions=[action.record.slug for action in self.snapshot.actions_of(record.slug)],
            sources=_sources(facts.sources),
            added=record.added.isoformat(),
            updated=record.source_page.updated.isoformat(),
            pages=self._pages(record),
        )

    def _status(self, case: CaseAsOf) -> StatusData:
        standing, full = case.known_standing, case.visibility == "full"
        status = self._term("statuses", standing.code)
        return StatusData.model_validate(
            {
                "class": self._term("classes", standing.class_code),
                "code": status.code,
                "label": status.label,
                "last_known_class": standing.last_class,
                "faded": standing.faded,
                "reasons": [fading.reason for fading in standing.fadings],
                "date": str(standing.event.date),
                "as_of": str(standing.as_of),
                "stage": self._term("stages", standing.stage) if standing.stage and full else None,
            }
        )

    def _events(self, case: CaseAsOf) -> list[EventData]:
        return [
            EventData(
                id=event.id,
                date=str(event.date),
                reported=_str(event.reported),
                status=self._term("statuses", event.status) if event.status else None,
                stage=self._term("stages", event.stage) if event.stage else None,
                text=self._texts(case.record, event.text, "events", event.id, "text"),
                verification=self._term("verification", event.verification),
                sources=_ids(case, event.sources or case.facts.sources),
            )
            for event in case.facts.events
        ]

    def _charges(self, case: CaseAsOf) -> list[ChargeData]:
        return [
            ChargeData(
                id=charge.id,
                charge=self._term("charges", charge.charge),
                stage=self._term("charge_stages", charge.stage),
                as_reported=self._texts(case.record, charge.as_reported, "charges", charge.id, "as_reported") or None,
                sources=_ids(case, charge.sources),
            )
            for charge in case.facts.charges
        ]

    def _flags(self, case: CaseAsOf) -> list[FlagData]:
        return [
            FlagData(
                flag=self._term("flags", flag.flag),
                since=_str(flag.since),
                until=_str(flag.until),
                current=stands,
                sources=_ids(case, flag.sources),
            )
            for flag, stands in flags_on(case, self.snapshot.today)
        ]

    def _sentences(self, case: CaseAsOf) -> list[SentenceData]:
        return [
            SentenceData(
                id=sentence.id,
                given=str(sentence.given),
                court=self._texts(case.record, sentence.court, "sentences", sentence.id, "court") or None,
                parts=[part.model_dump(exclude_none=True) for part in sentence.parts],
                reported_end=_str(sentence.ends),
                sources=_ids(case, sentence.sources),
            )
            for sentence in case.facts.sentences
        ]

    def _documents(self, case: CaseAsOf) -> list[DocumentData]:
        return [
            DocumentData(
                id=one.id,
                title=self._texts(case.record, one.title, "documents", one.id, "title"),
                issuer=self._texts(case.record, one.issuer, "documents", one.id, "issuer") or None,
                date=_str(one.date),
                language=self._term("languages", one.language),
                pages=[f"{self.site_url}assets/{file}" for file in one.pages],
                text=self._texts(case.record, one.text, "documents", one.id, "text") or None,
                sources=_ids(case, one.sources),
            )
            for one in documents_of(case)
        ]

    def action(self, action: ActionAsOf) -> ActionData:
        """An action of the snapshot as data; addresses stand on its page only, with their warnings."""
        record, facts = action.record, action.facts
        return ActionData(
            slug=record.slug,
            title=self._page_texts(record, "title"),
            description=self._page_texts(record, "description"),
            number=facts.number,
            issuer=facts.issuer,
            state=self._term("action_states", action.state),
            issued=str(facts.issued),
            until=str(facts.until),
            review_by=facts.review_by.isoformat() if facts.review_by else None,
            cases=[slug for slug in facts.cases if self.snapshot.cases[slug].listed],
            recipients=[one.recipient for one in facts.recipients],
            demands=[
                {"id": one.id, "text": self._texts(record, one.text, "demands", one.id, "text")}
                for one in facts.demands
            ],
            outcomes=[
                {
                    "case": one.case,
                    "state": one.state,
                    "date": str(one.date),
                    "text": self._texts(record, one.text, "outcomes", one.id, "text"),
                }
                for one in facts.outcomes
                if self.snapshot.cases[one.case].listed
            ],
            sources=_sources(facts.sources),
            updated=record.source_page.updated.isoformat(),
            pages=self._pages(record),
        )


def _ids(case: CaseAsOf, sources: Iterable[str]) -> list[str]:
    """The ids of sources that were published by the day."""
    return [source for source in sources if source in case.facts.sources]


def _sources(sources: Mapping[str, Source]) -> list[SourceData]:
    return [
        SourceData(
            id=source_id,
            title=source.title,
            publisher=source.publisher,
            date=_str(source.date),
            url=source.url,
            archived=source.archived,
        )
        for source_id, source in sources.items()
    ]


def _str(value: object) -> str | None:
    return None if value is None else str(value)


def _json(model: BaseModel) -> bytes:
    return (model.model_dump_json(by_alias=True, indent=1) + "\n").encode()


def _around(empty: BaseModel, name: str) -> tuple[bytes, bytes]:
    """What stands before and behind the entries of a file, which are JSON already, one to a line."""
    begin, _, end = empty.model_dump_json(by_alias=True, indent=1).rpartition(f'"{name}": []')
    return f'{begin}"{name}": ['.encode(), f"\n]{end}\n".encode()
