"""The text of each page as labelled lines: the views in words, so that two records can be compared."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.routes import Route, Routes
from emptychair.as_of.snapshot import Snapshot
from emptychair.record.campaign import Record
from emptychair.record.models import Recipient
from emptychair.text import vocabulary
from emptychair.text.letter_sections import split_letters, unwrap
from emptychair.text.strings import Strings
from emptychair.views.action import action_view, recipients_of
from emptychair.views.case import case_view
from emptychair.views.context import Context, SourceView
from emptychair.views.documents import DocumentView
from emptychair.views.entries import DatedEntry
from emptychair.views.letters import letters_of
from emptychair.views.news import report_view, update_view

RECIPIENTS = "recipients.yml: "
# What begins a line that is not run on from the line above: an item, a row, a quotation, a heading.
MARKED = re.compile(r"[-*+>|#!:]|[0-9]{1,9}[.)]")
SHOWN = tuple(vocabulary.terms("visibilities"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; `long` is a text of several paragraphs, each of which is a line of its words."""

    label: str
    words: str
    long: bool = False


@dataclass(frozen=True)
class PageText:
    """The lines of one page, or of one entry of a register, in a language, by their names.

    `location` is the path of the page below the site's root, or the file and the entry. The more of a page is shown,
    the higher is `shown`.
    """

    kind: str
    location: str
    name: str
    lines: Mapping[str, Line]
    shown: int = len(SHOWN)


def page_texts(snapshot: Snapshot, language: str) -> dict[str, PageText]:
    """The text of everything in a snapshot, in a language: location -> PageText."""
    pages = _Pages(snapshot, language)
    return {page.location: page for page in pages.all()}


class _Pages:
    """The lines of one snapshot in one language, each kind of page a method."""

    def __init__(self, snapshot: Snapshot, language: str) -> None:
        self.snapshot, self.say = snapshot, Strings(language, "summary")
        self.language = language
        self.context = Context(snapshot, Routes(snapshot), language, Route("index", "index"), Strings(language))

    def all(self) -> Iterator[PageText]:
        """Every recipient, every setting, every page."""
        campaign = self.snapshot.campaign
        for slug, recipient in campaign.recipients.items():
            yield PageText("recipient", f"{RECIPIENTS}{slug}", office_of(recipient, self.language), _fields(recipient))
        yield PageText("setting", "campaign.yml", "", _fields(campaign.settings))
        for case in self.snapshot.cases.values():
            yield self._case(case)
        for action in self.snapshot.actions.values():
            yield self._page(action.record, self._action(action), not action.silent)
        for update in campaign.updates.values():
            yield self._page(update, self._update(update))
        for report in campaign.reports.values():
            yield self._page(report, self._report(report))
        for page in campaign.prose.values():
            yield self._page(page, ())

    def _line(self, name: str, words: object) -> Line:
        return Line(self.say(f"line-{name}"), str(words or ""))

    def _many(self, name: str, values: Iterable[object]) -> Line:
        return self._line(name, self.say("join").join(map(str, values)))

    def _lines_of(
        self, record: Record[Any], name: str, lines: Iterable[tuple[str, Line]], story: bool, shown: int
    ) -> PageText:
        """A page with its lines, as far as they say something, and its text last."""
        kept = {key: line for key, line in lines if line.words}
        body = split_letters(record.page(self.language).body)[0] if story else ""
        words = "\n".join(_units(body, record.page(self.language).language))
        text = {"text": Line(self.say("line-text"), words, long=True)} if words else {}
        return PageText(record.kind, record.path, name, {**kept, **text}, shown)

    def _page(self, record: Record[Any], lines: Iterable[tuple[str, Line]], open_: bool = True) -> PageText:
        title = str(record.title(self.language))
        description = str(record.description(self.language)) if open_ else ""
        head = (("title", self._line("title", title)), ("description", self._line("description", description)))
        return self._lines_of(record, title, (*head, *lines), open_, len(SHOWN) if open_ else 1)

    def _case(self, case: CaseAsOf) -> PageText:
        view = case_view(self.context, case)
        shown = len(SHOWN) - SHOWN.index(case.visibility)
        lines = {
            "name": self._many("name", (view.name, *view.others, *view.aliases)),
            "status": self._line("status", view.status.line if view.status else ""),
            "stage": self._line("stage", view.stage),
            "description": self._line("description", view.description),
            "notes": self._many("notes", view.notes),
            **{f"fact-{fact.label}": Line(fact.label, self._values(fact.values)) for fact in view.facts},
            **self._entries("charge", view.charges),
            **self._entries("sentence", view.sentences),
            **self._entries("event", view.events),
            **self._entries("flag", view.flags),
            **self._entries("custody", view.custody),
            **self._entries("ahead", view.ahead),
            **{f"related-{fact.label}": Line(fact.label, self._values(fact.values)) for fact in view.related},
            **self._documents(view.documents),
            **self._sources(view.sources),
        }
        if view.photo:
            photo = view.photo
            lines["photo"] = self._many("photo", (photo.src, photo.alt, photo.caption, photo.credit))
        return self._lines_of(case.record, str(view.name), lines.items(), view.story, shown)

    def _values(self, values: Iterable[Any]) -> str:
        """Links and words, by their words."""
        return self.say("join").join(str(getattr(value, "text", value)) for value in values)

    def _entries(self, name: str, entries: Iterable[DatedEntry]) -> dict[str, Line]:
        """The dated entries of one kind, each by its id."""
        return {
            f"{name}-{one.id}": self._many(name, filter(None, (one.date, *one.head, str(one.text), *one.details)))
            for one in entries
        }

    def _documents(self, documents: Iterable[DocumentView]) -> dict[str, Line]:
        """The documents of a case, each by its id: a page more is another picture."""
        return {
            f"document-{one.id}": self._many(
                "document", filter(None, (one.title, *one.details, *(page.href for page in one.pages), one.text))
            )
            for one in documents
        }

    def _sources(self, sources: Iterable[SourceView]) -> dict[str, Line]:
        found = {}
        for one in sources:
            parts = (one.author, one.title, one.publisher, one.date, one.url, one.archived)
            found[f"source-{one.id}"] = self._many("source", filter(None, parts))
        return found

    def _action(self, action: ActionAsOf) -> Iterator[tuple[str, Line]]:
        view, facts = action_view(self.context, action), action.facts
        yield "state", self._line("state", view.state_label)
        yield "dates", self._many("dates", (*view.issue, view.deadline))
        yield "people", self._many("people", (card.name for card in view.people))
        for one in recipients_of(self.context, action):
            parts = (one.office, one.concern, self.context.say("copy-to") if one.cc else None)
            yield f"recipient-{one.id}", self._many("recipients", filter(None, parts))
        channels = (self.context.label("channels", code) for code in facts.channels)
        yield "channels", self._many("channels", channels)
        # A past action shows none.
        yield from () if action.silent or action.past else self._letters(action)
        for demand in view.demands:
            yield f"demand-{demand.id}", self._line("demand", demand.text)
        for number, outcome in enumerate(view.outcomes):
            words = (outcome.name, outcome.state, outcome.date, outcome.text)
            yield f"outcome-{number}", self._many("outcome", words)
        yield "notes", self._line("notes", view.notes)
        yield from self._sources(view.sources).items()

    def _letters(self, action: ActionAsOf) -> Iterator[tuple[str, Line]]:
        """The letter to each recipient in this language, whole as it would be sent."""
        for addressee in action.facts.recipients:
            for letter in letters_of(self.snapshot, action.record, addressee):
                if letter.language == self.language:
                    recipient = self.snapshot.campaign.recipients[addressee.recipient]
                    label = self.say("line-letter", office=office_of(recipient, self.language))
                    units = filter(str.strip, (letter.subject, *letter.text.split("\n")))
                    yield f"letter-{letter.recipient}", Line(label, "\n".join(map(str.strip, units)), long=True)

    def _update(self, update: Record[Any]) -> Iterator[tuple[str, Line]]:
        view = update_view(self.context, update)
        yield "kind", self._line("kind", view.kind)
        yield "dates", self._many("dates", filter(None, (view.date, view.when, str(view.place), str(view.byline))))
        yield "people", self._line("people", self._values(view.people))
        yield from self._sources(view.sources).items()

    def _report(self, report: Record[Any]) -> Iterator[tuple[str, Line]]:
        view = report_view(self.context, report)
        yield "dates", self._many("dates", filter(None, (view.published, str(view.publisher))))
        yield "people", self._line("people", self._values(view.people))
        yield "download", self._line("download", view.download)
        for one in view.statistics:
            yield f"statistic-{one.id}", self._many("statistic", filter(None, (one.number, str(one.text), one.as_of)))
        yield from self._sources(view.sources).items()


def office_of(recipient: Recipient, language: str) -> str:
    """The name of an office in a language, else in the first that there is."""
    return recipient.office.get(language) or next(iter(recipient.office.values()))


def _units(body: str, language: str) -> Iterator[str]:
    """The paragraphs, items and rows of a body, each on one line however its lines were wrapped."""
    for block in re.split(r"\n[ \t]*\n", body):
        units: list[str] = []
        for line in filter(None, map(str.strip, block.split("\n"))):
            if units and not MARKED.match(line):
                units[-1] = unwrap(f"{units[-1]}\n{line}", language)
            else:
                units.append(line)
        yield from units


def _fields(fact: BaseModel) -> dict[str, Line]:
    """Every field of a register's entry by its name in the file: none can be changed without being seen."""
    written = fact.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {name: Line(name, words) for name, words in _leaves(written)}


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """(path, words) of every text in nested mappings and lists; list items by number from 1."""
    if not isinstance(value, dict | list | tuple):
        yield name, str(value)
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value, 1)
    for key, item in pairs:
        yield from _leaves(item, f"{name}.{key}" if name else str(key))
