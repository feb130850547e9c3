"""What the tests of commands share."""

import pytest

from emptychair.commands import progress


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow machine a command says what it is at; here every word is compared."""
    monkeypatch.setattr(progress, "PATIENCE", 600)
