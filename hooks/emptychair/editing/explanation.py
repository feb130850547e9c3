"""What a key of front matter means, for those who write it: where it stands, what may stand there, an example."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel

from emptychair.editing.annotated_page import Languages, keys_of, lists_of, literals_of, notes_of, specimen
from emptychair.editing.choices import Choice, of_term
from emptychair.record.campaign import FOLDERS
from emptychair.record.models import SourcePage
from emptychair.record.validation import model_in
from emptychair.text.slips import nearest
from emptychair.text.strings import written_languages
from emptychair.text.term_search import terms_meant
from emptychair.text.traditional import nearest_script
from emptychair.text.vocabulary import names, terms

KINDS = tuple(FOLDERS.values())


@dataclass(frozen=True)
class Explanation:
    """One key: the paths at which it stands, what it means, an example, and what may be chosen there."""

    paths: tuple[str, ...]
    note: str
    example: str
    choices: tuple[Choice, ...]


def whole_page(kind: str, language: str) -> str:
    """A page of a kind with every key that the models know, explained and as an example that cannot pass as a fact."""
    return specimen(kind, Languages(language, language), {}, "")


def whole_pages(language: str) -> tuple[str, Mapping[str, str]]:
    """The language of comments that a reader in `language` can have, and each kind of page with its `whole_page`.

    A language of a campaign's own has no comments, and a converted script those of the one that it is made from.
    """
    nearest_one = nearest_script(language) or language
    known = nearest_one if nearest_one in written_languages() else written_languages()[0]
    return known, {kind: whole_page(kind, known) for kind in KINDS}


def explanations(key: str, language: str) -> list[Explanation]:
    """What a key means wherever it may stand; `key` may have those above it before it, parted by dots."""
    found: dict[tuple[str, str], tuple[list[str], Explanation]] = {}
    for path, model, name in dict.fromkeys(_paths()):
        if path == key or path.endswith(f".{key}"):
            paths, _ = found.setdefault((model.__name__, name), ([], _explanation(model, name, language)))
            paths.append(path)
    return [replace(one, paths=tuple(paths)) for paths, one in found.values()]


def terms_called(word: str, language: str) -> list[tuple[str, Choice]]:
    """The terms of all word lists that a word may mean, each with the name of its list."""
    return [(name, of_term(one, language)) for name in names() for one in terms_meant(name, word)]


def nearest_key(key: str) -> str:
    """The key that is a slip away from what was typed, or ""."""
    return nearest(key, {name for _, _, name in _paths()})


def _explanation(model: type[BaseModel], name: str, language: str) -> Explanation:
    row, info = (
        notes_of(model, name),
        next(info for field, info in model.model_fields.items() if name in (field, info.alias)),
    )
    choices = [of_term(one, language) for listed in sorted(set(lists_of(info))) for one in terms(listed).values()]
    choices += [Choice(code) for code in literals_of(info.annotation)]
    example = row.get("example") or row.get(f"example_{language}", "")
    return Explanation((), row[language], example, tuple(choices))


def _paths() -> Iterator[tuple[str, type[BaseModel], str]]:
    """Every key of every kind of page: its path, its model, its name."""
    for kind in KINDS:
        yield from _below(SourcePage, "", kind)


def _below(model: type[BaseModel], above: str, kind: str) -> Iterator[tuple[str, type[BaseModel], str]]:
    for name, info in keys_of(model, kind):
        yield f"{above}{name}", model, name
        if inner := model_in(info.annotation):
            yield from _below(inner, f"{above}{name}.", kind)
