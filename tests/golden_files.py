"""Golden files: texts that are pinned whole in tests/golden/.

After a wanted change, `UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests` writes them anew; then read the
difference (`git diff tests/golden`) as a supporter would, before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
UPDATE = "UPDATE_GOLDEN"


def assert_golden(name: str, data: str | bytes) -> None:
    """The bytes are those of tests/golden/<name>, which is written anew where UPDATE_GOLDEN is set."""
    found = data.encode() if isinstance(data, str) else data
    file = GOLDEN / name
    if os.environ.get(UPDATE):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(found)
    assert file.is_file(), f"tests/golden/{name} is missing: see tests/golden_files.py"
    assert found.decode() == file.read_bytes().decode(), f"{name} changed: see tests/golden_files.py"
