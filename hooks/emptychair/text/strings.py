"""The string catalogues: strings/*.yml, one row per sentence that a reader sees, all languages in the row."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from emptychair.text.locales import cldr_text, plural_categories, plural_category, put_in

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
        """The sentence `key` with its placeholders filled. Raises KeyError for an unknown key or a missing value.

        What CLDR knows, a language may leave to it (cldr_text).
        """
        row = self._rows[key]
        text = row[self.language] if self.language in row else cldr_text(key, self.language)
        return text.format_map(put_in(values, self.language)) if values else text

    def plural(self, key: str, count: int, **values: object) -> str:
        """The sentence for a number: the row `<key>-<form>` of its form, or the row `<key>`, which is "other"."""
        form = f"{key}-{plural_category(self.language, count)}"
        return self(form if self.language in self._rows.get(form, ()) else key, count=count, **values)

    def forms(self, key: str) -> dict[str, str]:
        """Each plural form of the sentence, unfilled, by its category; for scripts, which count in the browser."""
        return {one: self(key if one == "other" else f"{key}-{one}") for one in plural_categories(self.language)}
