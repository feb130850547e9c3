"""Old addresses in the settings: the text of campaign.yml with more of them, and every other line as it was."""

from collections.abc import Mapping
from typing import Any

import yaml

from emptychair.editing.front_matter_patch import UneditableError
from emptychair.front_matter.document import parse_register
from emptychair.front_matter.yaml_writer import INDENT, indented, quoted

KEY = "redirects"


def with_redirects(text: str, redirects: Mapping[str, str]) -> str:
    """The text of campaign.yml with these old addresses, each with the file of its page; those that it has stay.

    Raises UneditableError where they cannot be put in alone: where its `redirects` are not one to a line.
    """
    document, problems = parse_register("", text)
    if problems:
        raise UneditableError(problems[0].line, problems)
    there = document.meta.get(KEY, {})
    if not isinstance(there, dict):
        raise UneditableError(document.line_of((KEY,)))
    new = {old: page for old, page in redirects.items() if old not in there}
    if not new:
        return text
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    lines[-1] = lines[-1] if lines[-1].endswith("\n") else lines[-1] + end
    position, column = _place(text, len(lines))
    added = indented([f"{quoted(old)}: {quoted(page)}" for old, page in new.items()], column)
    if not there:
        added = [f"{KEY}:", *added]
    lines[position:position] = [line + end for line in added]
    changed = "".join(lines)
    expected = {**document.meta, KEY: {**there, **new}}
    written, problems = parse_register("", changed)
    if problems or written.meta != expected:
        raise UneditableError(document.line_of((KEY,)), problems)
    return changed


def _place(text: str, last: int) -> tuple[int, int]:
    """Before which line, from 0, new entries stand, and how deep: below the last one, else at the end of the file."""
    root: Any = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.CBaseLoader)
    mapping = next((value for key, value in root.value if key.value == KEY), None)
    if mapping is None or not mapping.value:
        return last, INDENT
    key, value = mapping.value[-1]
    return value.end_mark.line + 1, key.start_mark.column
