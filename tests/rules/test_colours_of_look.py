"""The look of a campaign: the cures of its colours are cures."""

from __future__ import annotations

import re

from content_factory import Content
from emptychair.text.problems import one_line
from faults.look import look
from for_each import for_each

QUOTED = re.compile(r'"(#[0-9a-f]{6})"')


@for_each("light, dark", [("#ff9900", "#003366"), ("#FFFFFF", "#000000"), ("#00a86b", "#00a86b")])
def test_the_cure_of_a_colour_is_followed(light: str, dark: str, content: Content) -> None:
    """Both colours written as the hints say: nothing is wrong any more."""
    content.edit(look(f'accent_light: "{light}"', f'accent_dark: "{dark}"'))
    hints = {one.field: QUOTED.findall(one.hint("en")) for one in content.load().problems}
    written = content.files["campaign.yml"]
    assert isinstance(written, str)
    for name, found in (("accent_light", light), ("accent_dark", dark)):
        written = written.replace(f'{name}: "{found}"', f'{name}: "{hints.get(f"look.{name}", [found])[0]}"')
    assert hints
    assert content.put("campaign.yml", written).lines() == []


@for_each("line", ['accent_light: "#8a3b12"', 'accent_dark: "#F0A878"'])
def test_the_colour_of_the_other_scheme_is_offered(line: str, content: Content) -> None:
    """As a line to be added."""
    (problem,) = content.edit(look(line)).load().problems
    added = re.search(r'accent_\w+: "#[0-9a-f]{6}"', one_line(problem, "en"))
    assert added
    content.swap("campaign.yml", f"  {line}\n", f"  {line}\n  {added[0]}\n")
    assert content.lines() == []
