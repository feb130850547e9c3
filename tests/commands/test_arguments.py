"""The words of the command line itself: a language before or behind the command, no English in a Chinese help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commands.editing_session import run
from emptychair.cli import command_modules
from emptychair.commands.arguments import spoken
from emptychair.text.strings import Strings, catalogue

if TYPE_CHECKING:
    import pytest


class Names:
    """What stands for the object that takes new commands: it remembers how they are called."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add_parser(self, name: str, **_: object) -> object:
        """Remember the name, and take its options and the commands below it."""
        self.found.append(name)
        return self

    def __getattr__(self, _: str) -> object:
        return lambda *_, **__: self


def every_command() -> list[list[str]]:
    names = Names()
    for command in command_modules():
        command.add(names, Strings("en", "commands"))
    kinds = {"case", "action", "update", "report", "translation"}
    return [["new", name] if name in kinds else [name] for name in names.found]


def test_the_help_of_every_command_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a word of the library nor a heading of it is left in English; before or behind the command, it is one."""
    english = [
        row["en"] for key, row in catalogue("arguments").items() if key in ("usage", "positionals", "options", "help")
    ]
    commands = every_command()
    assert len(commands) > 20
    left = []
    for command in [[], *commands]:
        _, out, _ = run(capsys, *command, "--lang", "zh", "--help")
        left += [(command, words) for words in english if words in out]
        left += [(command, line) for line in out.splitlines() if re.fullmatch(r"\S[^:\n]*:", line)]
    assert left == []
    assert run(capsys, "--lang", "zh", "event", "--help") == run(capsys, "event", "--lang", "zh", "--help")


def test_what_is_wrong_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """The usual faults; one that has no row stays as the library says it."""
    assert run(capsys, "--lang", "zh", "epoch")[2].endswith("emptychair epoch：错误：缺少：day\n")
    out = run(capsys, "check", "--lang", "zh", "--format", "xml")[2]
    assert "错误：--format：不能是 'xml'，可选：" in out
    assert spoken("something new", "zh") == "something new"
    assert spoken("argument --x: expected one argument", "en") == "argument --x: expected one argument"
