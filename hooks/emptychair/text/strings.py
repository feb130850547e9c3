"""The string catalogues: strings/*.yml, one row per sentence that a reader sees, all languages in the row."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import lru_cache, wraps
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar

import yaml

from emptychair.text.further_languages import FurtherLanguage, with_languages
from emptychair.text.locales import cldr_text, plural_categories, plural_category, put_in
from emptychair.text.traditional import SIMPLIFIED, TRADITIONAL, to_traditional

Row = Mapping[str, str]
Parameters = ParamSpec("Parameters")
Value = TypeVar("Value")
# The further languages of the campaign that was read last in this context. Its value never changes: `load` puts
# another one in its place with each campaign, so that word lists need not be handed to whoever says a word.
_further: ContextVar[tuple[FurtherLanguage, ...]] = ContextVar("further_languages", default=())


def use_languages(languages: tuple[FurtherLanguage, ...]) -> None:
    """From now on every catalogue and word list has the columns of these languages besides those that ship."""
    # The same texts again, as a server reads them whenever a page has changed: what is kept of them stays.
    if [vars(one) for one in languages] != [vars(one) for one in _further.get()]:
        _further.set(languages)


def kept_by_languages(size: int | None) -> Callable[[Callable[Parameters, Value]], Callable[Parameters, Value]]:
    """A decorator that keeps the last `size` results of a function (None: all) that takes words from the data files.

    Results are kept for each set of further languages apart.
    """

    def decorate(function: Callable[Parameters, Value]) -> Callable[Parameters, Value]:
        def found(_: tuple[FurtherLanguage, ...], *args: Any, **kwargs: Any) -> Value:
            return function(*args, **kwargs)

        known: Callable[..., Value] = lru_cache(maxsize=size)(found)

        @wraps(function)
        def asked(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Value:
            return known(_further.get(), *args, **kwargs)

        return asked

    return decorate


class LanguageRow(dict[str, Any]):
    """A row whose text in traditional Chinese is made from the simplified one, where it has none of its own.

    That holds for every key that ends in the language (past_zh-Hant) too.
    """

    def __missing__(self, key: str) -> Any:
        found = self._simplified(key)
        if found is None:
            raise KeyError(key)
        return to_traditional(found)

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or self._simplified(key) is not None

    def get(self, key: str, default: Any = None) -> Any:
        """As that of a mapping; the method of the base class would not ask __missing__."""
        return self[key] if key in self else default  # noqa: SIM401 - it is what get would call

    def _simplified(self, key: object) -> str | None:
        """The text from which that of a key is made."""
        if not isinstance(key, str) or not key.endswith(TRADITIONAL):
            return None
        found = super().get(f"{key.removesuffix(TRADITIONAL)}{SIMPLIFIED}")
        return found if isinstance(found, str) else None


def catalogue(name: str) -> Mapping[str, Row]:
    """The rows of strings/<name>.yml: key -> {language: text}."""
    return rows_in_use("strings", name)


def rows_in_use(folder: str, name: str) -> Mapping[str, Any]:
    """The rows of a data file of the package, with the columns of the further languages that are in use."""
    return _rows(folder, name, _further.get())


@lru_cache(maxsize=256)
def _rows(folder: str, name: str, languages: tuple[FurtherLanguage, ...]) -> Mapping[str, Any]:
    rows = _rows(folder, name, ()) if languages else read_rows(folder, name)
    return with_languages(folder, name, rows, languages, shipped_languages()) if languages else rows


def read_rows(folder: str, name: str) -> dict[str, Row]:
    """A data file of the package, a mapping of mappings, every scalar a string."""
    text = (files("emptychair.text") / folder / f"{name}.yml").read_text(encoding="utf-8")
    # CBaseLoader gives text for every scalar: NO stays "NO", 010 stays "010".
    tree = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it builds only text, lists, mappings
    rows: dict[str, Row] = _with_traditional(tree)
    return rows


def _with_traditional(tree: Any) -> Any:
    """Every mapping of a tree as a row."""
    if isinstance(tree, dict):
        return LanguageRow({key: _with_traditional(value) for key, value in tree.items()})
    return tree


def shipped_languages() -> tuple[str, ...]:
    """The languages in which every sentence stands, by code, in the order of strings/languages.yml."""
    return tuple(_rows("strings", "languages", ()))


def known_languages() -> tuple[str, ...]:
    """The languages that a site may have: those that ship, then the further ones that are in use."""
    return tuple(catalogue("languages"))


def written_languages() -> tuple[str, ...]:
    """Those in which every sentence stands as somebody wrote it: what the terminal and the forms speak."""
    return tuple(one for one in shipped_languages() if one != TRADITIONAL)


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
        return self(self._form(key, plural_category(self.language, count)), count=count, **values)

    def forms(self, key: str) -> dict[str, str]:
        """Each plural form of the sentence, unfilled, by its category; for scripts, which count in the browser."""
        return {one: self(self._form(key, one)) for one in plural_categories(self.language)}

    def _form(self, key: str, category: str) -> str:
        """The row of a plural form where there is one, else that of "other"."""
        row = f"{key}-{category}"
        return row if self.language in self._rows.get(row, ()) else key
