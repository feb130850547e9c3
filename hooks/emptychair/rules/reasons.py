"""Reasons in words (`because:`) by which a page answers rules about its facts: reviewers see them in the summary."""

import re
from collections.abc import Iterable, Iterator

from emptychair.rules.index import Entry
from emptychair.text import vocabulary
from emptychair.text.problems import Problem

WORDS = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+")
CHINESE = 0x3400
# Fewer words give no reason that a reviewer could weigh; a Chinese word has two signs or so.
FEWEST, PER_WORD = 3, 2


def answered(entry: Entry, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a page that no reason of it answers, and what is wrong with its reasons.

    A reason has words, and answers something: one that answers nothing any more would hide the next mistake.
    """
    found = entry.document.meta.get("because")
    if not isinstance(found, dict):
        yield from problems
        return
    known = vocabulary.terms("fact_rules")
    reasons = {code: text for code, text in found.items() if code in known}
    used = set()
    for problem in problems:
        if problem.code in reasons:
            used.add(problem.code)
        else:
            yield problem
    for code, text in reasons.items():
        if isinstance(text, str) and not _has_words(text):
            yield entry.document.problem(("because", code), "reason-without-words", found=text)
        elif code not in used and entry.page:
            yield entry.document.problem(("because", code), "reason-unused", found=code)


def _has_words(text: str) -> bool:
    found: list[str] = WORDS.findall(text)
    signs = sum(1 for word in found if len(word) == 1 and ord(word) >= CHINESE)
    return len(found) - signs + signs // PER_WORD >= FEWEST
