"""What a word list calls the word that somebody typed: by its code, a label in any language, a synonym, or a slip."""

import re
from collections.abc import Iterable, Iterator

from emptychair.text.slips import nearest
from emptychair.text.strings import kept_by_languages
from emptychair.text.vocabulary import Term, terms

# The keys of a row under which its labels stand, and those of its synonyms in a language.
LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?")
SYNONYMS = "also_"


def terms_meant(name: str, text: str) -> tuple[Term, ...]:
    """The terms of a list that a typed word may mean, in the order of the list; none where nothing fits.

    The word is the code of one, its label or a synonym of it in any language, or a slip away from one of these. A
    synonym may fit several (`detained`, 拘留): then it is for somebody to choose by what the source says.
    """
    known = _names(name)
    return tuple(terms(name)[code] for code in known.get(_folded(text)) or known.get(nearest(_folded(text), known), ()))


def code_named(name: str, text: str) -> str:
    """The code of the one term that a typed word names, in whatever language; the word itself where none or several.

    Slips are not taken for names: what a person's page says is typed by somebody, and not guessed.
    """
    found = _names(name).get(_folded(text), ())
    return found[0] if len(found) == 1 else text


@kept_by_languages(None)
def _names(name: str) -> dict[str, tuple[str, ...]]:
    """Every name of every term of a list -> the codes that it may stand for."""
    labels = _codes_by_word((word, term.code) for term in terms(name).values() for word in _labels(term))
    synonyms = _codes_by_word((word, term.code) for term in terms(name).values() for word in _synonyms(term))
    # What is the label of a term means that term, whatever it is a synonym of besides. Two may have the same label.
    return synonyms | labels


def _codes_by_word(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, code in pairs:
        before = found.get(_folded(word), ())
        found[_folded(word)] = before if code in before else (*before, code)
    return found


def _labels(term: Term) -> Iterator[str]:
    yield term.code
    yield from (text for key, text in term.row.items() if LANGUAGE.fullmatch(key) and isinstance(text, str))


def _synonyms(term: Term) -> Iterator[str]:
    for key, words in term.row.items():
        if key.startswith(SYNONYMS):
            yield from words


def _folded(text: str) -> str:
    return "-".join(text.casefold().replace("_", "-").split())
