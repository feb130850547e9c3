"""The rule that a status fades and prose does not."""

import re
from collections.abc import Iterator

from emptychair.front_matter.yaml_builder import Path
from emptychair.rules.index import Entry, Index
from emptychair.text.problems import Problem
from emptychair.text.strings import kept_by_languages
from emptychair.text.vocabulary import is_joined, terms

FIRST_SENTENCE = re.compile(r"(?s)\s*(?:#[^\n]*\n\s*)*(.*?(?:[。！？]|[.!?](?=\s|$)|\n\s*\n|$))")

# What a label says of itself in brackets.
REMARK = re.compile(r" ?[(（][^)）]*[)）]")


def no_status_in_titles(entry: Entry, index: Index) -> Iterator[Problem]:
    """No title, description or first sentence of a case or an action names a status.

    The page prints the status with its date. Updates are news of their day, and may.
    """
    if entry.kind not in ("case", "action"):
        return
    for field in ("title", "description"):
        text = entry.document.meta.get(field)
        if isinstance(text, str) and (word := _status_word(text, entry.language)):
            yield entry.document.problem((field,), "status-in-title", found=word)
    first = FIRST_SENTENCE.match(entry.document.body)
    if entry.kind == "case" and first and (word := _status_word(first[1], entry.language)):
        at: Path = ()
        problem = entry.document.problem(at, "status-in-first-sentence", found=word)
        yield Problem(problem.path, entry.document.body_line, "", problem.code, problem.values)


def _status_word(text: str, language: str) -> str:
    """The first word for a status in a text, or ""."""
    folded, pattern = text.lower(), _pattern(language)
    if len(folded) != len(text):
        folded = "".join(sign.lower()[0] for sign in text)
    match = pattern.search(folded)
    while match and not is_joined(language) and folded[max(0, match.start() - 1) : match.start()].isalnum():
        match = pattern.search(folded, match.start() + 1)
    return text[match.start() : match.end()] if match else ""


@kept_by_languages(None)
def _pattern(language: str) -> re.Pattern[str]:
    """The words for a status in prose, and the labels of all statuses but those that mean something else besides.

    In small letters, and without a mark for where a word begins: so it is searched for much faster.
    """
    labels = [row.label(language) for row in terms("statuses").values() if not row.has("ambiguous")]
    plain = sorted({re.escape(REMARK.sub("", label)) for label in labels}, key=len, reverse=True)
    words = "|".join([*(row.label(language) for row in terms("status_words").values()), *plain])
    return re.compile(f"(?:{words.lower()})" + ("" if is_joined(language) else r"\b"))


RULES = (no_status_in_titles,)
