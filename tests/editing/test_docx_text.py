"""The words of a file of a word processor, which anybody may have made."""

from __future__ import annotations

import pytest

from docx_files import docx, paragraphs
from emptychair.editing.docx_text import XML_LIMIT, docx_text

ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
NO_FILES = {
    "no archive": b"PK\x03\x04 and no more",
    "no document": docx("", name="word/other.xml"),
    "no XML": docx("<w:p>"),
    "an entity": docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", before=ENTITY),
    "a document type alone": docx("", before="<!DOCTYPE x>"),
    "unpacked too large": docx("<w:p/>" + " " * XML_LIMIT),
    "an unknown packing": docx(paragraphs("x")).replace(b"\x08\x00", b"\x63\x00"),
}


def test_the_words_of_its_paragraphs() -> None:
    """In their order, with breaks and tabs; nothing of its properties, of what was deleted, of fields or old forms."""
    body = (
        paragraphs("One\n\n二 &amp; 3")
        + '<w:p><w:r><w:t xml:space="preserve">a </w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>'
        + "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>FIELD</w:instrText></w:r>"
        + "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        + f"<w:r><mc:Fallback>{paragraphs('twice')}</mc:Fallback><w:t>d</w:t></w:r>{paragraphs('box')}</w:p>"
    )
    assert docx_text(docx(body)) == "One\n\n二 & 3\na \tb\nc\nd\nbox\n\n"


def test_what_is_no_such_file_is_refused() -> None:
    """ValueError, for a command to tell: entities too, and what grows when it is unpacked."""
    for name, data in NO_FILES.items():
        with pytest.raises(ValueError, match=r"word/document\.xml"):
            pytest.fail(f"{name}: {docx_text(data)[:80]}")
