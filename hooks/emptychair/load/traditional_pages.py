"""Pages in traditional Chinese, made from the simplified ones where no translator wrote them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from emptychair.record.campaign import Campaign, Conversion, Page, Record
from emptychair.text.traditional import HAN, SIMPLIFIED, TRADITIONAL, Converter, has_library
from emptychair.text.unseen_markdown import unseen_spans


def with_traditional(campaign: Campaign) -> Campaign:
    """The campaign with a page in traditional Chinese wherever it has a simplified one.

    As it is where the site has only one of the two languages, or OpenCC is not installed: then no site is built.
    """
    if not {SIMPLIFIED, TRADITIONAL} <= set(campaign.languages) or not has_library():
        return campaign
    convert = Converter(dict(_names(campaign)))
    conversions = {TRADITIONAL: Conversion(SIMPLIFIED, convert)}

    def of(group: Mapping[str, Record[Any]]) -> dict[str, Record[Any]]:
        return {key: _with_page(record, convert, conversions) for key, record in group.items()}

    return replace(
        campaign,
        cases=of(campaign.cases),
        actions=of(campaign.actions),
        updates=of(campaign.updates),
        reports=of(campaign.reports),
        prose=of(campaign.prose),
        conversions=conversions,
    )


def _with_page(record: Record[Any], convert: Converter, conversions: Mapping[str, Conversion]) -> Record[Any]:
    """A record with the page that it lacks; the words that a translator's page lacks are converted when asked for."""
    simplified = record.pages.get(SIMPLIFIED)
    if simplified is None:
        return record
    pages = dict(record.pages)
    if TRADITIONAL not in pages:
        pages[TRADITIONAL] = _page(simplified, convert)
    return replace(record, pages=pages, conversions=conversions)


def _page(page: Page, convert: Converter) -> Page:
    return replace(
        page,
        language=TRADITIONAL,
        title=page.title and convert(page.title),
        description=page.description and convert(page.description),
        body=convert(page.body, unseen_spans(page.body)),
        words={},
        keywords=tuple(map(convert, page.keywords)),
        converted=SIMPLIFIED,
    )


def _names(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """(name, how it stands in traditional Chinese) of people: as a source prints it in that script, else as it is."""
    for case in campaign.cases.values():
        names, group = case.facts.names, case.facts.kind == "group"
        for name in () if group else (names.get(SIMPLIFIED, ""), *(alias.name for alias in case.facts.aliases)):
            # A name of one sign would be found everywhere.
            if HAN.search(name) and len(name) > 1:
                yield name, names.get(TRADITIONAL, name) if name == names.get(SIMPLIFIED) else name
    for recipient in campaign.recipients.values():
        if recipient.name and recipient.name.zh and recipient.name.zh.given:
            name = recipient.name.zh.surname + recipient.name.zh.given
            yield name, name
