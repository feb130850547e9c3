"""The index that Pagefind makes of documents, read back as a browser would."""

import gzip
import json
import os
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from emptychair.images.build_cache import SEARCH, Cache
from emptychair.outputs import search_index
from emptychair.outputs.search_documents import SearchDocument
from emptychair.outputs.search_index import NotIndexedError, SearchIndex

PAGES = {
    "cases/wei.html": ("Wei", "<p>An editor.</p>", ("kind:case", "status:bail")),
    "cases/ke.html": ("Ke", "<p>A writer.</p>", ("kind:case",)),
}
CHINESE = {"zh/cases/wei.html": ("危志立", "<p>编辑</p>", ("kind:case", "status:bail"))}
Documents = Mapping[str, tuple[str, str, tuple[str, ...]]]


def made(site: Path, pages: Documents = PAGES, language: str = "en", kept: Cache | None = None) -> Path:
    """The folder of the index of some pages."""
    index = SearchIndex(os.environ)
    for path, (title, text, terms) in pages.items():
        index.add(path, SearchDocument(f'<html lang="{language}"><body>', f"<h1>{title}</h1>{text}", terms))
    index.write(site / "pagefind", kept or Cache(), language)
    return site / "pagefind"


def fragments(folder: Path) -> dict[str, tuple[str, str]]:
    """Id of a result -> (address of its page, its text)."""
    found = {}
    for file in (folder / "fragment").iterdir():
        value = json.loads(gzip.decompress(file.read_bytes()).decode().removeprefix("pagefind_dcd"))
        found[file.stem] = (value["url"], value["content"])
    return found


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of an index."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_index_has_the_text_of_each_page(tmp_path: Path) -> None:
    """Every Chinese character is a word; nothing joins two of them."""
    folder = made(tmp_path)
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert {language: one["page_count"] for language, one in entry["languages"].items()} == {"en": 2}
    assert sorted(fragments(folder).values()) == [
        ("/cases/ke.html", "Ke. A writer."),
        ("/cases/wei.html", "Wei. An editor."),
    ]
    chinese = fragments(made(tmp_path / "chinese", CHINESE, "und"))
    assert list(chinese.values()) == [("/zh/cases/wei.html", "危 志 立. 编 辑.")]


def test_pagefind_is_the_extended_build(tmp_path: Path) -> None:
    """It has a dictionary for languages without blanks that nobody has cut before."""
    page = {"ja/a.html": ("A", "<p>漁師は紙の舟を折った</p>", ())}
    ((_, text),) = fragments(made(tmp_path, page, "ja")).values()
    assert "\u200b" in text


def test_no_setting_of_the_environment_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that is kept would be that of another setting."""
    plain = fragments(made(tmp_path / "plain"))
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    assert fragments(made(tmp_path / "again")) == plain


def test_the_terms_of_each_page_are_told_by_its_id(tmp_path: Path) -> None:
    """In one file, because a browser asks for one."""
    folder = made(tmp_path)
    value = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
    found = {
        fragments(folder)[page][0].removeprefix("/"): tuple(value["terms"][number] for number in numbers)
        for page, numbers in value["pages"].items()
    }
    assert found == {path: terms for path, (_, _, terms) in PAGES.items()}


def test_only_what_the_search_page_loads_is_published(tmp_path: Path) -> None:
    """No interface of Pagefind's own, no highlighter, no worker."""
    folder = made(tmp_path)
    assert {path.name for path in folder.glob("*.js")} == {"pagefind.js"}
    assert not list(folder.rglob("*.css"))
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} == {
        *(".js", ".json", ".pf_meta", ".pagefind", ".pf_fragment", ".pf_index"),
    }


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever order a program keeps its tables in."""
    many = {
        f"cases/{number}.html": (f"Page {number}", f"<p>Word {number}</p>", (f"status:{number % 5}", "kind:case"))
        for number in range(60)
    } | PAGES
    indexes = [
        bytes_of(made(tmp_path / str(turn), many if turn % 2 else dict(reversed(many.items())))) for turn in range(3)
    ]
    assert len(indexes[0]) > 60
    assert indexes[0] == indexes[1] == indexes[2]


def test_an_index_is_made_again_when_a_document_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Title, text, terms or address: else it is the kept one, byte for byte. Only the newest is kept."""
    kept = Cache(tmp_path / "kept", SEARCH)
    first = bytes_of(made(tmp_path / "first", kept=kept))
    with monkeypatch.context() as without:
        without.setattr(search_index, "sys", _Python("/bin/false"))
        assert bytes_of(made(tmp_path / "second", kept=kept)) == first
    wei = PAGES["cases/wei.html"]
    changes = (
        PAGES | {"cases/wei.html": ("Wei Zhili", *wei[1:])},
        PAGES | {"cases/wei.html": (wei[0], "<p>A writer.</p>", wei[2])},
        PAGES | {"cases/wei.html": (*wei[:2], ("kind:case",))},
        {path.replace("wei", "wei-zhili"): page for path, page in PAGES.items()},
    )
    others = [bytes_of(made(tmp_path / f"changed-{n}", one, kept=kept)) for n, one in enumerate(changes)]
    assert all(one != other for one, other in pairwise([first, *others]))
    assert first not in others
    assert bytes_of(made(tmp_path / "again", kept=kept)) == first
    assert kept.made == 6
    assert len([path for path in (tmp_path / "kept").rglob("*") if path.is_file()]) == 1


def test_each_language_is_kept_by_itself(tmp_path: Path) -> None:
    """A change in one of them leaves the index of the other as it is."""
    kept = Cache(tmp_path / "kept", SEARCH)
    made(tmp_path / "en", kept=kept)
    made(tmp_path / "zh", CHINESE, "zh", kept)
    made(tmp_path / "changed", PAGES | {"cases/li.html": ("Li", "<p>New.</p>", ())}, kept=kept)
    made(tmp_path / "again", CHINESE, "zh", kept)
    assert kept.made == 3


def test_without_a_document_there_is_no_index(tmp_path: Path) -> None:
    """A campaign that has just begun can be built."""
    assert not made(tmp_path, {}).exists()


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents are let go of when the index is made, and when it is not."""
    places = tmp_path / "places"
    places.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(places))
    made(tmp_path / "site")
    assert not list(places.iterdir())
    monkeypatch.setattr(search_index, "sys", _Python("/bin/false"))
    with pytest.raises(NotIndexedError):
        made(tmp_path / "other")
    assert not list(places.iterdir())


def test_what_pagefind_says_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it fails, with its own words."""
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho no room on the disk\nexit 3\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(search_index, "sys", _Python(str(program)))
    with pytest.raises(NotIndexedError, match="no room on the disk"):
        made(tmp_path / "site")


def test_settings_in_the_current_folder_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pagefind reads a file that lies where it is started."""
    plain = fragments(made(tmp_path / "plain"))
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["p"]\nforce_language = "en"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert fragments(made(tmp_path / "again")) == plain
    assert [path.name for path in (tmp_path / "again").iterdir()] == ["pagefind"]


class _Python:
    """Another program in the place of Python."""

    def __init__(self, executable: str) -> None:
        self.executable = executable
