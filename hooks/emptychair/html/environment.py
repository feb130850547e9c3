"""The Jinja environment of the core: autoescape on, undefined names an error, and the filters of its templates."""

import re
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup, escape

from emptychair.html.article import Article
from emptychair.record.campaign import Text
from emptychair.text.further_languages import Borrowed, language_of
from emptychair.text.html_elements import direction_attribute, language_attributes
from emptychair.text.locales import direction, left_to_right
from emptychair.text.strings import Strings

# The level of a heading that a table of contents names.
SECTION = 2


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
    made.filters["marked"] = _marked
    made.filters["direction"] = _direction
    made.filters["latin"] = _latin
    made.filters["isolated"] = _isolated
    made.filters["parted"] = _parted
    made.filters["sections"] = _sections
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
    attributes = language_attributes(language, say.language)
    return Markup(f"<span{attributes}>{escape(text.value)}</span>")  # noqa: S704 - escaped


def _spoken(value: object) -> object:
    """What a template writes: a text that stands in for one that is missing, marked with its language."""
    if not isinstance(value, Borrowed):
        return value
    attributes = f'lang="{value.language}" dir="{direction(value.language)}"'
    return Markup(f"<span {attributes}>{escape(str(value))}</span>")  # noqa: S704 - escaped


def _plain(text: Text | str) -> str:
    """A sentence for where no element may stand: in an attribute, a title, an option. Its language is not marked."""
    # A text of the class itself, which `str` of a derived class gives.
    return str(str(text))


@pass_context
def _marked(context: TemplateContext, language: str | None) -> Markup:
    """A language -> the attributes of an element in it, lang and dir, as far as they are not those of the page."""
    say: Strings = context["say"]
    return Markup(language_attributes(language, say.language) if language else "")  # noqa: S704 - a code


@pass_context
def _direction(context: TemplateContext, language: str, around: str | None = None) -> Markup:
    """A language -> the attribute dir of an element in it, where that is not the one of the page or of `around`."""
    return Markup(direction_attribute(language, context["say"].language if around is None else around))  # noqa: S704


@pass_context
def _latin(context: TemplateContext, value: Text | str) -> Markup:
    """A telephone number, an e-mail address, a URL: from left to right, also on a page that is not.

    A text from right to left would turn the parts of "+86 10 1234" around (Unicode Standard Annex 9).
    """
    words = _words(context, value)
    return words if direction(context["say"].language) == "ltr" else Markup('<bdi dir="ltr">{}</bdi>').format(words)


@pass_context
def _isolated(context: TemplateContext, value: str) -> str:
    """The same as a text, to be put into a sentence."""
    return left_to_right(value, context["say"].language)


@pass_context
def _joined(context: TemplateContext, texts: tuple[Text, ...]) -> Markup:
    """Short texts in one line, a dot between them."""
    return Markup(" · ".join([_words(context, text) for text in texts]))  # noqa: S704 - escaped, each


def _parted(story: Markup, anchor: str) -> list[Markup]:
    """A story in two parts, the first of which ends with the heading that has this id; without one, in one part."""
    heading = re.search(rf"<h([2-6])(?=[^>]* id=\"{re.escape(anchor)}\")[^>]*>.*?</h\1>", story, re.DOTALL)
    return [story[: heading.end()], story[heading.end() :]] if heading else [story]


def _sections(html: Markup) -> list[tuple[str, Markup]]:
    """The headings of the second level of a part of an article: their ids and words."""
    found = [one for one in Article(str(html)).sections if one.level == SECTION]
    return [(one.id, Markup(one.name)) for one in found]  # noqa: S704 - they are words of HTML


def _lines(lines: tuple[str, ...]) -> Markup:
    """Lines of an address or a letter, one below the other."""
    return Markup("<br>".join([escape(line) for line in lines]))  # noqa: S704 - escaped, each
