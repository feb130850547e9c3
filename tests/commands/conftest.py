"""What the tests of commands share."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from commands.typed_answers import Typed
from emptychair.commands import progress

if TYPE_CHECKING:
    from pathlib import Path

    from content_factory import Content


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow machine a command says what it is at; here every word is compared."""
    monkeypatch.setattr(progress, "PATIENCE", 600)


@pytest.fixture
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """2020-05-15, and nobody at a terminal."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1589544000")
    monkeypatch.setattr("sys.stdin", io.StringIO())


@pytest.fixture
def folder(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign that is right, in the current folder."""
    monkeypatch.chdir(content.write().parent)
    return content.root


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Somebody at a terminal."""
    return Typed(monkeypatch, capsys)
