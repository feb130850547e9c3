"""Contrast, near colours that pass, and names of colours."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path

import pytest

from emptychair.images.colours import GROUNDS, LEAST, contrast, nearest_name, passes, passing, rgb_of
from for_each import for_each

CSS = (Path(__file__).parents[2] / "overrides" / "assets" / "site.css").read_text(encoding="utf-8")
# Grounds, and lines.
NO_WORDS = {"paper", "surface", "notice", "line", "edge"}
# Every hue in steps of 15 degrees, dull and bright, dark and light.
COLOURS = [
    "#" + "".join(f"{round(255 * one):02x}" for one in colorsys.hls_to_rgb(hue / 24, light, saturation))
    for hue in range(24)
    for light in (0.1, 0.4, 0.6, 0.9)
    for saturation in (0.2, 1.0)
]


def variables(css: str) -> dict[str, str]:
    """The colours of a block of site.css by their names."""
    found = re.findall(r"--ec-(\w+): (#[0-9a-f]+);", css)
    return {name: value if len(value) == 7 else "#" + "".join(2 * sign for sign in value[1:]) for name, value in found}


def test_contrast_is_that_of_wcag() -> None:
    """Known pairs: black on white, the lightest grey that passes on white and the first that does not."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)
    assert contrast("#123456", "#123456") == 1


def test_the_grounds_are_those_of_the_stylesheet() -> None:
    """Both schemes have the colours against which those of a campaign are held; whatever has words can be read."""
    light, dark = CSS.split("@media (prefers-color-scheme: dark)")[:2]
    for scheme, block in (("light", light), ("dark", dark.split("/* ---")[0])):
        own = variables(block)
        assert GROUNDS[scheme] == (own["paper"], own["surface"], own["notice"])
        dull = [name for name in own.keys() - NO_WORDS if not passes(own[name], scheme)]
        assert (scheme, dull) == (scheme, [])
        # A line around a field, and around what has the focus (WCAG 1.4.11).
        assert min(contrast(own["edge"], ground) for ground in GROUNDS[scheme]) >= 3
        assert passes(own["focus"], scheme)


def test_a_near_colour_passes_and_has_the_same_hue() -> None:
    """Every ground of the scheme, no step further than is needed; a colour that passes is left as it is."""
    for colour in COLOURS:
        for scheme, step in (("light", 1), ("dark", -1)):
            near = passing(colour, scheme)
            assert all(contrast(near, ground) >= LEAST for ground in GROUNDS[scheme]), (colour, near)
            assert (near == colour) is passes(colour, scheme)
            before, after = (colorsys.rgb_to_hls(*(one / 255 for one in rgb_of(one))) for one in (colour, near))
            if min(after[1], 1 - after[1]) > 0.05 and before[2] > 0.1:
                assert abs((after[0] - before[0] + 0.5) % 1 - 0.5) < 0.02, (colour, near)
            if near != colour:
                further = colorsys.hls_to_rgb(after[0], after[1] + step * 2 / 255, after[2])
                assert not passes("#" + "".join(f"{round(255 * one):02x}" for one in further), scheme), (colour, near)


@for_each(
    "colour, name",
    [("#ff0000", "red"), ("#2e8b58", "seagreen"), ("#663399", "darkslateblue"), ("#7c0010", "maroon")],
)
def test_a_colour_has_the_nearest_name_of_css_3(colour: str, name: str) -> None:
    """RFC 7986 takes no other; rebeccapurple (#663399) is one of CSS 4."""
    assert nearest_name(colour) == name
