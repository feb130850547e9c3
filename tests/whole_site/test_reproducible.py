"""The same commit and SOURCE_DATE_EPOCH give the same bytes, wherever and however the site is built."""

import sys
from pathlib import Path

import pytest

from whole_site import builder
from whole_site.site_reader import Site
from whole_site.sites import Edited

# Another order of sets, a zone in which it is already tomorrow, another language, an encoding that knows no Chinese.
ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LANG": "zh_CN.GB18030",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "HOME": "/nonexistent",
}


@pytest.mark.parametrize("name", ["today", "campaign"])
def test_two_builds_give_the_same_bytes(every: dict[str, Edited], name: str, tmp_path: Path) -> None:
    """Hash seed, time zone, language, folder of the site, and what was drawn before, change no byte of any file."""
    edited = every[name]
    folder = tmp_path / "另一处 elsewhere" / "site"
    # Nothing is kept there: what was kept for the first build is drawn for this one.
    env = builder.environment(edited.epoch, **ELSEWHERE, XDG_CACHE_HOME=str(tmp_path / "empty"))
    builder.build_well(edited.config, folder, env)
    again = Site(folder, edited.url).files
    assert again.keys() == edited.site.files.keys()
    assert [path for path, data in again.items() if data != edited.site.files[path]] == []


@pytest.mark.parametrize("name", ["today", "campaign"])
def test_nothing_of_the_machine_is_in_the_site(every: dict[str, Edited], name: str) -> None:
    """No file names a folder of the machine that built it."""
    edited = every[name]
    places = [str(builder.ROOT).encode(), str(edited.folder.parent).encode(), sys.prefix.encode()]
    assert [path for path, data in edited.site.files.items() if any(place in data for place in places)] == []
