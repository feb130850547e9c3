"""The people of the campaign by their names, so that rules can find them in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from emptychair.text.vocabulary import is_joined, terms

LATIN = r"A-Za-z\u00c0-\u024f"
LATIN_WORD = re.compile(rf"[{LATIN}]+")
CAPITALISED = re.compile(rf"[A-Z\u00c0-\u00de][{LATIN}]*")
# Not more than anybody's name; a form of one sign would be found everywhere.
SHORTEST = 2
# In a name of two signs another one is too often another word.
LENGTH_OF_HAN = 3
MISSPELLING = "misspelling"


class NameMention(NamedTuple):
    """A name in a text: whose it may be (slugs of cases), as it was written, and where it begins."""

    slugs: frozenset[str]
    form: str
    start: int


class People:
    """Every form of the names of the persons of a campaign; groups are told of by descriptions, not by names."""

    def __init__(self, cases: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        cases = list(cases)
        self.forms: dict[str, tuple[str, ...]] = {
            slug: tuple(dict.fromkeys(_forms(facts))) for slug, facts in cases if facts.get("kind") != "group"
        }
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for slug, forms in self.forms.items():
            for form in forms:
                self._owners[form].add(slug)
                lengths[_head(form)].add(len(form))
        # The longest form first: 李四光 is not 李四.
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}
        self._heads = CAPITALISED, _han_heads(self._owners)

        # WeiZhili and Weizhili -> Wei Zhili
        self.joined = {
            joined: form
            for form in self._owners
            if " " in form and form.replace(" ", "").isalpha() and form.isascii()
            for joined in (form.replace(" ", ""), form.replace(" ", "").capitalize())
            if joined not in self._owners
        }
        # How a name is known to be misspelt, or may be: in a sign that sounds the same. -> how it is written
        recorded = {wrong: name for _, facts in cases for wrong, name in _misspelt(facts)}
        alike = {wrong: form for form in self._owners for wrong in _of_same_sound(form) if wrong not in self._owners}
        self.misspelt: dict[str, str] = alike | recorded
        self._misspelt_heads = re.compile(
            "|".join(sorted({re.escape(_head(wrong)) for wrong in self.misspelt})) or r"(?!)"
        )
        self._misspelt_lengths = sorted({len(wrong) for wrong in self.misspelt}, reverse=True)

    def misspelt_in(self, text: str) -> Iterator[tuple[str, int]]:
        """The misspelt names in a text, each with the place where it begins."""
        for match in self._misspelt_heads.finditer(text) if self.misspelt else ():
            if LATIN_WORD.match(match[0]) and LATIN_WORD.match(text, match.start() - 1, match.start()):
                continue
            ends = (match.start() + length for length in self._misspelt_lengths)
            found = (text[match.start() : end] for end in ends if not _goes_on(text, end))
            if wrong := next((one for one in found if one in self.misspelt), ""):
                yield wrong, match.start()

    def starts(self, text: str, at: int) -> bool:
        """Does somebody's full name begin at this place of a text?"""
        matches = (heads.match(text, at) for heads in self._heads)
        return any(match and self._form_at(text, match) for match in matches)

    def known(self, form: str) -> bool:
        """Is it somebody's name, letter by letter?"""
        return form in self._owners

    def find(self, text: str) -> list[NameMention]:
        """The full names in a text, in its order."""
        text = text.replace("\n", " ")
        found: list[NameMention] = []
        end = 0
        for match in self._matches(text):
            if match.start() >= end and (form := self._form_at(text, match)):
                found.append(NameMention(frozenset(self._owners[form]), form, match.start()))
                end = match.start() + len(form)
        return found

    def _matches(self, text: str) -> Iterable[re.Match[str]]:
        """Where names may begin in a text, in its order. Most words in capitals begin nobody's."""
        latin, han = ([*heads.finditer(text)] for heads in self._heads)
        latin = [match for match in latin if match[0] in self._lengths]
        return sorted(latin + han, key=lambda match: match.start()) if latin and han else latin + han

    def _form_at(self, text: str, head: re.Match[str]) -> str:
        lengths = self._lengths.get(head[0])
        if lengths is None or (LATIN_WORD.match(head[0]) and LATIN_WORD.match(text, head.start() - 1, head.start())):
            return ""
        for length in lengths:
            end = head.start() + length
            form = text[head.start() : end]
            # Wei Zhiliand is not Wei Zhili.
            if form in self._owners and not (LATIN_WORD.match(form[-1]) and LATIN_WORD.match(text, end)):
                return form
        return ""

    def named(self, slug: str, text: str, language: str) -> bool:
        """Is this person named in a text in any way: in full, by family name or given name?

        True also where it cannot be told: only Chinese prints a name in whatever letters it has.
        """
        if not is_joined(language) and not any(LATIN_WORD.match(form) for form in self.forms[slug]):
            return True
        return any(form in text or any(part in text for part in _parts(form)) for form in self.forms[slug])


def _forms(facts: Mapping[str, Any]) -> Iterable[str]:
    names, aliases = facts.get("names"), facts.get("aliases")
    found = [*names.values()] if isinstance(names, dict) else []
    found += [alias.get("name") for alias in aliases if isinstance(alias, dict)] if isinstance(aliases, list) else []
    return (" ".join(form.split()) for form in found if isinstance(form, str) and len(form.strip()) >= SHORTEST)


def _misspelt(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The aliases of a case that are known to be wrong -> the name in the same letters; of a person or a group."""
    names, aliases = facts.get("names"), facts.get("aliases")
    written = [name for name in names.values() if isinstance(name, str)] if isinstance(names, dict) else []
    for alias in aliases if isinstance(aliases, list) else ():
        wrong = alias.get("name") if isinstance(alias, dict) and alias.get("kind") == MISSPELLING else None
        if isinstance(wrong, str) and len(wrong) >= SHORTEST:
            is_latin = bool(LATIN_WORD.match(wrong))
            if right := next((name for name in written if bool(LATIN_WORD.match(name)) == is_latin), ""):
                yield wrong, right


def _of_same_sound(form: str) -> Iterator[str]:
    """A Chinese name with one sign of the given name in the place of another that sounds the same."""
    for at in range(1, len(form)) if len(form) == LENGTH_OF_HAN and not LATIN_WORD.match(form) else ():
        yield from (form[:at] + sign + form[at + 1 :] for sign in _same_sound().get(form[at], "") if sign != form[at])


@cache
def _same_sound() -> Mapping[str, str]:
    """A sign -> all that sound as it does."""
    return {sign: row.label("zh") for row in terms("same_sound").values() for sign in row.label("zh")}


def _goes_on(text: str, end: int) -> bool:
    """Do Latin letters stand on both sides of this place?"""
    return end > len(text) or bool(LATIN_WORD.match(text, end) and LATIN_WORD.match(text, end - 1, end))


def _han_heads(forms: Iterable[str]) -> re.Pattern[str]:
    """The first sign of every name that does not begin with a Latin letter, where its second stands behind it."""
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    for form in forms:
        if not LATIN_WORD.match(form):
            seconds[form[0]].add(re.escape(form[1]))
    # An alternative for each first sign: such a pattern is searched for much faster than a class of them.
    heads = (f"{re.escape(head)}(?=[{''.join(sorted(signs))}])" for head, signs in sorted(seconds.items()))
    return re.compile("|".join(heads) or r"(?!)")


def _head(form: str) -> str:
    """What the search begins with: the first word in Latin letters, else the first sign."""
    match = LATIN_WORD.match(form)
    return match[0] if match else form[0]


def _parts(form: str) -> list[str]:
    """Family name, given name: the words in Latin letters, or what stands around a dot; of 危志立 also 志立."""
    if LATIN_WORD.match(form):
        return [word for word in LATIN_WORD.findall(form) if len(word) >= SHORTEST]
    given = [form[1:]] if len(form) == 3 else []
    return [part for part in re.split("[·•・ ]", form) if len(part) >= SHORTEST] + given
