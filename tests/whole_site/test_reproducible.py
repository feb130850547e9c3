"""The same commit and SOURCE_DATE_EPOCH give the same bytes, wherever and however the site is built."""

import sys
from pathlib import Path

from whole_site import builder
from whole_site.site_reader import Site
from whole_site.sites import Edited


def test_two_builds_give_the_same_bytes(invented: Edited, tmp_path: Path) -> None:
    """Hash seed, time zone, language and folder of the site change no byte of any file.

    Neither does what was drawn before: test_pictures.py draws a small site anew.
    """
    folder = tmp_path / "另一处 elsewhere" / "site"
    builder.build_elsewhere(invented.config, folder, builder.environment(invented.epoch))
    again = Site(folder, invented.url).files
    assert again.keys() == invented.site.files.keys()
    assert [path for path, data in again.items() if data != invented.site.files[path]] == []


def test_nothing_of_the_machine_is_in_the_site(each: Edited) -> None:
    """No file names a folder of the machine that built it."""
    places = [str(builder.ROOT).encode(), str(each.folder.parent).encode(), sys.prefix.encode()]
    assert [path for path, data in each.site.files.items() if any(place in data for place in places)] == []
