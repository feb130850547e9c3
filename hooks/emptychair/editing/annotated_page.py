"""A new page as an annotated specimen: facts -> text in which every key that the models know is explained in its place.

The keys, their order, their terms and what is obligatory come from the models; strings/specimens.yml has the words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from emptychair.front_matter.document import FENCE
from emptychair.front_matter.yaml_writer import as_example, as_item, comment, entry, indented, quoted, scalar
from emptychair.record.campaign import FOLDERS
from emptychair.record.field_types import Code
from emptychair.record.models import Sourced, SourcePage
from emptychair.record.validation import model_in
from emptychair.text.strings import Row, catalogue
from emptychair.text.vocabulary import terms

# A longer word list is named instead of printed.
TERMS_SHOWN = 10
# The key under which an example of sources stands.
EXAMPLE_ID = "paper"


@dataclass(frozen=True)
class Languages:
    """The language of a page, in which its examples are, and that of its editor, in which its comments are."""

    page: str
    comments: str


def specimen(kind: str, languages: Languages, tree: Mapping[str, Any], body: str, notes: Sequence[str] = ()) -> str:
    """A source page of `kind` with the entries of `tree` active, all others explained and shown as comments.

    `tree` is front matter as nested dicts, lists and texts; what is empty is left out. `notes` are for the editor,
    and stand as comments at the end of the front matter.
    """
    writer = _Writer(kind, languages)
    header = [writer.word("header", "how"), writer.word("header", "quotes")]
    lines = [FENCE, *(f"## {line}" for line in header), *writer.mapping(SourcePage, tree)]
    lines += [line for note in notes for line in comment(note)]
    return "\n".join([*lines, FENCE]) + "\n" + body.strip("\n") + "\n"


def new_page(kind: str, languages: Languages, tree: Mapping[str, Any], body: str, notes: Sequence[str] = ()) -> str:
    """A source page of `kind` with the entries of `tree` alone, and one comment above each block of them."""
    writer = _Writer(kind, languages, whole=False)
    lines = [FENCE, *comment(writer.word("header", "explain")), *writer.mapping(SourcePage, tree)]
    lines += [line for note in notes for line in comment(note)]
    return "\n".join([*lines, FENCE]) + "\n" + body.strip("\n") + "\n"


def example_of(model: type[BaseModel], language: str, *more: str) -> dict[str, Any]:
    """A model's keys with their examples in `language`: those that it cannot do without, those shown, and `more`."""
    writer = _Writer("", Languages(language, language))
    return {
        key: writer.example(model, key, info)
        for key, info in keys_of(model)
        if info.is_required() or key in more or notes_of(model, key).get("shown")
    }


def keys_of(model: type[BaseModel], kind: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """The keys of a model in the order in which they are written: sources at the end."""
    for name, info in sorted(model.model_fields.items(), key=lambda one: _is_shared(model, one[0])):
        if model is not SourcePage or name not in _absent_from(kind):
            yield info.alias or name, info


def _absent_from(kind: str) -> set[str]:
    """The keys that no page of this kind has: facts of another kind; and a case has names instead of a title."""
    return {*FOLDERS.values(), *({"title"} if kind == "case" else ())} - {kind}


def _is_shared(model: type[BaseModel], name: str) -> bool:
    return issubclass(model, Sourced) and name in Sourced.model_fields


def notes_of(model: type[BaseModel], key: str) -> Row:
    """The explanation of a key in each language, with its example. Raises KeyError for a key that nobody explained."""
    return _notes()[Sourced.__name__ if _is_shared(model, key) else model.__name__][key]


@cache
def examples_to_replace() -> frozenset[tuple[str, str]]:
    """The examples that are words in every language, each with its key, but those that are true of many pages."""
    rows = [item for model in _notes().values() for item in model.items() if "usable" not in item[1]]
    return frozenset((key, text) for key, row in rows for name, text in row.items() if name.startswith("example_"))


def _notes() -> Mapping[str, Mapping[str, Row]]:
    return catalogue("specimens")  # type: ignore[return-value]  # one level deeper than other catalogues


@dataclass
class _Writer:
    """Writes entries of one page; each model is explained where it comes first: the `whole` of it, or in one line."""

    kind: str
    languages: Languages
    whole: bool = True
    explained: set[type[BaseModel]] = field(default_factory=set)

    def word(self, group: str, key: str) -> str:
        return _notes()[group][key][self.languages.comments]

    def mapping(self, model: type[BaseModel], tree: Mapping[str, Any]) -> list[str]:
        """The entries of a mapping, with explanations where the model is new."""
        new = model not in self.explained
        self.explained.add(model)
        lines: list[str] = []
        for key, info in keys_of(model, self.kind):
            if value := tree.get(key):
                told = new and (self.whole or self._begins_a_block(model, info))
                lines += (self._note(model, key, info) if told else []) + self._entry(key, info, value)
            elif new and self.whole:
                example = self.example(model, key, info)
                lines += self._note(model, key, info) + as_example(self._entry(key, info, example))
        return lines

    def _begins_a_block(self, model: type[BaseModel], info: FieldInfo) -> bool:
        """Do entries with keys of their own stand below it? The facts of the page are one block for every key."""
        return model is not SourcePage and model_in(info.annotation) is not None

    def _note(self, model: type[BaseModel], key: str, info: FieldInfo) -> list[str]:
        text = notes_of(model, key)[self.languages.comments]
        lists = sorted(set(lists_of(info)))
        codes = [*literals_of(info.annotation), *(code for name in lists for code in terms(name))]
        # One code beside other values (until: ongoing) is explained in words.
        if len(codes) > 1:
            pattern = self.word("header", "list" if len(codes) > TERMS_SHOWN else "terms")
            text = pattern.format(note=text, terms=", ".join(codes), list=", ".join(lists))
        return comment(text)

    def _entry(self, key: str, info: FieldInfo, value: Any) -> list[str]:
        """`key: value` in block style."""
        model = model_in(info.annotation)
        if isinstance(value, str):
            return [f"{key}: {quoted(value) if is_text(info) else scalar(value)}"]
        if isinstance(value, Mapping):
            return [f"{key}:", *indented(self._rows(model, info, value))]
        if all(isinstance(item, str) for item in value):
            return [entry(key, value)]
        return [f"{key}:", *(line for item in value for line in as_item(self.mapping(model, item)))]

    def _rows(self, model: type[BaseModel] | None, info: FieldInfo, value: Mapping[str, Any]) -> list[str]:
        """What stands below a key: the entries of a model, texts by language, or models by id."""
        if model is None:
            return [f"{name}: {quoted(text)}" for name, text in value.items() if text]
        if get_origin(info.annotation) is not dict:
            return self.mapping(model, value)
        return [line for name, one in value.items() for line in [f"{name}:", *indented(self.mapping(model, one))]]

    def example(self, model: type[BaseModel], key: str, info: FieldInfo) -> Any:
        """The example of a key: its row's, or that of the model inside with what it cannot do without."""
        row = notes_of(model, key)
        inner = model_in(info.annotation)
        if text := row.get("example") or row.get(f"example_{self.languages.page}", ""):
            if get_origin(info.annotation) is dict:
                return {row.get("example_key", self.languages.page): text}
            return text.strip("[]").split(", ") if text.startswith("[") else text
        tree = {
            name: self.example(inner, name, one)
            for name, one in keys_of(inner)
            if one.is_required() or notes_of(inner, name).get("shown")
        }
        origin = get_origin(info.annotation)
        return [tree] if origin is tuple else {EXAMPLE_ID: tree} if origin is dict else tree


def is_text(info: FieldInfo) -> bool:
    """Is the value free text, and no code, slug, link or date?"""
    free = info.annotation is str or str in get_args(info.annotation)
    return free and not any(isinstance(one, Code | AfterValidator) for one in info.metadata)


def lists_of(info: FieldInfo) -> Iterator[str]:
    """The word lists whose codes a value is made of; those of a model inside stand there."""
    yield from (one.name for one in info.metadata if isinstance(one, Code))
    if model_in(info.annotation) is None or get_origin(info.annotation) not in (tuple, dict):
        yield from _codes(info.annotation)


def _codes(annotation: Any) -> Iterator[str]:
    yield from (one.name for one in getattr(annotation, "__metadata__", ()) if isinstance(one, Code))
    for argument in get_args(annotation):
        yield from _codes(argument)


def literals_of(annotation: Any) -> Iterator[str]:
    """The fixed words that a value may be, of a list or a single one."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) is not tuple:
        for argument in get_args(annotation):
            yield from literals_of(argument)
