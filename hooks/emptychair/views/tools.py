"""The data, how far the translations are."""

from dataclasses import dataclass, replace
from typing import Any

from emptychair.as_of.translation_coverage import Coverage, coverage, names_of
from emptychair.record.campaign import Record, Text
from emptychair.record.reserved_urls import DATA_FILES
from emptychair.text.further_languages import FurtherLanguage
from emptychair.text.strings import Strings
from emptychair.views.context import Context, Link, name_of
from emptychair.views.lists import Pager, pager, rows_of


@dataclass(frozen=True)
class DataView:
    """The files of open data with what is in them, and the licence."""

    files: tuple[tuple[Link, Text], ...]
    licence: Link
    cases: tuple[Link, ...]


@dataclass(frozen=True)
class CoverageRow:
    """One page and how far it is told in each language."""

    page: Link
    source: Text
    states: tuple[tuple[Text, str, Text], ...]


@dataclass(frozen=True)
class TranslationsView:
    """Every page with the state of its translations."""

    rows: tuple[CoverageRow, ...]
    complete: Text
    # How many of the site's own texts are missing in each language that the campaign brings along.
    texts: tuple[Text, ...]
    pager: Pager


def data_view(context: Context) -> DataView:
    """The open data."""
    settings = context.snapshot.campaign.settings
    files = tuple(
        (Link(Text(name, context.language), f"{context.root}data/v1/{name}"), context.words(f"data-{key}"))
        for key, name in DATA_FILES.items()
    )
    cases = tuple(
        Link(name_of(case.record, context.language), f"{context.root}data/v1/{case.record.path}.json")
        for case in context.snapshot.listed_cases
    )
    licence = Link(Text(settings.data_licence, context.language), settings.data_licence_url)
    return DataView(files, licence, cases)


def coverage_of(context: Context, record: Record[Any], language: str) -> Coverage:
    """How far a record is told in a language, found out once: its page says it, and the table of all pages."""
    key = f"coverage:{language}:{record.path}"
    if key not in context.memory:
        case = context.snapshot.cases.get(record.slug) if record.kind == "case" else None
        found = coverage(record, language, context.snapshot.campaign.recipients, case.facts if case else None)
        # What a page does not show, this one does not name.
        context.memory[key] = replace(found, changed=()) if case and case.visibility != "full" else found
    known: Coverage = context.memory[key]
    return known


def translations_view(context: Context) -> TranslationsView:
    """Every page that has something to tell, with what is missing in each language."""
    campaign = context.snapshot.campaign
    records = context.snapshot.records_out
    every = [coverage_of(context, record, language).state for record in records for language in campaign.languages]
    # What was converted is no translator's work, and asks for none.
    states = [state for state in every if state != "converted"]
    whole = sum(1 for state in states if state in ("source", "complete"))
    return TranslationsView(
        rows=tuple(_row(context, record) for record in rows_of(context, records)),
        complete=context.plural("translations-complete", whole, whole=whole, all=len(states)),
        texts=tuple(
            _texts_of(context, language) for language in campaign.further if language.code in campaign.languages
        ),
        pager=pager(context),
    )


def _texts_of(context: Context, language: FurtherLanguage) -> Text:
    label = context.label("languages", language.code)
    return context.words("translations-texts", language=label, missing=language.missing, all=language.wanted)


def _row(context: Context, record: Record[Any]) -> CoverageRow:
    title = name_of(record, context.language) if record.kind == "case" else record.title(context.language)
    states = []
    for language in context.snapshot.campaign.languages:
        found = coverage_of(context, record, language)
        count = len(found.missing)
        key = f"coverage-{found.state}"
        words = context.say.plural(key, count) if found.state in ("partial", "stale") else context.say(key)
        if found.changed:
            entries = Strings(context.language, "dates")("list").join(names_of(found.changed))
            words += context.say("coverage-changed", entries=entries)
        states.append((context.label("languages", language), found.state, Text(words, context.language)))
    return CoverageRow(Link(title, context.href(record.path)), context.label("languages", record.source), tuple(states))
