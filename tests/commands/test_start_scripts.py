"""A campaign that is started in traditional Chinese, beside simplified Chinese or alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands.test_start import start, texts
from emptychair.load.load import load
from emptychair.text.traditional import is_traditional

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("the_day")


def test_a_script_is_started_with_the_texts_of_the_other(tmp_path: Path) -> None:
    """Beside it there is nothing to write but the language; alone it has those texts in its own characters."""
    assert start(tmp_path / "both", languages="en, zh, zh-Hant", name="Maps", speaker="Readers") == 0
    assert start(tmp_path / "alone", languages="zh-Hant", name="Maps", speaker="Readers") == 0
    both, alone = texts(tmp_path / "both"), texts(tmp_path / "alone")
    assert "- locale: zh-Hant\n        name: 正體中文\n" in both["mkdocs.yml"]
    assert [path for path in both if "Hant" in path] == []
    assert 'zh-Hant: "Maps"' in both["content/campaign.yml"]
    assert load(tmp_path / "both" / "content").problems == ()
    own = [text for path, text in alone.items() if path.startswith("content/zh-Hant/")]
    assert len(own) == 4
    assert [one for one in own if not is_traditional(one)] == []
