"""The Jinja environment of the core: autoescape on, undefined names an error, and the filters of its templates."""

import re
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup, escape

from emptychair.record.campaign import Text
from emptychair.text.further_languages import Borrowed, direction_of, language_of
from emptychair.text.strings import Strings


@cache
def environment() -> Environment:
    """The environment of templates/, one for all builds of a process."""
    made = Environment(
        loader=PackageLoader("emptychair.html", "templates"),
        autoescape=True,
        # As the theme's: each of a thousand pages would ask whether a template has changed.
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_spoken,
    )
    made.filters["words"] = _words
    made.filters["lines"] = _lines
    made.filters["joined"] = _joined
    made.filters["plain"] = _plain
    made.filters["parted"] = _parted
    return made


def render(template: str, values: Mapping[str, object]) -> str:
    """A template of templates/ with its values, as HTML."""
    return environment().get_template(template).render(values)


@pass_context
def _words(context: TemplateContext, text: Text | str) -> Markup:
    """Words, marked with their language where it is not the page's."""
    if isinstance(text, str):
        return escape(_spoken(text))
    say: Strings = context["say"]
    language = language_of(text.value, text.language)
    if language == say.language or not text.value:
        return escape(text.value)
    direction = ' dir="rtl"' if language == "ug" else ""
    return Markup(f'<span lang="{language}"{direction}>{escape(text.value)}</span>')  # noqa: S704 - escaped


def _spoken(value: object) -> object:
    """What a template writes: a text that stands in for one that is missing, marked with its language."""
    if not isinstance(value, Borrowed):
        return value
    direction = direction_of(value.language)
    return Markup(f'<span lang="{value.language}" dir="{direction}">{escape(str(value))}</span>')  # noqa: S704 - escaped


def _plain(text: Text | str) -> str:
    """A sentence for where no element may stand: in an attribute, a title, an option. Its language is not marked."""
    # A text of the class itself, which `str` of a derived class gives.
    return str(str(text))


@pass_context
def _joined(context: TemplateContext, texts: tuple[Text, ...]) -> Markup:
    """Short texts in one line, a dot between them."""
    return Markup(" · ".join([_words(context, text) for text in texts]))  # noqa: S704 - escaped, each


def _parted(story: Markup, anchor: str) -> list[Markup]:
    """A story in two parts, the first of which ends with the heading that has this id; without one, in one part."""
    heading = re.search(rf"<h([2-6])(?=[^>]* id=\"{re.escape(anchor)}\")[^>]*>.*?</h\1>", story, re.DOTALL)
    return [story[: heading.end()], story[heading.end() :]] if heading else [story]


def _lines(lines: tuple[str, ...]) -> Markup:
    """Lines of an address or a letter, one below the other."""
    return Markup("<br>".join([escape(line) for line in lines]))  # noqa: S704 - escaped, each
