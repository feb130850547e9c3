"""The texts of scaffold/, from which the repository of a campaign is put together.

A name that ends in `.jinja` is filled in, any other is taken as it stands; `dot-` at the beginning of a name is a dot,
which many tools leave out of packages.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from emptychair.front_matter.yaml_writer import quoted
from emptychair.text.traditional import nearest_script, to_traditional

FOLDER = "scaffold"
LOADER = PackageLoader("emptychair.editing", FOLDER)
JINJA = ".jinja"
DOT = "dot-"
# What stands for signs in the prose of Markdown.
SIGNS = re.compile(r"([\\`*_\[\]|#])")


def as_they_stand(folder: str) -> Iterator[tuple[str, str]]:
    """Path in the campaign and text of each file below a folder of scaffold/ that nothing is filled into."""
    for path in _paths(files("emptychair.editing") / FOLDER / folder):
        if not path.endswith(JINJA):
            yield _target(path), source(f"{folder}/{path}")


def filled(folder: str, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Path in the campaign and text of each file below a folder of scaffold/ that values are filled into."""
    for path in _paths(files("emptychair.editing") / FOLDER / folder):
        if path.endswith(JINJA):
            yield _target(path).removesuffix(JINJA), render(f"{folder}/{path}", values)


def written_in(languages: Sequence[str]) -> list[str]:
    """Those of a campaign's languages that have texts of their own.

    Beside simplified Chinese the pages in traditional Chinese are converted by each build, unless they come first.
    """
    return [one for one in languages if one == languages[0] or nearest_script(one) not in languages]


def texts_of(language: str) -> tuple[str, Callable[[str], str]]:
    """The folder of the texts of a language in scaffold/, and what makes them texts of that language."""
    script = nearest_script(language)
    return f"languages/{script or language}", to_traditional if script else str


def source(path: str) -> str:
    """A text of scaffold/ as it stands."""
    return LOADER.get_source(_environment(), path)[0]


def render(template: str, values: Mapping[str, Any]) -> str:
    """A text of scaffold/ with values filled in. Raises UndefinedError for a value that is missing."""
    return _environment().get_template(template).render(values)


def _target(path: str) -> str:
    return "/".join(f".{step.removeprefix(DOT)}" if step.startswith(DOT) else step for step in path.split("/"))


def _paths(folder: Traversable, before: str = "") -> Iterator[str]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir():
            yield from _paths(one, f"{before}{one.name}/")
        else:
            yield before + one.name


@cache
def _environment() -> Environment:
    """Its texts are Markdown, YAML and the like: what is filled in is quoted or escaped by the filters."""
    made = Environment(
        loader=LOADER,
        autoescape=False,  # noqa: S701 - no HTML is written
        undefined=StrictUndefined,
        # Headings have their ids in {#...}.
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["quoted"] = quoted
    made.filters["prose"] = lambda text: SIGNS.sub(r"\\\1", text)
    return made
