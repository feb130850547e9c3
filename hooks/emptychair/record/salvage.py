"""A source page with faults -> what is right in it, so that the rules about its values speak in the same run."""

import builtins
import types
import typing
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from functools import cache, reduce
from operator import or_
from types import GenericAlias
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError, WrapValidator, create_model

from emptychair.front_matter.document import Document
from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import SourcePage
from emptychair.record.validation import path_of

# A value that is taken out may leave its list too short, and that its mapping without what it needs.
ROUNDS = 5


class Lost:
    """A value that could not be read: no comparison with it holds, and nothing can be shown to be missing in it."""

    __hash__ = object.__hash__

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return False

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __eq__

    def __contains__(self, item: object) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __getattr__(self, name: str) -> "Lost":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: object) -> "Lost":
        """What is computed from a lost value is lost."""
        return self

    __add__ = __sub__ = __call__


LOST = Lost()


def read_partly(document: Document) -> tuple[SourcePage | None, frozenset[str]]:
    """A document that is no valid source page -> the page with LOST where a value is wrong, and what lost an entry.

    The second are the names of the mappings (as problems name them) from which an entry was taken out: what is
    absent there may be what was taken out. None where nothing can be read.
    """
    tree = deepcopy(document.meta)
    taken: set[Path] = set()
    for _ in range(ROUNDS):
        try:
            page: SourcePage = _lenient(SourcePage).model_validate(tree)
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                taken |= _take_out(tree, path_of(tree, fault["loc"], False), fault["type"], fault["loc"])
        else:
            return page, frozenset(document.name_of(path) for path in taken)
    return None, frozenset()


def _take_out(tree: Any, path: Path, kind: str, loc: tuple[str | int, ...]) -> set[Path]:
    """Take the wrong value, or the entry of a wrong key, out of the tree; the mapping that lost an entry."""
    *above, last = path or ("",)
    node = tree
    for step in above:
        node = node[step]
    if isinstance(last, int) and kind in ("model_type", "model_attributes_type"):
        node[last] = {}
    elif isinstance(last, int):
        return _take_out(tree, tuple(above), kind, loc)
    elif kind == "extra_forbidden" or node.get(last) is LOST:
        node.pop(last, None)
        return {tuple(above)}
    else:
        node[last] = LOST
    return set()


def _lost() -> Lost:
    return LOST


def _keep_lost(value: Any, validate: Callable[[Any], Any]) -> Any:
    return value if value is LOST else validate(value)


@cache
def _lenient(model: type[BaseModel]) -> Any:
    """The model with every field optional, and LOST allowed in each: in itself, and in the models inside it."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        field = copy(info)
        if info.is_required():
            field.default_factory = _lost
        field.annotation = _lenient_type(info.annotation)
        field.metadata = [*info.metadata, WrapValidator(_keep_lost)]
        fields[name] = (field.annotation, field)
    return create_model(model.__name__, __base__=model, **fields)


def _lenient_type(annotation: Any) -> Any:
    """The type with lenient models in the place of models, and with any text as a key."""
    arguments = [_lenient_type(argument) for argument in get_args(annotation)]
    match get_origin(annotation):
        case None if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return _lenient(annotation)
        case builtins.dict:
            return GenericAlias(dict, (str, arguments[1]))
        case builtins.tuple:
            return GenericAlias(tuple, tuple(arguments))
        case typing.Union | types.UnionType:
            return reduce(or_, arguments)
    return annotation
