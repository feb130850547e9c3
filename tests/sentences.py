"""The sentences of the project, and the texts that its code and templates hold."""

from __future__ import annotations

import re
import string
from pathlib import Path

CORE = Path(__file__).parent.parent / "hooks" / "emptychair"


CODE = sorted(CORE.rglob("*.py"))


TEMPLATES = sorted((CORE / "html" / "templates").glob("*.html"))


CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def placeholders(text: str) -> list[str]:
    """The names in braces."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
