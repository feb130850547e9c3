"""Faults of the look of a campaign: its colours, its marks, and what drawings may not hold."""

from __future__ import annotations

from content_factory import CASE, SETTINGS, Edit, above
from faults.rows import PHOTO, Fault, fault
from sample_images import drawing, picture


def look(*lines: str) -> Edit:
    """A look with these lines."""
    return above(SETTINGS, "sample: true", "\n".join(["look:", *(f"  {line}" for line in lines)]))


# A photo of the person, as a right case has one.
LI_SI = (
    Edit("assets/li-si.png", "", picture()),
    Edit(CASE, "[name, story]", "[name, story, photo]"),
    Edit(PHOTO[0].path, PHOTO[0].old, str(PHOTO[0].new).replace("li-si.jpg", "li-si.png")),
    *PHOTO[1:],
)


def marked(code: str, inside: str, name: str) -> Fault:
    """A mark with something more inside."""
    return fault(code, look("mark: mark.svg"), Edit("assets/mark.svg", "", drawing(inside)), name=name)


LOOK_FAULTS = (
    fault("bad-colour", look('accent_light: "8a3b12"')),
    fault("contrast-in-light-scheme", look('accent_light: "#E08A5B"', 'accent_dark: "#f0a878"')),
    fault("contrast-in-dark-scheme", look('accent_light: "#8a3b12"', 'accent_dark: "#8a3b12"')),
    fault("colour-of-one-scheme", look('accent_light: "#8a3b12"')),
    fault("bad-mark-file", look("mark: Mark.jpg")),
    fault("bad-mark-file", look("mark_on_cards: mark.svg"), name="mark-on-cards-in-shapes"),
    fault("unknown-mark", look("mark: mark.svg", "favicon: marc.svg"), Edit("assets/marc.svg", "", drawing())),
    fault("photo-as-mark", look("mark: li-si.png"), *LI_SI),
    fault("mark-without-room", look("mark: mark.svg"), Edit("assets/mark.svg", "", drawing(box="0 0 51 10"))),
    fault("favicon-not-square", look("favicon: icon.png"), Edit("assets/icon.png", "", picture(32, 31))),
    fault("drawing-too-large", look("mark: mark.svg"), Edit("assets/mark.svg", "", drawing() + b" " * 32 * 1024)),
    fault("drawing-unreadable", look("mark: mark.svg"), Edit("assets/mark.svg", "", b"<svg/>")),
    fault("drawing-without-size", look("mark: mark.svg"), Edit("assets/mark.svg", "", drawing(box="0 0 10"))),
    marked("drawing-unsafe", "<script>alert(1)</script>", "drawing-with-script"),
    marked("drawing-with-more", "<metadata/>", "drawing-with-metadata"),
    fault(
        "picture-with-more",
        look("mark: mark.png"),
        Edit("assets/mark.png", "", picture(dpi=(72, 72))),
        name="mark-with-more",
    ),
    fault("picture-unused", Edit("assets/mark.svg", "", drawing()), name="drawing-unused"),
)
