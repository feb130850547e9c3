"""The documents on the page of a case: what each is, and its pages as pictures with their words where there are any."""

from dataclasses import dataclass

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.snapshot import documents_of
from emptychair.images.copies import copies_of
from emptychair.record.campaign import Text
from emptychair.record.models import Paper
from emptychair.views.context import Context, SourceView, numbers_of

# As wide as a page of paper stands in a row of them, in CSS pixels.
SCAN_WIDTH = 160


@dataclass(frozen=True)
class ScanView:
    """One page of a document: a small picture, which leads to the large one."""

    src: str
    srcset: str
    width: int
    height: int
    href: str
    alt: Text


@dataclass(frozen=True)
class DocumentView:
    """A document: its title, who issued it, when and in which language, its pages, its words."""

    id: str
    title: Text
    details: tuple[Text, ...]
    pages: tuple[ScanView, ...]
    text: Text
    numbers: tuple[int, ...]


def document_views(context: Context, case: CaseAsOf, sources: tuple[SourceView, ...]) -> tuple[DocumentView, ...]:
    """The documents of a case as far as it is shown, in the order of the record."""
    return tuple(_document(context, case, one, sources) for one in documents_of(case))


def _document(context: Context, case: CaseAsOf, one: Paper, sources: tuple[SourceView, ...]) -> DocumentView:
    def words(text: str | None, name: str) -> Text:
        return case.record.words(context.language, text, "documents", one.id, name)

    title, issuer = words(one.title, "title"), words(one.issuer, "issuer")
    date = Text(context.day(one.date), context.language) if one.date else None
    details = [issuer, date, context.words("document-language", language=context.label("languages", one.language))]
    # A file with a fault is told, and is none of the campaign's pictures.
    files = [file for file in one.pages if file in context.snapshot.campaign.pictures]
    pages = tuple(_scan(context, file, number, len(files)) for number, file in enumerate(files, 1))
    known = tuple(filter(None, details))
    return DocumentView(one.id, title, known, pages, words(one.text, "text"), numbers_of(sources, one.sources))


def _scan(context: Context, file: str, number: int, count: int) -> ScanView:
    picture = context.snapshot.campaign.pictures[file]
    copies = copies_of(picture)
    small = copies[0]
    return ScanView(
        src=context.root + small.path,
        srcset=", ".join(f"{context.root}{copy.path} {copy.width}w" for copy in copies),
        width=small.width,
        height=small.height,
        href=f"{context.root}assets/{file}",
        alt=context.words("document-page", number=number, count=count),
    )
