"""What is drawn: announced as it is made, kept for the next build, and absent where somebody is not shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from campaign_outputs import LANGUAGES, SITE, drawn_paths, on_day, pages_of
from content_factory import CASE, SETTINGS, Content
from emptychair.images.build_cache import Cache
from emptychair.images.card import is_card
from emptychair.images.copies import is_copy
from emptychair.images.qr_codes import create_code, is_code
from emptychair.load.content_tree import ASSETS
from emptychair.load.load import read_picture
from emptychair.outputs.manifest import create_drawn, create_photos, language_paths, shared_paths
from sample_images import picture
from views.test_pictures import with_photo

if TYPE_CHECKING:
    from emptychair.as_of.snapshot import Snapshot


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """What was drawn for one of these tests is not drawn again for another."""
    return Cache(tmp_path_factory.mktemp("drawn"))


def made(content: Content, snapshot: Snapshot, kept: Cache) -> dict[str, bytes]:
    """Every drawn file of a snapshot."""
    assets = content.root / "content" / ASSETS
    files = dict(create_photos(snapshot, lambda name: read_picture(assets / name), kept))
    for language in LANGUAGES:
        files |= dict(create_drawn(pages_of(snapshot, language), kept))
    return files


def test_everything_drawn_is_announced_and_the_other_way_round(content: Content, kept: Cache) -> None:
    """Cards and codes in each language, the copies of photos once; each is what its name says."""
    snapshot = on_day(with_photo(content))
    files = made(content, snapshot, kept)
    announced = [
        *shared_paths(snapshot),
        *(path for one in LANGUAGES for path in language_paths(pages_of(snapshot, one))),
    ]
    assert len(announced) == len(set(announced))
    assert set(files) == {path for path in announced if path.endswith((".png", ".svg", ".webp"))}
    assert drawn_paths(snapshot) == set(files)
    checks = {".png": is_card, ".svg": is_code, ".webp": is_copy}
    assert all(checks[Path(path).suffix](data) for path, data in files.items())


def test_the_second_build_draws_nothing(content: Content, tmp_path: Path) -> None:
    """And makes the same bytes; a new day of news draws one card for each language, and nothing else."""
    snapshot = on_day(with_photo(content))
    first, second, third = (Cache(tmp_path / "kept") for _ in range(3))
    files = made(content, snapshot, first)
    assert first.made == len(files)
    assert made(content, snapshot, second) == files
    assert second.made == 0
    content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-05-03")
    changed = made(content, on_day(content), third)
    assert {path for path in files if changed[path] != files[path]} == {
        "cards/cases/li-si.png",
        "zh/cards/cases/li-si.png",
    }
    assert third.made == 2


def test_another_photo_of_the_same_name_is_drawn(content: Content, kept: Cache) -> None:
    """A file that was replaced is another picture."""
    before = made(content, on_day(with_photo(content)), kept)
    content.put("assets/li-si.jpg", picture(1000, 1250, "JPEG", "L"))
    after = made(content, on_day(content), kept)
    assert {path for path in before if before[path] != after[path]} == {path for path in before if "pictures/" in path}


def test_a_code_leads_to_the_page_that_an_editor_wrote(content: Content, kept: Cache) -> None:
    """In each language to its own page; where nobody has translated it, to the original."""
    content.remove("zh/actions/write.md")
    files = made(content, on_day(content), kept)
    assert files["zh/codes/cases/li-si.svg"] == create_code(f"{SITE}zh/cases/li-si.html")
    assert files["zh/codes/actions/write.svg"] == create_code(f"{SITE}actions/write.html")


@pytest.mark.parametrize(("visibility", "left"), [("paused", {"site"}), ("minimal", {"site", "li-si", "write"})])
def test_nothing_is_drawn_of_who_is_not_shown(content: Content, kept: Cache, visibility: str, left: set[str]) -> None:
    """Paused: no card and no code of the case or of its action. Neither has a copy of the photo."""
    with_photo(content).swap(CASE, "  kind: person", f"  kind: person\n  visibility: {visibility}")
    assert {Path(path).stem for path in made(content, on_day(content), kept)} == left


def test_each_can_be_switched_off(content: Content) -> None:
    """Cards and codes by their settings in campaign.yml."""
    content.swap(SETTINGS, "page_size: 2\n", "page_size: 2\nshare_cards: false\nqr_codes: false\n")
    assert made(content, content.snapshot("2020-06-10"), Cache()) == {}
