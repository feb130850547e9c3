"""Drawings: what is refused, what is left of those that are published, what a program's own additions become."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from emptychair.images.drawings import BYTES_LIMIT, cleaned, fault_of, size_of, stripped
from emptychair.images.metadata import PictureError
from for_each import for_each
from sample_images import drawing
from work import not_for_ever

SVG = "{http://www.w3.org/2000/svg}"
XLINK = 'xmlns:l="http://www.w3.org/1999/xlink"'
# What can run, load or lead somewhere, inside a drawing.
HOSTILE = (
    "<script>alert(1)</script>",
    '<script href="https://evil.example/x.js"/>',
    '<g onload="alert(1)"/>',
    '<path d="M0 0" onclick="x()"/>',
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>x()</script></body></foreignObject>",
    "<html:script xmlns:html='http://www.w3.org/1999/xhtml'>x()</html:script>",
    '<image href="https://evil.example/p.png"/>',
    f'<use {XLINK} l:href="https://evil.example/a.svg#b"/>',
    '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
    "<style>@import url(https://evil.example/a.css);</style>",
    '<path style="fill:url(https://evil.example/a.svg#b)" d="M0 0"/>',
    '<path fill="url(//evil.example/a.svg#b)" d="M0 0"/>',
    '<path fill="u\\72l(//evil.example)" d="M0 0"/>',
    '<path style="background-image: image-set(x)" d="M0 0"/>',
    '<animate attributeName="href" to="javascript:x()"/>',
    '<set attributeName="onload" to="x()"/>',
)
# What says more than shapes do, or needs the fonts of a reader.
MORE = (
    "<metadata><rdf xmlns='x'/></metadata>",
    "<text>Words</text>",
    "<path xmlns:i='http://www.inkscape.org/' i:label='by Li Si' d='M0 0'/>",
    "<filter/>",
    '<path d="M0 0" font-family="Helvetica"/>',
    '<path d="M0 0" style="font-family:Helvetica"/>',
)
# What is no drawing, or what a reader of XML must not be given.
BEFORE = (
    b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + drawing("<title>&b;</title>"),
    b'<!doctype svg SYSTEM "file:///etc/passwd">' + drawing(),
    b'<?xml-stylesheet href="https://evil.example/a.css"?>' + drawing(),
)
UNREADABLE = (
    b"",
    b"<svg/>",
    b"\xff\xfe<\0s\0v\0g\0/\0>\0",
    b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
    drawing("<g>"),
    drawing("<g>" * 40 + "</g>" * 40),
    drawing("<g>" * 2_000 + "</g>" * 2_000),
)


def code_of(data: bytes) -> str:
    """The code of what is wrong with a drawing, or "": found in the end."""
    with not_for_ever():
        fault = fault_of(data)
    return fault.code if fault else ""


def test_what_a_drawing_may_not_hold() -> None:
    """Each is called by its name: what is hostile, what is more than shapes, what cannot be read."""
    wrong = {one: code_of(drawing(one)) for one in HOSTILE if code_of(drawing(one)) != "drawing-unsafe"}
    wrong |= {one: code_of(drawing(one)) for one in MORE if code_of(drawing(one)) != "drawing-with-more"}
    assert wrong == {}
    assert [code_of(one) for one in BEFORE] == ["drawing-unsafe"] * len(BEFORE)
    assert [code_of(one) for one in UNREADABLE] == ["drawing-unreadable"] * len(UNREADABLE)
    assert code_of(drawing() + b" " * BYTES_LIMIT) == "drawing-too-large"
    assert (
        code_of(drawing('<path fill="url(#a)" style="mask:url(#b)" transform="rotate(1) scale (2)" d="M0 0"/>')) == ""
    )


@for_each(
    "box, size",
    [("0 0 10 5", (10, 5)), ("-1,-1,2.4,0.2", (2, 1)), ("0 0 0 5", None), ("0 0 1e3 5", None), ("", None)],
)
def test_the_size_of_a_drawing(box: str, size: tuple[int, int] | None) -> None:
    """By its viewBox; without one by width and height, without those it is refused."""
    data = drawing(box=box)
    if size is None:
        assert code_of(data) == "drawing-without-size"
    else:
        assert size_of(data) == size
    assert size_of(data.replace(f'viewBox="{box}"'.encode(), b'width="20px" height="10"')) == (20, 10)


def test_what_is_published_is_written_anew() -> None:
    """Shapes with their colours, styles as attributes; no comment, no class, no stray words."""
    inside = (
        '<!-- by Li Si --> stray <g class="a" data-name="Li Si"><path style="fill: red;" fill="blue" d="M0 0"/></g>'
    )
    data = b'<?xml version="1.0" encoding="UTF-8"?>' + drawing(inside)
    root = ET.fromstring(cleaned(data))  # noqa: S314 - made here
    assert [(one.tag.removeprefix(SVG), dict(one.attrib)) for one in root.iter()] == [
        ("svg", {"viewBox": "0 0 10 10"}),
        ("path", {"fill": "#8a3b12", "d": "M2 2h6v6H2z"}),
        ("g", {}),
        ("path", {"fill": "red", "d": "M0 0"}),
    ]
    assert not any((one.text or "").strip() or (one.tail or "").strip() for one in root.iter())
    assert fault_of(cleaned(data)) is None
    assert cleaned(cleaned(data)) == cleaned(data)


def test_what_programs_add_is_stripped() -> None:
    """Document type, metadata, names of layers and files, fonts that no shape has; its shapes keep their colours."""
    data = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://sodipodi.example/" xmlns:r="http://rdf.example/"
  s:docname="/home/li-si/logo.svg" viewBox="0 0 4 4" xml:space="preserve">
<s:namedview r:label="x"><s:grid/></s:namedview><metadata><r:RDF><r:creator>Li Si</r:creator></r:RDF></metadata>
<path s:label="Li Si" style="fill:#123456;font-family:Arial;-inkscape-font-specification:Arial" d="M0 0h4v4z"/></svg>"""
    assert code_of(data) == "drawing-unsafe"
    left = stripped(data)
    assert fault_of(left) is None
    assert b"#123456" in left
    assert not [word for word in (b"li-si", b"Li Si", b"namedview", b"Arial", b"DOCTYPE", b"metadata") if word in left]


@for_each("inside", [*HOSTILE, "<text>Words</text>", "<filter/>"])
def test_what_somebody_would_miss_is_not_stripped_in_silence(inside: str) -> None:
    """Nor what is hostile, which nobody should have in a mark: each is refused, or gone without a trace."""
    try:
        left = stripped(drawing(inside))
    except PictureError:
        return
    assert fault_of(left) is None
    assert b"evil" not in left
