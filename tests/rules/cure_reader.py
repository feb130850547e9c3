"""A reader of cures: what the words of a hint ask for, done to the file, as an editor who takes them at their word."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from emptychair.text.problems import Problem
from emptychair.text.strings import catalogue

HIDDEN = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
# What is written where a cure only says which key is missing.
VALUES = {
    "kind": "person",
    "text": '"Police took Li Si away."',
    "title": '"A title"',
    "release_type": "not-known",
    "how": "withdrawn",
    "verification": "confirmed",
    "review_by": "2020-06-20",
}


class Place(NamedTuple):
    """The lines of a file, and the number from 0 of that of a problem."""

    lines: list[str]
    at: int

    @property
    def line(self) -> str:
        """The line of the problem."""
        return self.lines[self.at]

    def with_line(self, *lines: str) -> list[str]:
        """The file with other lines in the place of that one."""
        return [*self.lines[: self.at], *lines, *self.lines[self.at + 1 :]]

    @property
    def depth(self) -> int:
        """How far the line is indented; an item of a list counts with its hyphen."""
        return len(self.line) - len(self.line.lstrip(" -"))


Step = Callable[[re.Match[str], Problem, Place], "list[str] | None"]


def _instead(match: re.Match[str], problem: Problem, place: Place) -> list[str] | None:
    """The offer in the place of what was found; None where that does not stand in the line."""
    found = problem.values.get("found", "")
    offer, found = match["offer"].strip('"'), found.partition(" (U+")[0]
    if not found or found not in place.line:
        return None
    return place.with_line(place.line.replace(found, offer, 1))


def _key(match: re.Match[str], problem: Problem, place: Place) -> list[str] | None:
    """A whole line `key: value`, in the place of the one with that key in the front matter."""
    key = match["key"]
    number = next((n for n, line in enumerate(place.lines) if line.strip(" -").startswith(f"{key}:")), None)
    if number is None:
        return None
    head = re.match(r"[ -]*", place.lines[number])
    return [*place.lines[:number], f"{head[0] if head else ''}{key}: {match['offer']}", *place.lines[number + 1 :]]


def _add(match: re.Match[str], problem: Problem, place: Place) -> list[str] | None:
    """A line below that of the problem, which begins what the line belongs to, as deep as the others there."""
    if match["key"] not in VALUES:
        return None
    below = place.lines[place.at + 1]
    depth = place.depth if place.line.lstrip().startswith("- ") else len(below) - len(below.lstrip())
    above = place.line if problem.field.count(".") or place.line.endswith(":") else ""
    if not above:
        return place.with_line(f"{match['key']}: {VALUES[match['key']]}", place.line)
    return place.with_line(place.line, f"{' ' * depth}{match['key']}: {VALUES[match['key']]}")


def _out(match: re.Match[str], problem: Problem, place: Place) -> list[str] | None:
    """Without the line and what belongs to it, where it is the entry; else without what was found in it."""
    found, key = problem.values.get("found", ""), problem.field.rpartition(".")[2]
    value = place.line.partition(": ")[2].strip('"')
    is_entry = place.line.strip(" -").startswith((f"{key}:", f'"{key}":')) and bool(problem.field)
    is_part = found in place.line and ((found in value and found != value) or not is_entry)
    if found and is_part and "line" not in match[0]:
        return place.with_line(place.line.replace(found, "", 1))
    if not problem.field:
        return None
    rest = place.lines[place.at + 1 :]
    is_item = place.line.lstrip().startswith("- ") or not is_entry
    while is_item and rest and rest[0].strip() and len(rest[0]) - len(rest[0].lstrip(" ")) >= place.depth > 0:
        rest = rest[1:]
    # A key without entries is taken out with the last of them.
    above = place.lines[place.at - 1]
    alone = above.endswith(":") and place.depth and not (rest and rest[0].startswith(" " * place.depth))
    return [*place.lines[: place.at - bool(alone)], *rest]


def _below(match: re.Match[str], problem: Problem, place: Place) -> list[str]:
    """A line of its own below that of the problem, as deep as what it belongs to."""
    return place.with_line(place.line, f"{' ' * place.depth}{match['offer']}")


def _in_case(match: re.Match[str], problem: Problem, place: Place) -> list[str]:
    """A line at the beginning of the facts of a case."""
    at = place.lines.index("case:")
    return [*place.lines[: at + 1], f"  {match['offer']}", *place.lines[at + 1 :]]


def _in_scope(match: re.Match[str], problem: Problem, place: Place) -> list[str]:
    """One scope of consent more."""
    return [re.sub(r"(scope: \[.*)\]", rf"\1, {match['scope']}]", line) for line in place.lines]


def _as_list(match: re.Match[str], problem: Problem, place: Place) -> list[str]:
    """The one value as an item of a list."""
    key, _, value = place.line.partition(": ")
    return place.with_line(f"{key}:", f"{' ' * (place.depth + 2)}- {value}")


def _quoted(match: re.Match[str], problem: Problem, place: Place) -> list[str]:
    """The value in double quotes."""
    key, _, value = place.line.partition(": ")
    return place.with_line(f'{key}: "{value.strip("[]").replace(chr(34), "")}"')


def _plain(match: re.Match[str], problem: Problem, place: Place) -> list[str]:
    """Without blanks of another kind than that of the keyboard."""
    return place.with_line(re.sub(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", place.line).replace("  ", " "))


def _one_of(match: re.Match[str], problem: Problem, place: Place) -> list[str]:
    """The first of those that are named."""
    first = problem.values["expected"].split("'")[1]
    return place.with_line(place.line.replace(problem.values["found"], first))


def _line(make: Callable[[re.Match[str], Problem, str], str]) -> Step:
    """A step that makes another line of the one with the problem."""
    return lambda match, problem, place: place.with_line(make(match, problem, place.line))


def _spaced(match: re.Match[str], problem: Problem, line: str) -> str:
    """A name with a blank in it and behind it, where it was run together."""
    found, name = problem.values["found"], problem.values["name"]
    return line.replace(found, f"{name} {found.removeprefix(name)}" if found.startswith(name) else name)


# The words of a hint -> what is done. The first that can be done is done.
STEPS: tuple[tuple[str, Step], ...] = (
    (r"did you mean (?P<offer>[^\s?]+)", _instead),
    (r"add the line '(?P<key>\w+): \.\.\.'", _add),
    (r"add (?P<scope>\w+) to case.consent.scope", _in_scope),
    (r"(?P<offer>not_the_same_as: \[[a-z-]+\])", _in_case),
    (r"add (?P<offer>accent_dark: \S+),", _below),
    (r"write (?P<key>updated|translates): (?P<offer>\d{4}-\d\d-\d\d)", _key),
    (r"write (?P<key>stage): (?P<offer>[a-z-]+)$", _key),
    (r"where the source gives no (?:day|month), write (?P<offer>\S+)", _instead),
    (r'(?P<offer>"#[0-9a-f]{6}")', _line(lambda match, _, line: re.sub('".*"', match["offer"], line))),
    (r"write (?P<offer>\\#\S+)", _instead),
    (r"write (?P<offer>[a-z']+@\S+|true|false)$", _instead),
    (r"write (?P<offer>[\u4e00-\u9fff]+|[A-Z][a-z]+ [A-Z][a-z]+)(?:;|$)", _instead),
    (r"write it as Markdown has it: (?P<offer>.+)", _instead),
    (r"link to it in its place: (?P<offer>.+)", _line(lambda match, *_: match["offer"])),
    (r"write it like (?P<offer>\{#\w+\})", _line(lambda match, _, line: re.sub(r"\{#.*\}", match["offer"], line))),
    (r"write it like (?P<offer>tag:\S+,2026:campaign|[A-Za-z0-9/.-]+)", _instead),
    (r"end it with an id.*: ## Background (?P<offer>\{#\w+\})", _line(lambda m, _, line: f"{line} {m['offer']}")),
    (r"choose another id", _line(lambda _, __, line: re.sub(r"\{#.*\}", "{#what-happened}", line))),
    (r"write one of them", _one_of),
    (r"write digits only", _line(lambda _, problem, line: line.replace(problem.values["found"], "9"))),
    (
        r"begins with https://",
        _line(lambda _, problem, line: line.replace(problem.values["found"], "https://a.example/")),
    ),
    (r"one item to a line, each after a hyphen", _as_list),
    (r"put it in double quotes, on one line", _quoted),
    (r"put an empty line above the list", lambda _, __, place: place.with_line("", place.line)),
    (r"put a space where it is missing", _line(_spaced)),
    (r"so that it has (?P<depth>\d+) spaces", _line(lambda match, _, line: " " * int(match["depth"]) + line.lstrip())),
    (r"take the signs out", _line(lambda _, __, line: line.replace("*", ""))),
    (r"type an ordinary space, or none", _plain),
    (r"delete the words around it", _line(lambda _, __, line: HIDDEN.sub("", line))),
    (
        r"(?:put|write) the translation in the place of …",
        _line(lambda _, __, line: line.replace("…", "他组织工人。")),
    ),
    (r"take (?:it|the line|the title|the link|review_by) out", _out),
)


# What the hint of a code begins with, or holds, where one of these may be in it: the others need not be tried.
ASKING = re.compile(
    r"did you mean|add |[Ww]rite|^put|[Tt]ake (?:it|the)|^type|^delete|^link to it|^end it|another id|^move|item"
)


def may_be_followed(code: str) -> bool:
    """May the hint of a code ask for something that can be done here?"""
    row = catalogue("problems")[code]
    return any(ASKING.search(row.get(key, "")) for key in ("hint_en", "hint_else_en"))


def followed(problem: Problem, text: str) -> str | None:
    """A file as it is when the hint of a problem has been followed; None where the hint says nothing that can be."""
    lines = text.split("\n")
    place = Place(lines, problem.line - 1)
    hint = problem.hint("en")
    for pattern, step in STEPS:
        if (match := re.search(pattern, hint)) and (new := step(match, problem, place)) is not None and new != lines:
            return "\n".join(new)
    return None


def offered(problem: Problem) -> str:
    """What a hint says is to be written; "" where it offers nothing of the kind."""
    hint = problem.hint("en")
    found = (match for pattern, _ in STEPS if "(?P<offer>" in pattern and (match := re.search(pattern, hint)))
    return next((match["offer"] for match in found), "")
