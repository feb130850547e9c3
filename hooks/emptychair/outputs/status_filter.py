"""The data of the filter on the status index: every case of the index with what it is found by, as a script.

A script, because a page opened from a disk may load no data file; of its own, because the index has many pages and the
filter finds on each what stands on the others, and because most readers do not ask for it.
"""

import json
from collections.abc import Iterator

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.routes import FACETS, terms_of
from emptychair.as_of.snapshot import Snapshot
from emptychair.html.page_set import Pages
from emptychair.text import vocabulary
from emptychair.views.status import card_of

# What the script assigns; overrides/assets/scripts/filter.js reads it.
VARIABLE = "emptyChairStatus"


def create_status_data(pages: Pages) -> bytes:
    """The data of one language: {terms, cases}, each case its card as HTML, its names, and the numbers of its terms.

    Names are all forms that the record has, aliases too, those that only a search should find among them; a term is
    its words in every language. A case stands where the lists have it; who is paused does not.
    """
    context = pages.context(pages.routes.by_path["status"])
    numbers: dict[str, int] = {}
    cases = [
        [
            str(pages.macros.card(card_of(context, case), "")),  # type: ignore[attr-defined]  # a macro
            list(_names(case)),
            [numbers.setdefault(words, len(numbers)) for words in _terms(pages.snapshot, case)],
        ]
        for case in pages.snapshot.listed_cases
    ]
    data = {"terms": list(numbers), "cases": cases}
    return f"{VARIABLE}={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _names(case: CaseAsOf) -> Iterator[str]:
    """Every name under which somebody may look for the person; a minimal page has no aliases."""
    yield from case.facts.names.values()
    if case.visibility == "full":
        yield from (alias.name for alias in case.facts.aliases)


def _terms(snapshot: Snapshot, case: CaseAsOf) -> Iterator[str]:
    """The words of the terms that a case is listed under, in all languages, the class of its status first."""
    named = [("classes", case.known_standing.class_code), *((FACETS[facet], term) for facet, term in terms_of(case))]
    for name, code in named:
        # A year is in no word list, and the same in every language.
        labels = (vocabulary.term(name, code).label(language) for language in snapshot.campaign.languages if name)
        yield " ".join(labels) or code
