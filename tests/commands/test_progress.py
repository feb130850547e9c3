"""A word on what takes long."""

from threading import Event

import pytest

from emptychair.commands import progress as module
from emptychair.commands.progress import progress


def test_a_word_after_a_while(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """On stderr, so that output stays clean."""
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    shown = ""
    with progress("reading ..."):
        for _ in range(6_000):
            Event().wait(0.01)
            if shown := capsys.readouterr().err:
                break
    assert shown == "reading ...\n"


def test_nothing_where_it_was_quick(capsys: pytest.CaptureFixture[str]) -> None:
    """Within a second nobody wonders."""
    with progress("reading ..."):
        pass
    assert capsys.readouterr() == ("", "")
