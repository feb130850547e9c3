"""The rule that a person who asked not to be told of is not added again."""

from collections.abc import Iterator
from typing import Any

from emptychair.front_matter.yaml_builder import Path
from emptychair.rules.index import Entry, Index, items
from emptychair.text.problems import Problem


def not_withdrawn(entry: Entry, index: Index) -> Iterator[Problem]:
    """No case has a slug or a name that was withdrawn. The message says neither the name nor that anybody withdrew."""
    if entry.kind == "case" and entry.role == "source" and index.withdrawn:
        names = (at for at, name in _names(entry) if index.withdrawn.has(name))
        for at in names:
            yield entry.document.problem(at, "not-to-be-added")
            return


def _names(entry: Entry) -> Iterator[tuple[Path, str]]:
    """The slug, each name and each alias of a case, with its place."""
    yield (), entry.path.rpartition("/")[2]
    names: Any = entry.facts.get("names")
    found: list[tuple[Path, Any]] = []
    if isinstance(names, dict):
        found += [(("case", "names", language), name) for language, name in names.items()]
    found += [((*at, "name"), item.get("name")) for at, item in items(entry, "aliases")]
    yield from ((at, name) for at, name in found if isinstance(name, str))


RULES = (not_withdrawn,)
