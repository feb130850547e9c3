"""The search page: what a search can be narrowed to, and the lists for readers for whom it does not work."""

from dataclasses import dataclass

from emptychair.record.campaign import Text
from emptychair.record.reserved_urls import SEARCH_FOLDER, SEARCHED
from emptychair.views.context import Context, Link
from emptychair.views.lists import term_label

# A search can be narrowed by these facets of cases, besides the kind of page.
SEARCH_FACETS = ("status", "charge", "region")
# The lists that together lead to every page that a search can find.
LISTS = ("status", "actions", "archive", "updates", "reports")


@dataclass(frozen=True)
class Choice:
    """Something to narrow a search by: the name of its filter, its label, and (code, words) of each value."""

    name: str
    label: Text
    options: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class SearchView:
    """The choices, the folder of the index, the root of the site, the status index, and the lists."""

    choices: tuple[Choice, ...]
    index: str
    root: str
    status: str
    lists: tuple[Link, ...]


def search_view(context: Context) -> SearchView:
    """What the search page shows before anybody searches. Values that no case has are no choice."""
    there = [kind for kind in SEARCHED if kind != "report" or context.has("reports")]
    kinds = Choice("kind", context.words("search-kind"), tuple((k, context.words(f"kind-{k}")) for k in there))
    titles = [Link(context.words(f"title-{name}"), context.href(name)) for name in LISTS if context.has(name)]
    by_term = Link(context.words("heading-lists"), context.href("status", "lists"))
    return SearchView(
        choices=(kinds, *(_choice(context, facet) for facet in SEARCH_FACETS)),
        index=f"{context.root}{SEARCH_FOLDER}/{context.language}/",
        root=context.root,
        status=context.href("status"),
        lists=(titles[0], by_term, *titles[1:]),
    )


def _choice(context: Context, facet: str) -> Choice:
    terms = [term for (one, term), cases in context.routes.facets.items() if one == facet and cases]
    options = tuple((term, term_label(context, facet, term)) for term in terms)
    return Choice(facet, context.words(f"facet-{facet}"), options)
