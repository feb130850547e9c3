"""The cases that may be one person entered twice: by their names in normal form, or by source and date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeGuard

from emptychair.front_matter.document import child
from emptychair.record.withdrawn_names import normalised
from emptychair.rules.person_names import LATIN_WORD

# With so many of one name a page is compared with the first alone: one is enough to be told.
MANY = 20


@dataclass(frozen=True)
class Namesake:
    """Another case with the same name, as this one writes it; `name` is "" where only source and date are the same."""

    slug: str
    name: str


@dataclass(frozen=True)
class _Known:
    """What tells one case from another. `forms` has every name and alias in normal form, with how it is written."""

    names: Mapping[str, str]
    forms: Mapping[str, str]
    urls: frozenset[str]
    begun: str
    kind: str

    def same_source(self, other: "_Known") -> bool:
        """Do both rest on one address, and begin on one day?"""
        return bool(self.urls & other.urls) and self.begun == other.begun


def find_namesakes(cases: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, tuple[Namesake, ...]]:
    """(slug, facts as written) of each case -> the cases that may be the same person, by slug, where there are any."""
    known = {slug: _known(facts) for slug, facts in cases}
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for slug, one in known.items():
        for key in (*one.forms, *(f"{url} {one.begun}" for url in one.urls if one.begun)):
            sharing[key].append(slug)
    found: defaultdict[str, dict[str, Namesake]] = defaultdict(dict)
    for slugs in sharing.values():
        for slug in slugs if len(slugs) > 1 else ():
            for other in slugs[:MANY]:
                if other != slug and other not in found[slug] and known[slug].kind == known[other].kind:
                    found[slug].update(_compared(known[slug], known[other], other))
    return {slug: tuple(namesakes.values()) for slug, namesakes in found.items() if namesakes}


def _compared(one: _Known, other: _Known, slug: str) -> Iterator[tuple[str, Namesake]]:
    """The other case, if it may be the same person."""
    common = [form for form in one.forms if form in other.forms]
    both = one.names.keys() & other.names.keys()
    if common:
        # Many people share a name in Latin letters; what their characters tell apart are two.
        apart = any(_tells_apart(one.names[code], other.names[code]) for code in both)
        if not apart or one.same_source(other) or not all(map(LATIN_WORD.match, common)):
            yield slug, Namesake(slug, one.forms[common[0]])
    elif not both and one.same_source(other):
        yield slug, Namesake(slug, "")


def _tells_apart(one: str, other: str) -> bool:
    """Are two names in one language two, in a script of which each sign has one meaning?"""
    return one != other and not (LATIN_WORD.match(one) or LATIN_WORD.match(other))


def _known(facts: Mapping[str, Any]) -> _Known:
    named = facts.get("names")
    names = {str(code): name for code, name in named.items() if _is_text(name)} if isinstance(named, dict) else {}
    listed = facts.get("aliases")
    aliases = [child(one, "name") for one in listed] if isinstance(listed, list) else []
    # A name before an alias, where both are the same.
    forms: dict[str, str] = {}
    for name in (*names.values(), *filter(_is_text, aliases)):
        forms.setdefault(_normal_form(name), name)
    forms.pop("", None)
    sources = facts.get("sources")
    urls = [child(one, "url") for one in sources.values()] if isinstance(sources, dict) else []
    return _Known(
        names={code: _normal_form(name) for code, name in names.items()},
        forms=forms,
        urls=frozenset(filter(_is_text, urls)),
        begun=_first_date(facts),
        kind=str(facts.get("kind")),
    )


@lru_cache(maxsize=8192)
def _normal_form(name: str) -> str:
    """As `normalised`, without the way through Unicode where a name has none of what it looks for."""
    plain = name.isascii() and name.replace(" ", "").isalpha()
    return name.replace(" ", "").lower() if plain else normalised(name)


def _first_date(facts: Mapping[str, Any]) -> str:
    events = facts.get("events")
    first = child(events, 0)
    found = child(first, "date")
    return found if isinstance(found, str) else ""


def _is_text(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())
