"""The languages of a site: which there are and in which order, and what is wrong with them in a content folder."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from emptychair.text.problems import Problem
from emptychair.text.strings import known_languages, shipped_languages
from emptychair.text.traditional import SIMPLIFIED, TRADITIONAL

CONFIG = "mkdocs.yml"
# A file may inherit from one that inherits; more steps than this are a ring.
STEPS = 8
UNKNOWN = "unknown-language"
# What YAML 1.1 takes for false, as MkDocs reads it.
FALSE = frozenset({"false", "no", "off"})


def named_languages(content: Path, read: Callable[[Path], str]) -> tuple[str, ...]:
    """The languages that mkdocs.yml beside a content folder names, by code, in its order; () where it names none.

    For those who have no host to hand them over: it is the one place where languages are named, and folders have no
    order. The file is read as plain YAML, with what it inherits; `read` gives the text of a file, or raises OSError.
    One that is missing, or that cannot be read, names none: what is wrong with it, the host says.
    """
    plugin = _mapping(_mapping(_configuration(content, read), "plugins"), "i18n")
    rows = plugin.get("languages")
    found = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    built = [row for row in found if str(row.get("build")).lower() not in FALSE]
    return tuple(str(row["locale"]) for row in built if "locale" in row)


def named_site_url(content: Path, read: Callable[[Path], str]) -> str:
    """The public URL of the site that mkdocs.yml beside a content folder names, with a slash at its end, or ""."""
    found = _configuration(content, read).get("site_url")
    return f"{found.rstrip('/')}/" if isinstance(found, str) and found else ""


def _configuration(content: Path, read: Callable[[Path], str]) -> Mapping[str, Any]:
    """The configuration beside a content folder with what it inherits; empty where it cannot be read."""
    try:
        return _read(content.parent / CONFIG, read, STEPS)
    except (OSError, ValueError, yaml.YAMLError):
        return {}


def _read(file: Path, read: Callable[[Path], str], steps: int) -> Mapping[str, Any]:
    """A configuration with what it inherits. Raises OSError, YAMLError, or ValueError for a ring."""
    if not steps:
        raise ValueError(file)
    # CBaseLoader gives text for every scalar, and builds no object that a tag asks for.
    own = yaml.load(read(file), Loader=yaml.CBaseLoader)  # noqa: S506 - see above
    if not isinstance(own, Mapping):
        return {}
    above = _read(file.parent / str(own["INHERIT"]), read, steps - 1) if "INHERIT" in own else {}
    return _merged(above, own)


def _merged(above: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Mappings are joined, everything else is replaced, as MkDocs inherits."""
    both = {
        name: _merged(above[name], own[name])
        for name in above.keys() & own.keys()
        if isinstance(above[name], Mapping) and isinstance(own[name], Mapping)
    }
    return {**above, **own, **both}


def _mapping(tree: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The mapping below a name; plugins may also be a list of mappings with one name each."""
    found = tree.get(name)
    if isinstance(found, list):
        return {key: value for one in found if isinstance(one, Mapping) for key, value in one.items()}
    return found if isinstance(found, Mapping) else {}


def languages_of(content: Path, named: Sequence[str]) -> tuple[tuple[str, ...], list[Problem]]:
    """The languages of a content folder in their order, and what is wrong with those that were `named`.

    Where none is named, they are those that have a folder, in the order in which the core ships them, then the further
    ones of the campaign.
    """
    known = known_languages()
    if not named:
        return tuple(one for one in known if (content / one).is_dir()), []
    return tuple(one for one in dict.fromkeys(named) if one in known), list(_check(content, named))


def _needs_folder(language: str, named: Sequence[str]) -> bool:
    converted = language == TRADITIONAL and SIMPLIFIED in named
    return language in shipped_languages() and not converted


def _check(content: Path, named: Sequence[str]) -> Iterator[Problem]:
    """A language that is named is known, named once, and has a folder; and each folder of a language is named.

    Two need no folder before their first page: a further one, whose file of texts is there, and traditional Chinese,
    the pages of which are made from those in simplified Chinese.
    """
    known = known_languages()
    for language in dict.fromkeys(named):
        if language not in known:
            yield _problem(content, language, UNKNOWN)
        elif _needs_folder(language, named) and not (content / language).is_dir():
            yield _problem(content, language, "language-without-folder")
        if named.count(language) > 1:
            yield _problem(content, language, "language-twice")
    for language in known:
        if language not in named and (content / language).is_dir():
            yield not_named(content, language)


def not_named(content: Path, language: str) -> Problem:
    """The problem of a page, or a folder of pages, in a language that the site does not have."""
    return _problem(content, language, "language-not-named")


def _problem(content: Path, language: str, code: str) -> Problem:
    values = {"found": language, "known": ", ".join(known_languages()), "config": CONFIG}
    return Problem(f"{content.name}/{language}", 1, "", code, values)
