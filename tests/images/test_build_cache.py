"""What was drawn is kept, and trusted only as far as it is what was written."""

from __future__ import annotations

import ast
import os
from dataclasses import replace
from pathlib import Path

import pytest

from emptychair.images import build_cache
from emptychair.images.build_cache import DRAWING, SEARCH, Cache, Recipe


def draw_with(kept: Cache, data: bytes = b"drawn", facts: bytes = b"facts", slot: str = "") -> bytes:
    """Ask for a thing that may be anything but empty."""
    return kept.get(facts, lambda: data, bool, slot)


def files_in(folder: Path) -> list[Path]:
    """What is kept in a folder."""
    return [path for path in folder.rglob("*") if not path.is_dir()]


def test_what_was_drawn_is_not_drawn_again(tmp_path: Path) -> None:
    """Neither in this build nor in the next one; other facts are another thing."""
    first = Cache(tmp_path / "kept")
    assert [draw_with(first), draw_with(first, b"never asked"), first.made] == [b"drawn", b"drawn", 1]
    second = Cache(tmp_path / "kept")
    assert [draw_with(second, b"never asked"), second.made] == [b"drawn", 0]
    assert [draw_with(second, b"other", b"other facts"), second.made] == [b"other", 1]


def test_without_a_folder_nothing_is_kept() -> None:
    """Every thing is drawn."""
    kept = Cache()
    assert [draw_with(kept), draw_with(kept), kept.made] == [b"drawn", b"drawn", 2]


@pytest.mark.parametrize("spoilt", [b"", b"x", b"x" * 32, b"x" * 40, b"x" * (2 * 1024 * 1024)])
def test_a_spoilt_file_is_drawn_anew(tmp_path: Path, spoilt: bytes) -> None:
    """Empty, cut, foreign or huge: it is replaced by what was drawn."""
    draw_with(Cache(tmp_path / "kept"))
    (file,) = files_in(tmp_path)
    file.write_bytes(spoilt)
    again = Cache(tmp_path / "kept")
    assert [draw_with(again, b"anew"), again.made] == [b"anew", 1]
    assert draw_with(Cache(tmp_path / "kept"), b"never asked") == b"anew"


def test_one_changed_byte_is_seen(tmp_path: Path) -> None:
    """A file that was changed where it lies is not what was written."""
    draw_with(Cache(tmp_path / "kept"))
    (file,) = files_in(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"drawn", b"forge"))
    assert draw_with(Cache(tmp_path / "kept"), b"anew") == b"anew"


def test_a_file_of_another_thing_is_not_taken(tmp_path: Path) -> None:
    """A kept file under the name of another one is drawn anew: a card of one person never stands for another."""
    kept = Cache(tmp_path / "kept")
    draw_with(kept, b"one", b"1")
    (one,) = files_in(tmp_path)
    draw_with(kept, b"two", b"2")
    (two,) = set(files_in(tmp_path)) - {one}
    two.write_bytes(one.read_bytes())
    assert draw_with(Cache(tmp_path / "kept"), b"anew", b"2") == b"anew"


def test_what_is_not_good_is_drawn_anew(tmp_path: Path) -> None:
    """A file that was well kept and is not what is drawn now."""
    draw_with(Cache(tmp_path / "kept"))
    kept = Cache(tmp_path / "kept")
    assert kept.get(b"facts", lambda: b"anew", lambda data: data != b"drawn") == b"anew"


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_file_is_drawn_anew(tmp_path: Path, kind: str) -> None:
    """No link is followed, and a pipe does not keep a build waiting."""
    draw_with(Cache(tmp_path / "kept"))
    (file,) = files_in(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    file.rename(elsewhere)
    if kind == "link":
        file.symlink_to(elsewhere)
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.mkdir()
    kept = Cache(tmp_path / "kept")
    assert [draw_with(kept, b"anew"), kept.made] == [b"anew", 1]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """No error: what was asked for is drawn. A home that does not exist is not made."""
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file" / "kept", tmp_path / "no" / "home" / ".cache" / "kept"):
        assert draw_with(Cache(folder)) == b"drawn"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_no_half_written_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full in the middle leaves nothing behind."""

    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert draw_with(Cache(tmp_path / "kept")) == b"drawn"
    assert files_in(tmp_path) == []


def test_another_recipe_draws_anew(tmp_path: Path) -> None:
    """A change of the code that draws, or of its libraries, is a change of what is drawn."""
    draw_with(Cache(tmp_path / "kept"))
    for changed in (
        replace(DRAWING, libraries=(*DRAWING.libraries, "pyyaml")),
        replace(DRAWING, code=(*DRAWING.code, "images/build_cache.py")),
    ):
        assert draw_with(Cache(tmp_path / "kept", changed), b"anew") == b"anew"


@pytest.mark.parametrize("recipe", [DRAWING, SEARCH])
def test_a_recipe_is_code_and_libraries_that_are_there(recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file and every version counts; for an index, the program that makes it and what it is given."""
    assert all((Path(build_cache.__file__).parents[1] / name).exists() for name in recipe.code)
    assert set(SEARCH.libraries) == {"pagefind", "pagefind-bin-extended"}
    assert set(SEARCH.code) == {
        "outputs/search_documents.py",
        "outputs/search_index.py",
        "text/script_variants.py",
    }
    digest = recipe.digest
    monkeypatch.setattr("emptychair.images.build_cache.version", lambda name: f"{name} of tomorrow")
    assert replace(recipe).digest != digest


def test_of_a_slot_only_the_newest_is_kept(tmp_path: Path) -> None:
    """Another thing takes its place; it is not taken for the one that was there."""
    kept = Cache(tmp_path / "kept", SEARCH)
    for facts, data in ((b"1", b"one"), (b"2", b"two"), (b"1", b"one again")):
        assert draw_with(kept, data, facts, "index") == data
    assert draw_with(kept, b"never asked", b"1", "index") == b"one again"
    assert draw_with(kept, b"of another slot", b"1", "other") == b"of another slot"
    assert len(files_in(tmp_path)) == 2


def test_what_is_larger_than_anything_that_was_made_is_not_kept(tmp_path: Path) -> None:
    """With the digest before it; nor is it written."""
    small = replace(DRAWING, limit=100)
    draw_with(Cache(tmp_path / "kept"), b"x" * 100)
    assert draw_with(Cache(tmp_path / "kept", small), b"anew") == b"anew"
    draw_with(Cache(tmp_path / "small", small), b"x" * 100)
    assert files_in(tmp_path / "small") == []


def test_what_decides_the_bytes_of_an_image_is_in_its_recipe() -> None:
    """The folder of images imports of the core only the size of a picture and the form of a problem."""
    folder = Path(build_cache.__file__).parent
    nodes = [node for file in folder.glob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    sources = {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    own = {name for name in sources if name.startswith("emptychair.images.")}
    outside = {name for name in sources if name.startswith("emptychair")} - own
    assert own
    assert outside == {"emptychair.record.campaign", "emptychair.text.problems"}
