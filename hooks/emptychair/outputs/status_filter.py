"""The data of the filter on the status index: every case of the index with what it is found by, as a script.

A script, because a page opened from a disk may load no data file; of its own, because the index has many pages and the
filter finds on each what stands on the others, and because most readers do not ask for it.
"""

import json
from collections.abc import Callable, Iterator

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.routes import FACETS, terms_of
from emptychair.as_of.snapshot import Snapshot
from emptychair.text import vocabulary
from emptychair.text.script_variants import variants_among
from emptychair.views.language_site import LanguageSite
from emptychair.views.status import CaseCard, card_of

# What the script assigns; overrides/assets/scripts/filter.js reads it.
VARIABLE = "statusData"


def create_status_data(site: LanguageSite, card: Callable[[CaseCard, str], str]) -> bytes:
    """The data of one language: {terms, cases, variants}; a case is its card as HTML, its names, numbers of its terms.

    `card` renders a case in a list; its second argument leads from the list to the root of the language.

    Names are all forms that the record has, aliases too, those that only a search should find among them; a term is
    its words in every language; `variants` are those of their characters (variants_among). A case stands where the
    lists have it; who is paused does not.
    """
    context = site.context(site.routes.by_path["status"])
    numbers: dict[str, int] = {}
    listed = site.snapshot.listed_cases
    cases = [
        [
            card(card_of(context, case), ""),
            list(_names(case)),
            [numbers.setdefault(words, len(numbers)) for words in _terms(site.snapshot, case)],
        ]
        for case in listed
    ]
    signs = {sign for case in listed for name in _names(case) for sign in name}.union(*numbers)
    data = {"terms": list(numbers), "cases": cases, "variants": variants_among(signs)}
    return f"{VARIABLE}={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _names(case: CaseAsOf) -> Iterator[str]:
    """Every name under which somebody may look for the person, in either script; a minimal page has no aliases."""
    yield from case.facts.names.values()
    names = " ".join(case.facts.names.values())
    yield from (form for one in case.record.conversions.values() for form in one.convert.respelt(names))
    if case.visibility == "full":
        yield from (alias.name for alias in case.facts.aliases)


def _terms(snapshot: Snapshot, case: CaseAsOf) -> Iterator[str]:
    """The words of the terms that a case is listed under, in all languages, the class of its status first."""
    named = [("classes", case.known_standing.class_code), *((FACETS[facet], term) for facet, term in terms_of(case))]
    for name, code in named:
        # A year is in no word list, and the same in every language.
        labels = (vocabulary.term(name, code).label(language) for language in snapshot.campaign.languages if name)
        yield " ".join(labels) or code
