"""Old addresses in the settings: the text of campaign.yml with more of them or fewer, every other line as it was."""

from collections.abc import Collection, Mapping
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


def without_redirects(text: str, pages: Collection[str]) -> str:
    """The text of campaign.yml without the old addresses that lead to these files below content/.

    Raises UneditableError where they cannot be taken out alone: where its `redirects` are not one to a line.
    """
    document, _ = parse_register("", text)
    there = document.meta.get(KEY, {})
    there = there if isinstance(there, dict) else {}
    gone = [old for old, page in there.items() if isinstance(page, str) and page.partition("#")[0] in pages]
    if not gone:
        return text
    lines = {document.line_of((KEY, old)) for old in gone}
    left = {old: page for old, page in there.items() if old not in gone}
    expected = {key: value for key, value in document.meta.items() if key != KEY} | ({KEY: left} if left else {})
    if not left:
        lines.add(document.line_of((KEY,)))
    kept = [line for number, line in enumerate(text.splitlines(keepends=True), 1) if number not in lines]
    written, problems = parse_register("", "".join(kept))
    if problems or written.meta != expected:
        raise UneditableError(document.line_of((KEY,)), problems)
    return "".join(kept)


def _place(text: str, last: int) -> tuple[int, int]:
    """Before which line, from 0, new entries stand, and how deep: below the last one, else at the end of the file."""
    root: Any = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.CBaseLoader)
    mapping = next((value for key, value in root.value if key.value == KEY), None)
    if mapping is None or not mapping.value:
        return last, INDENT
    key, value = mapping.value[-1]
    return value.end_mark.line + 1, key.start_mark.column
