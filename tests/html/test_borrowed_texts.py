"""A text that stands in for a missing one is marked with its language, where an element may stand."""

from __future__ import annotations

import re
from pathlib import Path

from emptychair.html.environment import environment
from emptychair.record.campaign import Text
from emptychair.text.further_languages import Borrowed
from emptychair.text.strings import Strings

TEMPLATES = Path(__file__).parents[2] / "hooks" / "emptychair" / "html" / "templates"
# A sentence in an attribute; what stands first in an option or a title. Neither goes through the filter.
INSIDE = re.compile(
    r'="[^"{]*\{\{ say\((?:[^{}](?!\|plain))*\}\}'
    r"|<(?:option|title)\b[^>]*>\{\{ (?!\w+[.\w]*\|plain|say\([^)]*\)\|plain)[^}]*\}\}"
)
MARKED = '<span lang="zh" dir="ltr">甲 &amp; 乙</span>'


def rendered(template: str, value: object) -> str:
    """A value on an English page."""
    return environment().from_string(template).render(value=value, say=Strings("en"))


def test_a_borrowed_text_is_marked_wherever_it_stands_as_text() -> None:
    """As it is, through the filter of words, and inside a text that says it is in the page's language."""
    text = Borrowed("甲 & 乙", "zh")
    assert rendered("{{ value }}", text) == MARKED
    assert rendered("{{ value|words }}", text) == MARKED
    assert rendered("{{ value|words }}", Text(text, "en")) == MARKED.replace(' dir="ltr"', "")


def test_a_borrowed_text_is_plain_where_no_element_may_stand() -> None:
    """A text with its language is, too."""
    text = Borrowed("甲 & 乙", "zh")
    found = {rendered('<p title="{{ value|plain }}">', one) for one in (text, Text(text, "en"), "甲 & 乙")}
    assert found == {'<p title="甲 &amp; 乙">'}


def test_no_template_has_a_sentence_in_an_attribute_that_may_be_marked() -> None:
    """Nor in an option or a title."""
    found = {file.name: INSIDE.findall(file.read_text("utf-8")) for file in sorted(TEMPLATES.glob("*.html"))}
    assert {name: texts for name, texts in found.items() if texts} == {}
    assert INSIDE.search('aria-label="{{ say("menu") }}"')
    assert INSIDE.search('<option value="{{ code }}">{{ label.value }}</option>')
