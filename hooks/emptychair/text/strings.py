"""The string catalogues: strings/*.yml, one row per sentence that a reader sees, all languages in the row."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

Row = Mapping[str, str]


@cache
def catalogue(name: str) -> Mapping[str, Row]:
    """The rows of strings/<name>.yml: key -> {language: text}."""
    return read_rows("strings", name)


def read_rows(folder: str, name: str) -> dict[str, Row]:
    """A data file of the package, a mapping of mappings, every scalar a string."""
    text = (files("emptychair.text") / folder / f"{name}.yml").read_text(encoding="utf-8")
    # CBaseLoader gives text for every scalar: NO stays "NO", 010 stays "010".
    rows: dict[str, Row] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it builds only text, lists, mappings
    return rows


def shipped_languages() -> tuple[str, ...]:
    """The languages in which every sentence stands, by code, in the order of strings/languages.yml."""
    return tuple(catalogue("languages"))


class Strings:
    """The sentences of one catalogue in one language: `say("deadline", date="7 June 2019")`."""

    def __init__(self, language: str, name: str = "pages") -> None:
        self.language = language
        self._rows = catalogue(name)

    def __call__(self, key: str, **values: object) -> str:
        """The sentence `key` with its placeholders filled. Raises KeyError for an unknown key or a missing value."""
        text = self._rows[key][self.language]
        return text.format_map(values) if values else text

    def plural(self, key: str, count: int, **values: object) -> str:
        """The sentence for a number: the row `<key>-one` for 1 where there is one, else the row `<key>`."""
        singular = f"{key}-one"
        return self(singular if count == 1 and singular in self._rows else key, count=count, **values)
