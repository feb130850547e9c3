"""Bytes of an SVG -> what it holds besides shapes; and an SVG without a fault -> one that holds nothing else.

A drawing can run scripts, load from elsewhere and lead elsewhere, also where somebody opens it by its own address. So
the list below allows, and nothing is forbidden; what programs write for themselves (who drew it, where) is not allowed
either. Nothing of the disk or the network is asked: a drawing with a document type is refused before it is read.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from emptychair.images.metadata import PictureError

SUFFIX = ".svg"
BYTES_LIMIT = 32 * 1024
# What is asked for to be stripped: a program may write more about a drawing than the drawing.
INPUT_BYTES_LIMIT = 1024 * 1024
DEPTH_LIMIT = 32
SIDE_LIMIT = 10_000
SVG = "http://www.w3.org/2000/svg"
XML_NAME = re.compile(r"\{(.*)\}(.*)")
# Shapes, their groups and what fills them: nothing that is drawn from another file, nor set in the fonts of a reader.
PARTS = frozenset(
    {"svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"linearGradient", "radialGradient", "stop", "clipPath", "mask"}
)
GEOMETRY = frozenset(
    {"viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d"}
    | {"points", "transform", "offset", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits"}
    | {"maskUnits", "maskContentUnits", "preserveAspectRatio", "pathLength", "id", "version"}
)
# What programs write and nothing reads, once it stands alone: dropped from what is published.
DROPPED = frozenset({"class", "enable-background", "space", "data-name", "role", "aria-label"})
PRESENTATION = frozenset(
    {"fill", "fill-opacity", "fill-rule", "clip-path", "clip-rule", "mask", "opacity", "color", "display"}
    | {"visibility", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap"}
    | {"stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "vector-effect", "paint-order"}
)
# What runs, loads or leads somewhere: named as such, though the list would refuse it in any case.
DANGEROUS = frozenset(
    {"script", "foreignObject", "image", "feImage", "use", "a", "iframe", "embed", "object", "audio", "video", "style"}
    | {"animate", "animateMotion", "animateTransform", "set", "handler", "listener", "link", "meta", "html", "pattern"}
)
OWN_REFERENCE = re.compile(r"url\(\s*#[A-Za-z_][\w.-]*\s*\)")
FUNCTIONS = re.compile(r"(?:rgba?|hsla?|matrix|translate|scale|rotate|skewX|skewY)\s*(?=\()")
LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:px)?")
# The declaration of XML itself. Whatever encoding it names: what is not UTF-8 is refused.
DECLARATION = re.compile(r"\A\s*<\?xml\s[^?>]*\?>")
METADATA = "<metadata>"
# As programs write it, without declarations of its own.
DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE[^\[\]<>]*>")
# So much of an attribute is told.
FOUND_LIMIT = 60
REFUSED_SIGNS = ("<!doctype", "<!entity", "<?")


def fault_of(data: bytes) -> PictureError | None:
    """What is wrong with a drawing, or None: its size, its form, its parts."""
    try:
        _check(data)
    except PictureError as error:
        return error
    return None


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a drawing with which nothing is wrong, in its own units, each at least 1."""
    width, height = _size(_parsed(data))
    return max(1, round(width)), max(1, round(height))


def cleaned(data: bytes) -> bytes:
    """A drawing without a fault -> its shapes alone, written anew: no comment, and styles as plain attributes.

    A content policy that forbids styles in a page would forbid them in a drawing that is opened by its address.
    """
    return _written(_parsed(data))


def _written(root: ET.Element) -> bytes:
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        styles = _declarations(element.attrib.pop("style", ""))
        kept = {name: value for name, value in element.attrib.items() if _split(name)[1] not in DROPPED}
        element.attrib.clear()
        element.attrib.update(kept | dict(styles))
        element.tail = None
        if element.tag not in ("title", "desc"):
            element.text = None
    root.set("xmlns", SVG)
    return ET.tostring(root) + b"\n"


def stripped(data: bytes) -> bytes:
    """A drawing as a program saved it -> the same without what nobody sees, and with nothing wrong.

    Raises PictureError where it is no drawing, is too large, or holds words, effects, or what runs, loads or leads
    somewhere: whoever drew that has to see what is left without it.
    """
    if len(data) > INPUT_BYTES_LIMIT:
        raise PictureError("drawing-too-large", limit=str(BYTES_LIMIT // 1024))
    root = _parsed(DOCUMENT_TYPE.sub(b"", data))
    _strip(root)
    left = _written(root)
    _check(left)
    return left


def _strip(element: ET.Element) -> None:
    """Without metadata, elements of other namespaces, and attributes that no shape needs."""
    for key, found in _attribute_faults(element):
        _refuse_unsafe(found)
        plain = [f"{one}:{text}" for one, text in _declarations(element.get(key, "")) if _is_plain(one, text)]
        element.attrib.pop(key, None)
        if key == "style":
            element.set(key, ";".join(plain))
    for child in list(element):
        if (found := _tag_fault(child)) and (found == METADATA or _split(child.tag)[0] != SVG):
            _refuse_unsafe(found)
            element.remove(child)
        else:
            _strip(child)


def _check(data: bytes) -> None:
    if len(data) > BYTES_LIMIT:
        raise PictureError("drawing-too-large", limit=str(BYTES_LIMIT // 1024))
    root = _parsed(data)
    for element in root.iter():
        for found in (_tag_fault(element), *(found for _, found in _attribute_faults(element))):
            if found:
                _refuse_unsafe(found)
                raise PictureError("drawing-with-more", found=found)
    _size(root)


def _refuse_unsafe(found: str) -> None:
    """Raise PictureError for what runs, loads or leads somewhere, and is not only more than shapes."""
    name = re.split(r"[=:]", found.strip("<>"), maxsplit=1)[0].strip()
    if name in DANGEROUS or name.lower().startswith("on") or name == "href" or "(" in found:
        raise PictureError("drawing-unsafe", found=found)


def _parsed(data: bytes) -> ET.Element:
    """The root of a drawing. Raises PictureError for what is no SVG, or what a reader of XML should not be given."""
    try:
        text = data.decode("utf-8-sig")
        rest = DECLARATION.sub("", text, count=1)
        # A document type can name files and grow without end; instructions can name a style sheet.
        for sign in REFUSED_SIGNS:
            if sign in rest.lower():
                raise PictureError("drawing-unsafe", found=sign)
        return _root(rest)
    except (UnicodeDecodeError, ET.ParseError) as error:
        raise PictureError("drawing-unreadable") from error


def _root(text: str) -> ET.Element:
    """The element svg, with elements in each other at most so deep that every reader can follow."""
    root, depth = ET.Element(""), 0
    for event, element in ET.iterparse(BytesIO(text.encode()), ("start", "end")):  # noqa: S314 - no document type
        root = root if depth else element
        depth += 1 if event == "start" else -1
        if depth > DEPTH_LIMIT:
            raise PictureError("drawing-unreadable")
    if root.tag != f"{{{SVG}}}svg":
        raise PictureError("drawing-unreadable")
    return root


def _tag_fault(element: ET.Element) -> str:
    """An element that no shape needs, as it would be written, or ""."""
    space, name = _split(element.tag)
    return "" if space == SVG and name in PARTS else f"<{name}>"


def _attribute_faults(element: ET.Element) -> Iterator[tuple[str, str]]:
    """The attributes that no shape needs: the key of each, and what is wrong as it would be written."""
    for key, value in list(element.attrib.items()):
        space, plain = _split(key)
        if plain == "style" and not space:
            found = [f"{name}: {text}" for name, text in _declarations(value) if not _is_plain(name, text)]
            yield from ((key, one[:FOUND_LIMIT]) for one in found)
        elif plain not in DROPPED and (space or not _is_plain(plain, value)):
            yield key, f"{plain}={value}"[:FOUND_LIMIT]


def _split(tag: str) -> tuple[str, str]:
    """(namespace, name) of an element or an attribute."""
    match = XML_NAME.fullmatch(tag)
    return (match[1], match[2]) if match else ("", tag)


def _is_plain(name: str, value: str) -> bool:
    """Is a value without a reference to anything but a part of the drawing, and without a function of CSS?"""
    rest = FUNCTIONS.sub("", OWN_REFERENCE.sub("", value))
    return (name in GEOMETRY or name in PRESENTATION) and not re.search(r"[\w-]\s*\(|[:\\@<>;]|/\*", rest)


def _declarations(style: str) -> list[tuple[str, str]]:
    """The declarations of a style attribute: (property, value)."""
    pairs = (one.partition(":") for one in style.split(";") if one.strip())
    return [(name.strip(), value.strip()) for name, _, value in pairs]


def _size(root: ET.Element) -> tuple[float, float]:
    """Width and height by viewBox, else by width and height. Raises PictureError where neither tells them."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    pair = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    found = [float(match[1]) for text in pair if (match := LENGTH.fullmatch(text))]
    if len(found) != 2 or not all(0 < side <= SIDE_LIMIT for side in found):
        raise PictureError("drawing-without-size")
    return found[0], found[1]
