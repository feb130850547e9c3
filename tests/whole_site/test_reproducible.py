"""The same commit and SOURCE_DATE_EPOCH give the same bytes, wherever and however the site is built."""

import sys
from pathlib import Path

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


def test_two_builds_give_the_same_bytes(invented: Edited, tmp_path: Path) -> None:
    """Hash seed, time zone, language, folder of the site, and what was drawn before, change no byte of any file."""
    folder = tmp_path / "另一处 elsewhere" / "site"
    # Nothing is kept there: what was kept for the first build is drawn for this one.
    env = builder.environment(invented.epoch, **ELSEWHERE, XDG_CACHE_HOME=str(tmp_path / "empty"))
    builder.build_well(invented.config, folder, env)
    again = Site(folder, invented.url).files
    assert again.keys() == invented.site.files.keys()
    assert [path for path, data in again.items() if data != invented.site.files[path]] == []


def test_nothing_of_the_machine_is_in_the_site(each: Edited) -> None:
    """No file names a folder of the machine that built it."""
    places = [str(builder.ROOT).encode(), str(each.folder.parent).encode(), sys.prefix.encode()]
    assert [path for path, data in each.site.files.items() if any(place in data for place in places)] == []
