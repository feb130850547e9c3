"""A file of another generator -> its front matter and body; a post on its way into a campaign; notes of a report."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

import yaml

from emptychair.text.hidden_characters import printable
from emptychair.text.strings import Strings

Tree = dict[str, Any]
Kind = Literal["update", "page"]
FENCES = {"---": "yaml", "+++": "toml"}
NOT_SLUG = re.compile(r"[^a-z0-9]+")
SHOWN_LIMIT = 160


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the report: a file of the tree, its line from 1, a row of strings/importing.yml, and its values."""

    file: str
    line: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def words(self, say: Strings) -> str:
        """`file:line: what was done or left out`, in the language of `say`."""
        shown = {name: printable(" ".join(text.split())) for name, text in self.values.items()}
        shown = {name: text if len(text) <= SHOWN_LIMIT else text[:SHOWN_LIMIT] + "…" for name, text in shown.items()}
        return f"{printable(self.file)}:{self.line}: " + say(f"note-{self.code}", **shown)


@dataclass(frozen=True)
class OldSite:
    """The folder of another generator: texts by path, the paths of all other files, and its settings.

    `url` is the address of the site without a slash at its end, or ""; `base` the folder below which it stood, or "".
    """

    texts: Mapping[str, str]
    others: frozenset[str]
    settings: Tree
    url: str = ""
    base: str = ""

    def setting(self, *names: str) -> str:
        """The first of these settings that is a text, or ""."""
        return text_of(self.settings, *names)


@dataclass
class Post:
    """A post or page in one language, as its generator took it.

    `name` is its file name without day, language and ending; `key` is what its front matter calls all its languages;
    `day` lies in the campaign's time zone; `urls` are the paths at which it stood; `ids` lead from the ids of its
    headings to those that it has from now on; `path` is that of the new page without language and ending.
    """

    file: str
    kind: Kind
    language: str
    name: str
    meta: Tree
    body: str
    body_line: int
    day: date | None = None
    key: str = ""
    urls: tuple[str, ...] = ()
    ids: dict[str, str] = field(default_factory=dict)
    path: str = ""

    @property
    def title(self) -> str:
        """The title of the front matter, else the words of the file name."""
        return text_of(self.meta, "title") or self.name.replace("-", " ").replace("_", " ").strip()

    @property
    def new_file(self) -> str:
        """The file of the new page below content/."""
        return f"{self.language}/{self.path}.md"

    def note(self, line: int, code: str, **values: str) -> Note:
        """A note about a line of the body, from 0."""
        return Note(self.file, self.body_line + line, code, values)


@dataclass(frozen=True)
class Place:
    """Where a post stands in its tree, as its path tells: `post` is false for a page of prose.

    `written` is the day in the file name, `sections` are its folders below those of the generator and of a language.
    """

    file: str
    post: bool
    name: str
    language: str = ""
    written: str = ""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dated:
    """When a post was written: the day in the campaign's time zone, and the time as it stands in old addresses."""

    day: date
    written: datetime


def read_front_matter(text: str) -> tuple[Tree, str, int] | None:
    """A file -> front matter (every scalar a text), body, and the line on which it begins; None without front matter.

    Raises ValueError where there is front matter that cannot be read.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kind = FENCES.get(lines[0].rstrip())
    if not kind:
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == lines[0].rstrip()), None)
    if end is None:
        raise ValueError(lines[0])
    head = "\n".join(lines[1:end])
    tree = read_toml(head) if kind == "toml" else read_yaml(head)
    return tree, "\n".join(lines[end + 1 :]), end + 2


def read_yaml(text: str) -> Tree:
    """YAML -> a mapping whose scalars are texts. Raises ValueError."""
    try:
        tree = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it builds only text, lists, mappings
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(text[:80]) from error
    if not isinstance(tree, dict):
        if text.strip():
            raise ValueError(text[:80])
        return {}
    return tree


def read_toml(text: str) -> Tree:
    """TOML -> a mapping whose scalars are texts. Raises ValueError."""
    tree: Tree = _as_texts(tomllib.loads(text))
    return tree


def _as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_texts(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def text_of(tree: Mapping[str, Any], *names: str) -> str:
    """The first of these entries that is a text and not empty, else ""."""
    found = (tree.get(name) for name in names)
    return next((one.strip() for one in found if isinstance(one, str) and one.strip()), "")


def texts_of(tree: Mapping[str, Any], *names: str) -> list[str]:
    """The texts of these entries, each a text or a list of texts."""
    found: list[str] = []
    for name in names:
        value = tree.get(name)
        values = value if isinstance(value, list) else [value]
        found += [one.strip() for one in values if isinstance(one, str) and one.strip()]
    return found


def slug_of(text: str, limit: int = 53) -> str:
    """The ASCII letters and digits of a text in lower case, joined by hyphens; "" where letters of other scripts are.

    The characters of a name are never turned into Latin letters: whoever knows the name does that.
    """
    if any(sign.isalpha() and not sign.isascii() for sign in text):
        return ""
    return NOT_SLUG.sub("-", text.lower()).strip("-")[:limit].strip("-")


def language_code(text: str, languages: Iterable[str]) -> str:
    """`zh-CN`, `zh_cn`, `en-us` -> the language of the campaign, or "". Traditional Chinese is one of its own."""
    known = {language.lower(): language for language in languages}
    code = text.strip().lower().replace("_", "-")
    first, _, rest = code.partition("-")
    if rest in ("tw", "hk", "mo", "hant") or rest.startswith("hant"):
        return known.get(code, known.get("zh-hant", ""))
    if code == "cn":
        return known.get("zh", "")
    return known.get(code) or known.get(first, "")
