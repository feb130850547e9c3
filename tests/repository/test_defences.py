"""The list of defences for `make mutants` is whole: each stands in the code as the list says, and its test is there."""

from __future__ import annotations

import re
from pathlib import Path

import mutants
from test_house import CORE, ROOT

DEFENCES = mutants.read_defences()


def functions(file: Path) -> set[str]:
    """The names of the tests in a file."""
    return set(re.findall(r"^(?:async )?def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE))


def test_there_are_forty() -> None:
    """At least forty, each under a name of its own, none taken away twice."""
    assert len({(defence.file, defence.old) for defence in DEFENCES}) == len(DEFENCES) >= 40


def test_each_can_be_taken_away() -> None:
    """What is removed stands exactly once in its file, and something else stands there afterwards."""
    wrong = []
    for defence in DEFENCES:
        text = (CORE / defence.file).read_text(encoding="utf-8")
        if text.count(defence.old) != 1 or defence.applied(text) == text:
            wrong.append(defence.name)
    assert wrong == []


def test_each_names_its_test() -> None:
    """By file and function, as pytest does; a test that was renamed is missed here."""
    named = [(defence.test, ROOT / "tests" / defence.test_file) for defence in DEFENCES]
    assert [test for test, file in named if test.partition("::")[2] not in functions(file)] == []
