"""Files of a word processor, as small as they can be."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def docx(body: str, before: str = "", name: str = "word/document.xml") -> bytes:
    """A .docx with this XML in its body, and something before the root."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", "<author>Li Si</author>")
        archive.writestr(name, f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    return file.getvalue()


def paragraphs(text: str) -> str:
    """Each line of a text as a paragraph."""
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
