"""A letter as a document that a word processor opens (ECMA-376, Office Open XML)."""

from collections.abc import Mapping
from io import BytesIO
from unicodedata import bidirectional
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from markupsafe import escape

from emptychair.text.traditional import TRADITIONAL

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The least that a word processor asks of a document: what its parts are, and which of them to open
# (ECMA-376 part 2, section 6; part 1, section 11.3.10).
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="letter"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
BEGINNING = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
# Paragraphs are apart, lines as far as in a letter; the first font is for Latin letters, the other for Chinese, by the
# script in which it is written.
PARAGRAPH = (
    '<w:p><w:pPr>{bidi}<w:spacing w:after="200" w:line="320" w:lineRule="auto"/>{place}</w:pPr><w:r><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="{font}"/>'
    '<w:sz w:val="24"/>{rtl}<w:lang w:val="en-GB" w:eastAsia="{script}"/></w:rPr>'
)
SIMPLIFIED_FONT, TRADITIONAL_FONT = {"font": "SimSun", "script": "zh-CN"}, {"font": "PMingLiU", "script": "zh-TW"}
# A paragraph from right to left, its text in the font and size of such scripts (part 1, 17.3.1.6 and 17.3.2.30).
LTR, BIDI = {"bidi": "", "rtl": ""}, {"bidi": "<w:bidi/>", "rtl": '<w:szCs w:val="24"/><w:rtl/>'}
LINE = '<w:t xml:space="preserve">{}</w:t>'
# Where the last paragraph of a Chinese letter stands: the name, and the date below it (part 1, 17.3.1.13).
AT_RIGHT = '<w:jc w:val="right"/>'
# Margins of 25 mm, in twentieths of a point. No size of paper: a word processor takes the one that it prints on.
END = (
    "<w:sectPr>"
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709"'
    ' w:gutter="0"/></w:sectPr></w:body></w:document>'
)
# The first day that a ZIP archive can name: the same letter gives the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def create_document(text: str, language: str = "", *, end_at_right: bool = False) -> bytes:
    """A text in a language as a document: an empty line ends a paragraph. Nothing tells who made it, where or when.

    `end_at_right`: the last paragraph, name and date, stands at the right, as in a Chinese letter.
    """
    font = TRADITIONAL_FONT if language == TRADITIONAL else SIMPLIFIED_FONT
    *before, last = text.strip("\n").split("\n\n")
    paragraphs = [*(_paragraph(part, font) for part in before), _paragraph(last, font, AT_RIGHT * end_at_right)]
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONSHIPS,
        "word/document.xml": f"{BEGINNING}\n{''.join(paragraphs)}{END}",
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name, EPOCH), f"{XML}{part}\n")
    return buffer.getvalue()


def _paragraph(text: str, font: Mapping[str, str], place: str = "") -> str:
    lines = "<w:br/>".join(LINE.format(escape(line)) for line in text.split("\n"))
    return f"{PARAGRAPH.format(place=place, **font, **(BIDI if _is_right_to_left(text) else LTR))}{lines}</w:r></w:p>\n"


def _is_right_to_left(text: str) -> bool:
    """By its first letter, as a text without marks is read (Unicode Standard Annex 9, rule P2)."""
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
