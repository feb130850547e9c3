"""The search page: what a search can be narrowed to, what readers look for most, and the lists for other readers."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from emptychair.record.campaign import Record, Text
from emptychair.record.reserved_urls import GENERATED, SEARCH_FOLDER, SEARCHED, STATUS_DATA
from emptychair.text.further_languages import language_of
from emptychair.text.strings import catalogue
from emptychair.text.traditional import has_library, to_traditional
from emptychair.views.context import Context, Link, name_of
from emptychair.views.lists import term_label

# A search can be narrowed by these facets of cases, besides the kind of page.
SEARCH_FACETS = ("status", "charge", "region")
# The lists that together lead to every page that a search can find.
LISTS = ("status", "actions", "archive", "updates", "reports")
# Between the keywords of a row, in any language.
COMMA = re.compile(r"\s*[,\uff0c\u3001\u060c]\s*")


@dataclass(frozen=True)
class Choice:
    """Something to narrow a search by: the name of its filter, its label, and (code, words) of each value."""

    name: str
    label: Text
    options: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class Shortcut:
    """A page that editors' keywords lead to: a link, the words as readers see them, and all words in all languages."""

    link: Link
    words: Text
    every: tuple[str, ...]


@dataclass(frozen=True)
class SearchView:
    """The choices, the folder of the index, the root of the site, the status index and its data, shortcuts, lists.

    `more` is what the script asks for besides, as JSON: {shortcuts: [{href, title, words}], others: [{index, href,
    forms}]}, of which the second are the other languages with their sentences by plural form.
    """

    choices: tuple[Choice, ...]
    index: str
    root: str
    status: str
    people: str
    more: str
    shortcuts: tuple[Shortcut, ...]
    lists: tuple[Link, ...]


def search_view(context: Context) -> SearchView:
    """What the search page shows before anybody searches. Values that no case has are no choice."""
    there = [kind for kind in SEARCHED if kind != "report" or context.has("reports")]
    kinds = Choice("kind", context.words("search-kind"), tuple((k, context.words(f"kind-{k}")) for k in there))
    titles = [Link(context.words(f"title-{name}"), context.href(name)) for name in LISTS if context.has(name)]
    by_term = Link(context.words("heading-lists"), context.href("status", "lists"))
    shortcuts = tuple(_shortcuts(context))
    return SearchView(
        choices=(kinds, *(_choice(context, facet) for facet in SEARCH_FACETS)),
        index=_index(context, context.language),
        root=context.root,
        status=context.href("status"),
        people=context.up + STATUS_DATA,
        more=_more(context, shortcuts),
        shortcuts=shortcuts,
        lists=(titles[0], by_term, *titles[1:]),
    )


def _index(context: Context, language: str) -> str:
    return f"{context.root}{SEARCH_FOLDER}/{language}/"


def _choice(context: Context, facet: str) -> Choice:
    terms = [term for (one, term), cases in context.routes.facets.items() if one == facet and cases]
    options = tuple((term, term_label(context, facet, term)) for term in terms)
    return Choice(facet, context.words(f"facet-{facet}"), options)


def _shortcuts(context: Context) -> Iterator[Shortcut]:
    """The pages of the word list that the site has, then those to which an editor gave keywords."""
    campaign = context.snapshot.campaign
    own = [record.path for record in context.snapshot.records_out if _has_keywords(context, record)]
    for path in dict.fromkeys([*filter(context.has, catalogue("keywords")), *own]):
        words = {one: _keywords(context, path, one) for one in campaign.languages}
        shown = next(one for one in (context.language, *campaign.languages) if words[one])
        every = [word for one in words.values() for word in one]
        if has_library():
            every += [to_traditional(word) for word in every]
        joined = Text(context.say("list-join").join(words[shown]), shown)
        yield Shortcut(Link(_title(context, path), context.href(path)), joined, tuple(dict.fromkeys(every)))


def _has_keywords(context: Context, record: Record[Any]) -> bool:
    """Has an editor given keywords to a page? Of a person of whom little is told, the search tells no more."""
    hidden = record.kind == "case" and context.snapshot.cases[record.slug].visibility != "full"
    return not hidden and any(page.keywords for page in record.pages.values())


def _keywords(context: Context, path: str, language: str) -> tuple[str, ...]:
    """The keywords of a page in a language: those of the word list, then those of its front matter."""
    row, record = catalogue("keywords").get(path, {}), context.snapshot.campaign.record_at(path)
    listed = COMMA.split(row[language]) if language in row and language_of(row[language], language) == language else ()
    page = record.pages.get(language) if record else None
    return tuple(dict.fromkeys((*listed, *(page.keywords if page else ()))))


def _title(context: Context, path: str) -> Text:
    record = context.snapshot.campaign.record_at(path)
    if record is None or (path in GENERATED and record.is_fallback(context.language)):
        return context.words(f"title-{path}")
    return name_of(record, context.language) if record.kind == "case" else record.title(context.language)


def _more(context: Context, shortcuts: tuple[Shortcut, ...]) -> str:
    others = [
        {
            "index": _index(context, language),
            "href": f"{context.root}{context.snapshot.campaign.folder_of(language)}search.html",
            "forms": {
                form: words.replace("{language}", context.label("languages", language).value)
                for form, words in context.say.forms("search-in-language").items()
            },
        }
        for language in context.snapshot.campaign.languages
        if language != context.language
    ]
    listed = [{"href": one.link.href, "title": one.link.text.value, "words": one.every} for one in shortcuts]
    return json.dumps({"shortcuts": listed, "others": others}, ensure_ascii=False, separators=(",", ":"))
