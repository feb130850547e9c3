"""What is wrong with a content folder: faults found in reading it and by the rules, each reported once. No disk."""

from collections.abc import Iterable, Iterator

from emptychair import rules
from emptychair.front_matter import yaml_mistakes
from emptychair.load.content_tree import picture_path
from emptychair.rules.index import Entry, Index
from emptychair.rules.pictures import unused_pictures
from emptychair.rules.settings import check_settings
from emptychair.text.problems import Problem, in_order

# Faults of the text of front matter, as its reader finds them.
TEXT_FAULTS = {"comment-cut", "comma-made-key", "empty-value", "equal-keys", "hidden-sign"} | yaml_mistakes.CODES
# Faults from which others in their line follow, the first cause first.
DECEIVING = ("email-not-ascii", "protected-address", "mixed-scripts")


def check_folder(index: Index, faults: list[Problem]) -> list[Problem]:
    """Every problem of a content folder, in order: `faults`, those of its files alone, and what the rules find."""
    found = [*rules.check_documents(index), *check_settings(index), *_unused_pictures(index, faults)]
    return _reported(faults, found)


def check_page(entry: Entry, index: Index, faults: list[Problem]) -> list[Problem]:
    """Every problem of one page, in order: `faults`, those of its text alone, and what the rules find in it."""
    return _reported(faults, [*rules.check_entry(entry, index), *rules.check_document(entry.document)])


def outside_of(faults: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """The problems of a file in other lines than its faults: what is found in the line of a fault follows from it."""
    lines = {problem.line for problem in faults}
    return [problem for problem in found if problem.line not in lines]


def _reported(faults: list[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Faults and what the rules found, in order, without what follows from another fault."""
    refused = {(problem.path, problem.line) for problem in faults if problem.code in TEXT_FAULTS}
    kept = [problem for problem in found if (problem.path, problem.line) not in refused]
    return in_order(_without_consequences([*faults, *kept]))


def _without_consequences(problems: list[Problem]) -> list[Problem]:
    """A line with a sign that deceives has that one fault: an unknown term or address in it follows from the sign."""
    causes: dict[tuple[str, int], str] = {}
    for code in DECEIVING:
        for problem in problems:
            if problem.code == code:
                causes.setdefault((problem.path, problem.line), code)
    return [problem for problem in problems if causes.get((problem.path, problem.line), problem.code) == problem.code]


def _unused_pictures(index: Index, faults: Iterable[Problem]) -> Iterator[Problem]:
    """No picture lies there that no page shows: a picture of somebody is published only where it is meant."""
    refused = {problem.path for problem in faults}
    for name in unused_pictures(index):
        path = picture_path(index.settings.path, name)
        if path not in refused:
            yield Problem(path, 1, "", "picture-unused", {"found": name})
