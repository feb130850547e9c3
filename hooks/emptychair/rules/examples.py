"""Examples of an annotated case that were made active and never replaced: they would be published as facts."""

from collections.abc import Iterator, Mapping
from functools import cache

from emptychair.rules.index import Entry, Index
from emptychair.text.problems import Problem
from emptychair.text.strings import Row, read_rows

# What is made active in whole blocks. The other examples are in the way of publishing (publishing/placeholders.py).
BLOCKS = ("Event", "Sentence", "Custody", "Ahead", "Paper")


def no_example_is_left(entry: Entry, index: Index) -> Iterator[Problem]:
    """No event, sentence, place of custody, date ahead or document says what its example in an annotated page says."""
    examples = _examples()
    if examples.keys().isdisjoint(entry.document.leaves):
        return
    for at, text in entry.document.strings():
        if at[-1] in examples.get(text, frozenset()):
            yield entry.document.problem(at, "example-left", found=text)


@cache
def _examples() -> Mapping[str, frozenset[str]]:
    """The examples of the blocks that are words, in every language, each with its keys."""
    models: Mapping[str, Mapping[str, Row]] = read_rows("strings", "specimens")  # type: ignore[assignment]
    found: dict[str, set[str]] = {}
    for key, row in (item for model in BLOCKS for item in models[model].items()):
        for text in (text for name, text in row.items() if name.startswith("example_")):
            found.setdefault(text, set()).add(key)
    return {text: frozenset(keys) for text, keys in found.items()}


RULES = (no_example_is_left,)
