"""The letters as files: the text, and a document that a word processor opens."""

from codecs import BOM_UTF8
from io import BytesIO
from zipfile import ZipFile

from docx import Document

from campaign_outputs import files, snapshot, text_of
from emptychair.outputs.letter_document import create_document
from emptychair.outputs.letter_files import letter_files, letter_paths
from for_each import for_each

LETTERS = [path for path in letter_paths(snapshot()) if path.endswith(".txt")]


@for_each("path", LETTERS)
def test_a_document_says_what_the_text_says(path: str) -> None:
    """Paragraph by paragraph, line by line, read by a program that is not ours."""
    document = files()[path.removesuffix("txt") + "docx"]
    assert text_of(document) == text_of(files()[path])


def test_a_text_says_how_it_is_encoded() -> None:
    """By a byte order mark, also where a host names no charset for it."""
    assert [path for path in LETTERS if not files()[path].startswith(BOM_UTF8)] == []


def test_the_addresses_are_known_before_the_files() -> None:
    """In the same order, so that none is kept waiting in memory."""
    assert [path for path, _ in letter_files(snapshot())] == letter_paths(snapshot())


def test_a_document_tells_nothing_of_who_made_it() -> None:
    """No author, no date, no program; the same text gives the same bytes."""
    data = create_document("Dear Director,\n\nA & B <c>\n")
    with ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert data == create_document("Dear Director,\n\nA & B <c>\n")


def test_a_document_keeps_signs_lines_and_spaces() -> None:
    """What XML would read as markup, the two spaces before 此致, and a line break within a paragraph."""
    document = Document(BytesIO(create_document('A & B <c> "d"\n\n　　此致\n敬礼！\n')))
    assert [one.text for one in document.paragraphs] == ['A & B <c> "d"', "　　此致\n敬礼！"]


def test_a_paragraph_goes_as_its_first_letter_does() -> None:
    """From right to left in Uyghur, also where it begins with a bracket; the address above it does not."""
    document = Document(BytesIO(create_document("1 Long Road\n\n[چېسلا]\n\n李四\n\n0000\n")))
    turned = [len(one._p.xpath("w:pPr/w:bidi | w:r/w:rPr/w:rtl")) for one in document.paragraphs]
    assert turned == [0, 2, 0, 0]


@for_each("language, place", [("en", None), ("zh", "right")])
def test_name_and_date_of_a_chinese_letter_stand_at_the_right(language: str, place: str | None) -> None:
    """As the custom has it; those of an English one at the left."""
    data = files()[f"actions/stone-umbrella-rsdl/letter-embassy-de-{language}.docx"]
    places = [one._p.xpath("w:pPr/w:jc/@w:val") for one in Document(BytesIO(data)).paragraphs]
    assert [*filter(None, places)] == ([[place]] if place else [])
    assert places[-1] == ([place] if place else [])


def test_a_document_has_no_size_of_paper() -> None:
    """A word processor takes the one on which its user prints: A4 or Letter."""
    with ZipFile(BytesIO(create_document("A\n"))) as archive:
        assert "pgSz" not in archive.read("word/document.xml").decode()


def test_chinese_and_latin_letters_have_fonts_that_word_processors_have() -> None:
    """Without a font for East Asian text some programs show boxes."""
    with ZipFile(BytesIO(create_document("信\n"))) as archive:
        text = archive.read("word/document.xml").decode()
    assert 'w:eastAsia="SimSun"' in text
    assert 'w:ascii="Times New Roman"' in text
