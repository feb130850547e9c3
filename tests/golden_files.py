"""Golden files: texts that are pinned whole in tests/golden/.

After a wanted change, `UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests` writes them anew and fails in each test that
wrote one, so that no run passes against what it has just written. Read the difference (`git diff tests/golden`) as a
supporter would, run the tests again without it, and commit.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
UPDATE = "UPDATE_GOLDEN"


def assert_golden(name: str, data: str | bytes) -> None:
    """The bytes are those of tests/golden/<name>; where UPDATE_GOLDEN is set, it is written anew and the test fails."""
    found = data.encode() if isinstance(data, str) else data
    file = GOLDEN / name
    if os.environ.get(UPDATE):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(found)
        pytest.fail(f"tests/golden/{name} was written anew: read the difference, then run without {UPDATE}")
    assert file.is_file(), f"tests/golden/{name} is missing: see tests/golden_files.py"
    assert found.decode() == file.read_bytes().decode(), f"{name} changed: see tests/golden_files.py"
