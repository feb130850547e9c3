"""Somebody at a terminal, in this process: answers that are typed one after the other, and what was shown."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from emptychair.cli import main

if TYPE_CHECKING:
    import pytest


class _Terminal:
    """A standard input at which somebody sits."""

    @staticmethod
    def isatty() -> bool:
        return True


class Typed:
    """Answers for a command; at their end Ctrl-D is pressed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.answers: list[str] = []
        self.prompts: list[str] = []
        monkeypatch.setattr("sys.stdin", _Terminal())
        monkeypatch.setattr("builtins.input", self._input)

    def run(self, command: list[str], *answers: str) -> tuple[int, str, str]:
        """Exit status, what was shown, what was complained of. Every answer must be asked for."""
        self.answers, self.prompts = list(answers), []
        status = main(command)
        assert self.answers == [], self.prompts
        out, err = self.capsys.readouterr()
        return status, out, err

    def _input(self, prompt: str) -> str:
        self.prompts.append(prompt)
        sys.stdout.write(f"{prompt}\n")
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)
