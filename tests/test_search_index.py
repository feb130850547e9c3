"""The index that Pagefind makes of documents, read back as a browser would."""

import gzip
import json
from pathlib import Path

import pytest

from emptychair import search_index
from emptychair.search_index import NotIndexedError, SearchIndex

LEFT_OUT = (".ec-banner", "address")
PAGES = {
    "cases/wei.html": (
        "en",
        "Wei",
        '<p class="ec-banner">A sample.</p><p>An editor.</p>',
        ("kind:case", "status:bail"),
    ),
    "cases/ke.html": ("en", "Ke", "<address>1 Long Road</address><p>A writer.</p>", ("kind:case",)),
    "zh/cases/wei.html": ("zh", "危志立", "<p>编 辑</p>", ("kind:case", "status:bail")),
}


def made(site: Path, pages: dict[str, tuple[str, str, str, tuple[str, ...]]] = PAGES) -> Path:
    """The folder of the index of some pages."""
    index = SearchIndex()
    for path, (language, title, html, terms) in pages.items():
        index.add(path, f'<html lang="{language}"><body><h1>{title}</h1>{html}</body></html>', terms)
    index.write(site, LEFT_OUT)
    return site / "pagefind"


def fragments(folder: Path) -> dict[str, tuple[str, str]]:
    """Id of a result -> (address of its page, its text)."""
    found = {}
    for file in (folder / "fragment").iterdir():
        value = json.loads(gzip.decompress(file.read_bytes()).decode().removeprefix("pagefind_dcd"))
        found[file.stem] = (value["url"], value["content"])
    return found


def test_each_language_has_an_index_of_its_own(tmp_path: Path) -> None:
    """Pages of two languages, with the text that is not left out."""
    folder = made(tmp_path)
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert {language: one["page_count"] for language, one in entry["languages"].items()} == {"en": 2, "zh": 1}
    assert sorted(fragments(folder).values()) == [
        ("/cases/ke.html", "Ke. A writer."),
        ("/cases/wei.html", "Wei. An editor."),
        ("/zh/cases/wei.html", "危志立. 编 辑."),
    ]


def test_the_terms_of_each_page_are_told_by_its_id(tmp_path: Path) -> None:
    """One file for each language, because a browser asks for one."""
    folder = made(tmp_path)
    found = {}
    for language in ("en", "zh"):
        value = json.loads((folder / f"terms.{language}.json").read_text(encoding="utf-8"))
        for page, numbers in value["pages"].items():
            found[fragments(folder)[page][0].removeprefix("/")] = tuple(value["terms"][number] for number in numbers)
    assert found == {path: terms for path, (_, _, _, terms) in PAGES.items()}


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
        f"cases/{number}.html": ("en", f"Page {number}", f"<p>Word {number}</p>", (f"status:{number % 5}", "kind:case"))
        for number in range(60)
    } | PAGES
    bytes_of = []
    for turn in range(3):
        folder = made(tmp_path / str(turn), many if turn % 2 else dict(reversed(many.items())))
        bytes_of.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert len(bytes_of[0]) > 60
    assert bytes_of[0] == bytes_of[1] == bytes_of[2]


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
