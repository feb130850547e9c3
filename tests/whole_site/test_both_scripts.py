"""A site in both scripts of Chinese, of which one is mostly converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whole_site.language_sets import built_once

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_converted_leads_to_what_was_written(run_folder: Path) -> None:
    """In a line on each page in traditional Chinese, but on that of a translator and where nothing was converted."""
    spoken = built_once("scripts", run_folder)
    assert spoken.pages_of("zh-Hant")
    for path, page in spoken.pages_of("zh-Hant").items():
        name = spoken.name_of(path)
        written = spoken.written_in(path)
        made = (not written or "zh-Hant" in written) and name != "cases/li-si.html"
        found = [spoken.site.target(path, one.href) for one in page.anchors if "簡體中文頁面" in one.text]
        assert found == ([f"{spoken.folder_of('zh')}{name}"] if made else []), path
