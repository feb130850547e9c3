"""The words of a .docx file (ECMA-376, part 1), paragraph by paragraph, and nothing else of it.

The file comes from somebody unknown: it is read in bounded pieces, a document type, by which XML names entities, is
refused, and what it says of its writer is not looked at.
"""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DOCUMENT = "word/document.xml"
# A text of a few pages; the rest of a file is pictures and fonts, which are not unpacked.
XML_LIMIT = 4 * 1024 * 1024
MAGIC = b"PK\x03\x04"
SIGNS = {f"{WORD} tab": "\t", f"{WORD} br": "\n", f"{WORD} cr": "\n", f"{WORD} noBreakHyphen": "-"}
TEXT, PARAGRAPH = f"{WORD} t", f"{WORD} p"
# Text that was moved away, and the second form of a text box for old programs.
LEFT_OUT = {f"{WORD} moveFrom", f"{WORD} del", f"{COMPATIBILITY} Fallback"}
UNREADABLE = (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, NotImplementedError, RuntimeError, OSError)


def docx_text(data: bytes) -> str:
    """The bytes of a .docx file -> its paragraphs, one to a line. Raises ValueError where it is none, or too large."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            # No more is unpacked than the archive says, whatever is packed.
            if archive.getinfo(DOCUMENT).file_size > XML_LIMIT:
                raise ValueError(DOCUMENT)
            xml = archive.read(DOCUMENT)
        return _Paragraphs().read(xml)
    except UNREADABLE as error:
        raise ValueError(DOCUMENT) from error


class _Paragraphs:
    """The events of the XML parser, and the text so far."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._in_text = False
        self._left_out = 0

    def read(self, xml: bytes) -> str:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)
        return "".join(self._text)

    def _refuse(self, *_declared: object) -> None:
        raise ValueError(DOCUMENT)

    def _start(self, name: str, _attributes: object) -> None:
        self._left_out += name in LEFT_OUT
        self._in_text = name == TEXT
        # A text box is a paragraph within a paragraph.
        sign = "\n" if name == PARAGRAPH and self._unfinished else SIGNS.get(name, "")
        if sign and not self._left_out:
            self._text.append(sign)

    def _end(self, name: str) -> None:
        self._left_out -= name in LEFT_OUT
        self._in_text = False
        if name == PARAGRAPH and not self._left_out:
            self._text.append("\n")

    @property
    def _unfinished(self) -> bool:
        return bool(self._text) and not self._text[-1].endswith("\n")

    def _characters(self, text: str) -> None:
        if self._in_text and not self._left_out:
            self._text.append(text)
