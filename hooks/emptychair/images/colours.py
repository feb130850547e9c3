"""Colours of a campaign: their contrast with the grounds of the site, near ones that pass, names that calendars know.

Contrast is that of WCAG 2.2 (relative luminance; success criteria 1.4.3 and 1.4.11).
"""

import colorsys
from collections.abc import Mapping

from PIL import ImageColor

Rgb = tuple[int, int, int]

# What links, buttons and marked words stand on in each scheme: paper, surface and notice of overrides/assets/site.css.
# A filled button has the ground's paper as the colour of its words, so that it asks for the same.
GROUNDS: Mapping[str, tuple[str, ...]] = {
    "light": ("#faf8f3", "#fffdf9", "#f4ecdc"),
    "dark": ("#15171a", "#1b1e22", "#2a2620"),
}
# Success criterion 1.4.3, for text. A line or the edge of a button needs 3 (1.4.11), which is less.
LEAST = 4.5
# In CSS 4 alone, and RFC 7986 knows the names of CSS 3.
LATER = {"rebeccapurple"}


def rgb_of(colour: str) -> Rgb:
    """A colour as #rrggbb -> its red, green and blue, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    lower, higher = sorted((_luminance(first), _luminance(second)))
    return (higher + 0.05) / (lower + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(one / 255) for one in rgb_of(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def hardest_ground(colour: str, scheme: str) -> tuple[str, float]:
    """The ground of a scheme (light, dark) with which a colour has the least contrast, and that contrast."""
    return min(((ground, contrast(colour, ground)) for ground in GROUNDS[scheme]), key=lambda pair: pair[1])


def passes(colour: str, scheme: str) -> bool:
    """Can a colour be read as text on every ground of a scheme?"""
    return hardest_ground(colour, scheme)[1] >= LEAST


def passing(colour: str, scheme: str) -> str:
    """The nearest colour of the same hue and saturation that can be read in a scheme: darker in the light one.

    Black and white can be read, so there always is one; a colour that passes is its own.
    """
    hue, light, saturation = colorsys.rgb_to_hls(*(one / 255 for one in rgb_of(colour)))
    step = -1 if scheme == "light" else 1
    number = round(light * 255)
    while not passes(colour, scheme):
        number += step
        colour = _written(*colorsys.hls_to_rgb(hue, min(max(number, 0), 255) / 255, saturation))
    return colour


def _written(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(one * 255):02x}" for one in (red, green, blue))


def nearest_name(colour: str) -> str:
    """The name in CSS 3 of the colour that is nearest, as RFC 7986, section 5.9, asks for: by red, green and blue."""
    wanted = rgb_of(colour)
    names = sorted(ImageColor.colormap.keys() - LATER)
    return min(names, key=lambda name: _distance(ImageColor.getrgb(name)[:3], wanted))


def _distance(first: tuple[int, ...], second: Rgb) -> float:
    """How different two colours look: green counts most and blue least, as in the luminance of old television."""
    return sum(weight * (a - b) ** 2 for weight, a, b in zip((0.3, 0.59, 0.11), first, second, strict=True))
